import { createRequire } from 'node:module'

/** The package with libczmq and the addon in one file, where there is one for the platform. */
export const packageName: string = `@czmq/native-${process.platform}-${process.arch}`

/** The file of that package; null when it is not installed. */
export function selfContained(): string | null {
  try {
    return createRequire(import.meta.url).resolve(packageName)
  } catch {
    return null
  }
}
