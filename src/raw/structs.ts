import { koffi, type TypeObject } from './koffi.ts'

let item: TypeObject | undefined

/**
 * `zmq_pollitem_t`. Prototypes refer to it by name, and koffi's names are global in a thread: where another copy of
 * this package already defined it, that one is the same.
 */
export function pollItem(): TypeObject {
  item ??= define()
  return item
}

function define(): TypeObject {
  try {
    const fd = process.platform === 'win32' ? 'uintptr_t' : 'int'
    return koffi.struct('czmq_pollitem', { socket: 'void *', fd, events: 'short', revents: 'short' })
  } catch {
    return koffi.type('czmq_pollitem')
  }
}
