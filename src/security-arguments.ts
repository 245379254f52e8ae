import { text } from './arguments.ts'
import { invalidValue } from './errors.ts'
import { C } from './raw/index.ts'

const KEY_MEMORY = 32

/** A CURVE key: 40 characters of Z85. The key itself is in no error. */
export function checkedKey(name: string, value: unknown): string {
  const checked = text(name, value)
  if (!/^[\x21-\x7e]{40}$/.test(checked) || C.zmq_z85_decode(Buffer.alloc(KEY_MEMORY), checked) === null)
    throw invalidValue(name, 'must be 40 characters of Z85')
  return checked
}
