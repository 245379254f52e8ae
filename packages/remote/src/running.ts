import { Decoder, Encoder } from './codec.ts'
import { CallContext, type Caller, runAs, type Store } from './current.ts'
import { BadRequest, Busy, errorToJson, Gone, Moved, Timeout } from './errors.ts'
import { membersOf } from './expose.ts'
import { type Arguments, findMember, invokeMember } from './invoke.ts'
import type { Send } from './pending.ts'
import type { ReferenceTable } from './references.ts'
import { ReplyCache } from './replies.ts'
import { type Frame, type Header, type Packet, pack } from './wire.ts'

/** A call that has come in. */
export interface Invocation {
  /** The interface that is called; null for an object or function by reference. */
  readonly interface: string | null
  readonly method: string
  readonly args: Arguments
  readonly context: CallContext
}

/** What calls of interfaces are handed to. */
export interface Host {
  /** Carries out the call of an interface. */
  invoke(invocation: Invocation): unknown
  /** What hooks do around every call; `next` carries it out. */
  around(invocation: Invocation, next: () => unknown): unknown
  /** What is known of a method before it is called. */
  traits(interfaceName: string, method: string): { oneway: boolean; idempotent: boolean }
  readonly stacks: boolean
  readonly maxInFlight: number
  /** Whether new calls are refused. */
  readonly draining: boolean
}

interface Running {
  readonly context: CallContext
  readonly result: Promise<unknown>
}

/** What a call is asked for, after its header was read. */
interface Task {
  readonly header: Header
  readonly attachments: Buffer[]
  readonly context: CallContext
}

/** The calls that the other end of a connection has made. */
export class RunningCalls {
  readonly #host: Host
  readonly #send: Send
  readonly #table: ReferenceTable
  readonly #caller: Caller
  readonly #store: Store
  readonly #running = new Map<number, Running>()
  /** The last call that has come, whatever became of it. */
  #latest = 0
  readonly #replies = new ReplyCache()
  /** Objects that finished calls have answered: another call may refer to them before the caller has the answer. */
  readonly #answers = new Map<number, object>()

  constructor(host: Host, send: Send, table: ReferenceTable, caller: Caller, store: Store) {
    this.#host = host
    this.#send = send
    this.#table = table
    this.#caller = caller
    this.#store = store
  }

  get size(): number {
    return this.#running.size
  }

  get latest(): number {
    return this.#latest
  }

