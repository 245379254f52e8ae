import { bindDeclared, type Callable } from '../bind.ts'
import type { Pointer, RawSocket, Variadic } from '../types.ts'
import type { Composition } from './composition.ts'

/** Functions that take a `va_list`, which only C can make: here it is an array. */
export interface VaListFunctions {
  /** C: `int zsock_vsend(void *self, const char *picture, va_list argptr)`; can block. */
  zsock_vsend(self: RawSocket, picture: string, argptr: Variadic[]): number
  /** C: `int zsock_vrecv(void *self, const char *picture, va_list argptr)`; can block. */
  zsock_vrecv(self: RawSocket, picture: string, argptr: Variadic[]): number
  /** C: `char *zsys_vprintf(const char *format, va_list argptr)`; a copy; C's string is freed. */
  zsys_vprintf(format: string, argptr: Variadic[]): string | null
}

const bound = new Map<string, Callable>()

function native(name: string): Callable {
  const found = bound.get(name) ?? bindDeclared(name)
  bound.set(name, found)
  return found
}

export const vaLists: Record<keyof VaListFunctions, Composition> = {
  zsock_vsend: {
    compose: (self: Pointer, picture: string, args: Variadic[]) =>
      native('zsock_send')(self, picture, ...args),
  },
  zsock_vrecv: {
    compose: (self: Pointer, picture: string, args: Variadic[]) =>
      native('zsock_recv')(self, picture, ...args),
  },
  zsys_vprintf: { compose: (format: string, args: Variadic[]) => native('zsys_sprintf')(format, ...args) },
}
