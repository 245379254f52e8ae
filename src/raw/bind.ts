import { CzmqError } from '../errors.ts'
import { callsBack, rememberAddress, withCallbacks } from './callbacks.ts'
import { classes } from './generated/index.ts'
import { library } from './library.ts'
import { pollItem } from './structs.ts'
import { type VariadicKind, variadic } from './variadic.ts'

// biome-ignore lint/suspicious/noExplicitAny: what a function takes and returns, its prototype says
export type Callable = (...args: any[]) => any

interface GeneratedClass {
  prototypes: Readonly<Record<string, string>>
  variadics?: Readonly<Record<string, VariadicKind>>
}

const generated: GeneratedClass[] = Object.values(classes)

/** Whether a header declares the function. */
export function isDeclared(name: string): boolean {
  return declaringClass(name) !== undefined
}

/** Whether the loaded library exports the symbol. */
export function isExported(name: string): boolean {
  return library().has(name)
}

/** Binds a function that a header declares. */
export function bindDeclared(name: string): Callable {
  const found = declaringClass(name)
  const prototype = found?.prototypes[name]
  if (prototype === undefined) throw missing(name)
  return bind(name, prototype, found?.variadics?.[name])
}

/** Binds a function by its prototype, as koffi writes it. */
export function bind(name: string, prototype: string, kind?: VariadicKind): Callable {
  if (!isExported(name)) throw missing(name)
  if (prototype.includes('czmq_pollitem')) pollItem()
  const plain = kind ? variadic(name, prototype, kind) : (library().handle.func(prototype) as Callable)
  const callable = callsBack(name) ? withCallbacks(name, plain) : plain
  rememberAddress(name, callable)
  return callable
}

function declaringClass(name: string): GeneratedClass | undefined {
  return generated.find((each) => Object.hasOwn(each.prototypes, name))
}

function missing(name: string): CzmqError {
  return new CzmqError('ERR_CZMQ_SYMBOL', `${library().path} has no function ${name}`)
}
