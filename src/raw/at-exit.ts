import type { LibraryHandle } from 'koffi'
import koffi from 'koffi'
import type { Pointer } from './types.ts'

/**
 * Shuts CZMQ's process-wide context down when the process ends, before libczmq's own exit handler looks at it: an
 * actor that still runs then stops, where it would abort the process otherwise. It is C that does it, because no
 * JavaScript of a terminated worker runs any more, and the main thread may not even know the library.
 */
export function shutDownAtExit(library: LibraryHandle, context: Pointer | null): void {
  if (process.platform === 'win32' || context === null) return
  const atExit = koffi.load(null).func('int __cxa_atexit(void *, void *, void *)')
  atExit(library.symbol('zmq_ctx_shutdown'), context, null)
}
