import { text } from '../arguments.ts'
import { checkMetadataSize, metadataName, metadataValue } from '../certificate-metadata.ts'
import { renew } from '../handle.ts'
import { C } from '../raw/index.ts'
import { cast } from '../raw/types.ts'
import { addMetadata, certificateOf, contentOf, metadataNames, metadataOf, pointer } from './content.ts'
import type { Zcert } from './kind.ts'

/**
 * Sets one item of metadata; one of this name that was there before is replaced, where C would leave it. The value is
 * never taken for a format. For that `self.pointer` may become another one.
 *
 * C: `zcert_set_meta`
 * @param name - ASCII letters, digits and `$-_@.&+/`, with `/` inside; up to 255 bytes.
 * @param value - Text in one line. It must not contain both kinds of quotes, if it needs any to be written to a file.
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for what a certificate file cannot hold.
 * @throws RangeError `ERR_OUT_OF_RANGE` when all metadata together would exceed the 512 bytes that CZMQ's `zauth` has
 *   for it: each item takes 5 bytes, its name and its value.
 */
export function setMeta(self: Zcert, name: string, value: string): void {
  const certificate = pointer(self)
  const item = [metadataName(name), metadataValue(value)] as const
  const before = metadataOf(certificate)
  checkMetadataSize(new Map([...before, item]))
  if (before.get(name) === value) return
  if (before.has(name)) unsetMeta(self, name)
  addMetadata(pointer(self), new Map([item]))
}

/**
 * Removes one item of metadata, if there is one of this name. For that `self.pointer` may become another one.
 *
 * C: `zcert_unset_meta`
 */
export function unsetMeta(self: Zcert, name: string): void {
  const certificate = pointer(self)
  const checked = text('name', name)
  if (C.zcert_meta(certificate, checked) === null) return
  if (DRAFT in C) C.zcert_unset_meta(certificate, checked)
  else rebuildWithout(self, checked)
}

const DRAFT: string = 'zcert_unset_meta'

/** The released libraries have no function for it. */
function rebuildWithout(self: Zcert, name: string): void {
  const { metadata, ...keys } = contentOf(pointer(self))
  const rest = new Map([...metadata].filter(([each]) => each !== name))
  const before = renew(self, certificateOf({ ...keys, metadata: rest }))
  C.zcert_destroy([cast<'zcert_t'>(before)])
}

/**
 * The value of an item of metadata; `null` when there is none of this name.
 *
 * C: `zcert_meta`
 */
export function meta(self: Zcert, name: string): string | null {
  const certificate = pointer(self)
  return C.zcert_meta(certificate, text('name', name))
}

/**
 * The names of all metadata, in no particular order.
 *
 * C: `zcert_meta_keys`
 */
export function metaKeys(self: Zcert): string[] {
  return metadataNames(pointer(self))
}
