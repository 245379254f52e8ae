import { Decoder, Encoder } from './codec.ts'
import { type Caller, currentOrNone, release, runAs, type Store } from './current.ts'
import {
  CODES,
  ConnectionLost,
  errorFromJson,
  errorToJson,
  type RemoteError,
  ServiceNotAvailable,
} from './errors.ts'
import type { Arguments } from './invoke.ts'
import { PendingCalls, type Send } from './pending.ts'
import { type ReferencePort, ReferenceTable } from './references.ts'
import { type Host, RunningCalls } from './running.ts'
import type { AnyIterator } from './stream.ts'
import { type Command, type Frame, type Header, type Packet, pack } from './wire.ts'

/** What is called. */
export type Target = { interface: string } | { object: number } | { on: number }

/** A call as it is made. */
export interface Call {
  target: Target
  method: string
  args: Arguments
  /** Milliseconds; Infinity for ever. */
  timeout: number
  signal?: AbortSignal | undefined
  idempotent: boolean
  /** Whether others can be called instead. */
  elsewhere?: boolean | undefined
  annotations?: Readonly<Record<string, unknown>> | undefined
  token?: string | undefined
}

/** A call that was made: its id, by which others can refer to its result. */
export interface Made {
  id: number
  result: Promise<unknown>
}

/** What one end of a connection is made of. */
export interface LinkOptions {
  send: Send
  host: Host
  caller: Caller
  /** A function or object for a reference. */
  stub: (link: Link, id: number, kind: 'function' | 'object') => object
}

/** So often the other side is told which answers have come. */
const ACKNOWLEDGE = 64

/**
 * One end of a connection over which both ends call each other. It outlives the connection: when that comes back,
 * {@link resume} has everything go on.
 */
export class Link implements ReferencePort {
  readonly table: ReferenceTable
  readonly store: Store = { values: new Map(), resources: new Set() }
  readonly running: RunningCalls
  /** Calls that wait for answers. */
  readonly calls: PendingCalls
  readonly #send: Send
  readonly #host: Host
  readonly #stub: LinkOptions['stub']
  #ended = false

  constructor({ send, host, caller, stub }: LinkOptions) {
    this.#send = send
    this.#host = host
    this.#stub = stub
    this.table = new ReferenceTable(this)
    this.calls = new PendingCalls(send, (id) => this.emit('CANCEL', { id }))
    this.running = new RunningCalls(host, send, this.table, caller, this.store)
  }

  /** How many calls wait for answers. */
  get pending(): number {
    return this.calls.size
  }

  get ended(): boolean {
    return this.#ended
  }

  /** Calls what the other end has. */
  call(call: Call): Made {
    const id = this.calls.newId()
    if (this.#ended)
      return { id, result: Promise.reject(new ServiceNotAvailable('The connection was closed')) }
    try {
      return { id, result: this.#started(id, 'CALL', this.#header(call), call) }
    } catch (error) {
      return { id, result: Promise.reject(error as Error) }
    }
  }

  #started(id: number, command: Command, header: Header, call: Call, calls?: unknown): Promise<unknown> {
    const encoder = new Encoder(this.table)
    const body =
      calls === undefined ? { args: encoder.encode(call.args) } : { calls: encodeCalls(encoder, calls) }
    const ack = id % ACKNOWLEDGE === 0 ? { ack: this.calls.settled } : {}
    const frames = pack(command, { id, ...header, ...body, ...ack }, encoder.frames)
    return this.calls.start(id, frames, call)
  }

  #header({ target, method, timeout, annotations, token }: Call): Header {
    const header: Header = { ...target, method }
    if (timeout < 2 ** 31) header.ttl = Math.ceil(timeout)
    const trace = currentOrNone()?.correlationId
    if (annotations === undefined && token === undefined && trace === undefined) return header
    const encoded = annotations && new Encoder(this.table).encode(annotations)
    return { ...header, extensions: { trace, annotations: encoded, 'org.pycom.auth': token } }
  }

  /** Many calls in one message: settled one by one, in their order. */
  batch(call: Call, calls: readonly { method: string; args: Arguments }[], stop: boolean): Promise<unknown> {
    const { args: _, ...header } = this.#header({ ...call, method: '' })
    return this.#started(this.calls.newId(), 'BATCH', { ...header, stop }, call, calls)
  }

  /** Asks whether the other end is there; resolves with the milliseconds that it took. */
  async ping(timeout: number): Promise<number> {
    const start = performance.now()
    const id = this.calls.newId()
    await this.calls.start(id, pack('PING', { id }), { timeout, idempotent: true })
    return performance.now() - start
  }

  /** Calls without an answer. */
  cast(call: Call): boolean {
    const encoder = new Encoder(this.table)
    const args = encoder.encode(call.args)
    return this.#send(pack('CAST', { ...this.#header(call), args }, encoder.frames))
  }

