/**
 * Stores of certificates, found by their public keys: the files of a directory, or certificates in memory. What a store
 * answers are copies, so they outlive it.
 *
 * @example
 * ```ts
 * const store = zcertstore.new(null)
 * const certificate = zcert.new()
 * const key = zcert.publicTxt(certificate)
 * zcertstore.insert(store, certificate)
 * const found = zcertstore.lookup(store, key)
 * ```
 */
import { text } from '../arguments.ts'
import { invalidType, invalidValue } from '../errors.ts'
import { adopt, destroyHandle, ownedPointerOf, taken } from '../handle.ts'
import { C } from '../raw/index.ts'
import { cast } from '../raw/types.ts'
import { copyOf, linesOf } from '../zcert/copies.ts'
import { textKey } from '../zcert/keys.ts'
import { type Zcert, zcertKind } from '../zcert/kind.ts'
import { type Zcertstore, zcertstoreKind } from './kind.ts'
import * as source from './source.ts'

export type { Zcertstore } from './kind.ts'
export type { Loader } from './source.ts'

/**
 * A new store. Fresh. Its `pointer` becomes another one whenever the store is emptied or a changed directory is read.
 *
 * C: `zcertstore_new`
 * @param location - A directory, whose certificates and those in the directories below are in the store, as they are
 *   when it is looked at: it may change, and need not exist yet. Hidden files are left out, and files that are no
 *   certificates; of two with the same key the first by name counts. `null` makes an empty store in memory.
 * @throws TypeError `ERR_INVALID_ARG_TYPE`, `ERR_INVALID_ARG_VALUE` for an empty name.
 */
function create(location: string | null): Zcertstore {
  const directory = location === null ? null : text('location', location)
  if (directory === '') throw invalidValue('location', 'must not be empty')
  const self = adopt(zcertstoreKind, C.zcertstore_new(null))
  source.open(self, directory)
  return self
}

export { create as new }

/**
 * Destroys a store and the certificates in it; files stay as they are. Again, it does nothing.
 *
 * C: `zcertstore_destroy`
 */
export function destroy(self: Zcertstore): void {
  destroyHandle(zcertstoreKind, self)
}

/**
 * The certificate with this public key; `null` when there is none. A store of a directory looks first whether that has
 * changed. Fresh: a copy.
 *
 * C: `zcertstore_lookup`
 * @param publicKey - 40 characters of Z85.
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for anything else; and what a loader throws.
 */
export function lookup(self: Zcertstore, publicKey: string): Zcert | null {
  source.pointer(self)
  const key = textKey('publicKey', publicKey)
  source.refresh(self)
  const found = C.zcertstore_lookup(source.pointer(self), key)
  return found && copyOf(found)
}

/**
 * Adds a certificate, in memory: a store of a directory loses it when that changes. Takes it.
 *
 * C: `zcertstore_insert`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` when one with this public key is in the store already, over which C would
 *   end the process; then the certificate is still the caller's.
 */
export function insert(self: Zcertstore, certificate: Zcert): void {
  source.pointer(self)
  const given = cast<'zcert_t'>(ownedPointerOf(zcertKind, certificate, 'certificate'))
  if (C.zcertstore_lookup(source.pointer(self), C.zcert_public_txt(given)))
    throw invalidValue('certificate', 'has the public key of one that is in the store already')
  taken(certificate)
  source.put(self, given)
}

/**
 * Removes all certificates. A store of a directory stays empty until that changes.
 *
 * C: `zcertstore_empty`
 */
export function empty(self: Zcertstore): void {
  source.empty(self)
}

/**
 * All certificates. Fresh: copies, each of which the caller may destroy.
 *
 * C: `zcertstore_certs`
 * @throws What a loader throws.
 */
export function certs(self: Zcertstore): Zcert[] {
  return pointersIn(self).map(copyOf)
}

/**
 * Has certificates come from somewhere else: `loader` is called whenever the store is looked at, and may {@link empty} it
 * and {@link insert} certificates. The directory of the store is not read any more; what is in the store stays.
 *
 * C: `zcertstore_set_loader`
 */
export function setLoader(self: Zcertstore, loader: source.Loader): void {
  source.pointer(self)
  if (typeof loader !== 'function') throw invalidType('loader', 'a function', loader)
  source.setLoader(self, loader)
}

/**
 * Writes all certificates to CZMQ's log, but for their secret keys.
 *
 * C: `zcertstore_print`
 * @returns What was written, one line for each item.
 * @throws What a loader throws.
 */
export function print(self: Zcertstore): string {
  const lines = ['certificates in store', ...pointersIn(self).flatMap(linesOf)]
  for (const line of lines) C.zsys_info('%s', `zcertstore: ${line}`)
  return lines.join('\n')
}

/** The certificates inside: valid until the store is changed. */
function pointersIn(self: Zcertstore): Parameters<typeof copyOf>[0][] {
  source.pointer(self)
  source.refresh(self)
  const store = source.pointer(self)
  return [...source.keysOf(self)].flatMap((key) => C.zcertstore_lookup(store, key) ?? [])
}
