import { errnoName } from '../../errors.ts'
import { failure, failureOf } from '../../failure.ts'
import { DONTWAIT, POLLOUT, SNDMORE } from '../../raw/generated/constants.ts'
import { C } from '../../raw/index.ts'
import { allocate, lastErrno } from '../../raw/memory.ts'
import { sendBytes } from '../../raw/messages.ts'
import { cast, MSG_T_SIZE, type Pointer } from '../../raw/types.ts'
import type { Core } from '../core.ts'
import type { ReceivedMessage, Receiver } from '../receiver.ts'
import type { Internals } from '../socket.ts'

/** How much went one way through a proxy. */
export interface Traffic {
  /** Whole messages, whatever the number of their frames. */
  messages: number
  /** The sizes of their frames. */
  bytes: number
}

type Message = Pointer<'zmq_msg_t'>

let message: Message | undefined
let copy: Message | undefined

/** Memory of this thread for one frame on its way: a message is moved in one step. */
function made(known: Message | undefined): Message {
  if (known) return known
  const fresh = cast<'zmq_msg_t'>(allocate(MSG_T_SIZE))
  C.zmq_msg_init(fresh)
  return fresh
}

/** Receives a frame into {@link message}: its size, or -1 when there is none. */
function receive(from: Core): number {
  message = made(message)
  for (;;) {
    const size = C.zmq_msg_recv(message, from.pointer, DONTWAIT)
    if (size >= 0) return size
    const errno = lastErrno()
    const code = errnoName(errno)
    // The last two: sockets of this type never receive, or it is not their turn
    if (code === 'EAGAIN' || code === 'EFSM' || code === 'ENOTSUP') return -1
    if (code !== 'EINTR') throw failureOf(errno, 'zmq_msg_recv')
  }
}

/** What the socket has taken from libzmq and not handed out. From now on it takes one whole message at a time. */
function takeAhead(receiver: Receiver): ReceivedMessage[] {
  const ahead: ReceivedMessage[] = []
  receiver.most = 1
  try {
    // The first may be one that was begun; the call that ends it takes nothing else
    do {
      const next = receiver.take()
      if (next) ahead.push(next)
    } while (receiver.hasMessage)
  } catch {
    // Sockets of this type never receive, or it is not their turn
  }
  return ahead
}

/** One way through a proxy. Frames are handed on inside libzmq: JavaScript neither sees nor copies them. */
export class Lane {
  readonly traffic: Traffic = { messages: 0, bytes: 0 }
  readonly #from: Core
  readonly #to: Core
  readonly #capture: Core | null
  /** Messages that the socket took from libzmq before the proxy began. */
  readonly #ahead: ReceivedMessage[]

  constructor(from: Internals, to: Internals, capture: Internals | null) {
    this.#from = from.core
    this.#to = to.core
    this.#capture = capture?.core ?? null
    this.#ahead = takeAhead(from.receiver)
  }

  /** Whether there are messages of which libzmq knows no more. */
  get hasAhead(): boolean {
    return this.#ahead.length > 0
  }

  /** Whether it may move more in this turn. */
  get hasBudget(): boolean {
    return this.#from.hasBudget
  }

  /** Moves messages while there are any that can be sent, as many as this turn allows: whether there was one. */
  move(): boolean {
    let moved = false
    while (this.hasBudget && this.#canSend && this.#moveOne()) {
      this.#from.spend()
      moved = true
    }
    return moved
  }

  /** A message is received only when it can be passed on: at the high-water mark it stays where it is. */
  get #canSend(): boolean {
    return (this.#to.events() & POLLOUT) !== 0 && (!this.#capture || (this.#capture.events() & POLLOUT) !== 0)
  }

  #moveOne(): boolean {
    const ahead = this.#ahead.shift()
    const size = ahead ? this.#sendAhead(ahead) : this.#moveFrames()
    if (size < 0) return false
    this.traffic.messages++
    this.traffic.bytes += size
    return true
  }

  #moveFrames(): number {
    let size = receive(this.#from)
    if (size < 0) return size
    while (this.#pass()) size += receive(this.#from)
    return size
  }

  /** Sends the frame that was received: whether the message goes on. */
  #pass(): boolean {
    const frame = made(message)
    const more = C.zmq_msg_more(frame) !== 0
    const flags = more ? DONTWAIT | SNDMORE : DONTWAIT
    if (this.#capture) this.#show(frame, this.#capture, flags)
    if (C.zmq_msg_send(frame, this.#to.pointer, flags) === -1) throw this.#lost(frame)
    return more
  }

  #show(frame: Message, capture: Core, flags: number): void {
    copy = made(copy)
    C.zmq_msg_copy(copy, frame)
    if (C.zmq_msg_send(copy, capture.pointer, flags) === -1) throw this.#lost(copy)
  }

  #lost(frame: Message): Error {
    const error = failure('zmq_msg_send')
    C.zmq_msg_close(frame)
    C.zmq_msg_init(frame)
    return error
  }

  #sendAhead(frames: Buffer[]): number {
    for (const to of this.#capture ? [this.#capture, this.#to] : [this.#to])
      frames.forEach((frame, index) => {
        const flags = index < frames.length - 1 ? DONTWAIT | SNDMORE : DONTWAIT
        if (sendBytes(to.pointer, frame, frame.length, flags) === -1) throw failure('zmq_send')
      })
    return frames.reduce((sum, frame) => sum + frame.length, 0)
  }
}
