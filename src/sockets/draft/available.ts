import { CzmqError } from '../../errors.ts'
import { C } from '../../raw/index.ts'
import { SocketType } from '../socket-types.ts'

/**
 * The number of a draft type that the loaded library has. A libzmq without drafts makes such sockets all the same, and
 * ends the process when a Gather and a Scatter shake hands.
 *
 * @throws {@link CzmqError} `ERR_CZMQ_SYMBOL`
 */
export function available<Name extends keyof typeof SocketType>(name: Name): (typeof SocketType)[Name] {
  if (C.zmq_has('draft') === 1) return SocketType[name]
  throw new CzmqError(
    'ERR_CZMQ_SYMBOL',
    `${name} is a draft socket type: the loaded libzmq was built without drafts`,
  )
}
