import { isMainThread } from 'node:worker_threads'
import koffi from 'koffi'
import type { Callable } from './bind.ts'
import { library } from './library.ts'
import type { Pointer } from './types.ts'

/**
 * A worker that is terminated runs no more JavaScript, so its sockets would stay open, and their context could never
 * end. The system closes them: each is the value of a thread-specific key whose destructor is `zmq_close`.
 */

interface Calls {
  create: Callable
  set: Callable
  remove: Callable
}

let calls: Calls | undefined

function bound(): Calls {
  const libc = koffi.load(null)
  calls ??= {
    create: libc.func('int pthread_key_create(void *, void *)'),
    set: libc.func('int pthread_setspecific(unsigned int, void *)'),
    remove: libc.func('int pthread_key_delete(unsigned int)'),
  }
  return calls
}

const NOTHING = () => undefined

/**
 * Has the socket closed when this thread ends, if it is a worker. There are keys for about a thousand sockets in a
 * process; one beyond is not closed. Returns how to forget it.
 */
export function closeAtThreadEnd(socket: Pointer): () => void {
  if (isMainThread || process.platform !== 'linux') return NOTHING
  const { create, set, remove } = bound()
  const key = new Uint32Array(1)
  if (create(key, library().handle.symbol('zmq_close')) !== 0) return NOTHING
  set(key[0], socket)
  return () => {
    set(key[0], null)
    remove(key[0])
  }
}
