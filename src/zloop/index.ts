/**
 * Reactors: a loop calls handlers when sockets have messages and when times have come. It blocks the thread while it
 * runs; `types.Loop` is the same on the event loop. A loop keeps its sockets from being collected as long as it lives;
 * a socket that is destroyed leaves its loops first.
 *
 * A handler that returns -1 or `false` ends the loop. What it throws ends the loop too, and is thrown by {@link start}.
 * A handler may destroy whatever it likes: its socket, the context, the loop itself.
 *
 * @example
 * ```ts
 * const loop = zloop.new()
 * zloop.reader(loop, orders, (loop, orders) => {
 *   console.log(zstr.recv(orders))
 * })
 * zloop.timer(loop, 1000, 1, () => -1)
 * zloop.start(loop) // for one second
 * zloop.destroy(loop)
 * ```
 */
import { flag } from '../arguments.ts'
import { adopt, destroyHandle } from '../handle.ts'
import { C } from '../raw/index.ts'
import { type Zloop, zloopKind } from './kind.ts'

import { reactorOf, rememberReactor } from './reactors.ts'

export type { Zloop } from './kind.ts'
export {
  type PollerHandler,
  poller,
  pollerEnd,
  pollerSetTolerant,
  type ReaderHandler,
  reader,
  readerEnd,
  readerSetTolerant,
} from './polling.ts'
export {
  setMaxTimers,
  setTicketDelay,
  type TimerHandler,
  ticket,
  ticketDelete,
  ticketReset,
  timer,
  timerEnd,
} from './timing.ts'
export { create as new }

/**
 * A new loop without anything to do. Fresh.
 *
 * C: `zloop_new`
 */
function create(): Zloop {
  const self = adopt(zloopKind, C.zloop_new())
  rememberReactor(self)
  return self
}

/**
 * Destroys a loop; its sockets stay as they are. One that runs ends when the handler returns. Takes the loop; again, it
 * does nothing.
 *
 * C: `zloop_destroy`
 */
export function destroy(self: Zloop): void {
  destroyHandle(zloopKind, self)
}

/**
 * Calls the handlers. Blocks until a handler ends the loop, a signal with a listener comes, CZMQ is told to stop
 * (`zsys.interrupted`), the context of a socket is ending, or neither sockets nor timers are left. It can be started
 * again; then the delays of timers begin anew.
 *
 * C: `zloop_start`
 * @returns -1 when a handler ended it, else 0.
 * @throws {@link CzmqError} `ERR_CZMQ_BUSY` when a handler of this loop starts it again; and what a handler throws.
 */
export function start(self: Zloop): -1 | 0 {
  return reactorOf(self).run()
}

/**
 * Lets a loop go on although CZMQ was told to stop (`zsys.interrupted`), so that a program can end in order. A signal
 * still ends it. Off at first.
 *
 * C: `zloop_set_nonstop`
 */
export function setNonstop(self: Zloop, nonstop: boolean): void {
  reactorOf(self).nonstop = flag('nonstop', nonstop) === 1
}

/**
 * Makes a loop write to CZMQ's log what it does. Off at first.
 *
 * C: `zloop_set_verbose`
 */
export function setVerbose(self: Zloop, verbose: boolean): void {
  reactorOf(self).verbose = flag('verbose', verbose) === 1
}
