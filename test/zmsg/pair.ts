import { PAIR } from '../../src/raw/generated/constants.ts'
import { C } from '../../src/raw/index.ts'
import * as zctx from '../../src/zctx/index.ts'
import * as zsocket from '../../src/zsocket/index.ts'

/** Two connected sockets of a context of their own. */
export interface Pair {
  context: zctx.Zctx
  output: zsocket.Zsocket
  input: zsocket.Zsocket
}

/** A wait that a test which fails cannot exceed, in milliseconds. */
export const DEADLINE = 5_000

/** Opens a pair of sockets; over tcp, so that received frames know their connection. */
export function openPair(outputType: number = PAIR, inputType: number = PAIR): Pair {
  const context = zctx.new()
  const output = zsocket.new(context, outputType)
  const input = zsocket.new(context, inputType)
  for (const each of [output, input]) setTimeouts(each, DEADLINE)
  zsocket.connect(input, `tcp://127.0.0.1:${zsocket.bind(output, 'tcp://127.0.0.1:*')}`)
  return { context, output, input }
}

/** How long a socket waits, in milliseconds. */
export function setTimeouts(socket: zsocket.Zsocket, milliseconds: number): void {
  C.zsock_set_rcvtimeo(socket.pointer, milliseconds)
  C.zsock_set_sndtimeo(socket.pointer, milliseconds)
}

/** Destroys the context with both sockets. */
export function closePair(pair: Pair): void {
  zctx.destroy(pair.context)
}

/** A socket without a peer, which therefore cannot send; it does not wait. */
export function openLonely(type: number = PAIR): { context: zctx.Zctx; socket: zsocket.Zsocket } {
  const context = zctx.new()
  const socket = zsocket.new(context, type)
  setTimeouts(socket, 0)
  return { context, socket }
}
