import type { Callable } from '../bind.ts'
import type { VariadicKind } from '../variadic.ts'

/** A function of CZMQ 2 or 3. */
export interface Composition {
  /** How koffi declares it, for a library that exports it; absent where it cannot be called as it is. */
  prototype?: string
  variadic?: VariadicKind
  /** What it does where the library does not export it. */
  compose: Callable
}
