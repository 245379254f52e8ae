import type { EventLoop } from '../../event-loop/index.ts'
import { drainLabelled, type Label, labelledSender } from '../../raw/labelled-frames.ts'
import { SocketType } from '../socket-types.ts'

/** What is different with the types of sockets that are drafts in libzmq. */

const { Server, Client, Radio, Dish, Gather, Scatter, Datagram, Peer, Channel } = SocketType

const THREAD_SAFE: readonly number[] = [Server, Client, Radio, Dish, Gather, Scatter, Peer, Channel]

/** Whether sockets of a type may be used by several threads, and so have no descriptor. */
export function isThreadSafe(type: number): boolean {
  return THREAD_SAFE.includes(type)
}

/** What the messages of a type have besides their one frame. */
export function labelOf(type: number): Label | null {
  if (type === Server || type === Peer) return 'routingId'
  if (type === Radio || type === Dish) return 'group'
  return type === Datagram ? 'address' : null
}

/** The same event loop for sockets whose messages have a label; it must not be asked to receive `into` memory. */
export function labelled(loop: EventLoop, label: Label | null): EventLoop {
  if (label === null) return loop
  const sender = (socket: Parameters<EventLoop['sender']>[0]) => labelledSender(socket, label)
  if (label === 'address') return { ...loop, sender }
  return { ...loop, sender, drain: (socket, into, most) => drainLabelled(socket, label, into, most) }
}
