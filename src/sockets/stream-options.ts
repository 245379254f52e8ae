import { integer } from '../arguments.ts'
import { invalidType } from '../errors.ts'

/** How a socket becomes a stream. */
export interface StreamOptions {
  /** How many messages the stream holds itself in each direction: 16 in a Node stream, 1 in a web stream without it. */
  highWaterMark?: number | undefined
  /** Whether the socket is closed when the stream has ended, was destroyed or cancelled. Without it: no. */
  autoClose?: boolean | undefined
}

/** Checks the options of a stream. */
export function checkStreamOptions(
  options: StreamOptions = {},
  standard: number,
): { highWaterMark: number; autoClose: boolean } {
  if (typeof options !== 'object' || options === null) throw invalidType('options', 'an object', options)
  const { highWaterMark = standard, autoClose = false } = options
  integer('options.highWaterMark', highWaterMark, 0)
  if (typeof autoClose !== 'boolean') throw invalidType('options.autoClose', 'a boolean', autoClose)
  return { highWaterMark, autoClose }
}
