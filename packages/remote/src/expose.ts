import { ConfigurationError } from './errors.ts'
import { type Argument, argumentsOf, declaredArguments } from './signature.ts'

/** How long an instance of a class serves: one for all, one for each session, or one for each call. */
export type InstanceMode = 'single' | 'session' | 'percall'

/** What can be said about a method. */
export interface MethodOptions {
  /** May be done twice: it is sent again when a connection is lost. */
  idempotent?: boolean
  /** Nobody waits for it: the caller gets its answer before it runs. */
  oneway?: boolean
  /** The names of the arguments, optional ones with `?`. Read from the function if absent. */
  args?: readonly string[]
  /** The names of the results, for peers of ZeroJSON 1.0 and {@link introspect}. */
  results?: readonly string[]
  /** For ZeroJSON 1.0: the argument that is the incoming attachment, and the result that is the outgoing one. */
  attachments?: readonly [incoming: string | null, outgoing: string | null]
  /** What the method does, for {@link introspect}. */
  doc?: string
}

/** How the instances of a class are made. */
export interface BehaviorOptions {
  /** `single` if absent. */
  instance?: InstanceMode
  /** Makes an instance; `new` if absent. */
  create?: () => object
}

/** A member that can be reached from outside. */
export interface Member {
  readonly name: string
  readonly kind: 'method' | 'attribute'
  readonly settable: boolean
  readonly idempotent: boolean
  readonly oneway: boolean
  /** Null where they cannot be told. */
  readonly args: readonly Argument[] | null
  /** Whether the arguments were declared, so that their number is checked. */
  readonly strict: boolean
  readonly results: readonly string[]
  readonly attachments: readonly [string | null, string | null]
  readonly doc: string
}

/** All members of a class or object by name. */
export type Members = ReadonlyMap<string, Member>

type AnyFunction = (...args: never) => unknown
type AnyClass = abstract new (...args: never) => object
interface AnyAccessor {
  get: (this: never) => unknown
  set: (this: never, value: never) => void
}
type Decorated = AnyFunction | AnyAccessor
type MemberContext =
  | ClassMethodDecoratorContext
  | ClassGetterDecoratorContext
  | ClassSetterDecoratorContext
  | ClassAccessorDecoratorContext

interface Marks extends MethodOptions {
  exposed?: boolean
}

const marks = new WeakMap<AnyFunction, Marks>()
const interfaces = new WeakMap<object, string>()
const behaviors = new WeakMap<object, BehaviorOptions>()
const described = new WeakMap<object, Members>()
const exposed = new WeakMap<object, Members>()

/** Names that would make a proxy something else, or are the layer's own. */
const RESERVED = new Set(['then', 'constructor', 'introspect', '__proto__', 'prototype', 'toJSON'])

function checkName(name: string | symbol): string {
  if (typeof name !== 'string' || name.startsWith('_') || name.startsWith('#') || RESERVED.has(name))
    throw new ConfigurationError(`The member ${String(name)} cannot be exposed`)
  return name
}

function mark(value: Decorated, options: Marks): void {
  for (const each of typeof value === 'function' ? [value] : [value.get, value.set])
    marks.set(each as AnyFunction, { ...marks.get(each as AnyFunction), ...options })
}

/** A decorator of members. */
export type MemberDecorator = (value: Decorated, context: MemberContext) => void

/**
 * Exposes a method, getter, setter or accessor of a class: `@method` or `@method({ idempotent: true })`.
 *
 * @throws {@link ConfigurationError} for private names, symbols, names with `_`, and `then`.
 */
export function method(value: Decorated, context: MemberContext): void
export function method(options: MethodOptions): MemberDecorator
export function method(
  value: Decorated | MethodOptions,
  context?: MemberContext,
): MemberDecorator | undefined {
  if (context === undefined) return decorator(value as MethodOptions)
  decorator({})(value as Decorated, context)
  return undefined
}

function decorator(options: Marks): MemberDecorator {
  return (value, context) => {
    if (context.private || context.static)
      throw new ConfigurationError(`The member ${String(context.name)} cannot be exposed`)
    checkName(context.name)
    mark(value, { exposed: true, ...options })
  }
}

/** Exposes a method for which nobody waits. */
export function onewayMember(value: AnyFunction, context: ClassMethodDecoratorContext): void {
  decorator({ oneway: true })(value, context)
}

/** Says of an exposed method that it may be done twice, so it is sent again when a connection is lost. */
export function idempotent(value: AnyFunction, _: ClassMethodDecoratorContext): void {
  mark(value, { idempotent: true })
}

