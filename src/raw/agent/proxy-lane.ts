import { errnoName } from '../../errors.ts'
import { DONTWAIT, POLLOUT, SNDMORE } from '../generated/constants.ts'
import { C } from '../index.ts'
import { allocate, free, lastErrno } from '../memory.ts'
import { eventsOf } from '../socket-state.ts'
import { cast, MSG_T_SIZE, type Pointer } from '../types.ts'

/** How many messages may go one way before the other way, and commands, get their turn. */
const TURN = 256

/** One way through a proxy. Frames are handed on inside libzmq: JavaScript neither sees nor copies them. */
export class ProxyLane {
  messages = 0
  bytes = 0
  readonly #frame = newMessage()
  readonly #copy = newMessage()
  /** The size of the frame on its way for which there was no room, else -1. */
  #held = -1

  /** Whether a frame waits for room. */
  get waiting(): boolean {
    return this.#held >= 0
  }

  /** Frees its memory. */
  end(): void {
    for (const each of [this.#frame, this.#copy]) {
      C.zmq_msg_close(each)
      free(each)
    }
  }

  /** Moves messages while there are any and there is room; false when there was none. */
  move(from: Pointer, to: Pointer, capture: Pointer | null): boolean {
    for (let moved = 0; moved < TURN; moved++) if (!this.#moveOne(from, to, capture)) return moved > 0
    return true
  }

  #moveOne(from: Pointer, to: Pointer, capture: Pointer | null): boolean {
    if (capture && !(eventsOf(capture) & POLLOUT)) return false
    let size = this.#held >= 0 ? this.#held : this.#receive(from)
    this.#held = -1
    if (size < 0) return false
    let more = C.zmq_msg_more(this.#frame) !== 0
    if (!this.#pass(to, capture, more)) {
      this.#held = size
      return false
    }
    while (more) {
      size += Math.max(0, this.#receive(from))
      more = C.zmq_msg_more(this.#frame) !== 0
      this.#pass(to, capture, more)
    }
    this.messages++
    this.bytes += size
    return true
  }

  /** The size of a frame, -1 when there is none: also where sockets of this type never receive. */
  #receive(from: Pointer): number {
    for (;;) {
      const size = C.zmq_msg_recv(this.#frame, from, DONTWAIT)
      if (size >= 0 || errnoName(lastErrno()) !== 'EINTR') return size
    }
  }

  /** Sends a frame and shows a copy; false when there is no room. A message that a socket refuses for good is dropped. */
  #pass(to: Pointer, capture: Pointer | null, more: boolean): boolean {
    const flags = more ? DONTWAIT | SNDMORE : DONTWAIT
    if (capture) C.zmq_msg_copy(this.#copy, this.#frame)
    if (C.zmq_msg_send(this.#frame, to, flags) < 0) {
      const code = errnoName(lastErrno())
      return code !== 'EAGAIN' && code !== 'EINTR'
    }
    if (capture) C.zmq_msg_send(this.#copy, capture, flags)
    return true
  }
}

function newMessage(): Pointer<'zmq_msg_t'> {
  const message = cast<'zmq_msg_t'>(allocate(MSG_T_SIZE))
  C.zmq_msg_init(message)
  return message
}
