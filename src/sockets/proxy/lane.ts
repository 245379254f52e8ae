import { errnoName } from '../../errors.ts'
import { failure, failureOf } from '../../failure.ts'
import { DONTWAIT, POLLOUT, SNDMORE } from '../../raw/generated/constants.ts'
import { C } from '../../raw/index.ts'
import { allocate, free, lastErrno } from '../../raw/memory.ts'
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

function newMessage(): Message {
  const message = cast<'zmq_msg_t'>(allocate(MSG_T_SIZE))
  C.zmq_msg_init(message)
  return message
}

/** Receives a frame: its size, or -1 when there is none. */
function receive(message: Message, from: Core): number {
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

/** Sends a frame; false when the socket can take no more. */
function send(message: Message, to: Core, flags: number): boolean {
  if (C.zmq_msg_send(message, to.pointer, flags) >= 0) return true
  const errno = lastErrno()
  const code = errnoName(errno)
  if (code === 'EAGAIN' || code === 'EINTR') return false
  throw failureOf(errno, 'zmq_msg_send')
}

/** What the socket has taken from libzmq and not handed out. From now on it takes one whole message at a time. */
function takeAhead(receiver: Receiver): ReceivedMessage[] {
  const ahead: ReceivedMessage[] = []
  receiver.most = 1
  try {
    // The first may be one that was begun; the call that ends it takes nothing else
    do {
      const next = receiver.takeUntold()
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
  /** The frame on its way. */
  readonly #message = newMessage()
  readonly #copy = newMessage()
  /** The size of the frame on its way when there was no room for it, else -1. */
  #held = -1

  constructor(from: Internals, to: Internals, capture: Internals | null) {
    this.#from = from.core
    this.#to = to.core
    this.#capture = capture?.core ?? null
    this.#ahead = takeAhead(from.receiver)
  }

  /** Frees its memory. */
  end(): void {
    for (const message of [this.#message, this.#copy]) {
      C.zmq_msg_close(message)
      free(message)
    }
  }

  /** Whether there are messages of which libzmq knows no more. */
  get hasAhead(): boolean {
    return this.#ahead.length > 0 || this.#held >= 0
  }

  /** Whether it may move more in this turn. */
  get hasBudget(): boolean {
    return this.#from.hasBudget
  }

  /** Moves messages while there are any that can be sent, as many as this turn allows: whether there was one. */
  move(): boolean {
    let moved = false
    while (this.hasBudget && this.#canCapture && this.#moveOne()) {
      this.#from.spend()
      moved = true
    }
    return moved
  }

  get #canCapture(): boolean {
    return !this.#capture || (this.#capture.events() & POLLOUT) !== 0
  }

  #moveOne(): boolean {
    const size = this.#ahead.length > 0 ? this.#sendAhead() : this.#moveFrames()
    if (size < 0) return false
    this.traffic.messages++
    this.traffic.bytes += size
    return true
  }

  /** To ask first whether there is room would cost more than the rest, so a frame for which there is none waits here. */
  #moveFrames(): number {
    let size = this.#held >= 0 ? this.#held : receive(this.#message, this.#from)
    this.#held = -1
    if (size < 0) return size
    let more = C.zmq_msg_more(this.#message) !== 0
    if (!this.#pass(more)) {
      this.#held = size
      return -1
    }
    while (more) {
      size += receive(this.#message, this.#from)
      more = C.zmq_msg_more(this.#message) !== 0
      this.#pass(more)
    }
    return size
  }

  /** Sends a frame and shows a copy; false when there is no room, which only the first of a message can meet. */
  #pass(more: boolean): boolean {
    const flags = more ? DONTWAIT | SNDMORE : DONTWAIT
    if (this.#capture) C.zmq_msg_copy(this.#copy, this.#message)
    if (!send(this.#message, this.#to, flags)) return false
    if (this.#capture) send(this.#copy, this.#capture, flags)
    return true
  }

  #sendAhead(): number {
    const [frames] = this.#ahead
    if (!frames || !(this.#to.events() & POLLOUT)) return -1
    this.#ahead.shift()
    for (const to of this.#capture ? [this.#capture, this.#to] : [this.#to])
      frames.forEach((frame, index) => {
        const flags = index < frames.length - 1 ? DONTWAIT | SNDMORE : DONTWAIT
        if (sendBytes(to.pointer, frame, frame.length, flags) === -1) throw failure('zmq_send')
      })
    return frames.reduce((sum, frame) => sum + frame.length, 0)
  }
}