  /** A message has come. Throws what is to be told to the sender. */
  receive(packet: Packet): void {
    const { command, header } = packet
    switch (command) {
      case 'CALL':
      case 'CAST':
      case 'BATCH':
        this.running.receive(packet)
        return
      case 'OK':
      case 'FAIL':
        this.#answered(packet)
        return
      case 'CANCEL':
        this.#cancelled(header)
        return
      case 'NEXT':
        this.#next(header)
        return
      case 'ITEM':
        this.#items(packet)
        return
      case 'END':
        this.table.inflows.get(header.id as number)?.ended(header, (data) => this.#decode(data))
        return
      case 'PING':
        if (typeof header.id === 'number') this.emit('OK', { id: header.id, code: 0, result: null })
        undefined
        return
      case 'DROP':
        this.table.dropped(header.refs)
        return
      case 'HELLO':
      case 'BYE':
        undefined
        return
    }
  }

  #answered({ header, attachments }: Packet): void {
    const pending = this.calls.take(header.id)
    if (!pending) return
    try {
      const decoder = new Decoder(attachments, this.table)
      const decode = (data: unknown): unknown => decoder.decode(data)
      if (header.code === 0) pending.resolve(decode(header.result))
      else pending.reject(errorFromJson(header, decode))
    } catch (error) {
      pending.reject(error)
    }
  }

  #cancelled({ id, stream }: Header): void {
    if (stream === undefined) this.running.cancel(id)
    else this.table.outflows.get(stream as number)?.cancel()
  }

  /** Who asks for a stream that is not there any more must not wait for it. */
  #next(header: Header): void {
    const outflow = this.table.outflows.get(header.id as number)
    if (outflow) outflow.next(header)
    else this.emit('END', { id: header.id, code: CODES.GONE, error: 'The stream has ended' })
  }

  #items({ header, attachments }: Packet): void {
    const inflow = this.table.inflows.get(header.id as number)
    if (!inflow) return
    const values = this.#decode(header.values, attachments)
    if (!Array.isArray(values)) return
    const bytes = attachments.reduce((sum, each) => sum + each.length, values.length * 8)
    inflow.items(header, values, bytes)
  }

  #decode(data: unknown, attachments: Buffer[] = []): unknown {
    return new Decoder(attachments, this.table).decode(data)
  }

  /** {@link StreamPort} */
  emit(command: Command, header: Header, values?: readonly unknown[]): number {
    if (!values) {
      this.#send(pack(command, header))
      return 0
    }
    const encoder = new Encoder(this.table)
    const frames = pack(command, { ...header, values: encoder.encode(values) }, encoder.frames)
    this.#send(frames)
    return sizeOf(encoder.frames) + values.length * 8
  }

  errorHeader(error: unknown): Header {
    return { ...errorToJson(error, this.#host.stacks, (data) => new Encoder(this.table).encodeOrText(data)) }
  }

  drop(id: number, count: number): void {
    if (!this.#ended) this.emit('DROP', { refs: [[id, count]] })
  }

  stub(id: number, kind: 'function' | 'object'): object {
    return this.#stub(this, id, kind)
  }

  /** The iterator runs as part of the call that has made it. */
  wrapIterator(iterator: AnyIterator): { iterator: AnyIterator; over: () => void } {
    const context = currentOrNone()?.derived() ?? this.running.contextOf()
    const wrapped = {
      next: () => runAs(context, () => iterator.next()),
      return: () => runAs(context, () => iterator.return?.() ?? { value: undefined, done: true as const }),
    } as AnyIterator
    return { iterator: wrapped, over: () => context.abort() }
  }

  /** Sends what waits for a connection. */
  flush(): void {
    this.calls.resend(markAgain)
  }

  /** There is a connection again, with the same other end. */
  resume(): void {
    this.flush()
    for (const each of this.table.inflows.values()) each.resume()
  }

  /** There is a connection, but the other end has forgotten everything. */
  restart(): void {
    this.calls.restart()
    this.table.clear()
    this.flush()
  }

  /** There will be no connection any more; `unsent` is for calls that were never sent. */
  end(
    unsent: RemoteError = new ServiceNotAvailable('The connection was closed'),
    sent: RemoteError = new ConnectionLost('The connection was lost while the call was in flight'),
  ): void {
    if (this.#ended) return
    this.#ended = true
    this.calls.end(unsent, sent)
    this.running.end()
    this.table.end()
    const resources = [...this.store.resources]
    this.store.resources.clear()
    void release(resources)
  }
}

function encodeCalls(encoder: Encoder, calls: unknown): unknown {
  return (calls as { method: string; args: Arguments }[]).map(({ method, args }) => ({
    method,
    args: encoder.encode(args),
  }))
}

function sizeOf(frames: readonly Uint8Array[]): number {
  return frames.reduce((sum, each) => sum + each.length, 0)
}

/** The message of a call that may have come before. */
function markAgain([delimiter, command, json, ...attachments]: Frame[]): Frame[] {
  return [delimiter ?? '', command ?? '', `${String(json).slice(0, -1)},"again":true}`, ...attachments]
}
