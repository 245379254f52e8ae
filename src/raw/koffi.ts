import { createRequire } from 'node:module'
import type koffiModule from 'koffi'

export type { LibraryHandle, TypeObject } from 'koffi'

type Koffi = typeof koffiModule

/**
 * koffi. What it does itself is in one native file of a package for each platform; loading that one directly saves 5 of
 * its 12 milliseconds, which go into modules that look for the file and into functions that it no longer recommends.
 */
export const koffi: Koffi = load()

function load(): Koffi {
  const require = createRequire(import.meta.url)
  return native(require) ?? (require('koffi') as Koffi)
}

/** Null when the file is not where this version of koffi has it. */
function native(require: NodeJS.Require): Koffi | null {
  try {
    const ofKoffi = createRequire(require.resolve('koffi'))
    const found = ofKoffi(`@koromix/koffi-${process.platform}-${process.arch}`) as Koffi
    return typeof found.load === 'function' ? found : null
  } catch {
    return null
  }
}
