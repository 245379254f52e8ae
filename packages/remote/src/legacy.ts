import { Dealer, type Identity, type Context as SocketContext } from 'czmq'
import { Cancelled, errorFromJson, ServiceNotAvailable } from './errors.ts'
import type { Arguments } from './invoke.ts'
import type { Introspection } from './provider.ts'
import type { CallOptions, Route, Sent } from './route.ts'
import { secureClient } from './security.ts'
import { type Header, parseHeader, splitAddress } from './wire.ts'

/** How a service of ZeroJSON 1.0 is reached. */
export interface LegacyOptions {
  endpoint: string
  interface: string
  key: string | undefined
  certificate: Identity | undefined
  context: SocketContext | undefined
}

/**
 * A way to a service of ZeroJSON 1.0. Its answers do not say to what, so there is one call at a time, and a socket
 * whose answer did not come in time is not used again.
 */
export class LegacyRoute implements Route {
  readonly #options: LegacyOptions
  #dealer: Dealer | null = null
  #last: Promise<unknown> = Promise.resolve()
  #session: string | undefined
  #names: Promise<Record<string, string[]>> | null = null
  #closed = false

  constructor(options: LegacyOptions) {
    this.#options = options
  }

  get label(): string {
    return `${this.#options.interface} at ${this.#options.endpoint}`
  }

  call(method: string, args: Arguments, options: CallOptions): Sent {
    return { result: this.#named(method, args, options), pipe: null }
  }

  /** 1.0 has arguments with names; which ones the service tells. */
  async #named(method: string, args: Arguments, options: CallOptions): Promise<unknown> {
    if (!Array.isArray(args)) return this.#queued(method, args, undefined, options)
    const attachment = args.find((each) => each instanceof Uint8Array)
    const values = args.filter((each) => each !== attachment)
    if (values.length === 0) return this.#queued(method, {}, attachment, options)
    const names = (await this.#argumentNames(options))[method] ?? []
    if (values.length > names.length)
      throw new TypeError(`Method '${method}' takes at most ${names.length} arguments`)
    const named = Object.fromEntries(values.map((value, index) => [names[index], value]))
    return this.#queued(method, named, attachment, options)
  }

  #argumentNames(options: CallOptions): Promise<Record<string, string[]>> {
    this.#names ??= this.introspect(options).then(({ methods }) =>
      Object.fromEntries(
        Object.entries(methods).map(([name, { required_arguments, optional_arguments, attachments }]) => [
          name,
          [...required_arguments, ...optional_arguments].filter((each) => each !== attachments.incoming),
        ]),
      ),
    )
    this.#names.catch(() => {
      this.#names = null
    })
    return this.#names
  }

  #queued(
    method: string,
    args: unknown,
    attachment: Uint8Array | undefined,
    options: CallOptions,
  ): Promise<unknown> {
    const result = this.#last.then(() => this.#exchange(method, args, attachment, options))
    this.#last = result.catch(() => undefined)
    return result
  }

  async #exchange(
    method: string,
    args: unknown,
    attachment: Uint8Array | undefined,
    options: CallOptions,
  ): Promise<unknown> {
    const { timeout = 5000, signal } = options
    const wait = { timeout: Number.isFinite(timeout) ? timeout : -1, signal }
    const dealer = this.#connected()
    try {
      await dealer.send(
        ['', 'CALL', JSON.stringify(this.#request(method, args)), ...(attachment ? [attachment] : [])],
        wait,
      )
      return this.#result(await dealer.receive(wait))
    } catch (error) {
      // Answers only come with an error of czmq when they do not come at all
      if ((error as { code?: unknown }).code !== 'EAGAIN' && !signal?.aborted) throw error
      this.#disconnect()
      if (signal?.aborted) throw new Cancelled('The call was cancelled', { cause: signal.reason })
      throw new ServiceNotAvailable(`There was no answer within ${timeout} ms`, { cause: error })
    }
  }

  #request(method: string, args: unknown): Header {
    const header: Header = { interface: this.#options.interface, method, args }
    if (this.#session !== undefined) header.session_id = this.#session
    return { ...header, version: '1.0' }
  }

  #result(frames: Buffer[]): unknown {
    const [command, json, attachment] = splitAddress(frames)?.body ?? []
    if (String(command) !== 'OK') throw new ServiceNotAvailable('The service has failed')
    const header = parseHeader(json)
    if (typeof header.session_id === 'string') this.#session = header.session_id
    if (header.code !== 0) throw errorFromJson(header, (data) => data)
    const result = header.result
    if (attachment === undefined) return result
    return result === null ? attachment : { result, attachment }
  }

  #connected(): Dealer {
    if (this.#closed) throw new ServiceNotAvailable('The connection was closed')
    if (this.#dealer) return this.#dealer
    const { endpoint, key, certificate, context } = this.#options
    const dealer = new Dealer({ context, linger: 0 })
    secureClient(dealer, key, certificate)
    dealer.connect(endpoint)
    this.#dealer = dealer
    return dealer
  }

  #disconnect(): void {
    this.#dealer?.close()
    this.#dealer = null
  }

  batch(): Promise<unknown> {
    return Promise.reject(new TypeError('ZeroJSON 1.0 has no batches'))
  }

  cast(method: string, args: Arguments, options: CallOptions): void {
    this.call(method, args, options).result.catch(() => undefined)
  }

  async ping(options: CallOptions): Promise<number> {
    const start = performance.now()
    await this.introspect(options)
    return performance.now() - start
  }

  introspect(options: CallOptions): Promise<Introspection> {
    return this.#queued('introspect', {}, undefined, options) as Promise<Introspection>
  }

  release(): void {
    this.close()
  }

  close(): void {
    this.#closed = true
    this.#disconnect()
  }
}
