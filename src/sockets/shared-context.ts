import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads'
import { beforeExit } from '../lifecycle.ts'
import { terminateAtExit } from '../raw/at-exit.ts'
import { shareContext, waitForSockets } from '../raw/compat/zctx.ts'
import { C } from '../raw/index.ts'
import type { Pointer } from '../raw/types.ts'

/**
 * The 0MQ context that all threads of the process share, so that `inproc://` works between them. The thread that
 * imports the package first has a piece of shared memory, which its workers inherit; whoever needs the context first
 * makes it and puts its address there. So a program whose main thread never imports the package has one context for
 * each worker that does.
 */

const KEY = 'czmq:shared-context'
/** Indexes of 32-bit numbers behind the address. */
const USERS = 2
/** Whether the end of the process terminates the context. */
const TERMINATED = 3
/** How many sockets of workers must not be closed by the system. */
const PINNED = 4

interface Cell {
  address: BigUint64Array
  users: Int32Array
  /** Whether it was this thread that made the memory. */
  mine: boolean
}

const cell = find()

function find(): Cell {
  const inherited = getEnvironmentData(KEY)
  const memory = inherited instanceof SharedArrayBuffer ? inherited : new SharedArrayBuffer(24)
  if (memory !== inherited) setEnvironmentData(KEY, memory as never)
  return {
    address: new BigUint64Array(memory, 0, 1),
    users: new Int32Array(memory),
    mine: memory !== inherited,
  }
}

/** This thread's `zctx_t` around the shared context; `ended` is called at the end of the thread, when it may be gone. */
export function sharedZctx(ended: () => void): Pointer<'zctx_t'> {
  const underlying = sharedAddress()
  Atomics.add(cell.users, USERS, 1)
  beforeExit({
    end: () => {
      ended()
      leave(underlying)
    },
  })
  return shareContext(underlying)
}

function sharedAddress(): Pointer<'void'> {
  const known = Atomics.load(cell.address, 0)
  if (known !== 0n) return known as unknown as Pointer<'void'>
  const made = C.zmq_ctx_new() as Pointer<'void'>
  const winner = Atomics.compareExchange(cell.address, 0, 0n, made)
  if (winner === 0n) return kept(made)
  C.zmq_ctx_term(made)
  return winner as unknown as Pointer<'void'>
}

/** A context that a worker has made: the main thread may never use it, and then would not wait for its messages. */
function kept(made: Pointer<'void'>): Pointer<'void'> {
  if (cell.mine) return made
  Atomics.store(cell.users, TERMINATED, 1)
  terminateAtExit(made)
  return made
}

/**
 * Counts a socket that stays open when its worker is terminated, because closing it there would stop the context's I/O.
 * The end of the process then waits for nothing. Returns how to take it back, when the socket is closed.
 */
export function pinned(): () => void {
  if (isMainThread) return () => undefined
  Atomics.add(cell.users, PINNED, 1)
  return () => void Atomics.sub(cell.users, PINNED, 1)
}

/**
 * The end of a thread, whose sockets are closed by now. The thread that made the memory outlives all others that know
 * of it, so it sees to it that messages which linger are delivered: it waits for them itself, or when workers still
 * have sockets, lets the end of the process wait, when those are gone.
 */
function leave(underlying: Pointer<'void'>): void {
  const others = Atomics.sub(cell.users, USERS, 1) - 1
  if (!cell.mine || Atomics.load(cell.users, TERMINATED) === 1) return
  if (Atomics.load(cell.users, PINNED) > 0) return
  if (others === 0) waitForSockets(underlying)
  else if (isMainThread) terminateAtExit(underlying)
}
