import { invalidType, invalidValue } from '../errors.ts'
import type { Zframe, Zmsg } from '../message-kinds.ts'
import type { Pointer } from '../raw/types.ts'

/**
 * Pictures: one letter for each value of a message. The types of the values follow from the picture's text; of a
 * picture that is only known at run time they are `unknown[]`.
 */

/** What `send` takes for each letter; `z` takes nothing. */
export interface SendTypes {
  /** -2³¹ to 2³¹−1. */
  i: number
  /** 0 to 255. */
  '1': number
  /** 0 to 65535. */
  '2': number
  /** 0 to 2³²−1. */
  '4': number
  /** 0 to 2⁶⁴−1; a number only as far as it is safe. */
  '8': number | bigint
  /** As `4`; its old name. */
  u: number
  /** Text without NUL. */
  s: string
  /** Copied. */
  b: Uint8Array
  /** As `b`; what C takes from a `zchunk_t`. */
  c: Uint8Array
  /** Borrowed; what it holds is copied. */
  f: Zframe
  /** Names of 1 to 255 bytes; neither they nor the values contain NUL. */
  h: ReadonlyMap<string, string>
  /** Its text, with or without hyphens, or its 16 bytes. */
  U: string | Uint8Array
  /** Means something within this process only. */
  p: Pointer | null
  /** Borrowed; its frames are copied. */
  m: Zmsg
}

/** What `recv` answers for each letter; nothing for `z`, which is an empty frame. */
export interface RecvTypes {
  /** -2³¹ to 2³¹−1. */
  i: number
  /** 0 to 255. */
  '1': number
  /** 0 to 65535. */
  '2': number
  /** 0 to 2³²−1. */
  '4': number
  /** 0 to 2⁶⁴−1. */
  '8': bigint
  /** As `4`; its old name. */
  u: number
  /** UTF-8; bytes that are not become U+FFFD, and NUL stays where it was. */
  s: string
  /** A copy. */
  b: Buffer
  /** As `b`. */
  c: Buffer
  /** Fresh. */
  f: Zframe
  /** A dictionary as `zhashx_pack` writes it. */
  h: Map<string, string>
  /** As `crypto.randomUUID()` writes it. */
  U: string
  /** Whatever the sender says; use it only where sender and receiver are parts of this process. */
  p: Pointer | null
  /** All the frames that are left. Fresh. */
  m: Zmsg
}

/** What `bsend` takes for each letter. */
export interface BsendTypes extends Pick<SendTypes, '1' | '2' | '4' | '8' | 'c' | 'f' | 'm' | 'p'> {
  /** Text of up to 255 bytes without NUL. */
  s: string
  /** Text of up to 2³²−1 bytes without NUL. */
  S: string
  /** A UUID: its text, with or without hyphens, or its 16 bytes. */
  u: string | Uint8Array
}

/** What `brecv` answers for each letter. */
export interface BrecvTypes extends Pick<RecvTypes, '1' | '2' | '4' | '8' | 's' | 'c' | 'f' | 'm' | 'p'> {
  /** As `s`, of any length. */
  S: string
  /** A UUID, as `crypto.randomUUID()` writes it. */
  u: string
}

/** The types of a picture's values; `never` when it has a letter that there is not. */
export type PictureValues<
  Picture extends string,
  Types,
  Sofar extends unknown[] = [],
> = string extends Picture
  ? unknown[]
  : Picture extends `z${infer Rest}`
    ? PictureValues<Rest, Types, Sofar>
    : Picture extends `${infer Letter}${infer Rest}`
      ? Letter extends keyof Types
        ? PictureValues<Rest, Types, [...Sofar, Types[Letter]]>
        : never
      : Sofar

/** The values that `send` takes for a picture. */
export type SendValues<Picture extends string> = PictureValues<Picture, SendTypes>
/** The values that `recv` answers for a picture. */
export type RecvValues<Picture extends string> = Picture extends `${string}m${infer After}`
  ? After extends ''
    ? PictureValues<Picture, RecvTypes>
    : never
  : PictureValues<Picture, RecvTypes>
/** The values that `bsend` takes for a picture. */
export type BsendValues<Picture extends string> = Picture extends `${string}z${string}`
  ? never
  : PictureValues<Picture, BsendTypes>
/** The values that `brecv` answers for a picture. */
export type BrecvValues<Picture extends string> = Picture extends
  | `${string}z${string}`
  | `${string}m${string}${'f' | 'm'}${string}`
  ? never
  : PictureValues<Picture, BrecvTypes>

/** The picture itself if it has values, else nothing that could be given. */
export type CheckedPicture<Picture extends string, Types> = Picture extends ''
  ? never
  : [Types] extends [never]
    ? never
    : Picture

/** The letters of a picture; `known` are those that there are. */
export function lettersOf(picture: unknown, known: object): string[] {
  if (typeof picture !== 'string') throw invalidType('picture', 'a string', picture)
  if (picture === '') throw invalidValue('picture', 'must have a letter for each value')
  const letters = [...picture]
  const unknown = letters.find((letter) => !Object.hasOwn(known, letter))
  if (unknown !== undefined) {
    throw invalidValue('picture', `has a letter that is not one of ${Object.keys(known).join(' ')}`)
  }
  return letters
}

/** Pairs of letters and values; `z` has none. */
export function pairs(
  letters: string[],
  values: unknown[],
): [letter: string, value: unknown, name: string][] {
  const wanted = letters.filter((letter) => letter !== 'z').length
  if (values.length !== wanted)
    throw invalidValue('picture', `wants ${wanted} values; there are ${values.length}`)
  let next = 0
  return letters.map((letter) => {
    if (letter === 'z') return [letter, undefined, '']
    return [letter, values[next], `values[${next++}]`]
  })
}

/** Refuses letters that would get nothing, because `m` has taken all frames that were left. */
export function requireNothingAfter(letters: string[], takers: string): void {
  const end = letters.indexOf('m')
  if (end >= 0 && letters.slice(end + 1).some((letter) => takers.includes(letter))) {
    throw invalidValue('picture', "must not take more frames after 'm', which takes all that are left")
  }
}
