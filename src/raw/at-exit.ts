import type { LibraryHandle } from './koffi.ts'
import { koffi } from './koffi.ts'
import { library } from './library.ts'
import type { Pointer } from './types.ts'

/**
 * Shuts CZMQ's process-wide context down when the process ends, before libczmq's own exit handler looks at it: an
 * actor that still runs then stops, where it would abort the process otherwise. It is C that does it, because no
 * JavaScript of a terminated worker runs any more, and the main thread may not even know the library.
 */
export function shutDownAtExit(handle: LibraryHandle, context: Pointer | null): void {
  if (process.platform === 'win32' || context === null) return
  const atExit = koffi.load(null).func('int __cxa_atexit(void *, void *, void *)')
  atExit(handle.symbol('zmq_ctx_shutdown'), context, null)
}

/**
 * Terminates a 0MQ context when the process ends and no JavaScript runs any more, in no thread. It waits for messages
 * of its sockets as their linger says.
 */
export function terminateAtExit(context: Pointer): void {
  if (process.platform === 'win32') return
  const atExit = koffi.load(null).func('int __cxa_atexit(void *, void *, void *)')
  atExit(library().handle.symbol('zmq_ctx_term'), context, null)
}
