import { koffi } from './koffi.ts'
import { library } from './library.ts'

/** Variables of libczmq. */
export interface DataSymbols {
  /** C: `volatile int zsys_interrupted`; not 0 makes `zpoller_wait` and `zloop_start` return. */
  zsys_interrupted: number
  /** C: `volatile int zctx_interrupted`; its old name, a variable of its own. */
  zctx_interrupted: number
}

export const dataSymbols = ['zsys_interrupted', 'zctx_interrupted'] as const

/** Reads and writes the variable itself each time. */
export function dataProperty(name: keyof DataSymbols): PropertyDescriptor {
  const address = () => library().handle.symbol(name) as bigint
  return {
    enumerable: true,
    get: () => koffi.decode(address(), 'int') as number,
    set: (value: number) => koffi.encode(address(), 'int', value),
  }
}
