import { endpoint } from '../arguments.ts'
import { illegalConstructor } from '../errors.ts'
import { failure } from '../failure.ts'
import { isHandle } from '../handle.ts'
import { noteBound, refuseDisconnectInside, unbinding } from '../inproc-hazards.ts'
import { POLLIN, POLLOUT } from '../raw/generated/constants.ts'
import { C } from '../raw/index.ts'
import { refuseBind, refuseConnect } from '../socket-hazards.ts'
import { type Zsocket, zsocketKind } from '../socket-kinds.ts'
import { make } from '../zsocket/make.ts'
import { channels, nextId } from './channels.ts'
import { type Context, contextFrom, contextOf } from './context.ts'
import { Core } from './core.ts'
import { asynchronous, checkBorrowed, type SocketClass, socketFrom, timeoutsOf } from './from-handle.ts'
import { type Observer, observerOf } from './observer.ts'
import type { GeneralOptions } from './options/general.ts'
import { Receiver } from './receiver.ts'
import { Sender } from './sender.ts'
import { setOptions } from './set-options.ts'
import { type SocketType, typeNames } from './socket-types.ts'
import { closedError } from './waiting.ts'

/** What a socket is made of; only the modules of this folder see it. */
export interface Internals {
  readonly core: Core
  readonly receiver: Receiver
  readonly sender: Sender
  /** How many endpoints the socket is bound or connected to. */
  endpoints: number
  /** Whether it was bound or connected inside the process. */
  inside: boolean
}

/** What every constructor takes besides its class's own options. */
export interface CommonOptions {
  /** The context of the socket; the shared {@link context} if absent. */
  context?: Context | undefined
}

/** What is told of a command that has succeeded; of one that binds it is told where. */
const TOLD: Readonly<Record<string, 'connect' | 'unbind' | 'disconnect'>> = {
  zmq_connect: 'connect',
  zmq_unbind: 'unbind',
  zmq_disconnect: 'disconnect',
}
const registry = new FinalizationRegistry<Core>((core) => core.abandon())
let internalsOf: (socket: Socket) => Internals
let hasInternals: (value: object) => boolean

/** What a socket is made of. */
export function internals(socket: Socket): Internals {
  return internalsOf(socket)
}

/** Whether a value is an asynchronous socket; it may be closed. */
export function isSocket(value: unknown): value is Socket {
  return typeof value === 'object' && value !== null && hasInternals(value)
}

/**
 * What all sockets have; made as one of its classes, for example `new Push()`. A socket belongs to the thread that
 * made it. While a call waits it keeps the process alive; an idle socket does not, and one that nobody refers to any
 * more is closed.
 */
export abstract class Socket {
  readonly #internals: Internals
  readonly #context: Context
  readonly #type: SocketType

  static {
    internalsOf = (socket) => socket.#internals
    hasInternals = (value) => #internals in value
  }

  /** @internal */
  protected constructor(type: SocketType, options: CommonOptions | Zsocket = {}) {
    if (new.target === Socket)
      throw illegalConstructor('Sockets are made as one of the classes, for example new Push()')
    const borrowed = isHandle(zsocketKind, options) ? checkBorrowed(options, type) : null
    this.#type = type
    this.#context = borrowed ? contextOf(borrowed) : contextFrom((options as CommonOptions | null)?.context)
    const core = borrowed ? new Core(borrowed, 'borrowed') : new Core(make(this.#context.handle, type))
    this.#internals = {
      core,
      receiver: new Receiver(core),
      sender: new Sender(core),
      endpoints: 0,
      inside: false,
    }
    core.belongTo(this)
    core.identity = { id: nextId(), type: typeNames[type] ?? String(type) }
    registry.register(this, core, core)
    Object.preventExtensions(this)
    if (borrowed) this.#share(borrowed)
    else this.#setOptions(options)
    if (channels.create.hasSubscribers) core.tell('create', {})
  }

  /**
   * An asynchronous socket around one of the namespaces, of the class that its type has; the same one again while it is
   * open. Borrows the handle: {@link close} ends what waits and leaves it as it is; when it is destroyed, the socket is
   * closed. The namespaces may go on using it, but a `receive` that waits is not told of a message that they take.
   *
   * @example
   * ```ts
   * const handle = zsocket.new(zctx.new(), zmq.PULL)
   * zsocket.bind(handle, 'inproc://results')
   * const [result] = await Pull.from(handle).receive({ timeout: 1000 })
   * ```
   * @throws TypeError `ERR_INVALID_ARG_TYPE` for what is no zsocket, `ERR_INVALID_ARG_VALUE` for one without a context,
   *   as `zsocket.wrap` makes it.
   * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` when it is of another class, `ERR_CZMQ_DESTROYED`.
   */
  static from<S extends Socket>(this: SocketClass<S>, handle: Zsocket): S {
    // biome-ignore lint/complexity/noThisInStatic: it is the class that is wanted
    return socketFrom(this, handle)
  }

  #share(handle: Zsocket): void {
    const { core, receiver, sender } = this.#internals
    receiver.share()
    ;[receiver.timeout, sender.timeout] = timeoutsOf(core.pointer)
    core.lend()
    asynchronous(handle, this, core)
  }

