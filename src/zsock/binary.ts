import { integer, text } from '../arguments.ts'
import { invalidValue } from '../errors.ts'
import { newFrame, newMessage, reserveFor } from './decode.ts'
import { lettersOf, pairs, requireNothingAfter } from './picture.ts'
import { misfit, Reader, textIn } from './reader.ts'
import {
  copyOf,
  frameBytes,
  messageFrames,
  POINTER_SIZE,
  pointerBytes,
  pointerIn,
  sized32,
  unsigned64,
  uuidBytes,
  uuidText,
} from './values.ts'

/** Binary pictures: values packed into the first frame in network order; frames and messages follow it. */

type Packer = (name: string, value: unknown) => Buffer

function number(size: 1 | 2 | 4): Packer {
  return (name, value) => {
    const packed = Buffer.alloc(size)
    packed.writeUIntBE(integer(name, value, 0, 2 ** (size * 8) - 1), 0, size)
    return packed
  }
}

function packLong(name: string, value: unknown): Buffer {
  const packed = Buffer.alloc(8)
  packed.writeBigUInt64BE(unsigned64(name, value))
  return packed
}

function packShortText(name: string, value: unknown): Buffer {
  const packed = Buffer.from(text(name, value))
  if (packed.length > 255) {
    throw invalidValue(
      name,
      `must have up to 255 bytes of UTF-8; it has ${packed.length}, for which 'S' is there`,
    )
  }
  return Buffer.concat([Buffer.of(packed.length), packed])
}

/** Bytes after their size, which no buffer of Node reaches. */
function packSized(content: Buffer): Buffer {
  return Buffer.concat([sized32(content.length), content])
}

const PACKERS: Record<string, Packer> = {
  1: number(1),
  2: number(2),
  4: number(4),
  8: packLong,
  s: packShortText,
  S: (name, value) => packSized(Buffer.from(text(name, value))),
  c: (name, value) => packSized(copyOf(name, value)),
  u: uuidBytes,
  p: pointerBytes,
}
const FRAMERS: Record<string, (name: string, value: unknown) => Buffer[]> = {
  f: (name, value) => [frameBytes(name, value)],
  m: messageFrames,
}

/** The frames of a message with these values. */
export function pack(picture: string, values: unknown[]): Uint8Array[] {
  const packed: Buffer[] = []
  const frames: Buffer[] = []
  for (const [letter, value, name] of pairs(lettersOf(picture, { ...PACKERS, ...FRAMERS }), values)) {
    const packer = PACKERS[letter]
    if (packer) packed.push(packer(name, value))
    else frames.push(...(FRAMERS[letter]?.(name, value) ?? []))
  }
  return [Buffer.concat(packed), ...frames]
}

type Unpacker = (reader: Reader) => unknown

const UNPACKERS: Record<string, Unpacker> = {
  1: (reader) => reader.number(1),
  2: (reader) => reader.number(2),
  4: (reader) => reader.number(4),
  8: (reader) => reader.take(8).readBigUInt64BE(),
  s: (reader) => textIn(reader.take(reader.number(1))),
  S: (reader) => textIn(reader.take(reader.number(4))),
  c: (reader) => reader.take(reader.number(4)),
  u: (reader) => uuidText(reader.take(16)),
  p: (reader) => pointerIn(reader.take(POINTER_SIZE)),
}

/** The letters of a binary picture that can be received. */
export function brecvLetters(picture: unknown): string[] {
  const letters = lettersOf(picture, { ...UNPACKERS, ...FRAMERS })
  requireNothingAfter(letters, 'fm')
  return letters
}

/**
 * The values of a message. Handles are made last, when nothing can fail any more.
 *
 * @throws {@link CzmqError} `ENOMEM`.
 */
export function unpack(letters: string[], [body = Buffer.alloc(0), ...frames]: Buffer[]): unknown[] {
  const single = letters.filter((letter) => letter === 'f').length
  if (frames.length < single || (frames.length > single && !letters.includes('m'))) {
    misfit(`${frames.length} frames follow the first`)
  }
  const reader = new Reader(body)
  const values = letters.map((letter) => UNPACKERS[letter]?.(reader))
  if (reader.left > 0) misfit(`${reader.left} bytes are left in the first frame`)
  reserveFor(frames)
  return letters.map((letter, index) => {
    if (letter === 'm') return newMessage(frames.splice(0))
    return letter === 'f' ? newFrame(frames.shift() ?? Buffer.alloc(0)) : values[index]
  })
}