  /** Resolves when no call runs. */
  async settled(): Promise<void> {
    while (this.#running.size > 0)
      await Promise.allSettled([...this.#running.values()].map((each) => each.result))
  }

  /** CALL, CAST or BATCH has come. */
  receive({ command, header, attachments }: Packet): void {
    const { id } = header
    if (typeof header.ack === 'number') this.#acknowledge(header.ack)
    if (command === 'CAST') {
      this.#cast(header, attachments)
      return
    }
    if (!isId(id)) throw new BadRequest('The call has no id')
    this.#latest = Math.max(this.#latest, id)
    if (this.#running.has(id) || (header.again === true && this.#answeredAgain(id))) return
    const refusal = this.#refusal()
    if (refusal) {
      this.#fail(id, refusal)
      return
    }
    this.#start(id, { header, attachments, context: this.#context(header) }, command === 'BATCH')
  }

  #acknowledge(id: number): void {
    this.#replies.acknowledge(id)
    for (const each of this.#answers.keys()) if (each <= id) this.#answers.delete(each)
  }

  #answeredAgain(id: number): boolean {
    const reply = this.#replies.find(id)
    if (reply === undefined) return false
    if (reply !== 'lost') this.#send([...reply])
    else this.#fail(id, new Gone('The call was made before; its answer is not kept any more'))
    return true
  }

  #refusal(): Error | null {
    if (this.#host.draining) return new Moved('The daemon is about to end')
    if (this.#running.size < this.#host.maxInFlight) return null
    return new Busy(`More than ${this.#host.maxInFlight} calls are in flight`)
  }

  #context(header: Header): CallContext {
    const { ttl, extensions } = header
    const { annotations, trace, 'org.pycom.auth': token } = (extensions ?? {}) as Header
    const decoder = new Decoder([], this.#table)
    return new CallContext({
      caller: typeof token === 'string' ? { ...this.#caller, token } : this.#caller,
      store: this.#store,
      deadline: typeof ttl === 'number' ? Date.now() + ttl : Number.POSITIVE_INFINITY,
      correlationId: typeof trace === 'string' ? trace : undefined,
      annotations:
        annotations === undefined ? undefined : (decoder.decode(annotations) as Record<string, unknown>),
    })
  }

  #cast(header: Header, attachments: Buffer[]): void {
    if (this.#refusal()) return
    const context = this.#context(header)
    void this.#run({ header, attachments, context }).catch(() => undefined)
  }

  #start(id: number, task: Task, isBatch: boolean): void {
    const { interface: name, method } = task.header
    const traits = this.#host.traits(String(name), String(method))
    if (traits.oneway && !isBatch) this.#reply(id, undefined, false)
    const result = isBatch ? this.#batch(task) : this.#run(task)
    this.#running.set(id, { context: task.context, result })
    result
      .then(
        (value) => runAs(task.context, () => this.#answer(id, value, traits)),
        (error) => {
          if (!traits.oneway) this.#fail(id, error, !traits.idempotent)
        },
      )
      .finally(() => {
        this.#running.delete(id)
        task.context.end()
      })
  }

  #answer(id: number, value: unknown, traits: { oneway: boolean; idempotent: boolean }): void {
    if (traits.oneway) return
    if (typeof value === 'object' && value !== null && membersOf(value)) this.#answers.set(id, value)
    this.#reply(id, value, !traits.idempotent)
  }

  async #run({ header, attachments, context }: Task): Promise<unknown> {
    if (context.remaining === 0) throw new Timeout('The time for the call was over before it began')
    const target = await this.#target(header)
    const args = new Decoder(attachments, this.#table).decode(header.args ?? []) as Arguments
    if (typeof args !== 'object' || args === null) throw new BadRequest('args must be an array or an object')
    const invocation: Invocation = {
      interface: target === null ? String(header.interface) : null,
      method: String(header.method ?? ''),
      args,
      context,
    }
    return runAs(context, () =>
      this.#host.around(invocation, () =>
        target === null ? this.#host.invoke(invocation) : invokeObject(target, invocation),
      ),
    )
  }

  /** What is called by reference; null for an interface. */
  async #target({ object, on }: Header): Promise<object | null> {
    if (object !== undefined) return this.#table.object(object)
    if (on === undefined) return null
    const running = this.#running.get(on as number)
    const value: unknown = running ? await running.result : this.#answers.get(on as number)
    if (typeof value === 'object' && value !== null && membersOf(value)) return value
    throw new BadRequest('The result that is called is no object with remote methods')
  }

  async #batch({ header, attachments, context }: Task): Promise<unknown> {
    const { calls, stop } = header
    if (!Array.isArray(calls)) throw new BadRequest('A batch needs calls')
    const results: unknown[] = []
    for (const each of calls) {
      try {
        results.push({ value: await this.#run({ header: { ...header, ...each }, attachments, context }) })
      } catch (error) {
        results.push({ failure: errorToJson(error, this.#host.stacks, () => undefined) })
        if (stop !== false) break
      }
    }
    return results
  }

  #reply(id: number, value: unknown, keep: boolean): void {
    let frames: Frame[]
    try {
      const encoder = new Encoder(this.#table)
      frames = pack('OK', { id, code: 0, result: encoder.encode(value) }, encoder.frames)
    } catch (error) {
      this.#fail(id, error, keep)
      return
    }
    if (keep) this.#replies.keep(id, frames)
    this.#send(frames)
  }

  #fail(id: number, error: unknown, keep: boolean = false): void {
    const encoder = new Encoder(this.#table)
    const header = { id, ...errorToJson(error, this.#host.stacks, (data) => encoder.encodeOrText(data)) }
    const frames = pack('OK', header, encoder.frames)
    if (keep) this.#replies.keep(id, frames)
    this.#send(frames)
  }

  /** An iterator that reads as part of the call that has answered it. */
  contextOf(): CallContext {
    return this.#context({})
  }

  cancel(id: unknown): void {
    this.#running.get(id as number)?.context.abort()
  }

  /** The connection has ended for good. */
  end(): void {
    for (const { context } of this.#running.values()) context.abort()
  }
}

function isId(id: unknown): id is number {
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0
}

/** Calls a function, or a method of an object, that went by reference. */
function invokeObject(target: object, { method, args }: Invocation): unknown {
  if (typeof target === 'function')
    return Reflect.apply(target, undefined, Array.isArray(args) ? args : [args])
  const members = membersOf(target)
  if (!members) throw new BadRequest('The object has no remote methods')
  const where = target.constructor.name === 'Object' ? 'the object' : target.constructor.name
  return invokeMember(target, findMember(members, method, where), method, args)
}
