import { invalidType } from '../errors.ts'
import { borrow, socketOf } from '../handle.ts'
import { type Zgossip, zsocketKind } from '../socket-kinds.ts'
import * as zgossip from '../zgossip/index.ts'
import { Core } from './core.ts'
import { Receiver } from './receiver.ts'
import { checkWait, closedError, type WaitOptions } from './waiting.ts'

/** The CURVE keys of a {@link Gossip}. */
export interface GossipKeys {
  /** Known to its peers: 40 characters of Z85. */
  readonly publicKey: string
  /** Known to nobody else: 40 characters of Z85. */
  readonly secretKey: string
}

/** How a {@link Gossip} is made. */
export interface GossipOptions {
  /** What it is called in the log. */
  name?: string | undefined
  /** Its CURVE keys. With them `bind` lets in only nodes that know the public key. */
  keys?: GossipKeys | undefined
  /** The domain of authentication, about whose clients an authenticator is asked. */
  zapDomain?: string | undefined
}

/** How a {@link Gossip} is connected to another node. */
export interface GossipConnectOptions {
  /** The public key of the node, if it has one: 40 characters of Z85. */
  serverKey?: string | undefined
}

/** Something that a gossip network knows. */
export interface GossipTuple {
  /** Its name. */
  key: string
  /** What it is now. */
  value: string
}

const registry = new FinalizationRegistry<Core>((core) => core.close())

/**
 * A node of a gossip network: nodes that are connected in any way tell each other keys and values, until all of them
 * know all. It does that in a thread of its own, and speaks with CZMQ's `zgossip`, too. While a call waits it keeps the
 * process alive; an idle node does not, and one that nobody refers to any more is closed.
 *
 * @example
 * ```ts
 * const base = new Gossip()
 * const endpoint = await base.bind('tcp://127.0.0.1:*')
 * const node = new Gossip()
 * node.connect(endpoint)
 * node.publish('service', 'tcp://127.0.0.1:9000')
 * for await (const { key, value } of base) console.log(key, value)
 * ```
 */
export class Gossip {
  readonly #node: Zgossip
  readonly #core: Core
  readonly #receiver: Receiver

  /**
   * A node that is neither bound nor connected. Blocks for some 50 ms, until its thread runs.
   *
   * @throws TypeError `ERR_INVALID_ARG_TYPE`, `ERR_INVALID_ARG_VALUE`.
   * @throws {@link CzmqError} `EMFILE`, `ENOTSUP` for keys when libzmq was built without CURVE.
   */
  constructor(options: GossipOptions = {}) {
    this.#node = nodeOf(options)
    const pipe = borrow(zsocketKind, socketOf(this.#node, 'node'), this.#node)
    this.#core = new Core(pipe, 'borrowed')
    this.#receiver = new Receiver(this.#core)
    this.#core.belongTo(this)
    registry.register(this, this.#core, this.#core)
  }

  /** Whether it was closed. */
  get closed(): boolean {
    return this.#core.closed
  }

  /** The port that it was bound to last; 0 before, and for transports without ports. */
  get port(): number {
    return zgossip.port(this.#open())
  }

  #open(): Zgossip {
    if (this.#core.closed) throw closedError()
    return this.#node
  }

  /**
   * Lets other nodes connect.
   *
   * @returns The real endpoint, for {@link connect}.
   * @throws {@link CzmqError} (rejects with) `EADDRINUSE`, `EADDRNOTAVAIL`, `EACCES`, `EINVAL`, `EPROTONOSUPPORT`,
   *   `EBADF` when the node is closed.
   */
  async bind(endpoint: string): Promise<string> {
    const port = zgossip.bind(this.#open(), endpoint)
    return port === 0 ? endpoint : endpoint.replace(/:[^:]*$/, `:${port}`)
  }

  /**
   * Connects to a node; the connection is made in the background, and again when it breaks.
   *
   * @throws TypeError `ERR_INVALID_ARG_VALUE` for a malformed endpoint or key, or when this node has no keys.
   * @throws {@link CzmqError} `EINVAL`, `EPROTONOSUPPORT`, `EBADF` when the node is closed.
   */
  connect(endpoint: string, options: GossipConnectOptions = {}): void {
    const node = this.#open()
    if (typeof options !== 'object' || options === null) throw invalidType('options', 'an object', options)
    zgossip.connect(node, endpoint, options.serverKey)
  }

  /**
   * Tells a key and its value to all nodes; this one receives it, too. What is known already is not told again.
   *
   * @param key - 1 to 255 bytes.
   * @param value - Up to 1 MiB.
   * @throws TypeError `ERR_INVALID_ARG_TYPE`, `ERR_INVALID_ARG_VALUE`.
   * @throws {@link CzmqError} `EBADF` when the node is closed.
   */
  publish(key: string, value: string): void {
    zgossip.publish(this.#open(), key, value)
  }

  /**
   * How many keys this node knows.
   *
   * @throws {@link CzmqError} `EBADF` when the node is closed.
   */
  status(): number {
    return zgossip.status(this.#open())
  }

  /**
   * Receives what the node has learned, or was told to publish. Any number of calls may wait.
   *
   * @throws {@link CzmqError} (rejects with) `EBADF` when it is closed, `EAGAIN` when the time is over or it was closed
   *   meanwhile; or with the signal's reason.
   */
  async receive(options?: WaitOptions): Promise<GossipTuple> {
    checkWait(options, -1)
    this.#open()
    const [, key, value] = await this.#receiver.receive(options)
    return { key: String(key ?? ''), value: String(value ?? '') }
  }

  /** News until the node is closed. Leaving the loop does not close it. */
  [Symbol.asyncIterator](): AsyncIterator<GossipTuple, undefined> {
    return this.#news()
  }

  async *#news(): AsyncGenerator<GossipTuple, undefined, undefined> {
    try {
      while (!this.closed) yield await this.receive()
    } catch (error) {
      if (!this.closed) throw error
    }
    return undefined
  }

  /** Closes the node; again, it does nothing. Calls that wait reject with `EAGAIN`, and iterations end. */
  close(): void {
    registry.unregister(this.#core)
    this.#core.close()
    this.#node.destroy()
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
    return `Gossip { ${this.closed ? 'closed' : 'open'} }`
  }
}

/** A mistake in the options leaves no node behind. */
function nodeOf(options: GossipOptions): Zgossip {
  if (typeof options !== 'object' || options === null) throw invalidType('options', 'an object', options)
  const { name, keys, zapDomain } = options
  if (keys !== undefined && (typeof keys !== 'object' || keys === null))
    throw invalidType('options.keys', 'an object', keys)
  const node = zgossip.new(name)
  try {
    if (keys) {
      zgossip.setPublickey(node, keys.publicKey)
      zgossip.setSecretkey(node, keys.secretKey)
    }
    if (zapDomain !== undefined) zgossip.zapDomain(node, zapDomain)
    return node
  } catch (error) {
    node.destroy()
    throw error
  }
}
