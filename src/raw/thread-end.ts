import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads'
import type { Callable } from './bind.ts'
import { koffi } from './koffi.ts'
import { library } from './library.ts'
import { allocate } from './memory.ts'
import type { Pointer } from './types.ts'

/**
 * A worker that is terminated runs no more JavaScript, so its sockets would stay open, and their context could never
 * end. The system closes them: a table of everything that is to be done is the value of a thread-specific key, whose
 * destructor is `zhash_destroy`, which calls a C function for each entry.
 */

interface Calls {
  set: Callable
  newTable: Callable
  insert: Callable
  setFunction: Callable
  remove: Callable
  newList: Callable
  append: Callable
  setItemFunction: Callable
  purgeList: Callable
  destroyList: Callable
  sizeOfList: Callable
}

/** There are 1024 keys in a process. So the threads share one: it is here once the first has made it. */
const SHARED = 'czmq:thread-end'
const shared = find()
let calls: Calls | undefined
let table: Pointer | undefined

/** A flag and the key. */
function find(): Int32Array {
  const inherited = getEnvironmentData(SHARED)
  const memory = inherited instanceof SharedArrayBuffer ? inherited : new SharedArrayBuffer(8)
  if (memory !== inherited) setEnvironmentData(SHARED, memory as never)
  return new Int32Array(memory)
}

function bound(): Calls {
  const { handle } = library()
  calls ??= {
    set: handle.func('int pthread_setspecific(unsigned int, void *)'),
    newTable: handle.func('void *zhash_new()'),
    insert: handle.func('int zhash_insert(void *, str, void *)'),
    setFunction: handle.func('void *zhash_freefn(void *, str, void *)'),
    remove: handle.func('void zhash_delete(void *, str)'),
    newList: handle.func('void *zlist_new()'),
    append: handle.func('int zlist_append(void *, void *)'),
    setItemFunction: handle.func('void *zlist_freefn(void *, void *, void *, bool)'),
    purgeList: handle.func('void zlist_purge(void *)'),
    destroyList: handle.func('void zlist_destroy(void *)'),
    sizeOfList: handle.func('size_t zlist_size(void *)'),
  }
  return calls
}

/** The key of the process; 0 when there is none left. Two threads that make one at once agree on the first. */
function sharedKey(): number {
  if (Atomics.load(shared, 0) === 0) {
    const made = new Uint32Array(1)
    const create = library().handle.func('int pthread_key_create(void *, void *)')
    if (create(made, library().handle.symbol('zhash_destroy')) !== 0) return 0
    // Key 0 is never used, so that the number says whether there is one
    if (Atomics.compareExchange(shared, 0, 0, (made[0] ?? 0) + 1) !== 0)
      library().handle.func('int pthread_key_delete(unsigned int)')(made[0])
  }
  return Atomics.load(shared, 0)
}

/** This thread's table, known to the system from now on; null when that cannot be. */
function ownTable(): Pointer | null {
  if (table) return table
  const key = sharedKey()
  if (key === 0) return null
  const made = bound().newTable() as Pointer
  const cell = allocate(8)
  koffi.encode(cell, 'void *', made)
  if (bound().set(key - 1, cell) !== 0) return null
  table = made
  return table
}

/** Has `name(value)`, a C function of one pointer, called at the end of this thread, if it is a worker. */
function atThreadEnd(name: string, value: Pointer): void {
  if (isMainThread || process.platform !== 'linux') return
  const own = ownTable()
  if (!own) return
  bound().insert(own, entry(name, value), value)
  bound().setFunction(own, entry(name, value), library().handle.symbol(name))
}

function entry(name: string, value: Pointer): string {
  return `${name} ${value}`
}

/** For each socket what the table has: its entry, and the list behind it. */
const sockets = new Map<Pointer, { key: string; list: Pointer | null }>()
/** Memory for the pointers of lists. */
const spare: Pointer[] = []

/**
 * Has the socket closed when this thread ends, if it is a worker. Before that only {@link closeEarly} may close it.
 *
 * @param poller - A `void **` of a poller that knows the socket: it is destroyed first.
 */
export function closeAtThreadEnd(socket: Pointer, poller?: Pointer): void {
  if (poller === undefined) {
    atThreadEnd('zmq_close', socket)
    if (table) sockets.set(socket, { key: entry('zmq_close', socket), list: null })
    return
  }
  if (isMainThread || process.platform !== 'linux') return
  const list = cellOf(inOrder(['zmq_poller_destroy', poller], ['zmq_close', socket]))
  atThreadEnd('zlist_destroy', list)
  if (table) sockets.set(socket, { key: entry('zlist_destroy', list), list })
}

/** A `zlist_t *`: emptying the list calls the functions in their order, which a table does not keep. */
function inOrder(...calls: [name: string, value: Pointer][]): Pointer {
  const { newList, append, setItemFunction } = bound()
  const list = newList() as Pointer
  for (const [name, value] of calls) {
    append(list, value)
    setItemFunction(list, value, library().handle.symbol(name), true)
  }
  return list
}

/** A `zlist_t **`. */
function cellOf(list: Pointer): Pointer {
  const cell = spare.pop() ?? allocate(8)
  koffi.encode(cell, 'void *', list)
  return cell
}

/**
 * Closes a socket of {@link closeAtThreadEnd}; false when it is none. One call of C closes and forgets it, because a
 * worker that is terminated stops between two steps of JavaScript.
 */
export function closeEarly(socket: Pointer): boolean {
  const found = sockets.get(socket)
  if (!table || !found) return false
  sockets.delete(socket)
  bound().remove(table, found.key)
  if (found.list) spare.push(found.list)
  return true
}

/** Has the 0MQ context shut down when this thread ends, if it is a worker. */
export function shutDownAtThreadEnd(context: Pointer): void {
  atThreadEnd('zmq_ctx_shutdown', context)
}

/** Shuts a context of {@link shutDownAtThreadEnd} down; then it may be terminated. */
export function shutDownEarly(context: Pointer): void {
  if (table) bound().remove(table, entry('zmq_ctx_shutdown', context))
}

/** Has the descriptor closed when this thread ends, if it is a worker. */
export function closeDescriptorAtThreadEnd(descriptor: number): void {
  atThreadEnd('close', BigInt(descriptor) as unknown as Pointer)
}

/** A socket of this thread that another one uses. Whichever of them closes it first, the other one does nothing. */
export interface Lent {
  readonly socket: Pointer
  /** A `zlist_t *` with the socket in it, until it is closed: one call of C does both. */
  readonly list: Pointer
  /** A `zlist_t **` of it. */
  readonly cell: Pointer
}

/** Lends a socket to a thread that ends before this one. When this one ends, the socket is closed. */
export function lend(socket: Pointer): Lent {
  const list = inOrder(['zmq_close', socket])
  const cell = cellOf(list)
  atThreadEnd('zlist_destroy', cell)
  return { socket, list, cell }
}

/** Whether it is still open. */
export function isLent({ list }: Lent): boolean {
  return Number(bound().sizeOfList(list)) > 0
}

/** Closes a socket that was lent to this thread; again, it does nothing. */
export function closeLent({ list }: Lent): void {
  bound().purgeList(list)
}

/** Closes a socket that this thread has lent, if it is still open. The other thread must not use it any more. */
export function takeBack({ cell }: Lent): void {
  if (table) bound().remove(table, entry('zlist_destroy', cell))
  else bound().destroyList(cell)
  spare.push(cell)
}

/** Binds what closing needs: a thread that is being ended must not do that. */
export function bindClosing(): void {
  bound()
}
