import { adopt } from '../handle.ts'
import { type Zframe, type Zmsg, zframeKind, zmsgKind } from '../message-kinds.ts'
import { C } from '../raw/index.ts'
import { reserve } from '../zframe/content.ts'
import { lettersOf, requireNothingAfter } from './picture.ts'
import { hashIn, misfit, textIn } from './reader.ts'
import { POINTER_SIZE, pointerIn, uuidText } from './values.ts'

type Decoder = (frame: Buffer) => unknown

const NUMBER = /^[+-]?\d{1,20}$/

function number(least: bigint, most: bigint): (frame: Buffer) => bigint {
  return (frame) => {
    const digits = frame.length <= 21 ? frame.toString('latin1') : ''
    if (!NUMBER.test(digits)) misfit('a frame is not a number')
    const value = BigInt(digits.replace(/^\+/, ''))
    if (value < least || value > most) misfit(`a number is not from ${least} to ${most}`)
    return value
  }
}

function small(least: bigint, most: bigint): Decoder {
  const decode = number(least, most)
  return (frame) => Number(decode(frame))
}

function ofSize<Value>(size: number, decode: (frame: Buffer) => Value): Decoder {
  return (frame) =>
    frame.length === size ? decode(frame) : misfit(`a frame has ${frame.length} bytes, not ${size}`)
}

/** `zsock_send` of C prints the number with `%ud`, so that a `d` follows it. */
const deprecated: Decoder = (frame) => DECODERS[4]?.(frame.at(-1) === 0x64 ? frame.subarray(0, -1) : frame)

const DECODERS: Record<string, Decoder> = {
  i: small(-(2n ** 31n), 2n ** 31n - 1n),
  1: small(0n, 2n ** 8n - 1n),
  2: small(0n, 2n ** 16n - 1n),
  4: small(0n, 2n ** 32n - 1n),
  8: number(0n, 2n ** 64n - 1n),
  u: deprecated,
  s: textIn,
  b: (frame) => frame,
  c: (frame) => frame,
  f: (frame) => frame,
  h: hashIn,
  U: ofSize(16, uuidText),
  p: ofSize(POINTER_SIZE, pointerIn),
  z: ofSize(0, () => undefined),
}
const LETTERS = { ...DECODERS, m: true }

/** The letters of a picture that can be received. */
export function recvLetters(picture: unknown): string[] {
  const letters = lettersOf(picture, LETTERS)
  requireNothingAfter(letters, Object.keys(LETTERS).join(''))
  return letters
}

/**
 * The values of a message. Handles are made last, when nothing can fail any more.
 *
 * @throws {@link CzmqError} `ENOMEM`.
 */
export function decode(letters: string[], frames: Buffer[]): unknown[] {
  const single = letters.filter((letter) => letter !== 'm')
  const open = single.length < letters.length
  if (frames.length < single.length || (frames.length > single.length && !open)) {
    misfit(`it has ${frames.length} frames`)
  }
  const values = single.map((letter, index) => DECODERS[letter]?.(frames[index] as Buffer))
  reserveFor(frames.filter((_, index) => index >= single.length || single[index] === 'f'))
  const handled = values.map((value, index) => (single[index] === 'f' ? newFrame(value as Buffer) : value))
  const answered = handled.filter((_, index) => single[index] !== 'z')
  return open ? [...answered, newMessage(frames.slice(single.length))] : answered
}

/**
 * Proves that there is memory for copies of all frames that become handles: before the first, so that none is lost.
 *
 * @throws {@link CzmqError} `ENOMEM`.
 */
export function reserveFor(frames: Buffer[]): void {
  reserve(frames.reduce((size, frame) => size + frame.length, 0))
}

/** A frame handle with a copy of these bytes, after {@link reserveFor}. */
export function newFrame(bytes: Buffer): Zframe {
  return adopt(zframeKind, C.zframe_new(bytes, bytes.length))
}

/** A message handle with copies of these frames, after {@link reserveFor}. */
export function newMessage(frames: Buffer[]): Zmsg {
  const message = C.zmsg_new()
  for (const frame of frames) C.zmsg_addmem(message, frame, frame.length)
  return adopt(zmsgKind, message)
}
