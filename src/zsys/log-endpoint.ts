import { constants } from 'node:os'
import { boundedText, endpoint } from '../arguments.ts'
import { invalidValue } from '../errors.ts'
import { failure } from '../failure.ts'
import { IPV6, LINGER, PUB } from '../raw/generated/constants.ts'
import { C } from '../raw/index.ts'
import { lastErrno } from '../raw/memory.ts'
import type { Pointer } from '../raw/types.ts'
import { init } from './system.ts'

/** CZMQ copies endpoints into a buffer of 256 bytes, with `@` or `>`. */
const LONGEST = 254

/** An endpoint that `zsys_set_logsender` can use at this moment, with the sign that says how. */
export function checkLogEndpoint(value: unknown): string {
  const given = boundedText('endpoint', value, LONGEST)
  const sign = given.startsWith('>') ? '>' : '@'
  const address = endpoint('endpoint', given.replace(/^[@>]/, ''))
  if (/[,*!]/.test(address)) throw invalidValue('endpoint', 'must be one address with its own port')
  if (address === ZAP) throw invalidValue('endpoint', `must not be ${ZAP}, which is for authentication`)
  const attempt = sign === '>' ? 'zmq_connect' : 'zmq_bind'
  if (address.startsWith('inproc:')) attemptInside(attempt, address)
  else attemptOutside(attempt, address)
  return sign + address
}

/** libzmq ends the process when a PUB socket is bound there. */
const ZAP = 'inproc://zeromq.zap.01'

type Attempt = 'zmq_bind' | 'zmq_connect'

/** Names of `inproc://` are those of one context, and are free again at once. */
function attemptInside(attempt: Attempt, address: string): void {
  const socket = publisher(init())
  const failed = C[attempt](socket, address) === -1 && failure(attempt, { address })
  if (attempt === 'zmq_bind' && !failed) C.zmq_unbind(socket, address)
  C.zmq_close(socket)
  if (failed) throw failed
}

/** Everything else is free again when a context has ended. */
function attemptOutside(attempt: Attempt, address: string): void {
  C.zmq_close(publisher(init()))
  const context = C.zmq_ctx_new()
  const socket = publisher(context)
  const failed = C[attempt](socket, address) === -1 && failure(attempt, { address })
  C.zmq_close(socket)
  while (C.zmq_ctx_term(context) === -1 && lastErrno() === constants.errno.EINTR);
  if (failed) throw failed
}

function publisher(context: Pointer | null): Pointer {
  const socket = context && C.zmq_socket(context, PUB)
  if (!socket) throw failure('zmq_socket')
  setInteger(socket, LINGER, 0)
  setInteger(socket, IPV6, C.zsys_ipv6())
  return socket
}

function setInteger(socket: Pointer, option: number, value: number): void {
  C.zmq_setsockopt(socket, option, new Uint8Array(Int32Array.of(value).buffer), 4)
}
