import type { RemoteInfo } from 'node:dgram'
import { CzmqError } from '../../errors.ts'
import { asCzmqError, Listener, Speaker } from './datagrams.ts'
import { Inbox } from './inbox.ts'
import { findLinks, type Link } from './links.ts'

/** Where a beacon sends and listens. */
export interface Place {
  readonly port: number
  readonly interface: string
  readonly group: string | null
}

/** How often it is looked whether interfaces have come or gone, in milliseconds. */
const LOOK = 1000
/** What a beacon holds (`UDP_FRAME_MAX`). */
const MOST = 255

/**
 * What a beacon is made of. It never refers to the public object, so that this can be collected; while calls wait, and
 * while it announces, it does, so that it is not.
 */
export class BeaconCore {
  readonly inbox: Inbox
  readonly #place: Place
  readonly #owner: WeakRef<object>
  #held: object | undefined
  readonly #listener: Listener
  #speakers: Speaker[] = []
  readonly #look: NodeJS.Timeout | undefined
  #announcing: NodeJS.Timeout | undefined
  #filter: Buffer | null = null
  #failure: CzmqError | null = null
  noEcho = false
  closed = false
  hostname = ''

  /** @throws {@link CzmqError} `ENODEV`, `EADDRINUSE`, … */
  constructor(place: Place, owner: object) {
    this.#place = place
    this.#owner = new WeakRef(owner)
    this.inbox = new Inbox((waiting) => {
      this.#listener.keepAlive(waiting)
      this.#hold()
    })
    const links = findLinks(place.interface, place.group)
    if (links.length === 0) throw noInterface(place)
    this.#listener = new Listener(
      place.port,
      place.group,
      (data, from) => this.#hear(data, from),
      (error) => this.#fail(asCzmqError(error)),
    )
    if (this.#failure) throw this.#failure
    this.#look = setInterval(() => this.#renew(), LOOK).unref()
    this.#use(links)
  }

  /** Without a listener there is no beacon. Node says so at once, other runtimes may later. */
  #fail(error: CzmqError): void {
    this.#failure = error
    if (this.#look) this.close(error)
  }

  /** Interfaces have come or gone, or sending on one has failed. */
  #renew(): void {
    const links = this.#linksNow()
    for (const each of this.#speakers) if (!links.some((link) => isSame(link, each.link))) each.close()
    this.#speakers = this.#speakers.filter((each) => each.open)
    this.#use(links)
  }

  /** Where nobody could be told of a failure; when there is one, it stays as it is. */
  #linksNow(): Link[] {
    try {
      return findLinks(this.#place.interface, this.#place.group)
    } catch {
      return this.#speakers.map(({ link }) => link)
    }
  }

  #use(links: Link[]): void {
    for (const link of links) {
      if (this.closed) return
      this.#listener.join(link)
      if (this.#speakers.some((each) => isSame(each.link, link))) continue
      // One that cannot be made is tried again later
      this.#speakers.push(new Speaker(link, this.#place.group, () => undefined))
      this.hostname = link.address
    }
  }

  announce(data: Uint8Array, interval: number): void {
    this.silence()
    const send = () => {
      if (!this.#speakers.some((each) => each.open)) this.#renew()
      for (const each of this.#speakers) each.send(data, this.#place.port)
    }
    send()
    this.#announcing = setInterval(send, interval).unref()
    this.#hold()
  }

  silence(): void {
    clearInterval(this.#announcing)
    this.#announcing = undefined
    this.#hold()
  }

  /** What has ended it by itself. */
  get failure(): CzmqError | null {
    return this.#failure
  }

  /** What begins with this is received from now on; null for nothing. */
  set filter(filter: Buffer | null) {
    this.#filter = filter
  }

  #hear(data: Buffer, from: RemoteInfo): void {
    const filter = this.#filter
    if (!filter || data.length === 0 || data.length > MOST) return
    if (!data.subarray(0, filter.length).equals(filter)) return
    if (!this.#speakers.some((each) => each.link.reaches(from.address))) return
    if (this.noEcho && this.#speakers.some((each) => each.sent(from))) return
    this.inbox.put({ address: from.address, data: Buffer.from(data) })
  }

  #hold(): void {
    const isBusy = this.inbox.waiting || this.#announcing !== undefined
    this.#held = isBusy ? (this.#held ?? this.#owner.deref()) : undefined
  }

  close(failure?: Error): void {
    if (this.closed) return
    this.closed = true
    clearInterval(this.#look)
    this.silence()
    this.#listener.close()
    for (const each of this.#speakers) each.close()
    this.inbox.end(failure)
  }
}

function isSame(one: Link, other: Link): boolean {
  return one.name === other.name && one.address === other.address && one.target === other.target
}

function noInterface({ interface: name, port }: Place): CzmqError {
  const which = name === '' || name === '*' ? 'no network interface' : `no usable network interface '${name}'`
  const address = `${name || 'any interface'}, port ${port}`
  return new CzmqError('ENODEV', `ENODEV: there is ${which}`, { errno: 19, address })
}
