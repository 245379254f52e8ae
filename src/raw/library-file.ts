import { koffi } from './koffi.ts'
import { library } from './library.ts'
import type { Pointer } from './types.ts'

/** The file that was loaded, whatever name it was found by; that name where the system does not tell. */
export function libraryFile(): string {
  const { path, handle } = library()
  if (process.platform === 'win32') return path
  // Dl_info begins with the file's name.
  const found = new BigUint64Array(4)
  const dladdr = koffi.load(null).func('int dladdr(void *, void *)') as (
    at: Pointer,
    info: BigUint64Array,
  ) => number
  const isFound = dladdr(handle.symbol('zsys_init') as Pointer, found) !== 0 && found[0]
  return isFound ? (koffi.decode(isFound, 'char', -1) as string) : path
}
