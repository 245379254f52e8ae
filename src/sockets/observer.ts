import { EventEmitter } from 'node:events'
import { CzmqError, invalidType, invalidValue } from '../errors.ts'
import { onDestroy } from '../handle.ts'
import type { Zsocket } from '../socket-kinds.ts'
import { Core } from './core.ts'
import { decodeEvent, eventTypes } from './events/decode.ts'
import { monitor, stopMonitor } from './events/monitor.ts'
import type { Event, EventOfType, EventType } from './events/types.ts'
import { Receiver } from './receiver.ts'
import { pinned } from './shared-context.ts'
import { internals, isSocket, type Socket } from './socket.ts'
import { checkWait, type WaitOptions } from './waiting.ts'

export type {
  AuthError,
  ErrnoError,
  Event,
  EventAddress,
  EventError,
  EventFor,
  EventInterval,
  EventOfType,
  EventType,
  Expand,
  ProtoError,
} from './events/types.ts'

/** What is called for each event of a type. */
export type Listener<E extends EventType> = (event: EventOfType<E>) => void

/** The part of an {@link Observer} that listeners are added to. */
export interface EventSubscriber {
  /** Has `listener` called for each event of a type, until {@link off}. From the first on events cannot be received. */
  on<E extends EventType>(type: E, listener: Listener<E>): EventSubscriber
  /** {@link on}, for one event only. */
  once<E extends EventType>(type: E, listener: Listener<E>): EventSubscriber
  /** Removes a listener. */
  off<E extends EventType>(type: E, listener: Listener<E>): EventSubscriber
}

const registry = new FinalizationRegistry<Core>((core) => core.close())
const observers = new WeakMap<object, Observer>()

/** The one observer of a socket, made when first asked for. */
export function observerOf(socket: Socket): Observer {
  return observers.get(socket) ?? new Observer(socket)
}

/**
 * Tells what happens to a socket: `socket.events`. Events are kept from when that is first used, until they are
 * received or listened to; doing so keeps the process alive, until the socket is closed and its last event came.
 *
 * @example
 * ```ts
 * const socket = new Pull()
 * socket.events.on('accept', ({ address }) => console.log('a peer at', address))
 * await socket.bind('tcp://127.0.0.1:*')
 * socket.close()
 * ```
 */
export class Observer implements EventSubscriber {
  readonly #core: Core
  readonly #receiver: Receiver
  readonly #emitter = new EventEmitter()
  /** The last events of a socket that was closed while nobody read them. */
  #rest: Event[] = []
  /** Iterations that were begun and not left. */
  #iterations = 0
  #emits = false
  #pumping = false
  #silence = new AbortController()

