import { bindDeclared, type Callable } from '../bind.ts'
import type { NativeFunctions } from '../generated/index.ts'

/** The functions that compositions are made of, bound when first used. Not `C` itself: that is above. */
export const native: NativeFunctions = Object.create(new Proxy({}, { get: bindOnAccess })) as NativeFunctions

function bindOnAccess(_: object, name: string | symbol): Callable {
  const bound = bindDeclared(String(name))
  Object.defineProperty(native, name, { value: bound })
  return bound
}
