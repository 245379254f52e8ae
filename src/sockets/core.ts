import type { CzmqError } from '../errors.ts'
import { type EventLoop, eventLoop, type Watcher } from '../event-loop/index.ts'
import { failure } from '../failure.ts'
import { abandon, type Handle, onDestroy, onUse, socketOf } from '../handle.ts'
import type { Label } from '../raw/labelled-frames.ts'
import { descriptorOf, eventsOf, typeOf } from '../raw/socket-state.ts'
import { closeAtThreadEnd } from '../raw/thread-end.ts'
import { type Signal, signalOf } from '../raw/thread-safe.ts'
import type { Pointer } from '../raw/types.ts'
import { type ChannelName, channels, type Details, type Identity } from './channels.ts'
import { isThreadSafe, labelled, labelOf } from './draft/types.ts'
import { closedError } from './waiting.ts'

/** How many messages may go in or out in one turn of the event loop before timers and other I/O get theirs. */
const TURN = 512
/** So many bytes of a large frame count as much as a message: 512 times 1 MiB would hold up a timer for a second. */
const LARGE = 8192

/** One direction of a socket. */
export interface Direction {
  /** Whether calls are waiting. */
  readonly waiting: boolean
  /** `zmq.POLLIN` or `zmq.POLLOUT`: what the socket had not when it was last looked at for them; 0 if that says nothing. */
  readonly missing?: number
  /** Does what can be done for them without waiting. */
  advance: () => void
  /** The socket is closed: settles them. */
  end: () => void
}

/**
 * Whose the C socket is. Of a `borrowed` one only what is asynchronous ends when it is closed; a `monitor` must not be
 * closed before the socket that it observes, so not by the system when a worker is terminated.
 */
export type Ownership = 'owned' | 'borrowed' | 'monitor'

/**
 * What both directions of an asynchronous socket share: the C socket, the watcher of its descriptor, and the budget of
 * the turn. It never refers to the public socket object, so that this can be collected while the event loop holds on
 * to the core.
 *
 * libzmq's descriptor is edge-triggered: it becomes readable when commands arrive for the socket, and any operation on
 * the socket may take them in. So after every operation {@link Core.kick} looks again for those that wait.
 */
export class Core {
  readonly handle: Handle<'zsocket'>
  readonly pointer: Pointer
  readonly loop: EventLoop
  /** What the messages of a draft type have besides their one frame; here it is a frame. */
  readonly label: Label | null
  /** What the watcher watches where the socket has no descriptor. */
  readonly #signal: Signal | null
  #watcher: Watcher | null = null
  #directions: Direction[] = []
  #watching = false
  #referenced = false
  #left = TURN
  #continues = false
  #touched = false
  #kicking = false
  readonly #ownership: Ownership
  readonly #detach: () => void
  /** The public object, which must not be collected while calls wait. */
  #owner: WeakRef<object> | null = null
  #held: object | undefined
  /** What the channels call it; null for what is no socket to the program. */
  identity: Identity | null = null
  closed = false

