import { createRequire } from 'node:module'

/** The package with libczmq and the addon in one file, where there is one for the platform. */
export const packageName: string = `@czmq/native-${process.platform}-${process.arch}`

let found: string | null | undefined

/** The file of that package; null when it is not installed. Looked for once, because that takes files and folders. */
export function selfContained(): string | null {
  if (found === undefined) found = resolve()
  return found
}

function resolve(): string | null {
  try {
    return createRequire(import.meta.url).resolve(packageName)
  } catch {
    return null
  }
}
