import { CallContext, type Caller, runAs } from './current.ts'
import { BadRequest, errorToJson, MethodNotFound, RemoteError } from './errors.ts'
import { type Member, membersOf } from './expose.ts'
import type { Arguments } from './invoke.ts'
import type { Provided, Provider } from './provider.ts'
import type { Session10, SessionTable10 } from './session.ts'
import { type Frame, type Request10, reply10, request10 } from './wire.ts'

const AUTH = 'org.pycom.auth'

/** Answers requests of ZeroJSON 1.0, word for word as PyCOM does. */
export class Answerer10 {
  readonly #provider: Provider
  readonly #sessions: SessionTable10

  constructor(provider: Provider, sessions: SessionTable10) {
    this.#provider = provider
    this.#sessions = sessions
  }

  /** The answer to a message, without its return address. Never rejects. */
  async answer(body: readonly Buffer[], key: string | null): Promise<Frame[]> {
    try {
      return await this.#answer(request10(body), key)
    } catch (error) {
      return reply10(failure(error))
    }
  }

  async #answer(request: Request10, key: string | null): Promise<Frame[]> {
    const provided = this.#provider.find(request.interface)
    const token = request.extensions?.[AUTH]
    const caller = { key, token: typeof token === 'string' ? token : null }
    const session = this.#session(request, provided, caller)
    const member = provided.members.get(request.method)
    const value = await this.#invoke(request, member, caller, session)
    const { result, attachment } = split(value, member)
    const header = { code: 0, result: result ?? null, ...(session && { session_id: session.id }) }
    return reply10(header, attachment)
  }

  #session({ sessionId }: Request10, { mode }: Provided, caller: Caller): Session10 | undefined {
    if (sessionId !== undefined) return this.#sessions.find(sessionId, caller)
    return mode === 'session' ? this.#sessions.create(caller) : undefined
  }

  #invoke(
    request: Request10,
    member: Member | undefined,
    caller: Caller,
    session: Session10 | undefined,
  ): unknown {
    const store = session?.store ?? { values: new Map(), resources: new Set() }
    const context = new CallContext({ caller, store, deadline: Number.POSITIVE_INFINITY })
    const { interface: name, method } = request
    if (method.startsWith('.') || method.startsWith('=')) throw notFound(method, name)
    const invocation = { interface: name, method, args: argumentsOf(request, member), context }
    const invoke = (): unknown => this.#provider.invoke(invocation, session?.instances ?? new Map())
    return runAs(context, () => this.#provider.around(invocation, invoke))
  }
}

function notFound(method: string, name: string): MethodNotFound {
  return new MethodNotFound(`Method '${method}' not found in interface ${name}`)
}

/** The arguments, with the attachment under the name that the method has for it. */
function argumentsOf({ args, attachment }: Request10, member: Member | undefined): Arguments {
  const incoming = member?.attachments[0]
  const plain =
    typeof args === 'object' && args !== null
      ? (args as Arguments)
      : args === undefined || args === null
        ? {}
        : [args]
  if (attachment === undefined || !incoming) return plain
  if (Array.isArray(plain)) throw new BadRequest('Arguments must have names when there is an attachment')
  return { ...plain, [incoming]: attachment }
}

/** What goes into the JSON, and what beside it. */
function split(value: unknown, member: Member | undefined): { result: unknown; attachment?: Uint8Array } {
  if (value instanceof Uint8Array) return { result: null, attachment: value }
  const outgoing = member?.attachments[1]
  if (!outgoing || typeof value !== 'object' || value === null) return { result: plain(value) }
  const { [outgoing]: attachment, ...result } = value as Record<string, unknown>
  return attachment instanceof Uint8Array ? { result: plain(result), attachment } : { result: plain(value) }
}

/** What has no JSON of its own is refused. */
function plain(value: unknown): unknown {
  if (typeof value === 'function' || isByReference(value))
    throw new BadRequest('This result needs ZeroJSON 2.0')
  return value
}

function isByReference(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const isStream = Symbol.asyncIterator in value || (Symbol.iterator in value && 'next' in value)
  return isStream || membersOf(value) !== null
}

/** Only errors that are meant for callers are told. */
function failure(error: unknown): object {
  if (!(error instanceof RemoteError)) return { code: 1, error: 'Unknown error during request' }
  const { code, error: text } = errorToJson(error, false, () => undefined)
  return { code, error: text.replace(/; did you mean .*$/s, '') }
}
