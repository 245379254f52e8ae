import { bindDeclared, type Callable, isDeclared, isExported } from './bind.ts'
import { bindComposed, type ComposedFunctions, isComposed } from './compat/index.ts'
import { type DataSymbols, dataProperty, dataSymbols } from './data-symbols.ts'
import type { NativeFunctions } from './generated/index.ts'
import { bindLibc, isLibc, type LibcFunctions } from './libc.ts'

/** Every function of libczmq and libzmq, and those of CZMQ 2 and 3 that libczmq 4 dropped. */
export interface CFunctions extends NativeFunctions, ComposedFunctions, LibcFunctions, DataSymbols {}

/**
 * The functions of CZMQ and libzmq under their C names and with C's contract: you own what you create, return codes
 * are C's, and misuse ends the process as it does in C. Each is bound when first used; `'zframe_routing_id' in C`
 * tells whether the loaded library has it, and using one that it lacks throws.
 *
 * @throws {@link CzmqError} `ERR_CZMQ_SYMBOL` when the loaded library has no such function, `ERR_CZMQ_LIBRARY` when
 *   no library could be loaded.
 * @example
 * ```ts
 * const frame = C.zframe_new(Buffer.from('abc'), 3)
 * C.zframe_size(frame)        // 3
 * C.zframe_destroy([frame])
 * ```
 */
export const C: CFunctions = Object.create(
  new Proxy({}, { get: bindOnAccess, has: isAvailable }),
) as CFunctions
for (const name of dataSymbols) Object.defineProperty(C, name, dataProperty(name))

/** Runs once a name, because what it binds becomes a property of `C` itself. */
function bindOnAccess(_: object, name: string | symbol): Callable | undefined {
  if (typeof name !== 'string') return undefined
  const bound = find(name)
  if (bound) Object.defineProperty(C, name, { value: bound, enumerable: true })
  return bound
}

function find(name: string): Callable | undefined {
  if (isComposed(name)) return bindComposed(name)
  if (isDeclared(name)) return bindDeclared(name)
  if (isLibc(name)) return bindLibc(name)
  return undefined
}

function isAvailable(_: object, name: string | symbol): boolean {
  if (typeof name !== 'string') return false
  return isComposed(name) || isLibc(name) || (isDeclared(name) && isExported(name))
}
