import { eventLoop, type Watcher } from '../event-loop/index.ts'
import { DONTWAIT, POLLIN, SNDMORE } from '../raw/generated/constants.ts'
import { C } from '../raw/index.ts'
import { lastErrno } from '../raw/memory.ts'
import { moreFollows, receiveBytes, sendFrame } from '../raw/messages.ts'
import { descriptorOf, eventsOf } from '../raw/socket-state.ts'
import { closeLent, type Lent } from '../raw/thread-end.ts'
import type { Pointer } from '../raw/types.ts'
import { ZAP_ENDPOINT } from '../raw/zap-endpoint.ts'

/** Requests in one turn of the event loop. */
const TURN = 256
/** More frames than any request has; what comes behind them is dropped. */
const MOST_FRAMES = 32
const EAGAIN = 11
const EAGAIN_DARWIN = 35
const EINTR = 4

/** A request, and what goes before the frames of its answer. */
export interface Received {
  readonly envelope: Buffer[]
  readonly frames: Buffer[]
}

/** Gets the requests that have come. */
export type OnRequests = (requests: readonly Received[]) => void

/**
 * Where libzmq asks. A router, because answers need not come in the order of the questions; whoever has given up
 * meanwhile gets none.
 */
export class ZapSocket {
  readonly #lent: Lent
  readonly #pointer: Pointer
  readonly #watcher: Watcher
  readonly #onRequests: OnRequests
  #closed = false
  #continues = false

  /** Of the endpoint that the thread which gives orders has bound. */
  constructor(lent: Lent, onRequests: OnRequests) {
    this.#lent = lent
    this.#pointer = lent.socket
    this.#onRequests = onRequests
    this.#watcher = eventLoop().watch(descriptorOf(this.#pointer), () => this.#receive())
    this.#watcher.start()
    this.#watcher.ref()
    // Somebody may have asked before
    this.#lookAgain()
  }

  send(frames: readonly (Uint8Array | string)[]): void {
    if (this.#closed) return
    const last = frames.length - 1
    frames.forEach((frame, index) => {
      sendFrame(this.#pointer, frame, index < last ? DONTWAIT | SNDMORE : DONTWAIT)
    })
    this.#lookAgain()
  }

  /**
   * Frees the endpoint at once, where closing does so some time later, and hands out what has come: whoever is not
   * answered would wait for half a minute.
   */
  leave(): void {
    if (this.#closed) return
    C.zmq_unbind(this.#pointer, ZAP_ENDPOINT)
    this.#receive()
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#watcher.close()
    closeLent(this.#lent)
  }

  /** Sending takes in what the descriptor would have told of. */
  #lookAgain(): void {
    if (this.#continues) return
    this.#continues = true
    setImmediate(() => {
      this.#continues = false
      this.#receive()
    })
  }

  #receive(): void {
    if (this.#closed) return
    eventsOf(this.#pointer)
    const requests: Received[] = []
    for (let count = 0; count < TURN; count++) {
      const frames = this.#message()
      if (!frames) break
      const request = opened(frames)
      if (request) requests.push(request)
    }
    if (requests.length > 0) this.#onRequests(requests)
    if (!this.#closed && eventsOf(this.#pointer) & POLLIN) this.#lookAgain()
  }

  /** Null when there is none, or the context is ending: then nothing will ever come. */
  #message(): Buffer[] | null {
    const frames: Buffer[] = []
    do {
      const frame = receiveBytes(this.#pointer, DONTWAIT)
      if (!frame) {
        this.#judge(lastErrno())
        return null
      }
      if (frames.length < MOST_FRAMES) frames.push(frame)
    } while (moreFollows())
    return frames
  }

  #judge(errno: number): void {
    if (errno === EINTR) this.#lookAgain()
    else if (errno !== EAGAIN && errno !== EAGAIN_DARWIN) this.close()
  }
}

/** The envelope ends with an empty frame. Without one there is nobody to be answered. */
function opened(frames: Buffer[]): Received | null {
  const end = frames.findIndex((each, index) => index > 0 && each.length === 0) + 1
  return end > 0 ? { envelope: frames.slice(0, end), frames: frames.slice(end) } : null
}
