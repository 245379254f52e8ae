import { current } from './current.ts'
import { Daemon, type DaemonOptions } from './daemon.ts'
import { AccessDenied, BadRequest, NameTaken, ServiceNotFound } from './errors.ts'
import { method } from './expose.ts'
import {
  NAMESERVER,
  type NameChange,
  type NameFilter,
  type NameRecord,
  type NameserverApi,
  type Registering,
} from './names.ts'
import { MemoryStore, type Store } from './store.ts'

const LEASE = 60_000
const MOST_STRINGS = 1000
const LONGEST_LEASE = 24 * 3_600_000

/** What a nameserver can be told. */
export interface NameserverOptions extends DaemonOptions {
  /** Where records are kept; in memory if absent. */
  store?: Store
}

/** The methods that peers call. */
class Names implements NameserverApi {
  readonly #store: Store
  readonly #began = Date.now()

  constructor(store: Store) {
    this.#store = store
  }

  @method({ args: [], idempotent: true })
  stat(): { services: number; interfaces: number; uptime: number } {
    const records = this.#store.list()
    const interfaces = new Set(records.flatMap((each) => each.interfaces))
    return { services: records.length, interfaces: interfaces.size, uptime: Date.now() - this.#began }
  }

  @method({ args: ['address', 'interfaces', 'service', 'options?'], idempotent: true })
  register(
    address: string | string[],
    interfaces: string[],
    service: string,
    options: Registering = {},
  ): object {
    const addresses = strings('address', typeof address === 'string' ? [address] : address)
    const old = this.#store.get(text('service', service))
    const { key } = current().caller
    const record: NameRecord = {
      service,
      address: addresses,
      interfaces: strings('interfaces', interfaces),
      metadata: strings('metadata', options?.metadata ?? []),
      key: key ?? options?.key ?? null,
      boot: String(options?.boot ?? ''),
      expires: Date.now() + leaseOf(options),
    }
    if (old && !mayReplace(old, record, key)) throw refusal(service, options)
    this.#store.put(record)
    return {}
  }

  @method({ args: ['interface', 'service?'], idempotent: true })
  locate(
    interfaceName: string,
    service?: string | null,
  ): { address: string; service: string; interfaces: string[] } {
    const found = this.lookup(text('interface', interfaceName)).filter(
      (each) => (service ?? each.service) === each.service,
    )
    const one = found[Math.floor(Math.random() * found.length)]
    if (!one) throw new ServiceNotFound('Service not found')
    return brief(one)
  }

  @method({ args: ['interface?', 'service?'], idempotent: true })
  list_services(
    interfaceName?: string | null,
    service?: string | null,
  ): { service: string; address: string; interfaces: string[] }[] {
    const byInterface = anchored(interfaceName)
    const byService = anchored(service)
    return this.#store
      .list()
      .filter((each) => byService.test(each.service) && each.interfaces.some((one) => byInterface.test(one)))
      .map(brief)
  }

  @method({ args: ['service', 'boot?'], idempotent: true })
  unregister(service: string, boot?: string): boolean {
    const record = this.#store.get(text('service', service))
    if (!record || (boot !== undefined && record.boot !== boot)) return false
    const { key } = current().caller
    if (record.key !== null && key !== null && record.key !== key)
      throw new AccessDenied(`The service ${service} is another's`)
    return this.#store.delete(service)
  }

  @method({ args: ['name'], idempotent: true })
  lookup(name: string): NameRecord[] {
    return this.#store.list().filter((each) => each.interfaces.includes(name) || each.service === name)
  }

  @method({ args: ['filter?'], idempotent: true })
  list(filter?: NameFilter): NameRecord[] {
    const matches = matcher(filter)
    return this.#store.list().filter(matches)
  }

  @method({ args: ['tags'], idempotent: true })
  yplookup({ all, any }: { all?: readonly string[]; any?: readonly string[] }): NameRecord[] {
    if (!all && !any) throw new BadRequest('yplookup needs all or any')
    return this.#store
      .list()
      .filter(({ metadata }) => all?.every((tag) => metadata.includes(tag)) ?? true)
      .filter(({ metadata }) => any?.some((tag) => metadata.includes(tag)) ?? true)
  }

  @method({ args: ['service', 'metadata'], idempotent: true })
  set_metadata(service: string, metadata: string[]): NameRecord {
    const record = this.#store.get(text('service', service))
    if (!record) throw new ServiceNotFound(`There is no service ${service}`)
    const { key } = current().caller
    if (record.key !== null && record.key !== key)
      throw new AccessDenied(`The service ${service} is another's`)
    const changed = { ...record, metadata: strings('metadata', metadata) }
    this.#store.put(changed)
    return changed
  }

  @method({ args: ['filter?'] })
  watch(filter?: NameFilter): AsyncIterable<NameChange> {
    return changes(this.#store, matcher(filter), current().derived().signal)
  }

  @method({ args: [], idempotent: true })
  count(): number {
    return this.#store.list().length
  }
}

/** Who has the name may move it: the same process, the same key; or anybody at the same address, as with PyCOM. */
function mayReplace(old: NameRecord, record: NameRecord, callerKey: string | null): boolean {
  if (old.key !== null && callerKey !== null) return old.key === callerKey
  if (old.key !== null) return false
  return (old.boot !== '' && old.boot === record.boot) || old.address[0] === record.address[0]
}

function refusal(service: string, options: Registering): Error {
  const text = `The service ${service} is registered at another address`
  return options?.safe === true ? new NameTaken(text) : new AccessDenied(text)
}

function leaseOf(options: Registering | undefined): number {
  const lease = Number(options?.lease ?? LEASE)
  return lease > 0 && lease <= LONGEST_LEASE ? lease : LEASE
}

function brief({ service, address, interfaces }: NameRecord): {
  service: string
  address: string
  interfaces: string[]
} {
  return { address: address[0] ?? '', service, interfaces }
}

function text(name: string, value: unknown): string {
  if (typeof value !== 'string' || value === '' || value.length > LONGEST_NAME)
    throw new BadRequest(`${name} must be a string of 1 to ${LONGEST_NAME} characters`)
  return value
}

function strings(name: string, value: unknown): string[] {
  const isList = Array.isArray(value) && value.length <= MOST_STRINGS
  if (!isList || !value.every((each) => typeof each === 'string' && each.length <= LONGEST_NAME))
    throw new BadRequest(`${name} must be a list of at most ${MOST_STRINGS} strings`)
  return value
}

const LONGEST_PATTERN = 200
const MOST_REPETITIONS = 4
const LONGEST_NAME = 255

/** An expression that could take for ever on some name would hold up everybody: no groups are repeated, and little else. */
function pattern(source: unknown): RegExp {
  const text = String(source)
  const repetitions = text.match(/[*+{]/g)?.length ?? 0
  if (text.length > LONGEST_PATTERN || repetitions > MOST_REPETITIONS || /\)[*+{]|\\[1-9k]/.test(text))
    throw new BadRequest('The regular expression is too complex')
  try {
    return new RegExp(text)
  } catch (cause) {
    throw new BadRequest('The regular expression is invalid', { cause })
  }
}

function anchored(source: string | null | undefined): RegExp {
  return source === null || source === undefined ? /^/ : pattern(`^(?:${source})`)
}

function matcher(filter: NameFilter | undefined | null): (record: NameRecord) => boolean {
  const { prefix = '', regex, interface: name } = filter ?? {}
  const whole = regex === undefined ? /^/ : pattern(`^(?:${regex})$`)
  return ({ service, interfaces }) =>
    service.startsWith(prefix) && whole.test(service) && (name === undefined || interfaces.includes(name))
}

/** What is there, then what happens, until the signal comes. */
async function* changes(
  store: Store,
  matches: (record: NameRecord) => boolean,
  signal: AbortSignal,
): AsyncGenerator<NameChange> {
  const queue: NameChange[] = store
    .list()
    .filter(matches)
    .map((record) => ({ type: 'registered', record }))
  let wake: () => void = () => undefined
  const stop = store.watch((change) => {
    if (matches(change.record)) queue.push(change)
    wake()
  })
  signal.addEventListener('abort', () => wake(), { once: true })
  try {
    while (!signal.aborted) {
      yield* queue.splice(0)
      if (queue.length > 0) continue
      await new Promise<void>((resolve) => {
        wake = resolve
        if (signal.aborted || queue.length > 0) resolve()
      })
    }
  } finally {
    stop()
  }
}

/**
 * A nameserver: services register with it under leases, clients find them. It is a daemon that provides
 * `org.pycom.nameserver`, also for clients of PyCOM.
 *
 * @example
 * ```ts
 * await using names = await Nameserver.start({ address: 'tcp://127.0.0.1:*' })
 * await using daemon = await Daemon.start({ address: 'tcp://127.0.0.1:*', nameserver: names.address })
 * ```
 */
export class Nameserver {
  readonly #daemon: Daemon
  readonly #store: Store

  private constructor(daemon: Daemon, store: Store) {
    this.#daemon = daemon
    this.#store = store
  }

  /** Starts a nameserver. */
  static async start(options: NameserverOptions): Promise<Nameserver> {
    const { store = new MemoryStore(), ...others } = options
    const daemon = await Daemon.start({ service: '/org/pycom/nameserver', ...others })
    daemon.provide(NAMESERVER, new Names(store))
    return new Nameserver(daemon, store)
  }

  /** Where it listens. */
  get address(): string {
    return this.#daemon.address
  }

  /** The daemon that it is. */
  get daemon(): Daemon {
    return this.#daemon
  }

  /** Ends it, and its store. Again, it does nothing. */
  async close(): Promise<void> {
    await this.#daemon.close()
    this.#store.close()
  }

  /** {@link close}, for `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }
}
