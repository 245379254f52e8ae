import { type AddonOrigin, addonOrigin } from '../raw/addon.ts'
import { C } from '../raw/index.ts'
import { type LibraryOrigin, library as load } from '../raw/library.ts'
import { libraryFile } from '../raw/library-file.ts'
import type { Ref } from '../raw/types.ts'
import { type Capability, capability } from './capability.ts'

export type { AddonOrigin, LibraryOrigin }

/** Versions as text, such as `'4.2.1'`. */
export interface LibraryVersions {
  /** Of libczmq. */
  readonly czmq: string
  /** Of libzmq. */
  readonly zmq: string
}

/** The native code that this package works with. */
export interface LoadedLibrary {
  /** The file of libczmq. */
  readonly path: string
  /** Where it was found: named by `CZMQ_LIBRARY`, in the package for the platform, or on the system. */
  readonly origin: LibraryOrigin
  /** Its version, and that of its libzmq. */
  readonly versions: LibraryVersions
  /** What its libzmq was built with. */
  readonly capabilities: Capability
  /** Where the addon was found; null when there is none and sockets work by `poll(2)`. */
  readonly addon: AddonOrigin | null
}

/**
 * What was loaded, and from where: for reports about a problem. Reading a property loads the library if need be.
 *
 * @throws {@link CzmqError} `ERR_CZMQ_LIBRARY` when no library can be loaded.
 * @example
 * ```ts
 * const { path, versions } = library
 * console.log(path, versions.czmq, versions.zmq)
 * ```
 */
export const library: LoadedLibrary = Object.freeze({
  get path() {
    return libraryFile()
  },
  get origin() {
    return load().origin
  },
  get versions() {
    return { czmq: numbers(C.zsys_version), zmq: numbers(C.zmq_version) }
  },
  get capabilities() {
    return Object.freeze({ ...capability })
  },
  get addon() {
    return addonOrigin()
  },
})

function numbers(ask: (major: Ref<number>, minor: Ref<number>, patch: Ref<number>) => void): string {
  const parts: [Ref<number>, Ref<number>, Ref<number>] = [[0], [0], [0]]
  ask(...parts)
  return parts.map(([part]) => part).join('.')
}