/** Says which interface a class provides: `@provides('com.foo.stock')`. Its instances travel by reference. */
export function provides(name: string): (value: AnyClass, context: ClassDecoratorContext) => void {
  return (value) => {
    interfaces.set(value, interfaceName(name))
  }
}

/** Says how instances of a class are made: `@behavior({ instance: 'session' })`. */
export function behavior(
  options: BehaviorOptions,
): (value: AnyClass, context: ClassDecoratorContext) => void {
  return (value) => {
    behaviors.set(value, options)
  }
}

/**
 * Checks the name of an interface: words of letters, digits, `-` and `_`, with dots between them.
 *
 * @throws {@link ConfigurationError}
 */
export function interfaceName(name: unknown): string {
  if (typeof name !== 'string' || !/^[\w-]+(\.[\w-]+)*$/.test(name))
    throw new ConfigurationError(`${JSON.stringify(name)} is not the name of an interface`)
  return name
}

/** The interface that {@link provides} has given a class. */
export function interfaceOf(value: object): string | undefined {
  return interfaces.get(value)
}

/** What {@link behavior} has said about a class. */
export function behaviorOf(value: object): BehaviorOptions {
  return behaviors.get(value) ?? {}
}

/** The members of a class, from its decorators. */
export function membersOfClass(prototype: object): Members {
  const known = described.get(prototype)
  if (known) return known
  const members = new Map<string, Member>()
  for (let each = prototype; each !== null && each !== Object.prototype; each = Object.getPrototypeOf(each)) {
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(each))) {
      const member = memberOf(name, property)
      if (member && !members.has(name)) members.set(name, member)
    }
  }
  described.set(prototype, members)
  return members
}

function memberOf(name: string, { value, get, set }: PropertyDescriptor): Member | null {
  const found = [value, get, set].find((each) => typeof each === 'function' && marks.get(each)?.exposed)
  if (found === undefined) return null
  const options = marks.get(found) ?? {}
  if (found === value) return member(name, value, options)
  const settable = set !== undefined && marks.get(set as AnyFunction)?.exposed === true
  return { ...member(name, () => undefined, options), kind: 'attribute', settable, idempotent: true }
}

function member(name: string, body: AnyFunction, options: MethodOptions): Member {
  return {
    name,
    kind: 'method',
    settable: false,
    idempotent: options.idempotent === true,
    oneway: options.oneway === true,
    args: options.args ? declaredArguments(options.args) : argumentsOf(body),
    strict: options.args !== undefined,
    results: options.results ?? [],
    attachments: options.attachments ?? [null, null],
    doc: options.doc ?? '',
  }
}

/** What can be said about the methods of a plain object. */
export type ObjectOptions<T extends object = object> = { [Name in keyof T]?: MethodOptions }

/**
 * Exposes the functions of an object, but for those whose names begin with `_`; it then travels by reference.
 *
 * @returns The same object.
 * @throws {@link ConfigurationError} when it has no functions.
 */
export function expose<T extends object>(object: T, methods: ObjectOptions<T> = {}): T {
  const members = new Map<string, Member>()
  for (const [name, value] of Object.entries(object)) {
    if (typeof value !== 'function' || name.startsWith('_')) continue
    const options = (methods as Record<string, MethodOptions>)[name] ?? {}
    members.set(checkName(name), member(name, value as AnyFunction, options))
  }
  if (members.size === 0) throw new ConfigurationError('The object has no functions to expose')
  exposed.set(object, members)
  return object
}

/** The members of an object that may be reached from outside; null when it exposes none. */
export function membersOf(object: object): Members | null {
  const own = exposed.get(object)
  if (own) return own
  const prototype = Object.getPrototypeOf(object) as object | null
  if (prototype === null || prototype === Object.prototype || Array.isArray(object)) return null
  const members = membersOfClass(prototype)
  return members.size > 0 ? members : null
}

/** The name among `names` that was probably meant; undefined when none is near. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.max(2, Math.floor(name.length / 3)) + 1
  for (const each of names) {
    const distance = distanceOf(name.slice(0, 64).toLowerCase(), each.slice(0, 64).toLowerCase())
    if (distance < least) [best, least] = [each, distance]
  }
  return best
}

/** How many characters must be put in, taken out or replaced. */
function distanceOf(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replaced))
    }
    row = next
  }
  return row[other.length] ?? 0
}
