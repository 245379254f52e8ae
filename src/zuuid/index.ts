/**
 * Universally unique identifiers of 16 bytes.
 *
 * @example
 * ```ts
 * const uuid = zuuid.new()
 * zuuid.strCanonical(uuid) // '8cb3e9a9-649b-4bef-8de2-25e9c2cebb38'
 * zuuid.data(uuid)         // the same as a Buffer of 16 bytes
 * zuuid.destroy(uuid)
 * ```
 */
import { bytes, sizeOf, text } from '../arguments.ts'
import { invalidValue } from '../errors.ts'
import { adopt, destroyHandle, pointerOf } from '../handle.ts'
import { C } from '../raw/index.ts'
import { copyBytes } from '../raw/memory.ts'
import { cast, type Pointer } from '../raw/types.ts'
import { type Zuuid, zuuidKind } from './kind.ts'

export type { Zuuid } from './kind.ts'
export { create as new, exportTo as export }

/** `ZUUID_LEN`. */
const SIZE = 16

function pointer(self: Zuuid): Pointer<'zuuid_t'> {
  return cast<'zuuid_t'>(pointerOf(zuuidKind, self))
}

/** A copy of 16 bytes, which nobody else can change. */
function octets(name: string, value: unknown): Uint8Array {
  const given = bytes(name, value)
  const size = sizeOf(given)
  if (size !== SIZE) throw invalidValue(name, `must have ${SIZE} bytes; it has ${size}`)
  const copy = new Uint8Array(SIZE)
  copy.set(given)
  return copy
}

/**
 * A new random UUID. Fresh.
 *
 * C: `zuuid_new`
 */
function create(): Zuuid {
  return adopt(zuuidKind, C.zuuid_new())
}

/**
 * A UUID of 16 bytes. Fresh.
 *
 * C: `zuuid_new_from`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for another size.
 */
export function newFrom(source: Uint8Array): Zuuid {
  return adopt(zuuidKind, C.zuuid_new_from(octets('source', source)))
}

/**
 * Destroys a UUID. Takes it; again, it does nothing.
 *
 * C: `zuuid_destroy`
 */
export function destroy(self: Zuuid): void {
  destroyHandle(zuuidKind, self)
}

/**
 * Gives it a value of 16 bytes.
 *
 * C: `zuuid_set`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for another size.
 */
export function set(self: Zuuid, source: Uint8Array): void {
  const uuid = pointer(self)
  C.zuuid_set(uuid, octets('source', source))
}

/**
 * Gives it a value as text: 32 hexadecimal digits, among which `-`, `{` and `}` are skipped. Where C keeps half of a
 * text that is none, the UUID stays as it is.
 *
 * C: `zuuid_set_str`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for other text.
 */
export function setStr(self: Zuuid, source: string): void {
  const uuid = pointer(self)
  const digits = text('source', source).replace(/[-{}]/g, '')
  if (!/^[0-9a-f]{32}$/i.test(digits)) throw invalidValue('source', 'must have 32 hexadecimal digits')
  C.zuuid_set_str(uuid, digits)
}

/**
 * Its value; a copy.
 *
 * C: `zuuid_data`
 */
export function data(self: Zuuid): Buffer {
  const found = C.zuuid_data(pointer(self))
  return found ? copyBytes(found, SIZE) : Buffer.alloc(SIZE)
}

/**
 * Its size in bytes: 16.
 *
 * C: `zuuid_size`
 */
export function size(self: Zuuid): number {
  return C.zuuid_size(pointer(self))
}

/**
 * It as text: 32 hexadecimal digits in upper case.
 *
 * C: `zuuid_str`
 */
export function str(self: Zuuid): string {
  return C.zuuid_str(pointer(self))
}

/**
 * It as text in the usual form: 8-4-4-4-12 hexadecimal digits in lower case.
 *
 * C: `zuuid_str_canonical`
 */
export function strCanonical(self: Zuuid): string {
  return C.zuuid_str_canonical(pointer(self))
}

/**
 * Writes its value into the first 16 bytes of memory of the caller.
 *
 * C: `zuuid_export`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` when there are fewer.
 */
function exportTo(self: Zuuid, target: Uint8Array): void {
  const value = data(self)
  const room = bytes('target', target)
  if (sizeOf(room) < SIZE) throw invalidValue('target', `must have ${SIZE} bytes; it has ${sizeOf(room)}`)
  Uint8Array.prototype.set.call(room, value)
}

/**
 * Whether its value is these 16 bytes.
 *
 * C: `zuuid_eq`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for another size.
 */
export function eq(self: Zuuid, compare: Uint8Array): boolean {
  const uuid = pointer(self)
  return C.zuuid_eq(uuid, octets('compare', compare))
}

/**
 * Whether its value is other than these 16 bytes.
 *
 * C: `zuuid_neq`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for another size.
 */
export function neq(self: Zuuid, compare: Uint8Array): boolean {
  const uuid = pointer(self)
  return C.zuuid_neq(uuid, octets('compare', compare))
}

/**
 * Another UUID with the same value. Fresh.
 *
 * C: `zuuid_dup`
 */
export function dup(self: Zuuid): Zuuid {
  return newFrom(data(self))
}
