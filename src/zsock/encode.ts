import { integer, text } from '../arguments.ts'
import { lettersOf, pairs } from './picture.ts'
import {
  copyOf,
  frameBytes,
  hashBytes,
  messageFrames,
  pointerBytes,
  unsigned64,
  uuidBytes,
} from './values.ts'

type Encoder = (name: string, value: unknown) => Uint8Array

/** Numbers travel as decimal text. */
function number(least: number, most: number): Encoder {
  return (name, value) => Buffer.from(String(integer(name, value, least, most)))
}

const ENCODERS: Record<string, Encoder> = {
  i: number(-(2 ** 31), 2 ** 31 - 1),
  1: number(0, 2 ** 8 - 1),
  2: number(0, 2 ** 16 - 1),
  4: number(0, 2 ** 32 - 1),
  8: (name, value) => Buffer.from(String(unsigned64(name, value))),
  u: number(0, 2 ** 32 - 1),
  s: (name, value) => Buffer.from(text(name, value)),
  b: copyOf,
  c: copyOf,
  f: frameBytes,
  h: hashBytes,
  U: uuidBytes,
  p: pointerBytes,
  z: () => Buffer.alloc(0),
}
const LETTERS = { ...ENCODERS, m: messageFrames }

/** The frames of a message with these values. */
export function encode(picture: string, values: unknown[]): Uint8Array[] {
  return pairs(lettersOf(picture, LETTERS), values).flatMap(([letter, value, name]) => {
    const encoder = ENCODERS[letter]
    return encoder ? [encoder(name, value)] : messageFrames(name, value)
  })
}
