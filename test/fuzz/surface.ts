import * as czmq from '../../src/index.ts'

/** What the package offers, found by looking: nothing here names a function, so a new one is tried as soon as it is there. */

/** Something that a program can call, read or set. */
export interface Operation {
  /** For example `zstr.send`, `new Push`, `Push#send`, `get Socket#linger`. */
  readonly name: string
  /** The namespace or class. */
  readonly group: string
  readonly way: 'function' | 'construct' | 'static' | 'method' | 'get' | 'set'
  /** The names of its parameters, as far as its text says them. */
  readonly parameters: readonly string[]
  /** What is called: the same for methods that classes share. */
  readonly call: unknown
  /** Does it; `self` is the receiver of a method. */
  readonly run: (self: unknown, args: readonly unknown[]) => unknown
}

/** A class as a value. */
export type Constructor = new (...args: never[]) => object

/** `C` is raw by contract; what crashes there is its caller's business. */
const RAW = 'C'

/** Everything that can be done, in a fixed order. */
export function operations(): Operation[] {
  return Object.entries(czmq).flatMap(([name, value]) => (name === RAW ? [] : operationsOf(name, value)))
}

/** The exported classes by name; those in an object as `types.Message`. */
export function classes(): Map<string, Constructor> {
  const found = new Map<string, Constructor>()
  for (const [name, value] of Object.entries(czmq)) {
    if (isClass(value)) found.set(name, value)
    else if (isNamespace(value) && name !== RAW) {
      for (const [inner, each] of Object.entries(value))
        if (isClass(each)) found.set(`${name}.${inner}`, each)
    }
  }
  return found
}

/** The namespaces that make handles, by name. */
export function namespaces(): Map<string, Record<string, unknown>> {
  const found = Object.entries(czmq).filter(
    ([name, value]) => name !== RAW && isNamespace(value) && isFunction(Reflect.get(value, 'new')),
  )
  return new Map(found) as Map<string, Record<string, unknown>>
}

function operationsOf(name: string, value: unknown): Operation[] {
  if (isClass(value)) return ofClass(name, value)
  if (isFunction(value)) return [ofFunction(name, name, value)]
  if (!isNamespace(value)) return []
  if (isInstance(value)) return []
  return Object.entries(value).flatMap(([inner, each]) => {
    if (isClass(each)) return ofClass(`${name}.${inner}`, each)
    return isFunction(each) ? [ofFunction(`${name}.${inner}`, name, each)] : []
  })
}

function ofFunction(name: string, group: string, call: Callable): Operation {
  const run = (_: unknown, args: readonly unknown[]) => Reflect.apply(call, undefined, args)
  return { name, group, way: 'function', parameters: parametersOf(call), call, run }
}

function ofClass(name: string, value: Constructor): Operation[] {
  const construct: Operation = {
    name: `new ${name}`,
    group: name,
    way: 'construct',
    parameters: parametersOf(value),
    call: value,
    run: (_, args) => Reflect.construct(value, args),
  }
  const statics = ownFunctions(value).map(([key, call]): Operation => {
    const run = (_: unknown, args: readonly unknown[]) => Reflect.apply(call, value, args)
    return { name: `${name}.${key}`, group: name, way: 'static', parameters: parametersOf(call), call, run }
  })
  return [construct, ...statics, ...prototypesOf(value).flatMap((each) => ofPrototype(name, each))]
}

/** Its own prototype, and those above that no other exported class has. */
function prototypesOf(value: Constructor): object[] {
  const found: object[] = []
  const known = new Set<unknown>(Object.values(czmq))
  let prototype: object | null = value.prototype
  while (prototype !== null && prototype !== Object.prototype && prototype !== Error.prototype) {
    if (prototype !== value.prototype && known.has(prototype.constructor)) break
    found.push(prototype)
    prototype = Object.getPrototypeOf(prototype)
  }
  return found
}

function ofPrototype(group: string, prototype: object): Operation[] {
  const found: Operation[] = []
  for (const key of Reflect.ownKeys(prototype)) {
    const { get, set, value } = Object.getOwnPropertyDescriptor(prototype, key) ?? {}
    const name = `${group}#${String(key)}`
    if (key === 'constructor') continue
    if (get) {
      const run = (self: unknown) => Reflect.apply(get, self, [])
      found.push({ name: `get ${name}`, group, way: 'get', parameters: [], call: get, run })
    }
    if (set) {
      const run = (self: unknown, args: readonly unknown[]) => Reflect.apply(set, self, args)
      found.push({ name: `set ${name}`, group, way: 'set', parameters: [String(key)], call: set, run })
    }
    if (isFunction(value)) {
      const run = (self: unknown, args: readonly unknown[]) => Reflect.apply(value, self, args)
      found.push({ name, group, way: 'method', parameters: parametersOf(value), call: value, run })
    }
  }
  return found
}

type Callable = (...args: unknown[]) => unknown

function ownFunctions(value: object): [string, Callable][] {
  return Object.getOwnPropertyNames(value).flatMap((key) => {
    const each: unknown = Object.getOwnPropertyDescriptor(value, key)?.value
    return isFunction(each) && key !== 'prototype' ? [[key, each] satisfies [string, Callable]] : []
  })
}

/** `...strings`, `address`: without defaults, and without the digits that a bundler adds. */
function parametersOf(call: Callable | Constructor): string[] {
  const source = Function.prototype.toString.call(call)
  const list = source.startsWith('class')
    ? /constructor\s*\(([^)]*)\)/.exec(source)
    : /^(?:async\s*)?\*?\s*(?:function\*?)?[^(]*\(([^)]*)\)/.exec(source)
  const names = (list?.[1] ?? '').split(',').map((each) =>
    each
      .replace(/=.*$/s, '')
      .replace(/\d+\s*$/, '')
      .trim(),
  )
  const plain = names.filter((each) => /^(?:\.\.\.)?\w+$/.test(each))
  return plain.length > 0 || call.length === 0 ? plain : Array.from({ length: call.length }, () => 'unknown')
}

function isFunction(value: unknown): value is Callable {
  return typeof value === 'function'
}

/** Classes have an upper-case name here, and functions have not. */
function isClass(value: unknown): value is Constructor {
  if (!isFunction(value)) return false
  return /^\s*class\b/.test(Function.prototype.toString.call(value)) || /^[A-Z]/.test(value.name)
}

function isNamespace(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** Of a class; its methods are found there. */
function isInstance(value: object): boolean {
  return [...classes().values()].some((each) => value instanceof each)
}
