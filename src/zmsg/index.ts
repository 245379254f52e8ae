/**
 * Messages of many frames, in memory of C. A message is not collected: whoever makes or receives one sends it, gives
 * it to another message, or destroys it. With `CZMQ_DEBUG=handles` in the environment one left behind is reported.
 *
 * A message owns its frames. {@link first}, {@link next}, {@link last} and {@link frames} lend them: such a frame can
 * be read, but neither destroyed nor given away, until {@link pop} or {@link remove} has taken it out.
 *
 * C's `zmsg_pushstrf` and `zmsg_addstrf` have no counterpart here: use a template string with {@link pushstr} and
 * {@link addstr}.
 *
 * @example
 * ```ts
 * const message = zmsg.new()
 * zmsg.addstr(message, 'topic')
 * zmsg.addmem(message, Buffer.from([1, 2, 3]))
 * zmsg.send(message, sender) // takes the message
 * const received = zmsg.recv(receiver)
 * if (received) {
 *   zmsg.popstr(received) // 'topic'
 *   zmsg.destroy(received)
 * }
 * ```
 */
export type { Zmsg } from '../message-kinds.ts'
export { addmsg, decode, encode, popmsg } from './codec.ts'
export { addmem, addstr, popstr, pushmem, pushstr } from './content.ts'
export { load, save } from './file.ts'
export { add, append, first, frames, last, next, pop, prepend, push, remove, unwrap, wrap } from './frames.ts'
export {
  contentSize,
  create as new,
  destroy,
  dup,
  eq,
  is,
  newSignal,
  routingId,
  setRoutingId,
  signal,
  size,
} from './message.ts'
export { fprint, print } from './print.ts'
export { recv, recvNowait, send, sendm } from './transfer.ts'