  /** A mistake in the options leaves no socket behind. */
  #setOptions(options: object): void {
    try {
      setOptions(this, options, 'options', ['context'])
    } catch (error) {
      this.close()
      throw error
    }
  }

  /** The context that the socket belongs to. */
  get context(): Context {
    return this.#context
  }

  /** The number of the socket's type, as libzmq has it: `zmq.PUSH`, … */
  get type(): SocketType {
    return this.#type
  }

  /**
   * The handle, for use with `zstr`, `zmsg`, `zpoller` and the other namespaces. From the first time on libzmq is not
   * asked for messages ahead; those that had been are handed out by this object, before all others. Refer to the
   * socket as long as the handle is used: it is closed together with it. After calls of `C` with its pointer, read
   * {@link readable} if calls wait.
   */
  get handle(): Zsocket {
    const { core } = this.#internals
    if (!core.closed) this.#share(core.handle)
    return core.handle
  }

  /** Whether the socket was closed. */
  get closed(): boolean {
    return this.#internals.core.closed
  }

  /** What happens to the socket: connections made and lost, … Kept from the first use on, until they are read. */
  get events(): Observer {
    return observerOf(this)
  }

  /** Whether a message can be received at once. */
  get readable(): boolean {
    return this.#internals.receiver.hasMessage || this.#ready(POLLIN)
  }

  /** Whether a message can be sent at once. */
  get writable(): boolean {
    return !this.#internals.sender.waiting && this.#ready(POLLOUT)
  }

  #ready(event: number): boolean {
    const { core } = this.#internals
    if (core.closed) return false
    const ready = (core.events() & event) !== 0
    core.kick()
    return ready
  }

  /**
   * Listens on an address. `*` as port takes a free one.
   *
   * @returns The real endpoint, as {@link lastEndpoint} tells it: `'tcp://127.0.0.1:49152'`.
   * @throws {@link CzmqError} (rejects with) `EADDRINUSE`, `EADDRNOTAVAIL`, `EINVAL`, `EPROTONOSUPPORT`, `ENODEV`,
   *   `EACCES`, `EBADF` when the socket is closed.
   */
  async bind(address: string): Promise<string> {
    return this.bindSync(address)
  }

  /** {@link bind}, which throws instead of rejecting. */
  bindSync(address: string): string {
    const checked = endpoint('address', address)
    const core = this.#open()
    const { pointer } = core
    refuseBind(pointer, checked)
    this.#command('zmq_bind', C.zmq_bind(pointer, checked), checked)
    noteBound(this, checked)
    const real = C.zsock_last_endpoint(pointer) ?? checked
    if (channels.bind.hasSubscribers) core.tell('bind', { address: checked, endpoint: real })
    return real
  }

  /**
   * Stops listening on an address.
   *
   * @param address - As {@link bind} answered it.
   * @throws {@link CzmqError} (rejects with) `ENOENT` when the socket is not bound to it, `EINVAL`, `EBADF`; `ENOTSUP` when
   *   a Router or a Reply is connected to it inside the process.
   */
  async unbind(address: string): Promise<void> {
    this.unbindSync(address)
  }

  /** {@link unbind}, which throws instead of rejecting. */
  unbindSync(address: string): void {
    const checked = endpoint('address', address)
    const { pointer } = this.#open()
    unbinding(this, pointer, checked, () =>
      this.#command('zmq_unbind', C.zmq_unbind(pointer, checked), checked),
    )
  }

  /**
   * Connects to an address; the connection itself is made in the background, and again when it breaks.
   *
   * @throws TypeError `ERR_INVALID_ARG_VALUE` for what is no endpoint; {@link CzmqError} `EINVAL`, `EPROTONOSUPPORT`,
   *   `ENOCOMPATPROTO`, `EBADF` when the socket is closed.
   */
  connect(address: string): void {
    const checked = endpoint('address', address)
    const { pointer } = this.#open()
    refuseConnect(pointer, checked)
    this.#command('zmq_connect', C.zmq_connect(pointer, checked), checked)
  }

  /**
   * Ends the connections to an address.
   *
   * @throws {@link CzmqError} `ENOENT` when the socket is not connected to it, `EINVAL`, `EBADF`; `ENOTSUP` for `inproc://`
   *   of a Router or a Reply.
   */
  disconnect(address: string): void {
    const checked = endpoint('address', address)
    const { pointer } = this.#open()
    refuseDisconnectInside(pointer, checked)
    this.#internals.receiver.complete()
    this.#command('zmq_disconnect', C.zmq_disconnect(pointer, checked), checked)
  }

  #command(name: string, result: number, address: string): void {
    const { core } = this.#internals
    if (result === -1) throw core.failed(failure(name, { address }))
    if (address.startsWith('inproc://')) this.#internals.inside = true
    if (name === 'zmq_bind' || name === 'zmq_connect') this.#internals.endpoints++
    else if (this.#internals.endpoints > 0) this.#internals.endpoints--
    core.kick()
    this.#tellCommand(name, address)
  }

  #tellCommand(name: string, address: string): void {
    const told = TOLD[name]
    if (told && channels[told].hasSubscribers) this.#internals.core.tell(told, { address })
  }

  #open(): Core {
    const { core } = this.#internals
    if (core.closed) throw closedError()
    return core
  }

  /**
   * Closes the socket; again, it does nothing. Messages that it has accepted are sent as long as its `linger` says;
   * calls that wait reject with `EAGAIN`, and iterations end.
   */
  close(): void {
    const { core } = this.#internals
    registry.unregister(core)
    core.close()
  }

  /** {@link close}, for `using`. */
  [Symbol.dispose](): void {
    this.close()
  }

  /** {@link close}, for `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.close()
  }

  /** What `console.log` shows. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `${typeNames[this.#type] ?? 'Socket'} { ${this.closed ? 'closed' : 'open'} }`
  }
}

export interface Socket extends GeneralOptions {}
