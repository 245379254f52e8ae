import { library } from './library.ts'

/** Where these C functions are in the loaded library, for an addon that calls them. */
export function addressesOf(...names: string[]): BigUint64Array {
  return BigUint64Array.from(names, (name) => library().handle.symbol(name) as bigint)
}
