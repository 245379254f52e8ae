import { CzmqError } from '../errors.ts'
import type { Socket } from './socket.ts'

/** The class of each socket type, put here by `by-type.ts`: what is used by the classes cannot import them. */

/** A class of sockets that can be made. */
export type ConcreteClass = new (options?: object) => Socket

const classes = new Map<unknown, ConcreteClass>()

/** Says which class a type has. */
export function setClassOf(type: number, socketClass: ConcreteClass): void {
  classes.set(type, socketClass)
}

/**
 * The class of a type.
 *
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` when there is none.
 */
export function classOf(type: unknown): ConcreteClass {
  const found = classes.get(type)
  if (!found)
    throw new CzmqError('ERR_CZMQ_SOCKET_TYPE', 'There is no class of asynchronous sockets for this type')
  return found
}
