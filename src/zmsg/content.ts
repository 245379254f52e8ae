import { bytes, sizeOf, utf8 } from '../arguments.ts'
import type { Zmsg } from '../message-kinds.ts'
import { C } from '../raw/index.ts'
import { contentOf, reserve } from '../zframe/content.ts'
import { discard } from './lent.ts'
import { pointer } from './pointer.ts'

/**
 * Puts a new frame with a copy of `data` before all others.
 *
 * C: `zmsg_pushmem`
 * @throws {@link CzmqError} `ENOMEM`.
 */
export function pushmem(self: Zmsg, data: Uint8Array): void {
  put(self, bytes('data', data), 'zmsg_pushmem')
}

/**
 * Puts a new frame with a copy of `data` behind all others.
 *
 * C: `zmsg_addmem`
 * @throws {@link CzmqError} `ENOMEM`.
 */
export function addmem(self: Zmsg, data: Uint8Array): void {
  put(self, bytes('data', data), 'zmsg_addmem')
}

/**
 * Puts a new frame with the UTF-8 of a string, in which NUL is kept, before all others.
 *
 * C: `zmsg_pushstr`
 */
export function pushstr(self: Zmsg, string: string): void {
  put(self, utf8('string', string), 'zmsg_pushmem')
}

/**
 * Puts a new frame with the UTF-8 of a string, in which NUL is kept, behind all others.
 *
 * C: `zmsg_addstr`
 */
export function addstr(self: Zmsg, string: string): void {
  put(self, utf8('string', string), 'zmsg_addmem')
}

function put(self: Zmsg, data: Uint8Array, call: 'zmsg_pushmem' | 'zmsg_addmem'): void {
  const message = pointer(self)
  const size = sizeOf(data)
  reserve(size)
  C[call](message, size === 0 ? null : data, size)
}

/**
 * Drops the first frame and answers its content as text; `null` when there is none. Bytes that are not UTF-8 become
 * U+FFFD, and NUL stays where it was.
 *
 * C: `zmsg_popstr`
 */
export function popstr(self: Zmsg): string | null {
  const message = pointer(self)
  const frame = C.zmsg_first(message)
  if (frame === null) return null
  const text = contentOf(frame).toString()
  discard(self, C.zmsg_pop(message))
  return text
}
