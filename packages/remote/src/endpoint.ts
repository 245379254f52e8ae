import { Context, Router, types } from 'czmq'
import { type ServerSecurity, secureServer } from './security.ts'

/** How often peers look for each other, in milliseconds. */
export interface Heartbeat {
  /** Between two signs of life. */
  interval: number
  /** After so long without one the other side has gone. */
  timeout: number
}

/** Signs of life are given by libzmq's own thread, so a program that computes is not taken for dead. */
export const HEARTBEAT: Heartbeat = { interval: 1000, timeout: 3000 }
/** After it is closed a socket sends what it has for so long. */
const LINGER = 1000

/** What a message is received with. */
export type Received = (frames: Buffer[], key: string | null) => void

/** How the socket of a daemon is made. */
export interface EndpointOptions extends ServerSecurity {
  addresses: readonly string[]
  heartbeat: Heartbeat
  maxMessageSize: number
  context: Context | undefined
}

/** The socket of a daemon. */
export class Endpoint {
  readonly #router: Router
  readonly #own: Context | null
  readonly #hasKeys: boolean
  readonly #local: readonly string[]

  private constructor(router: Router, own: Context | null, hasKeys: boolean, local: readonly string[]) {
    this.#router = router
    this.#own = own
    this.#hasKeys = hasKeys
    this.#local = local
  }

  /** Binds; what cannot be bound leaves nothing behind. */
  static async bind(options: EndpointOptions): Promise<Endpoint> {
    // Authentication is of a context, so who authenticates has one alone
    const own = options.certificate !== undefined && !options.context ? new Context() : null
    const router = routerOf(options, own ?? options.context)
    try {
      secureServer(router, options.addresses, options)
      const local: string[] = []
      for (const each of options.addresses) local.push(await router.bind(each))
      return new Endpoint(router, own, options.certificate !== undefined, local)
    } catch (error) {
      router.close()
      own?.close()
      throw error
    }
  }

  /** Where it listens: with real ports. */
  get addresses(): readonly string[] {
    return this.#local
  }

  /** Hands out messages until it is closed. */
  async serve(received: Received): Promise<void> {
    while (!this.#router.closed) {
      try {
        await (this.#hasKeys ? this.#withKeys(received) : this.#plainly(received))
      } catch {
        if (!this.#router.closed) this.close()
      }
    }
  }

  async #plainly(received: Received): Promise<void> {
    for await (const frames of this.#router) received(frames, null)
  }

  async #withKeys(received: Received): Promise<void> {
    while (!this.#router.closed) {
      using message = await types.Message.recv(this.#router)
      received(message.contents, message.metadata('User-Id'))
    }
  }

  /** Sends a message whose first frame is a client; false when that cannot be reached. */
  send(frames: (Uint8Array | string)[]): boolean {
    try {
      return !this.#router.closed && this.#router.trySend(frames)
    } catch {
      return false
    }
  }

  close(): void {
    this.#router.close()
    this.#own?.close()
  }
}

function routerOf({ heartbeat, maxMessageSize }: EndpointOptions, context: Context | undefined): Router {
  return new Router({
    context,
    linger: LINGER,
    mandatory: true,
    // Calls in flight and credits limit what is on its way; a client that reads nothing must not hold up others
    sendHighWaterMark: 0,
    receiveHighWaterMark: 0,
    maxMessageSize,
    heartbeatInterval: heartbeat.interval,
    heartbeatTimeout: heartbeat.timeout,
    heartbeatTimeToLive: heartbeat.timeout,
  })
}
