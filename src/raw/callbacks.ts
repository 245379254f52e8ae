import { invalidType } from '../errors.ts'
import type { Callable } from './bind.ts'
import { callbackParameters, callbackTypes } from './generated/callbacks.ts'
import { koffi, type TypeObject } from './koffi.ts'
import { library } from './library.ts'
import { pollItem } from './structs.ts'
import type { Pointer, PollItem, Ref } from './types.ts'

type CallbackName = keyof typeof callbackTypes
type Moment = 'during the call' | 'until destroyed' | 'foreign thread'

/** Functions of `C`, so that one can be given where C wants a function pointer. */
const addresses = new WeakMap<Callable, () => Pointer>()
/** Trampolines by the object that may call them; given back when it is destroyed. */
const registered = new Map<Pointer, bigint[]>()
/** koffi's types are per thread and made when first needed. */
const types = new Map<CallbackName, TypeObject>()
let thrown: { error: unknown } | undefined

/** Remembers where a function of `C` is in the library. */
export function rememberAddress(name: string, callable: Callable): void {
  addresses.set(callable, () => library().handle.symbol(name) as Pointer)
}

/** Whether calls of this function may end up in JavaScript functions given earlier. */
export function callsBack(name: string): boolean {
  return /^(zloop|zlistx?|zhashx?)_|^zmq_timers_/.test(name) || name in callbackParameters
}

/**
 * Lets the function take JavaScript functions for its callbacks. An exception in one of them would make koffi stop
 * calling JavaScript and zloop spin for ever; so it is caught, C is told to stop, and the call throws it afterwards.
 */
export function withCallbacks(name: string, call: Callable): Callable {
  const parameters: readonly (readonly [number, CallbackName, Moment])[] = Object.hasOwn(
    callbackParameters,
    name,
  )
    ? callbackParameters[name as keyof typeof callbackParameters]
    : []
  const destroys = name.endsWith('_destroy')
  return (...args) => {
    const owner = destroys ? (args[0] as Ref<Pointer>)[0] : null
    const transient: bigint[] = []
    for (const [index, type, moment] of parameters) {
      args[index] = pointerTo(args[index], type, moment, args[0] as Pointer, transient)
    }
    try {
      return call(...args)
    } finally {
      for (const each of transient) koffi.unregister(each)
      if (owner) release(owner)
      rethrow()
    }
  }
}

function rethrow(): void {
  const failure = thrown
  thrown = undefined
  if (failure) throw failure.error
}

function release(owner: Pointer): void {
  for (const each of registered.get(owner) ?? []) koffi.unregister(each)
  registered.delete(owner)
}

function pointerTo(
  value: unknown,
  type: CallbackName,
  moment: Moment,
  owner: Pointer,
  transient: bigint[],
): unknown {
  if (typeof value !== 'function') return value
  const address = addresses.get(value as Callable)
  if (address) return address()
  if (moment === 'foreign thread') {
    throw invalidType(type, 'a function of C or an address, because another thread calls it', value)
  }
  const pointer = koffi.register(
    guarded(value as Callable, type),
    koffi.pointer(prototype(type)),
  ) as unknown as bigint
  if (moment === 'during the call') transient.push(pointer)
  else registered.set(owner, [...(registered.get(owner) ?? []), pointer])
  return pointer
}

function prototype(name: CallbackName): TypeObject {
  const [returns, parameters] = callbackTypes[name]
  const made = types.get(name) ?? koffi.proto(returns, [...parameters])
  types.set(name, made)
  return made
}

function guarded(callback: Callable, name: CallbackName): Callable {
  const failed = callbackTypes[name][0] === 'int' ? -1 : callbackTypes[name][0] === 'void *' ? null : 0
  return (...args) => {
    if (thrown) return failed
    try {
      if (name === 'zloop_fn') args[1] = koffi.decode(args[1], pollItem()) as PollItem
      const result: unknown = callback(...args)
      return result ?? (failed === null ? null : 0)
    } catch (error) {
      thrown = { error }
      return failed
    }
  }
}
