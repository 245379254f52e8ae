import { randomUUID } from 'node:crypto'
import type { Socket } from '../../src/sockets/socket.ts'

/** Sockets of tests, and how they reach each other. */

export const transports = ['tcp', 'ipc', 'inproc'] as const
export type Transport = (typeof transports)[number]

const opened = new Set<Socket>()

/** A socket that {@link closeAll} closes. */
export function open<S extends Socket>(socket: S): S {
  opened.add(socket)
  return socket
}

/** Closes what a test has opened. */
export function closeAll(): void {
  for (const each of opened) each.close()
  opened.clear()
}

/** An address that nobody else has. */
export function freeAddress(transport: Transport): string {
  return { tcp: 'tcp://127.0.0.1:*', ipc: 'ipc://*', inproc: `inproc://${randomUUID()}` }[transport]
}

/** Binds the first socket, and connects the second to it. */
export async function join(bound: Socket, connected: Socket, transport: Transport = 'tcp'): Promise<string> {
  const address = await bound.bind(freeAddress(transport))
  connected.connect(address)
  return address
}

/** Numbers from 0. */
export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index)
}

/** The next turn of the event loop, after its timers and I/O. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** The code of the error with which a promise rejects; undefined when it does not. */
export function codeOf(promise: Promise<unknown>): Promise<string | undefined> {
  return promise.then(
    () => undefined,
    (error: unknown) => (error as { code?: string }).code ?? (error as Error).name,
  )
}
