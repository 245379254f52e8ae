import { certificateFiles, directoryState } from '../certificate-directory.ts'
import { loadCertificate } from '../certificate-file.ts'
import type { CertificateContent } from '../certificate-text.ts'
import { pointerOf, renew } from '../handle.ts'
import { C } from '../raw/index.ts'
import { cast, type Pointer } from '../raw/types.ts'
import { certificateOf } from '../zcert/content.ts'
import { type Zcertstore, zcertstoreKind } from './kind.ts'

/**
 * Where the certificates of a store come from. The C object is a store in memory, which is filled and emptied from here:
 * libczmq's own way to read a directory ends the process when two files have the same key, and only its draft API can
 * empty a store or have another loader.
 */

/** Called before a store is looked at; it may change the store. */
export type Loader = (store: Zcertstore) => void

interface Source {
  directory: string | null
  /** What the directory was like when it was read, from outside and from inside. */
  state: string | null
  text: string | null
  loader: Loader | null
  loading: boolean
  /** In the order of insertion. */
  readonly keys: Set<string>
}

const sources = new WeakMap<Zcertstore, Source>()

/** Says where a new store has its certificates from; nothing is read yet. */
export function open(self: Zcertstore, directory: string | null): void {
  sources.set(self, { directory, state: null, text: null, loader: null, loading: false, keys: new Set() })
}

export function pointer(self: Zcertstore): Pointer<'zcertstore_t'> {
  return cast<'zcertstore_t'>(pointerOf(zcertstoreKind, self))
}

function sourceOf(self: Zcertstore): Source {
  return sources.get(self) as Source
}

/** The keys of the certificates that are in the store now. */
export function keysOf(self: Zcertstore): ReadonlySet<string> {
  return sourceOf(self).keys
}

export function setLoader(self: Zcertstore, loader: Loader): void {
  Object.assign(sourceOf(self), { loader, directory: null })
}

/** Brings the store up to date. A loader that looks at its own store sees what is in it so far. */
export function refresh(self: Zcertstore): void {
  const source = sourceOf(self)
  if (source.loading) return
  source.loading = true
  try {
    if (source.loader) source.loader(self)
    else if (source.directory !== null) readAnew(self, source, source.directory)
  } finally {
    source.loading = false
  }
}

/** The state is taken first: what changes while the files are read is read next time. */
function readAnew(self: Zcertstore, source: Source, directory: string): void {
  const state = directoryState(directory)
  if (state === source.state) return
  source.state = state
  const contents = certificateFiles(directory).flatMap((path) => readAny(path) ?? [])
  const text = textOf(contents)
  if (text === source.text) return
  source.text = text
  empty(self)
  for (const each of contents) if (!source.keys.has(each.publicKey)) put(self, certificateOf(each))
}

/** Files that were touched and say the same do not cost the store what was added to it. */
function textOf(contents: readonly CertificateContent[]): string {
  return JSON.stringify(contents.map(({ metadata, ...keys }) => [keys, ...metadata]))
}

/** With the secret key if that can be read, else without, as CZMQ does; `null` for what is no certificate. */
function readAny(path: string): CertificateContent | null {
  for (const secret of [true, false]) {
    try {
      return loadCertificate(path, { secret })
    } catch {}
  }
  return null
}

/** Adds a certificate whose key is not in the store. Takes it. */
export function put(self: Zcertstore, certificate: Pointer<'zcert_t'>): void {
  sourceOf(self).keys.add(C.zcert_public_txt(certificate))
  C.zcertstore_insert(pointer(self), [certificate])
}

/** Another store takes the place of the full one. */
export function empty(self: Zcertstore): void {
  pointer(self)
  const before = renew(self, C.zcertstore_new(null))
  C.zcertstore_destroy([cast<'zcertstore_t'>(before)])
  sourceOf(self).keys.clear()
}
