import type { Identity, Context as SocketContext } from 'czmq'
import { Certificate } from 'czmq'
import { Context } from './context.ts'
import { NAMESERVER, type NameserverApi } from './names.ts'
import { call } from './proxy.ts'
import type { Remote } from './types.ts'

/** How a daemon is registered; times are in milliseconds. */
export interface RegistrationOptions {
  /** Its name; made up if absent. */
  service?: string
  /** The nameservers, with their public keys if they have some: it registers with each. */
  nameserver?: string | readonly string[]
  /** Under which addresses clients reach it, `*` for the port that it is bound to; those it is bound to, if absent. */
  advertise?: string | readonly string[]
  /** Tags by which it can be found. */
  metadata?: readonly string[]
  /** So long the nameserver keeps a name that is not renewed; 60 000 if absent. It is renewed three times as often. */
  lease?: number
  /** Also for the connection to the nameserver. */
  certificate?: Identity | undefined
  context?: SocketContext
}

/** What is registered. */
interface Registered {
  readonly service: string
  readonly boot: string
  readonly addresses: readonly string[]
  readonly interfaces: readonly string[]
}

const LEASE = 60_000

/** Keeps a daemon's names at the nameservers, until it ends. */
export class Registration {
  readonly #daemon: Registered
  readonly #options: RegistrationOptions
  readonly #context: Context
  readonly #servers: readonly Remote<NameserverApi>[]
  readonly #timer: NodeJS.Timeout
  #scheduled = false
  #last: Promise<void> = Promise.resolve()
  #ended = false

  constructor(daemon: Registered, options: RegistrationOptions) {
    this.#daemon = daemon
    this.#options = options
    const { certificate, context, nameserver = [], lease = LEASE } = options
    this.#context = new Context({
      ...(certificate !== undefined && { certificate }),
      ...(context && { context }),
    })
    const list = typeof nameserver === 'string' ? [nameserver] : nameserver
    this.#servers = list.map((each) => this.#context.connect<NameserverApi>(each, NAMESERVER))
    this.#timer = setInterval(() => this.changed(), lease / 3).unref()
  }

  /** When the nameservers know what there is now; rejects when one of them refuses. */
  get registered(): Promise<void> {
    return this.#last
  }

  /** Interfaces have come; or it is time to renew. What comes in one turn is told at once. */
  changed(): void {
    if (this.#scheduled || this.#ended) return
    this.#scheduled = true
    this.#last = Promise.resolve().then(() => {
      this.#scheduled = false
      return this.#register()
    })
    this.#last.catch(() => undefined)
  }

  async #register(): Promise<void> {
    const { service, boot, addresses, interfaces } = this.#daemon
    const { advertise = addresses, metadata = [], lease = LEASE } = this.#options
    const port = /\d+$/.exec(addresses[0] ?? '')?.[0] ?? ''
    const list = (typeof advertise === 'string' ? [advertise] : advertise).map((each) =>
      each.replace(/:\*$/, `:${port}`),
    )
    const about = { boot, metadata: [...metadata], key: await publicKeyOf(this.#options.certificate), lease }
    const results = await Promise.allSettled(
      this.#servers.map((each) =>
        call(each, { idempotent: true }).register(list, [...interfaces], service, about),
      ),
    )
    const refused = results.find((each) => each.status === 'rejected')
    if (refused && !results.some((each) => each.status === 'fulfilled')) throw refused.reason
  }

  /** Takes the names back. */
  async end(): Promise<void> {
    this.#ended = true
    clearInterval(this.#timer)
    await this.#last.catch(() => undefined)
    const { service, boot } = this.#daemon
    await Promise.allSettled(
      this.#servers.map((each) => call(each, { timeout: 500, retries: 0 }).unregister(service, boot)),
    )
    await this.#context.close()
  }
}

async function publicKeyOf(identity: Identity | undefined): Promise<string | null> {
  if (identity === undefined) return null
  return typeof identity === 'string' ? (await Certificate.load(identity)).publicKey : identity.publicKey
}
