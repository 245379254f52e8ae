import { errnoName } from '../errors.ts'
import { FRAME_LARGE, FRAME_MORE, type Frames, SMALL_SIZE } from '../event-loop/index.ts'
import { transferFailureOf } from '../failure.ts'
import { POLLIN } from '../raw/generated/constants.ts'
import { channels } from './channels.ts'
import type { Core, Direction } from './core.ts'
import { Queue } from './queue.ts'
import { checkWait, closedWhileWaiting, timedOut, Waiter, type WaitOptions } from './waiting.ts'

/** Small frames received together share memory of this size; a frame that is kept keeps it all. */
const SLAB_SIZE = 16_384
/** How many messages may be taken from libzmq before they are asked for. */
const PREFETCH = 256

type BufferClass = new (memory: ArrayBufferLike, offset: number, size: number) => Buffer

/** The class that Node's Buffers have; elsewhere Buffer itself, which makes none of memory. */
const FastBuffer = Reflect.get(Buffer, Symbol.species) as BufferClass

const isFast = typeof FastBuffer === 'function' && (FastBuffer as unknown) !== Buffer

/** Where frames are made of parts of a slab: its memory, because asking each time for that takes 15 ns. */
const memoryOf = isFast ? (slab: Buffer): ArrayBufferLike => slab.buffer : (slab: Buffer): Buffer => slab

/** What `subarray` answers, in 20 ns instead of 55: its arguments need no checks. */
const part: (memory: ArrayBufferLike | Buffer, offset: number, size: number) => Buffer = isFast
  ? (memory, offset, size) => new FastBuffer(memory as ArrayBufferLike, offset, size)
  : (slab, offset, size) => (slab as Buffer).subarray(offset, offset + size)

/** A message as it is received: its frames. */
export type ReceivedMessage = Buffer[]

/** A waiting call. */
interface Pending {
  /** Takes a message and answers the call: whether there was one. */
  readonly serve: () => boolean
  readonly fail: (reason: unknown) => void
}

