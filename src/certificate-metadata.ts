import { boundedText, text } from './arguments.ts'
import { invalidValue, outOfRange } from './errors.ts'
import { quoted } from './zpl.ts'

/** Names and values that a certificate tells about its owner: what authentication hands to the application. */
export type Metadata = ReadonlyMap<string, string>

/** What CZMQ's `zauth` has room for: it writes all metadata of a certificate into so many bytes, unchecked. */
export const METADATA_BYTES = 512
/** The length of a name is one byte on the wire. */
const NAME_BYTES = 255
/** On the wire a name has its size before it, in one byte, and a value in four. */
const SIZES = 5
/** What a name may consist of in a certificate file; `/` only inside. */
const NAME = /^(?!\/)[A-Za-z0-9$\-_@.&+/]+(?<!\/)$/
/** What would not stay in its line, or is invisible in it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f]/

/**
 * A name of metadata.
 *
 * @throws TypeError `ERR_INVALID_ARG_TYPE`, `ERR_INVALID_ARG_VALUE`.
 */
export function metadataName(value: unknown): string {
  const name = boundedText('name', value, NAME_BYTES)
  if (!NAME.test(name))
    throw invalidValue('name', 'must consist of ASCII letters, digits and $-_@.&+/, with / inside')
  return name
}

/**
 * A value of metadata: what a certificate file can hold.
 *
 * @throws TypeError `ERR_INVALID_ARG_TYPE`, `ERR_INVALID_ARG_VALUE`.
 */
export function metadataValue(value: unknown): string {
  const checked = text('value', value)
  if (CONTROL.test(checked))
    throw invalidValue('value', 'must not contain line breaks or other control characters')
  if (Buffer.from(checked).toString() !== checked)
    throw invalidValue('value', 'must not contain half a character')
  if (quoted(checked) === null)
    throw invalidValue('value', 'must not contain both " and \' with # or spaces around')
  return checked
}

/**
 * Checks that so much metadata can be authenticated with.
 *
 * @throws RangeError `ERR_OUT_OF_RANGE`.
 */
export function checkMetadataSize(metadata: Metadata): void {
  const size = metadataSize(metadata)
  if (size > METADATA_BYTES) throw outOfRange('metadata', `at most ${METADATA_BYTES} bytes on the wire`, size)
}

/** How many bytes of the wire metadata takes. */
export function metadataSize(metadata: Metadata): number {
  const sizes = [...metadata].map(
    ([name, value]) => SIZES + Buffer.byteLength(name) + Buffer.byteLength(value),
  )
  return sizes.reduce((sum, each) => sum + each, 0)
}
