import { types } from 'node:util'
import { sizeOf } from '../arguments.ts'
import { errnoName, invalidType } from '../errors.ts'
import type { Send } from '../event-loop/index.ts'
import { transferFailureOf } from '../failure.ts'
import { DONTWAIT, POLLOUT, SNDMORE } from '../raw/generated/constants.ts'
import { refuseParts } from '../socket-hazards.ts'
import { channels } from './channels.ts'
import type { Core, Direction } from './core.ts'
import { Queue } from './queue.ts'
import { checkWait, closedWhileWaiting, timedOut, Waiter, type WaitOptions } from './waiting.ts'

/** What a frame can be made of. Text becomes UTF-8, a number its decimal text, `null` an empty frame. */
export type MessageLike = ArrayBufferView | ArrayBuffer | SharedArrayBuffer | string | number | null

/** Asked after every message, so kept at hand. */
const told = channels.send

interface Pending {
  readonly frames: (Uint8Array | string)[]
  readonly waiter: Waiter<void>
}

/** Sending without blocking: at the high-water mark messages wait their turn, in order. */
export class Sender implements Direction {
  /** POLLOUT, if that was not set; where it was and nothing could be sent, it says nothing. */
  missing = 0
  readonly #core: Core
  readonly #send: Send
  readonly #pending = new Queue<Pending>()
  /** Milliseconds that a call waits unless it says otherwise; -1 for ever. */
  timeout = -1

  constructor(core: Core) {
    this.#core = core
    this.#send = core.loop.sender(core.pointer)
    core.add(this)
  }

  get waiting(): boolean {
    return this.#pending.size > 0
  }

  /** Sends a message if that is possible at once. Throws what libzmq answers besides. */
  trySend(message: MessageLike | MessageLike[]): boolean {
    const frames = Array.isArray(message) ? framesOf(message) : frameOf(message)
    this.#core.checkOpen()
    if (this.#pending.size > 0) return false
    this.#core.touched(this)
    // What makes room may have come already, and not have been noticed
    const isSent = this.#attempt(frames) || ((this.#core.events() & POLLOUT) !== 0 && this.#attempt(frames))
    if (told.hasSubscribers && isSent) this.#core.tell('send', { message: copies(frames) })
    return isSent
  }

  /** Sends a message behind those that wait already. */
  send(message: MessageLike | MessageLike[], options?: WaitOptions): Promise<void> {
    try {
      const timeout = checkWait(options, this.timeout)
      if ((this.#core.spend() || timeout === 0) && this.trySend(message)) return SENT
      if (timeout === 0) return Promise.reject(timedOut())
      return this.#wait(copied(message), timeout, options?.signal)
    } catch (error) {
      return Promise.reject(error as Error)
    }
  }

  /** It tries even when nothing can be sent, because there may be an error to tell. */
  advance(): void {
    this.#core.events()
    this.#sendPending()
    if (this.#pending.size === 0) return
    this.missing = ~this.#core.events() & POLLOUT
    if (this.missing === 0) this.#sendPending()
    if (this.#pending.size > 0) this.#core.wait()
  }

  #sendPending(): void {
    for (let next = this.#pending.peek(); next && this.#core.spend(); next = this.#pending.peek()) {
      try {
        if (!this.#sendAll(next.frames)) return
        if (told.hasSubscribers) this.#core.tell('send', { message: next.frames })
        next.waiter.resolve()
      } catch (error) {
        next.waiter.reject(error)
      }
      this.#pending.shift()
    }
  }

  end(): void {
    for (const { waiter } of this.#pending.drain()) waiter.reject(closedWhileWaiting())
  }

  #wait(frames: Pending['frames'], timeout: number, signal: AbortSignal | undefined): Promise<void> {
    this.#core.checkOpen()
    const waiter = new Waiter<void>()
    const pending = { frames, waiter }
    this.#pending.push(pending)
    try {
      waiter.limit(timeout, signal, () => {
        this.#pending.remove(pending)
        this.#core.kick()
      })
      this.#core.wait()
    } catch (error) {
      this.#pending.remove(pending)
      waiter.reject(error)
    }
    return waiter.promise
  }

  #attempt(frames: Uint8Array | string | (Uint8Array | string)[]): boolean {
    return Array.isArray(frames) ? this.#sendAll(frames) : this.#sendFrame(frames, DONTWAIT)
  }

  /**
   * libzmq refuses the first frame, or none: the others follow it whatever the high-water mark says. When the peer
   * goes away in the middle, it forgets those before, and the message begins anew.
   */
  #sendAll(frames: (Uint8Array | string)[]): boolean {
    const last = frames.length - 1
    if (last > 0) refuseParts(this.#core.pointer)
    if (last < 0) return this.#sendFrame(NOTHING, DONTWAIT)
    for (let index = 0; index <= last; index++) {
      const flags = index < last ? DONTWAIT | SNDMORE : DONTWAIT
      if (!this.#sendFrame(frames[index] as Uint8Array | string, flags)) return false
    }
    return true
  }

  /** A frame that a signal has interrupted is sent again: its message must not begin anew. */
  #sendFrame(frame: Uint8Array | string, flags: number): boolean {
    for (;;) {
      const errno = flags === DONTWAIT ? this.#send(frame) : this.#send(frame, flags)
      if (errno === undefined) {
        this.#core.charge(typeof frame === 'string' ? frame.length : sizeOf(frame))
        return true
      }
      const code = errnoName(errno)
      if (code === 'EAGAIN') return false
      if (code !== 'EINTR') throw this.#core.failed(transferFailureOf(errno, 'zmq_send', this.#core.pointer))
    }
  }
}

/** One for all, because making it takes 10 ns. */
const SENT = Promise.resolve()
const NOTHING = new Uint8Array(0)

function frameOf(value: MessageLike | undefined, index = -1): Uint8Array | string {
  if (typeof value === 'string') return value
  if (types.isUint8Array(value)) return value
  if (typeof value === 'number') return String(value)
  if (value === null) return NOTHING
  if (types.isAnyArrayBuffer(value)) return new Uint8Array(value)
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
  throw invalidFrame(index < 0 ? 'message' : `message[${index}]`, value)
}

function invalidFrame(name: string, value: unknown): TypeError {
  const isSingle = name === 'message'
  const expected = isSingle
    ? 'a string, a number, null, a buffer or an array of these'
    : 'a string, a number, null or a buffer'
  return invalidType(name, `${expected}; sendJson sends other values`, value)
}

/** All are checked before the first is sent, without any code of the array's own. */
function framesOf(message: readonly (MessageLike | undefined)[]): (Uint8Array | string)[] {
  const frames: (Uint8Array | string)[] = []
  for (let index = 0; index < message.length; index++) frames.push(frameOf(message[index], index))
  return frames
}

/** What waits must not change when the caller reuses its memory. */
function copied(message: MessageLike | MessageLike[]): (Uint8Array | string)[] {
  return copies(Array.isArray(message) ? framesOf(message) : frameOf(message))
}

function copies(frames: Uint8Array | string | (Uint8Array | string)[]): (Uint8Array | string)[] {
  const all = Array.isArray(frames) ? frames : [frames]
  return all.map((each) => (typeof each === 'string' ? each : copyOf(each)))
}

/** A constructor looks at no property of a view, and refuses a detached one. */
function copyOf(view: Uint8Array): Uint8Array {
  return sizeOf(view) === 0 ? NOTHING : new Uint8Array(view)
}
