import { BadRequest, ConfigurationError } from './errors.ts'
import {
  type BehaviorOptions,
  behaviorOf,
  expose,
  type InstanceMode,
  interfaceName,
  interfaceOf,
  type Members,
  membersOf,
  membersOfClass,
  nearest,
  type ObjectOptions,
} from './expose.ts'
import { findMember, invokeMember } from './invoke.ts'
import type { Invocation } from './running.ts'

/** What is known of an interface: what `introspect` answers. */
export interface Introspection {
  name: string
  docstring: string
  data: Record<string, unknown>
  methods: Record<string, MethodDescription>
  attributes: string[]
}

/** What {@link Introspection} says about a method. */
export interface MethodDescription {
  required_arguments: string[]
  optional_arguments: string[]
  results: string[]
  docstring: string
  attachments: { incoming: string | null; outgoing: string | null }
  oneway: boolean
  idempotent: boolean
}

/** Something that is done around every call; `next` carries it out, or asks the next hook. */
export type Hook = (call: Invocation, next: () => unknown) => unknown

/** An interface that a daemon provides. */
export interface Provided {
  readonly name: string
  readonly members: Members
  readonly mode: InstanceMode
  readonly make: () => object
  /** Whether its instances are made here, and disposed of here. */
  readonly own: boolean
  readonly doc: string
}

/** What {@link Provider.provide} takes besides. */
export interface ProvideOptions<T extends object = object> extends BehaviorOptions {
  /** What can be said about the functions of a plain object. */
  methods?: ObjectOptions<T>
  /** What the interface is for. */
  doc?: string
}

/** Where instances are kept that serve more than one call. */
export type Instances = Map<string, object>

type AnyClass = new () => object
const NO_TRAITS = { oneway: false, idempotent: false }

/** The interfaces of a daemon. */
export class Provider {
  readonly #interfaces = new Map<string, Provided>()
  readonly #singles: Instances = new Map()
  readonly #hooks: Hook[] = []

  /** The names of all interfaces. */
  get names(): string[] {
    return [...this.#interfaces.keys()]
  }

  /** Instances that were made here, for all. */
  get instances(): object[] {
    return [...this.#singles].filter(([name]) => this.#interfaces.get(name)?.own).map(([, each]) => each)
  }

  /** Adds what is done around every call; the first is the outermost. */
  use(hook: Hook): void {
    this.#hooks.push(hook)
  }

  provide(name: unknown, target: object, options: ProvideOptions): Provided {
    const provided =
      typeof target === 'function'
        ? ofClass(name, target as AnyClass, options)
        : ofObject(name, target, options)
    if (this.#interfaces.has(provided.name))
      throw new ConfigurationError(`The interface ${provided.name} is provided already`)
    this.#interfaces.set(provided.name, provided)
    return provided
  }

  traits(name: string, method: string): { oneway: boolean; idempotent: boolean } {
    if (method.startsWith('.')) return { oneway: false, idempotent: true }
    return this.#interfaces.get(name)?.members.get(method) ?? NO_TRAITS
  }

  /** The interface, or a {@link BadRequest} as ZeroJSON 1.0 has it. */
  find(name: string): Provided {
    const provided = this.#interfaces.get(name)
    if (provided) return provided
    const near = nearest(name, this.#interfaces.keys())
    const hint = near === undefined || near === name ? '' : `; did you mean ${near}?`
    throw new BadRequest(`Unsupported interface: ${name}${hint}`)
  }

  /** Hooks, then the call. */
  around(invocation: Invocation, next: () => unknown): unknown {
    if (this.#hooks.length === 0) return next()
    return this.#hooks.reduceRight<() => unknown>((inner, hook) => () => hook(invocation, inner), next)()
  }

  /** Carries out a call with the instance that serves it. */
  invoke(invocation: Invocation, sessionInstances: Instances): unknown {
    const provided = this.find(invocation.interface ?? '')
    const { method } = invocation
    if (method === 'introspect') return describe(provided)
    const member = findMember(provided.members, method, `interface ${provided.name}`)
    if (provided.mode === 'percall')
      return oneCall(provided, (instance) => invokeMember(instance, member, method, invocation.args))
    const instances = provided.mode === 'single' ? this.#singles : sessionInstances
    return invokeMember(instanceOf(provided, instances), member, method, invocation.args)
  }

  /** What callers are told beforehand: of each interface the methods that may be called again. */
  meta(): Record<string, { idempotent: string[]; session: boolean }> {
    return Object.fromEntries(
      [...this.#interfaces.values()].map(({ name, members, mode }) => {
        const safe = [...members.values()].filter((each) => each.kind === 'method' && each.idempotent)
        return [name, { idempotent: safe.map((each) => each.name), session: mode === 'session' }]
      }),
    )
  }
}

function ofClass(name: unknown, target: AnyClass, options: ProvideOptions): Provided {
  const members = membersOfClass(target.prototype as object)
  if (members.size === 0)
    throw new ConfigurationError(`${target.name} exposes nothing: decorate its methods with @method`)
  const { instance = 'single', create = () => new target() } = { ...behaviorOf(target), ...options }
  return {
    name: interfaceName(name ?? interfaceOf(target)),
    members,
    mode: instance,
    make: create,
    own: true,
    doc: options.doc ?? '',
  }
}

function ofObject(name: unknown, target: object, options: ProvideOptions): Provided {
  if (options.instance !== undefined && options.instance !== 'single')
    throw new ConfigurationError(
      'An object serves all; give a class for an instance for each session or call',
    )
  const plain = membersOf(target) === null || options.methods !== undefined
  if (plain) expose(target, options.methods ?? {})
  const members = membersOf(target) ?? new Map()
  const itsName = name ?? interfaceOf(target.constructor)
  return {
    name: interfaceName(itsName),
    members,
    mode: 'single',
    make: () => target,
    own: false,
    doc: options.doc ?? '',
  }
}

function instanceOf({ name, make }: Provided, instances: Instances): object {
  const known = instances.get(name)
  if (known) return known
  const made = make()
  instances.set(name, made)
  return made
}

async function oneCall({ make }: Provided, call: (instance: object) => unknown): Promise<unknown> {
  const instance = make()
  try {
    return await call(instance)
  } finally {
    await disposeOf(instance)
  }
}

/** Ends an instance, if its class says how. */
export async function disposeOf(instance: object): Promise<void> {
  if (Symbol.asyncDispose in instance) await (instance as AsyncDisposable)[Symbol.asyncDispose]()
  else if (Symbol.dispose in instance) (instance as Disposable)[Symbol.dispose]()
}

/** What `introspect` answers about an interface. */
export function describe({ name, members, doc }: Provided): Introspection {
  const methods = [...members.values()].filter((each) => each.kind === 'method')
  const attributes = [...members.values()].filter((each) => each.kind === 'attribute')
  return {
    name,
    docstring: doc,
    data: {},
    methods: Object.fromEntries(
      methods.map((each) => [
        each.name,
        {
          required_arguments: (each.args ?? []).filter((one) => !one.optional).map((one) => one.name),
          optional_arguments: (each.args ?? []).filter((one) => one.optional).map((one) => one.name),
          results: [...each.results],
          docstring: each.doc,
          attachments: { incoming: each.attachments[0], outgoing: each.attachments[1] },
          oneway: each.oneway,
          idempotent: each.idempotent,
        },
      ]),
    ),
    attributes: attributes.map((each) => each.name),
  }
}
