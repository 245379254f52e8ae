import { constants } from 'node:buffer'
import { CzmqError } from '../errors.ts'

/** A received message does not fit its picture; {@link fitting} makes an error for the caller of it. */
class Misfit extends Error {}

/** Ends the decoding of a message. */
export function misfit(reason: string): never {
  throw new Misfit(reason)
}

/**
 * What `decode` makes of a message.
 *
 * @throws {@link CzmqError} `ERR_CZMQ_PICTURE` when it does not fit, or as `decode`; with all frames of the message.
 */
export function fitting<Value>(
  picture: string,
  frames: Buffer[],
  syscall: string,
  decode: () => Value,
): Value {
  try {
    return decode()
  } catch (error) {
    if (error instanceof CzmqError) throw Object.assign(error, { frames })
    if (!(error instanceof Misfit)) throw error
    const message = `The message does not fit the picture '${picture}': ${error.message}; it is in this error's frames`
    throw new CzmqError('ERR_CZMQ_PICTURE', message, { frames, syscall })
  }
}

/** Text as `zstr` receives it. */
export function textIn(frame: Buffer): string {
  if (frame.length > constants.MAX_STRING_LENGTH) misfit(`${frame.length} bytes do not fit into a string`)
  return frame.toString()
}

/** Reads packed values one after the other, never beyond the end. */
export class Reader {
  readonly #bytes: Buffer
  #next = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  /** How many bytes are left. */
  get left(): number {
    return this.#bytes.length - this.#next
  }

  /** The next `size` bytes, copied. */
  take(size: number): Buffer {
    if (size > this.left) misfit(`${size} bytes are wanted where ${this.left} are left`)
    const start = this.#next
    this.#next += size
    return Buffer.from(this.#bytes.subarray(start, this.#next))
  }

  /** An unsigned number of 1 to 4 bytes in network order. */
  number(size: 1 | 2 | 4): number {
    return this.take(size).readUIntBE(0, size)
  }
}

/** The dictionary in a frame that `zhashx_pack` has written. */
export function hashIn(frame: Buffer): Map<string, string> {
  const reader = new Reader(frame)
  const map = new Map<string, string>()
  const count = reader.number(4)
  for (let index = 0; index < count; index++) {
    const name = textIn(reader.take(reader.number(1)))
    if (map.has(name)) misfit('the dictionary has a name twice')
    map.set(name, textIn(reader.take(reader.number(4))))
  }
  if (reader.left > 0) misfit(`${reader.left} bytes follow the dictionary`)
  return map
}