  /**
   * Observes a socket; `socket.events` does so, too. An observer that it had before ends, because libzmq has one for
   * each socket.
   *
   * @throws {@link CzmqError} `EBADF` when the socket is closed, `EMFILE`.
   */
  constructor(socket: Socket) {
    const handle = handleOf(socket)
    const pair = monitor(handle)
    onDestroy(pair, pinned())
    this.#core = new Core(pair, 'monitor')
    this.#receiver = new Receiver(this.#core)
    this.#core.belongTo(this)
    registry.register(this, this.#core, this.#core)
    const parts = internals(socket)
    const stop = (): void => stopMonitor(handle, pair)
    onDestroy(handle, () => {
      if (!this.#isRead) this.#keepRest(stop)
      // libzmq keeps the socket until its peers have been used, or somebody is bound where it is connected
      else if (parts.inside) stop()
    })
    observers.set(socket, this)
  }

  /** Whether there are no more events: it was closed, or the last one was received. */
  get closed(): boolean {
    return this.#core.closed && this.#rest.length === 0
  }

  /** Ends observing: calls that wait reject with `EAGAIN`, iterations end, and listeners are called no more. */
  close(): void {
    this.#rest = []
    registry.unregister(this.#core)
    this.#core.close()
  }

  /** {@link close}, for `using`. */
  [Symbol.dispose](): void {
    this.close()
  }

  /**
   * Receives the next event. Any number of calls may wait.
   *
   * @throws {@link CzmqError} (rejects with) `EBUSY` when there were listeners, `EBADF` when it is closed, `EAGAIN`
   *   when the time is over or it was closed meanwhile; or with the signal's reason.
   */
  async receive(options?: WaitOptions): Promise<Event> {
    if (this.#emits)
      throw new CzmqError('EBUSY', 'Observer is in event emitter mode: its listeners get the events')
    return this.#next(options)
  }

  async #next(options?: WaitOptions): Promise<Event> {
    checkWait(options, -1)
    const kept = this.#rest.shift()
    if (kept) return kept
    if (this.#core.closed) throw new CzmqError('EBADF', 'EBADF: the observer is closed', { errno: 9 })
    const event = decodeEvent(await this.#receiver.receive(options))
    if (event.type === 'end') this.close()
    return event
  }

  /** Events until the socket, or the observer, is closed. */
  [Symbol.asyncIterator](): AsyncIterator<Event, undefined> {
    return this.#events()
  }

  async *#events(): AsyncGenerator<Event, undefined, undefined> {
    this.#iterations++
    try {
      while (!this.closed) yield await this.receive()
    } catch (error) {
      if (!this.closed) throw error
    } finally {
      this.#iterations--
    }
    return undefined
  }

  /**
   * Has `listener` called for each event of a type. From the first listener on events cannot be received; while there
   * are no listeners, events wait. What a listener throws is an uncaught exception.
   *
   * @throws TypeError `ERR_INVALID_ARG_VALUE` for a type that does not exist, `ERR_INVALID_ARG_TYPE`.
   */
  on<E extends EventType>(type: E, listener: Listener<E>): this {
    this.#emitter.on(eventType(type), listener)
    this.#listen()
    return this
  }

  /** {@link on}, for one event only. */
  once<E extends EventType>(type: E, listener: Listener<E>): this {
    this.#emitter.once(eventType(type), listener)
    this.#listen()
    return this
  }

  /** Removes a listener. */
  off<E extends EventType>(type: E, listener: Listener<E>): this {
    this.#emitter.off(eventType(type), listener)
    if (!this.#hasListeners) this.#silence.abort()
    return this
  }

  get #hasListeners(): boolean {
    return this.#emitter.eventNames().length > 0
  }

  get #isRead(): boolean {
    return this.#hasListeners || this.#iterations > 0 || this.#receiver.waiting
  }

  #listen(): void {
    this.#emits = true
    if (this.#pumping) return
    this.#pumping = true
    void this.#pump()
  }

  /** The first event comes after the listeners that are added together with the first one. */
  async #pump(): Promise<void> {
    await Promise.resolve()
    while (this.#hasListeners && !this.closed) await this.#step()
    this.#pumping = false
  }

  async #step(): Promise<void> {
    this.#silence = new AbortController()
    const { signal } = this.#silence
    try {
      this.#emit(await this.#next({ signal }))
    } catch {
      if (!signal.aborted) this.close()
    }
  }

  /** What a listener throws ends the process as any error that nobody catches, not the events. */
  #emit(event: Event): void {
    try {
      this.#emitter.emit(event.type, event)
    } catch (error) {
      queueMicrotask(() => {
        throw error
      })
    }
  }

  /** The socket is being closed and nobody waits to hear of it: what has come is kept, and nothing else. */
  #keepRest(stop: () => void): void {
    if (this.#core.closed) return
    stop()
    this.#takeRest()
    registry.unregister(this.#core)
    this.#core.close()
  }

  #takeRest(): void {
    try {
      for (let frames = this.#receiver.take(); frames; frames = this.#receiver.take())
        this.#rest.push(decodeEvent(frames))
    } catch {
      // The context has ended: so have the events
    }
  }

  /** What `console.log` shows. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `Observer { ${this.closed ? 'closed' : 'open'} }`
  }
}

function handleOf(socket: unknown): Zsocket {
  if (!isSocket(socket)) throw invalidType('socket', 'a socket', socket)
  return internals(socket).core.handle
}

function eventType(type: unknown): EventType {
  if (typeof type !== 'string') throw invalidType('type', 'a string', type)
  if (!eventTypes.has(type)) throw invalidValue('type', 'is not a type of events')
  return type as EventType
}
