import { zsock } from '../../src/index.ts'
import { C } from '../../src/raw/index.ts'
import type { AnySocket, Zsock } from '../../src/socket-kinds.ts'

/** A wait that a test which fails cannot exceed, in milliseconds. */
export const DEADLINE = 2_000

/** Two connected sockets. */
export interface Sockets {
  output: Zsock
  input: Zsock
}

/** A PUSH and a PULL over tcp, or whatever else is asked for. */
export function openSockets(makeOutput = zsock.newPush, makeInput = zsock.newPull): Sockets {
  const input = makeInput('@tcp://127.0.0.1:*')
  const output = makeOutput(`>${zsock.endpoint(input)}`)
  for (const each of [output, input]) setTimeouts(each, DEADLINE)
  return { output, input }
}

/** How long a socket waits, in milliseconds. */
export function setTimeouts(socket: AnySocket, milliseconds: number): void {
  C.zsock_set_rcvtimeo(socket.pointer, milliseconds)
  C.zsock_set_sndtimeo(socket.pointer, milliseconds)
}

/** Destroys both. */
export function closeSockets({ output, input }: Sockets): void {
  zsock.destroy(output)
  zsock.destroy(input)
}
