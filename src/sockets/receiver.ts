import { errnoName } from '../errors.ts'
import { FRAME_LARGE, FRAME_MORE, type Frames, SMALL_SIZE } from '../event-loop/index.ts'
import { failureOf } from '../failure.ts'
import type { Core, Direction } from './core.ts'
import { Queue } from './queue.ts'
import { checkWait, closedWhileWaiting, timedOut, Waiter, type WaitOptions } from './waiting.ts'

/** Small frames received together share memory of this size; a frame that is kept keeps it all. */
const SLAB_SIZE = 16_384
/** How many messages may be taken from libzmq before they are asked for. */
const PREFETCH = 256

/** A message as it is received: its frames. */
export type ReceivedMessage = Buffer[]

/** What a waiting call wants: its promise, and how it is answered. */
interface Pending {
  readonly waiter: Waiter<ReceivedMessage>
}

/** Receiving without blocking: what has come is drained from libzmq in one call and handed out in order. */
export class Receiver implements Direction {
  readonly #core: Core
  readonly #pending = new Queue<Pending>()
  readonly #frames: Frames = {
    slab: Buffer.alloc(0),
    offset: 0,
    sizes: new Int32Array(PREFETCH * 2),
    large: [],
  }
  /** Messages that were drained and not yet handed out. */
  #inbox: ReceivedMessage[] = []
  #next = 0
  /** The beginning of a message whose end was not yet drained. */
  #partial: ReceivedMessage | null = null
  /** Messages a drain; 1 where libzmq must not be asked ahead. */
  most = PREFETCH
  /** Milliseconds that a call waits unless it says otherwise; -1 for ever. */
  timeout = -1

  constructor(core: Core) {
    this.#core = core
    core.add(this)
  }

  get waiting(): boolean {
    return this.#pending.size > 0
  }

  /** Whether a message can be taken without asking libzmq. */
  get hasMessage(): boolean {
    return this.#next < this.#inbox.length
  }

  /** A message if one has come, else undefined. Throws what libzmq answers besides. */
  take(): ReceivedMessage | undefined {
    const message = this.#inbox[this.#next]
    if (message !== undefined) {
      this.#next++
      return message
    }
    return this.#fill() ? this.#inbox[this.#next++] : undefined
  }

  /** The next message, for calls that have been waiting none the longer. */
  receive(options?: WaitOptions): Promise<ReceivedMessage> {
    try {
      const timeout = checkWait(options, this.timeout)
      if (this.#pending.size === 0 && (this.#core.spend() || timeout === 0)) {
        const message = this.take()
        if (message !== undefined) return Promise.resolve(message)
      }
      if (timeout === 0) return Promise.reject(timedOut())
      return this.#wait(timeout, options?.signal)
    } catch (error) {
      return Promise.reject(error as Error)
    }
  }

  advance(): void {
    while (this.#pending.size > 0 && this.#core.spend()) {
      let message: ReceivedMessage | undefined
      try {
        message = this.take()
      } catch (error) {
        this.#pending.shift()?.waiter.reject(error)
        continue
      }
      if (message === undefined) break
      this.#pending.shift()?.waiter.resolve(message)
    }
    if (this.#pending.size > 0) this.#core.wait()
  }

  end(): void {
    this.#inbox = []
    this.#next = 0
    for (const { waiter } of this.#pending.drain()) waiter.reject(closedWhileWaiting())
  }

  #wait(timeout: number, signal: AbortSignal | undefined): Promise<ReceivedMessage> {
    const waiter = new Waiter<ReceivedMessage>()
    const pending = { waiter }
    this.#pending.push(pending)
    waiter.limit(timeout, signal, () => {
      this.#pending.remove(pending)
      this.#core.kick()
    })
    this.#core.wait()
    return waiter.promise
  }

  /** Drains what has come; false when nothing has. */
  #fill(): boolean {
    this.#inbox = []
    this.#next = 0
    const frames = this.#frames
    do {
      if (frames.slab.length - frames.offset < SMALL_SIZE) this.#newSlab()
      const count = this.#core.loop.drain(this.#core.pointer, frames, this.most)
      this.#core.touched(this)
      if (count < 0) {
        const code = errnoName(-count)
        if (code === 'EAGAIN' || code === 'EINTR') return false
        throw failureOf(-count, 'zmq_msg_recv')
      }
      this.#sort(count)
    } while (this.#inbox.length === 0)
    return true
  }

  #newSlab(): void {
    this.#frames.slab = Buffer.allocUnsafeSlow(SLAB_SIZE)
    this.#frames.offset = 0
  }

  /** Makes messages of `count` frames. */
  #sort(count: number): void {
    const { slab, sizes, large } = this.#frames
    let { offset } = this.#frames
    let message = this.#partial
    let nextLarge = 0
    for (let index = 0; index < count; index++) {
      const entry = sizes[index] as number
      const size = entry >> 2
      let frame: Buffer
      if (entry & FRAME_LARGE) frame = large[nextLarge++] as Buffer
      else {
        frame = slab.subarray(offset, offset + size)
        offset += (size + 7) & ~7
      }
      if (message) message.push(frame)
      else message = [frame]
      if (!(entry & FRAME_MORE)) {
        this.#inbox.push(message)
        message = null
      }
    }
    this.#partial = message
    this.#frames.offset = offset
    if (nextLarge > 0) this.#frames.large = []
  }
}
