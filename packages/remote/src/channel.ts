import { randomBytes } from 'node:crypto'
import { Dealer, type Identity, type Observer, type Context as SocketContext } from 'czmq'
import type { Heartbeat } from './endpoint.ts'
import { AccessDenied, ConnectionLost, type RemoteError, ServiceNotAvailable } from './errors.ts'
import { Link } from './link.ts'
import type { Host } from './running.ts'
import { secureClient } from './security.ts'
import { stubFor } from './stubs.ts'
import { type Frame, type Header, pack, splitAddress, unpack, VERSION } from './wire.ts'

/** How connections are made; times are in milliseconds. */
export interface ChannelOptions {
  endpoint: string
  /** The public key of the daemon, where it has one. */
  key: string | undefined
  certificate: Identity | undefined
  context: SocketContext | undefined
  heartbeat: Heartbeat
  connectTimeout: number
  /** How long calls that may not be done twice wait for a lost connection to come back. */
  patience: number
  /** How long a session waits for it. */
  linger: number
}

/** What a daemon has told about an interface. */
export interface Meta {
  idempotent: ReadonlySet<string>
  session: boolean
}

/** A client answers nothing but what it has sent by reference. */
const HOST: Host = {
  invoke: () => {
    throw new AccessDenied('A client provides no interfaces')
  },
  around: (_, next) => next(),
  traits: () => ({ oneway: false, idempotent: false }),
  stacks: true,
  maxInFlight: 16_384,
  draining: false,
}
/** What is said last is sent within that time. */
const LINGER = 250
/** Between attempts at a daemon that does not welcome us. */
const PAUSE = 100

const newSessionId = (): string => randomBytes(16).toString('hex')

/** The one connection to a daemon that all proxies share. It is made by the first call, and again when it breaks. */
export class Channel {
  readonly #options: ChannelOptions
  #link: Link
  #dealer: Dealer | null = null
  #observer: Observer | null = null
  /** Made here, so that a session can be resumed even when the daemon's welcome was lost. */
  #sessionId = newSessionId()
  #boot: string | null = null
  /** Whether the daemon may know the session. */
  #introduced = false
  #meta = new Map<string, Meta>()
  /** Whether this connection has come about: until then libzmq tries on by itself. */
  #greeted = false
  /** Whether this connection is the session's first. */
  #isFirst = true
  #usable = false
  #welcome = false
  #closed = false
  #connecting: NodeJS.Timeout | undefined
  #timers: NodeJS.Timeout[] = []
  /** Whether connecting has failed, so that others are better. */
  failing = false

  constructor(options: ChannelOptions) {
    this.#options = options
    this.#link = this.#newLink()
  }