  constructor(handle: Handle<'zsocket'>, ownership: Ownership = 'owned') {
    this.handle = handle
    this.#ownership = ownership
    this.pointer = socketOf(handle, 'handle')
    const type = typeOf(this.pointer)
    this.label = labelOf(type)
    const loop = ownership === 'borrowed' ? eventLoop() : orDestroy(handle, eventLoop)
    this.loop = labelled(loop, this.label)
    this.#signal = isThreadSafe(type) ? signalFor(this, ownership) : null
    if (ownership === 'owned') closeAtThreadEnd(this.pointer, this.#signal?.poller)
    this.#detach = onDestroy(handle, () => this.#end())
  }

  /** Says which object is kept while calls wait. */
  belongTo(owner: object): void {
    this.#owner = new WeakRef(owner)
  }

  /** Tells those who listen to a channel, as soon as the socket is at rest; ask for `hasSubscribers` before. */
  tell<Name extends ChannelName>(name: Name, details: Details<Name>): void {
    if (!this.identity) return
    const trace = { socket: this.#owner?.deref() ?? null, ...this.identity, ...details }
    queueMicrotask(() => channels[name].publish(trace))
  }

  /** {@link tell} of an error, which it answers. */
  failed(error: CzmqError): CzmqError {
    if (channels.error.hasSubscribers) this.tell('error', { error })
    return error
  }

  add(direction: Direction): void {
    this.#directions.push(direction)
  }

  /**
   * Asked after everything that is given by the caller, and may run code of his that closes the socket.
   *
   * @throws {@link CzmqError} `EBADF` when it is closed.
   */
  checkOpen(): void {
    if (this.closed) throw closedError()
  }

  /** Takes one message from the turn's budget; false when it is used up. */
  spend(): boolean {
    return this.#left-- > 0
  }

  /** Large frames use up more: copying and freeing them takes time, and the collector frees between turns only. */
  charge(bytes: number): void {
    if (bytes >= LARGE) this.#left -= Math.trunc(bytes / LARGE)
  }

  /** Whether more messages may go in or out in this turn. */
  get hasBudget(): boolean {
    return this.#left > 0
  }

  /** `zmq.POLLIN` and `zmq.POLLOUT`. */
  events(): number {
    return eventsOf(this.pointer)
  }

  /** Sees to it that waiting calls go on when the socket is ready, or in the next turn when the budget is used up. */
  wait(): void {
    if (this.closed) return
    this.#held ??= this.#owner?.deref()
    // Made first, because it can fail, and only now there is someone to be told
    this.#watcher ??= this.#newWatcher()
    if (!this.hasBudget) this.#continue()
    else if (!this.#referenced) this.#watch(this.#watcher)
  }

  #newWatcher(): Watcher {
    const descriptor = this.#signal?.descriptor ?? descriptorOf(this.pointer)
    return this.loop.watch(descriptor, () => this.#ready())
  }

  #watch(watcher: Watcher): void {
    if (!this.#watching) watcher.start()
    watcher.ref()
    this.#watching = true
    this.#referenced = true
  }

  /** The handle for others: calls that wait look again after each use of it. */
  lend(): Handle<'zsocket'> {
    if (!this.closed) onUse(this.handle, () => this.touched(null))
    return this.handle
  }

  /** One direction, or another user, has used the socket: what the others wait for may have come in with it. */
  touched(by: Direction | null): void {
    if (this.#touched || this.#kicking) return
    for (const each of this.#directions) {
      if (each === by || !each.waiting) continue
      this.#touched = true
      queueMicrotask(this.#afterTouch)
    }
  }

  readonly #afterTouch = (): void => {
    this.#touched = false
    if (!this.closed) this.kick()
  }

  /** After an operation that may have taken in commands: whoever waits may go on. */
  kick(): void {
    this.#kicking = true
    do {
      for (const each of this.#directions) if (each.waiting) each.advance()
    } while (this.#hasChanged)
    this.#kicking = false
    this.#rest()
  }

  /** Whether the last direction that looked took in what another one waits for: the descriptor will not tell again. */
  get #hasChanged(): boolean {
    if (this.closed || !this.hasBudget) return false
    const waiting = this.#directions.filter((each) => each.waiting)
    if (waiting.length < 2) return false
    const missing = waiting.reduce((sum, each) => sum | (each.missing ?? 0), 0)
    return missing !== 0 && (this.events() & missing) !== 0
  }

  /** Closes the socket unless it is borrowed, and settles everything that waits. */
  close(): void {
    if (this.#ownership !== 'borrowed') this.handle.destroy()
    else if (!this.closed) {
      onUse(this.handle, null)
      this.#detach()
      this.#end()
    }
  }

  /** {@link close}, because nobody refers to the public object any more. */
  abandon(): void {
    if (this.#ownership === 'owned') abandon(this.handle)
    else this.close()
  }

  #end(): void {
    this.closed = true
    this.#watcher?.close()
    this.#signal?.end()
    this.#held = undefined
    for (const each of this.#directions) each.end()
    if (channels.close.hasSubscribers) this.tell('close', {})
  }

  #ready(): void {
    if (this.closed) return
    this.#left = TURN
    const waiting = this.#directions.some((each) => each.waiting)
    if (waiting) this.#signal?.clear()
    if (waiting) this.kick()
    else this.#stop()
  }

  /** An immediate comes after timers and I/O have had their turn. */
  #continue(): void {
    if (this.#continues) return
    this.#continues = true
    setImmediate(() => {
      this.#continues = false
      this.#left = TURN
      if (!this.closed) this.kick()
    })
  }

  /**
   * Nobody waits any more: the descriptor does not keep the process alive. It is watched until something comes, because
   * mostly somebody waits again before that, and beginning anew takes three calls of the system.
   */
  #rest(): void {
    if (this.closed || this.#directions.some((each) => each.waiting)) return
    this.#held = undefined
    if (!this.#referenced) return
    this.#referenced = false
    this.#watcher?.unref()
  }

  /** The descriptor stays readable as long as nobody uses the socket. */
  #stop(): void {
    this.#watching = false
    this.#watcher?.stop()
  }
}

/** Without a way to wait there is no socket. */
function orDestroy<Result>(handle: Handle<'zsocket'>, make: () => Result): Result {
  try {
    return make()
  } catch (error) {
    handle.destroy()
    throw error
  }
}

function signalFor({ handle, pointer }: Core, ownership: Ownership): Signal {
  const make = (): Signal => {
    const signal = signalOf(pointer)
    if (!signal) throw failure('zmq_poller_add')
    return signal
  }
  return ownership === 'borrowed' ? make() : orDestroy(handle, make)
}
