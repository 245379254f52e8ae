import { invalidType } from '../errors.ts'
import type { Readable } from './readable.ts'
import { internals, isSocket, type Socket } from './socket.ts'
import type { MessageLike } from './writable.ts'

/** A socket that can receive. */
export type ReadableSocket = Socket & Pick<Readable<object[]>, 'tryReceive'>

/** A socket that can send. */
export type WritableSocket = Socket & {
  /** Sends a message if that is possible at once: whether it was sent. */
  trySend(message: MessageLike[]): boolean
}

/** Checks that the messages of a socket are frames, and nothing besides. */
export function checkPlain(name: string, socket: Socket): void {
  const { label } = internals(socket).core
  if (label === 'routingId' || label === 'group')
    throw invalidType(name, 'a socket whose messages are only frames', socket)
}

/** Checks that a value is a socket that can receive. */
export function checkReadable(name: string, value: unknown): asserts value is ReadableSocket {
  if (!isSocket(value) || !('tryReceive' in value))
    throw invalidType(name, 'a socket that can receive', value)
}

/** Checks that a value is a socket that can send. */
export function checkWritable(name: string, value: unknown): asserts value is WritableSocket {
  if (!isSocket(value) || !('trySend' in value)) throw invalidType(name, 'a socket that can send', value)
}
