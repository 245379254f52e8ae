import { randomBytes } from 'node:crypto'
import { type Caller, release, type Store } from './current.ts'
import { ConnectionLost, SessionExpired } from './errors.ts'
import { Link, type LinkOptions } from './link.ts'
import { disposeOf, type Instances } from './provider.ts'
import type { Frame } from './wire.ts'

/** A client of 2.0: it outlives its connection. */
export class Session {
  readonly id: string
  readonly key: string | null
  readonly instances: Instances = new Map()
  readonly link: Link
  /** Where it is reached; null while it is not. */
  address: Buffer[] | null
  /** Whether it was heard since the last look. */
  heard = true
  /** When its connection was lost, as `Date.now()` counts. */
  lostAt = 0

  constructor(id: string, address: Buffer[], key: string | null, link: (session: Session) => LinkOptions) {
    this.id = id
    this.address = address
    this.key = key
    this.link = new Link(link(this))
  }

  /** Its connection is gone. */
  park(): void {
    if (this.address === null) return
    this.address = null
    this.lostAt = Date.now()
  }

  /** It will not come back. */
  end(): void {
    this.park()
    this.link.end(new ConnectionLost('The client has gone'), new ConnectionLost('The client has gone'))
    for (const each of this.instances.values()) void disposeOf(each).catch(() => undefined)
    this.instances.clear()
  }
}

/** What a session is known by while it is connected. */
export function addressKey(address: readonly Buffer[]): string {
  const [first, delimiter, ...others] = address
  if (first && delimiter?.length === 0 && others.length === 0) return first.toString('latin1')
  return address.map((each) => `${each.length}:${each.toString('latin1')}`).join()
}

/** The sessions of a daemon. */
export class SessionTable {
  readonly #byId = new Map<string, Session>()
  readonly #byAddress = new Map<string, Session>()
  readonly #probe: (session: Session) => boolean
  readonly #linger: number

  /** @param probe - Sends something to a session; false when it cannot be reached. */
  constructor(linger: number, probe: (session: Session) => boolean) {
    this.#linger = linger
    this.#probe = probe
  }

  get size(): number {
    return this.#byId.size
  }

  [Symbol.iterator](): IterableIterator<Session> {
    return this.#byId.values()
  }

  at(address: readonly Buffer[]): Session | undefined {
    const session = this.#byAddress.get(addressKey(address))
    if (session) session.heard = true
    return session
  }

  /** The id of a new session: the client's own, so that it can come back even when it was not welcomed. */
  idFor(wanted: unknown): string {
    const isFree = typeof wanted === 'string' && /^[\da-f]{32}$/.test(wanted) && !this.#byId.has(wanted)
    return isFree ? wanted : randomBytes(16).toString('hex')
  }

  add(session: Session): void {
    this.#byId.set(session.id, session)
    if (session.address) this.#byAddress.set(addressKey(session.address), session)
  }

  /** The session that a client had before its connection broke, if it is still there and the client's. */
  resume(id: unknown, key: string | null, address: Buffer[]): Session | undefined {
    const session = this.#byId.get(String(id))
    if (!session || session.key !== key) return undefined
    if (session.address) this.#byAddress.delete(addressKey(session.address))
    session.address = address
    session.heard = true
    this.#byAddress.set(addressKey(address), session)
    return session
  }

  /** It cannot be reached at present. */
  park(session: Session): void {
    if (session.address) this.#byAddress.delete(addressKey(session.address))
    session.park()
  }

  end(session: Session): void {
    this.park(session)
    this.#byId.delete(session.id)
    session.end()
  }

  /** Finds out who has gone, and ends those who have been away for too long. */
  sweep(): void {
    for (const session of [...this.#byId.values()]) {
      if (session.address && !session.heard && !this.#probe(session)) this.park(session)
      if (!session.address && Date.now() - session.lostAt >= this.#linger) this.end(session)
      session.heard = false
    }
  }
}

/** A client of 1.0 that uses an interface with sessions. */
export interface Session10 {
  readonly id: string
  readonly store: Store
  readonly instances: Instances
  readonly caller: Caller
  usedAt: number
}

const IDLE = 3_600_000

/** The sessions of 1.0: known by their ids, and ended when nobody used them for an hour. */
export class SessionTable10 {
  readonly #sessions = new Map<string, Session10>()
  readonly #idle: number

  constructor(idle: number = IDLE) {
    this.#idle = idle
  }

  /** @throws {@link SessionExpired} for an id that is not known, or another caller's. */
  find(id: string, caller: Caller): Session10 {
    const session = this.#sessions.get(id)
    if (!session || session.caller.key !== caller.key || this.#isOver(session))
      throw new SessionExpired('Session expired')
    session.usedAt = Date.now()
    return session
  }

  create(caller: Caller): Session10 {
    const id = randomBytes(16).toString('hex')
    const store: Store = { values: new Map(), resources: new Set() }
    const session = { id, store, instances: new Map(), caller, usedAt: Date.now() }
    this.#sessions.set(id, session)
    return session
  }

  #isOver({ usedAt }: Session10): boolean {
    return Date.now() - usedAt > this.#idle
  }

  sweep(): void {
    for (const each of this.#sessions.values()) if (this.#isOver(each)) this.#end(each)
  }

  #end({ id, store, instances }: Session10): void {
    this.#sessions.delete(id)
    void release(store.resources)
    for (const each of instances.values()) void disposeOf(each).catch(() => undefined)
  }

  clear(): void {
    for (const each of [...this.#sessions.values()]) this.#end(each)
  }
}

/** A message with its return address. */
export function addressed(address: readonly Buffer[], frames: readonly Frame[]): (Buffer | Frame)[] {
  return [...address.slice(0, -1), ...frames]
}