  #newLink(): Link {
    const caller = { key: this.#options.key ?? null, token: null }
    return new Link({ send: (frames) => this.#send(frames), host: HOST, caller, stub: stubFor })
  }

  get endpoint(): string {
    return this.#options.endpoint
  }

  /** Whether the daemon has answered. */
  get connected(): boolean {
    return this.#usable && this.#welcome
  }

  /** How many calls are in flight. */
  get pending(): number {
    return this.#link.pending
  }

  /** The link, with a connection under way. */
  get link(): Link {
    if (!this.#dealer && !this.#closed) this.#open()
    return this.#link
  }

  /** What is known of an interface, once the daemon has answered. */
  meta(name: string): Meta | undefined {
    return this.#meta.get(name)
  }

  #send(frames: Frame[]): boolean {
    try {
      return this.#usable && this.#dealer?.trySend(frames) === true
    } catch {
      return false
    }
  }

  #open(): void {
    const { context, heartbeat, endpoint, key, certificate, connectTimeout } = this.#options
    const dealer = new Dealer({
      context,
      linger: 0,
      sendHighWaterMark: 0,
      receiveHighWaterMark: 0,
      heartbeatInterval: heartbeat.interval,
      heartbeatTimeout: heartbeat.timeout,
      heartbeatTimeToLive: heartbeat.timeout,
    })
    this.#dealer = dealer
    this.#welcome = false
    try {
      secureClient(dealer, key, certificate)
      this.#observe(dealer)
      dealer.connect(endpoint)
    } catch (error) {
      this.#disconnect()
      throw error
    }
    void this.#receiveAll(dealer)
    this.#connecting = this.#after(connectTimeout, () => this.#unreachable())
    if (this.#isInside) this.#hello(dealer)
  }

  /** Inside the process there are no events. */
  get #isInside(): boolean {
    return this.#options.endpoint.startsWith('inproc:')
  }

  /**
   * The socket is not `immediate`: then libzmq would drop what has come, and was not read, when the connection ends. So
   * nothing is sent before the handshake, and the socket is not used again when the connection breaks.
   */
  #observe(dealer: Dealer): void {
    if (this.#isInside) return
    this.#observer = dealer.events
    this.#observer.on('handshake', () => this.#hello(dealer))
    this.#observer.on('disconnect', () => {
      if (this.#greeted) setImmediate(() => this.#drained(dealer))
    })
    this.#observer.on('handshake:error:auth', () => {
      if (dealer === this.#dealer)
        this.#link.calls.giveUpUnsent(new AccessDenied('The service does not let us in'))
    })
  }

  /** Introduces ourselves. Who was here before first learns whether it is still known. */
  #hello(dealer: Dealer): void {
    if (dealer !== this.#dealer || this.#greeted) return
    this.#greeted = true
    this.#isFirst = !this.#introduced
    this.#introduced = true
    dealer.trySend(pack('HELLO', { version: VERSION, session_id: this.#sessionId }))
    if (!this.#isFirst) return
    clearTimeout(this.#connecting)
    this.#usable = true
    this.#link.flush()
  }

  #after(time: number, action: () => void): NodeJS.Timeout {
    const timer = setTimeout(action, time)
    this.#timers.push(timer)
    return timer
  }

  #clearTimers(): void {
    for (const each of this.#timers.splice(0)) clearTimeout(each)
  }

  #unreachable(): void {
    this.failing = true
    this.#link.calls.giveUpUnsent(new ServiceNotAvailable(`Nobody answers at ${this.endpoint}`))
    if (this.#boot === null && this.#link.pending === 0) this.#disconnect()
  }

  /** What has come before the connection broke counts. */
  #drained(dealer: Dealer): void {
    if (dealer === this.#dealer && dealer.readable) setImmediate(() => this.#drained(dealer))
    else this.#lost(dealer)
  }

  /** The connection broke: it is made again, with the same session. */
  #lost(dealer: Dealer): void {
    if (dealer !== this.#dealer || this.#closed) return
    const wasWelcome = this.#welcome
    this.#disconnect()
    this.#clearTimers()
    this.failing = true
    const { patience, linger } = this.#options
    this.#after(patience, () => this.#link.calls.giveUp())
    this.#after(linger, () => this.#forget())
    if (wasWelcome) this.#reopen()
    else this.#after(PAUSE, () => this.#reopen())
  }

  /** Nobody is there who could be told when there are no more sockets. */
  #reopen(): void {
    try {
      if (!this.#dealer) this.#open()
    } catch {
      this.#forget()
    }
  }

  #disconnect(): void {
    this.#usable = false
    this.#welcome = false
    this.#greeted = false
    this.#observer?.close()
    this.#observer = null
    this.#dealer?.close()
    this.#dealer = null
  }

  /** The session has been away for too long. */
  #forget(): void {
    this.#disconnect()
    this.#clearTimers()
    this.#sessionId = newSessionId()
    this.#boot = null
    this.#introduced = false
    const old = this.#link
    this.#link = this.#newLink()
    old.end(new ServiceNotAvailable(`Nobody answers at ${this.endpoint}`))
  }

  async #receiveAll(dealer: Dealer): Promise<void> {
    try {
      for await (const frames of dealer) {
        if (dealer !== this.#dealer) return
        this.#receive(dealer, frames)
      }
    } catch {
      this.#lost(dealer)
    }
  }

  /** What a daemon sends that no honest one would is passed over. */
  #receive(dealer: Dealer, frames: Buffer[]): void {
    try {
      const packet = unpack(splitAddress(frames)?.body ?? [])
      const { command, header } = packet
      if (command === 'BYE') {
        this.#farewell(dealer, header)
        return
      }
      if (!this.#welcome && command === 'OK' && header.id === undefined) {
        this.#welcomed(header)
        return
      }
      if (command === 'FAIL' && header.code === 6) {
        this.#unknown(dealer, header)
        return
      }
      this.#link.receive(packet)
    } catch {
      // Nothing can be answered to an answer
    }
  }

  #welcomed(header: Header): void {
    const { session_id: id, boot, resumed, meta } = header
    if (typeof id !== 'string' || typeof boot !== 'string') {
      this.#stranger(header)
      return
    }
    const old = this.#boot
    this.#sessionId = id
    this.#boot = boot
    this.#welcome = true
    this.failing = false
    this.#clearTimers()
    this.#readMeta(meta)
    if (this.#isFirst) return
    this.#usable = true
    if (resumed === true && (old === null || old === boot)) this.#link.resume()
    else this.#link.restart()
  }

  /** What answers does not speak 2.0. */
  #stranger({ error }: Header): void {
    const text = `${this.endpoint} does not speak ZeroJSON ${VERSION}: ${error ?? 'no session'}`
    const failure: RemoteError = new ServiceNotAvailable(text)
    this.#disconnect()
    this.#link.calls.end(failure, failure)
  }

  #readMeta(meta: unknown): void {
    if (typeof meta !== 'object' || meta === null) return
    for (const [name, value] of Object.entries(meta as Record<string, Record<string, unknown> | null>)) {
      const list = value?.idempotent
      this.#meta.set(name, {
        idempotent: new Set(Array.isArray(list) ? list : []),
        session: value?.session === true,
      })
    }
  }

  /** The daemon has ended in good order. */
  #farewell(dealer: Dealer, { latest }: Header): void {
    if (typeof latest === 'number') this.#link.calls.notDoneAfter(latest)
    this.#link.calls.giveUp()
    for (const each of [...this.#link.table.inflows.values()])
      each.fail(new ConnectionLost('The service has ended'))
    if (this.#link.pending > 0) {
      this.#lost(dealer)
      return
    }
    this.failing = true
    this.#forget()
  }

  /** The daemon does not know us, so it has done nothing: we introduce ourselves again. */
  #unknown(dealer: Dealer, { id }: Header): void {
    this.#link.calls.notDone(id)
    this.#lost(dealer)
  }

  /** Ends the connection; calls in flight are lost. Again, it does nothing. */
  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#clearTimers()
    const dealer = this.#dealer
    this.#link.end()
    if (this.#usable && dealer) {
      this.#send(pack('BYE', {}))
      dealer.linger = LINGER
    }
    this.#disconnect()
  }
}