/** Receiving without blocking: what has come is drained from libzmq in one call and handed out in order. */
export class Receiver implements Direction {
  /** Nothing had come. */
  readonly missing = POLLIN
  readonly #core: Core
  readonly #pending = new Queue<Pending>()
  readonly #frames: Frames = {
    slab: Buffer.alloc(0),
    offset: 0,
    sizes: new Int32Array(PREFETCH * 2),
    large: [],
  }
  readonly #more = new Int32Array(1)
  /** Messages that were drained and not yet handed out. */
  #inbox: ReceivedMessage[] = []
  #next = 0
  /** The beginning of a message whose end was not yet drained. */
  #partial: ReceivedMessage | null = null
  /** Messages a drain; 1 where libzmq must not be asked ahead. */
  most = PREFETCH
  #shared = false
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
    const message = this.takeUntold()
    if (channels.receive.hasSubscribers && message) this.#core.tell('receive', { message: [...message] })
    return message
  }

  /** {@link take} for what does not hand it to the program. */
  takeUntold(): ReceivedMessage | undefined {
    const message = this.#inbox[this.#next]
    if (message !== undefined) {
      this.#next++
      return message
    }
    return this.#fill() ? this.#inbox[this.#next++] : undefined
  }

  /** A message in memory of the caller: its size; the message itself where that is not possible; undefined for none. */
  takeInto(room: Uint8Array): number | ReceivedMessage | undefined {
    if (this.hasMessage || this.#partial) return this.take()
    const result = this.#core.loop.into(this.#core.pointer, room, this.#more)
    this.#core.touched(this)
    if (typeof result !== 'number') return this.#rest(result)
    if (result < 0) return this.#nothing(-result)
    this.#core.charge(result)
    if (channels.receive.hasSubscribers) this.#core.tell('receive', { message: [room.subarray(0, result)] })
    return result
  }

  /** The message that this frame begins. */
  #rest(frame: Buffer): ReceivedMessage | undefined {
    if (this.#more[0] === 0) {
      if (channels.receive.hasSubscribers) this.#core.tell('receive', { message: [frame] })
      return [frame]
    }
    this.#partial = [frame]
    return this.take()
  }

  /** Why nothing was received: undefined when there is nothing yet. */
  #nothing(errno: number): undefined {
    const code = errnoName(errno)
    if (code !== 'EAGAIN' && code !== 'EINTR')
      throw this.#core.failed(transferFailureOf(errno, 'zmq_msg_recv', this.#core.pointer))
  }

  /**
   * Others receive from the socket, too, from now on: libzmq is not asked ahead any more, and the rest of a message that
   * was begun is taken.
   */
  share(): void {
    if (this.#shared) return
    this.#shared = true
    if (!this.#partial) return
    const ahead = this.#inbox.slice(this.#next)
    try {
      this.#fill()
    } finally {
      this.#inbox = [...ahead, ...this.#inbox]
    }
  }

  readonly #take = (): ReceivedMessage | undefined => this.take()

  /** The next message, for calls that have been waiting none the longer. */
  receive(options?: WaitOptions): Promise<ReceivedMessage> {
    return this.receiveBy(this.#take, options)
  }

  /** {@link receive} in another form: `take` answers undefined when no message has come. */
  receiveBy<Form>(take: () => Form | undefined, options?: WaitOptions): Promise<Form> {
    try {
      const timeout = checkWait(options, this.timeout)
      this.#core.checkOpen()
      if (this.#pending.size === 0 && (this.#core.spend() || timeout === 0)) {
        const message = take()
        if (message !== undefined) return Promise.resolve(message)
      }
      if (timeout === 0) return Promise.reject(timedOut())
      return this.#wait(take, timeout, options?.signal)
    } catch (error) {
      return Promise.reject(error as Error)
    }
  }

  advance(): void {
    for (let next = this.#pending.peek(); next && this.#core.spend(); next = this.#pending.peek()) {
      try {
        if (!next.serve()) break
      } catch (error) {
        next.fail(error)
      }
      this.#pending.shift()
    }
    if (this.#pending.size > 0) this.#core.wait()
  }

  end(): void {
    this.#inbox = []
    this.#next = 0
    for (const { fail } of this.#pending.drain()) fail(closedWhileWaiting())
  }

  #wait<Form>(take: () => Form | undefined, timeout: number, signal: AbortSignal | undefined): Promise<Form> {
    const waiter = new Waiter<Form>()
    const pending: Pending = {
      serve: () => {
        const message = take()
        if (message !== undefined) waiter.resolve(message)
        return message !== undefined
      },
      fail: (reason) => waiter.reject(reason),
    }
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

  /** Drains what has come; false when nothing has. */
  #fill(): boolean {
    this.#inbox = []
    this.#next = 0
    while (this.#drain()) if (this.#inbox.length > 0) return true
    return false
  }

  /** Takes frames in; false when none have come. */
  #drain(): boolean {
    const frames = this.#frames
    if (frames.slab.length - frames.offset < SMALL_SIZE) this.#newSlab()
    const count = this.#core.loop.drain(this.#core.pointer, frames, this.#shared ? 1 : this.most)
    this.#core.touched(this)
    if (count < 0) return this.#nothing(-count) ?? false
    this.#sort(count)
    return true
  }

  /** Takes in the rest of a message that has begun, without which no connection may end. */
  complete(): void {
    while (this.#partial !== null && this.#drain());
  }

  #newSlab(): void {
    this.#frames.slab = Buffer.allocUnsafeSlow(SLAB_SIZE)
    this.#frames.offset = 0
  }

  #chargeLarge(): void {
    for (const frame of this.#frames.large) this.#core.charge(frame.length)
    this.#frames.large = []
  }

  /** Makes messages of `count` frames. */
  #sort(count: number): void {
    const { slab, sizes, large } = this.#frames
    const memory = memoryOf(slab)
    let { offset } = this.#frames
    let message = this.#partial
    let nextLarge = 0
    for (let index = 0; index < count; index++) {
      const entry = sizes[index] as number
      const size = entry >> 2
      let frame: Buffer
      if (entry & FRAME_LARGE) frame = large[nextLarge++] as Buffer
      else {
        frame = part(memory, offset, size)
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
    if (nextLarge > 0) this.#chargeLarge()
  }
}
