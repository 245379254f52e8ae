import { CzmqError, invalidType, invalidValue } from '../errors.ts'
import { C } from '../raw/index.ts'
import { refuseParts } from '../socket-hazards.ts'
import type { Traffic } from './proxy/lane.ts'
import { type Ends, Run } from './proxy/run.ts'
import { type Internals, internals, Socket } from './socket.ts'
import { SocketType, typeNames } from './socket-types.ts'

export type { Traffic } from './proxy/lane.ts'

/** What else a {@link Proxy} can do. */
export interface ProxyOptions {
  /** Gets a copy of every message that passes, of either direction. It must be bound or connected; it stays open. */
  capture?: Socket | undefined
}

/** How much has passed through a socket of a proxy. */
export interface ProxyTraffic {
  /** From its peers. */
  received: Traffic
  /** To its peers. */
  sent: Traffic
}

/** How much has passed through a proxy since {@link Proxy.run}. */
export interface ProxyStatistics {
  /** Through {@link Proxy.frontEnd}. */
  frontEnd: ProxyTraffic
  /** Through {@link Proxy.backEnd}. */
  backEnd: ProxyTraffic
}

const CAPTURES: readonly number[] = [
  SocketType.Pair,
  SocketType.Publisher,
  SocketType.Dealer,
  SocketType.Push,
  SocketType.XPublisher,
]

/**
 * Passes messages between two sockets, in both directions as far as their types allow. It works on the event loop of
 * the thread that made it, in turns with everything else; while it waits for messages it keeps the process alive.
 *
 * @example
 * ```ts
 * const proxy = new Proxy(new Reply(), new Request())
 * await proxy.frontEnd.bind('tcp://127.0.0.1:*')
 * await proxy.backEnd.bind('tcp://127.0.0.1:*')
 * setImmediate(() => proxy.terminate())
 * await proxy.run()
 * ```
 */
// biome-ignore lint/suspicious/noShadowRestrictedNames: this is its name in ZeroMQ
export class Proxy<F extends Socket = Socket, B extends Socket = Socket> {
  readonly #frontEnd: F
  readonly #backEnd: B
  readonly #capture: Socket | null
  readonly #ends: Ends
  #run: Run | null = null

  /**
   * A proxy that does nothing until {@link run}. Takes the front-end and the back-end: it closes them when it ends.
   *
   * @throws TypeError `ERR_INVALID_ARG_TYPE` for what is no socket, `ERR_INVALID_ARG_VALUE` for a capture socket of a
   *   type that cannot send to whoever listens.
   */
  constructor(frontEnd: F, backEnd: B, options: ProxyOptions = {}) {
    const front = internalsOf('frontEnd', frontEnd)
    const back = internalsOf('backEnd', backEnd)
    this.#capture = captureOf(options, frontEnd, backEnd)
    this.#ends = { front, back, capture: this.#capture && internals(this.#capture) }
    this.#frontEnd = frontEnd
    this.#backEnd = backEnd
  }

  /** One of its sockets. */
  get frontEnd(): F {
    return this.#frontEnd
  }

  /** The other one. */
  get backEnd(): B {
    return this.#backEnd
  }

  /** The socket that gets copies of the messages; null when there is none. */
  get capture(): Socket | null {
    return this.#capture
  }

  /** How much has passed. It goes on counting: copy what is compared. */
  get statistics(): ProxyStatistics {
    const none = { messages: 0, bytes: 0 }
    const { forth, back } = this.#run?.traffic ?? { forth: none, back: none }
    return {
      frontEnd: { received: { ...forth }, sent: { ...back } },
      backEnd: { received: { ...back }, sent: { ...forth } },
    }
  }

  /**
   * Passes messages until {@link terminate} is called or one of the sockets is closed; then both ends are closed. What
   * is received from them meanwhile by other means does not pass.
   *
   * @throws {@link CzmqError} (rejects with) `EINVAL` when a socket is closed, or neither bound nor connected, `EBUSY`
   *   when it runs already, `ENOTSUP` when a socket conflates, `EHOSTUNREACH` when a router refuses a message, `ETERM`.
   */
  async run(): Promise<void> {
    if (this.#run && !this.#run.ended) throw new CzmqError('EBUSY', 'EBUSY: the proxy runs', { errno: 16 })
    const { front, back, capture } = this.#ends
    requireEndpoint('front-end', front)
    requireEndpoint('back-end', back)
    if (capture) requireEndpoint('capture', capture)
    for (const each of [front, back, capture]) if (each) refuseParts(each.core.pointer)
    this.#run = new Run(this.#ends)
    this.#run.advance()
    await this.#run.done
  }

  /**
   * Lets messages wait until {@link resume}. Meanwhile it does not keep the process alive.
   *
   * @throws {@link CzmqError} `EBADF` when it does not run.
   */
  pause(): void {
    this.#running().pause()
  }

  /**
   * Goes on after {@link pause}.
   *
   * @throws {@link CzmqError} `EBADF` when it does not run.
   */
  resume(): void {
    this.#running().resume()
  }

  /**
   * Ends it and closes both sockets; what they have accepted is sent as long as their `linger` says.
   *
   * @throws {@link CzmqError} `EBADF` when it does not run.
   */
  terminate(): void {
    this.#running().end()
  }

  #running(): Run {
    if (!this.#run || this.#run.ended)
      throw new CzmqError('EBADF', 'EBADF: the proxy does not run', { errno: 9 })
    return this.#run
  }
}

function internalsOf(name: string, value: unknown): Internals {
  if (!(value instanceof Socket)) throw invalidType(name, 'a socket', value)
  const parts = internals(value)
  if (parts.core.label !== null) throw invalidType(name, 'a socket whose messages are only frames', value)
  return parts
}

function captureOf(options: unknown, ...ends: Socket[]): Socket | null {
  if (typeof options !== 'object' || options === null) throw invalidType('options', 'an object', options)
  const { capture } = options as ProxyOptions
  if (capture === undefined) return null
  internalsOf('options.capture', capture)
  if (ends.includes(capture)) throw invalidValue('options.capture', 'is an end of the proxy')
  if (CAPTURES.includes(capture.type)) return capture
  throw invalidValue('options.capture', `must not be a ${typeNames[capture.type]}`)
}

function requireEndpoint(name: string, { core }: Internals): void {
  if (!core.closed && C.zsock_last_endpoint(core.pointer)) return
  throw new CzmqError('EINVAL', `EINVAL: the ${name} socket must be bound or connected`, { errno: 22 })
}
