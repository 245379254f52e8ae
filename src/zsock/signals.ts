import { integer } from '../arguments.ts'
import { transferFailure } from '../failure.ts'
import { isHandle, socketOf } from '../handle.ts'
import { SNDHWM } from '../raw/generated/constants.ts'
import { C } from '../raw/index.ts'
import { sendBytes } from '../raw/messages.ts'
import type { Pointer } from '../raw/types.ts'
import { refuseLateOption } from '../socket-hazards.ts'
import { type AnySocket, type Zsock, zsockKind } from '../socket-kinds.ts'
import { receiveFrames } from './frames.ts'
import { zsockPointer } from './pointer.ts'

/** A signal is one frame of 8 bytes in the byte order of the machine; the status is the lowest byte. */
const MAGIC = 0x7766554433221100n

/**
 * Sends a signal, for which the other side waits with {@link wait}. Blocks while the high-water mark is reached.
 *
 * C: `zsock_signal`
 * @param status - 0 to 255; by convention 0 means that all is well.
 * @throws {@link CzmqError} `EAGAIN` when `sndtimeo` is over, `EINTR` when a signal of the system came,
 *   `EHOSTUNREACH`, `EFSM`, `ENOTSUP`, `ETERM`.
 */
export function signal(dest: AnySocket, status: number): void {
  const socket = socketOf(dest, 'dest')
  const frame = BigInt64Array.of(MAGIC + BigInt(integer('status', status, 0, 255)))
  if (sendBytes(socket, new Uint8Array(frame.buffer), 8, 0) === -1)
    throw transferFailure('zsock_signal', socket)
}

/**
 * Waits for a signal and answers its status, 0 to 255. Blocks. Messages that come before and are no signal are
 * dropped.
 *
 * C: `zsock_wait`
 * @throws {@link CzmqError} `EAGAIN` when `rcvtimeo` is over, `EINTR` when a signal of the system came, `ENOTSUP`,
 *   `EFSM`, `ETERM`.
 */
export function wait(source: AnySocket): number {
  const socket = socketOf(source, 'source')
  for (;;) {
    const frames = receiveFrames(socket)
    if (frames === null) throw transferFailure('zsock_wait', socket)
    const status = statusOf(frames)
    if (status !== null) return status
  }
}

function statusOf(frames: Buffer[]): number | null {
  const [frame] = frames
  if (frames.length !== 1 || frame?.length !== 8) return null
  const [value = 0n] = new BigInt64Array(new Uint8Array(frame).buffer)
  return (value & ~0xffn) === MAGIC ? Number(value & 0xffn) : null
}

/**
 * Drops the rest of a message of which only the first frames were received.
 *
 * C: `zsock_flush`
 */
export function flush(source: AnySocket): void {
  C.zsock_flush(socketOf(source, 'source'))
}

/**
 * Lets a socket queue as many messages as memory can hold, by setting both high-water marks to 0. For connections
 * that are made afterwards.
 *
 * C: `zsock_set_unbounded`
 * @throws {@link CzmqError} `EBUSY` once the socket was bound or connected.
 */
export function setUnbounded(self: AnySocket): void {
  const socket = socketOf(self, 'self')
  refuseLateOption(socket, SNDHWM)
  C.zsock_set_unbounded(socket)
}

/**
 * Whether a value is a handle of a zsock that was not destroyed.
 *
 * C: `zsock_is`
 */
export function is(value: unknown): value is Zsock {
  return isHandle(zsockKind, value) && !value.destroyed
}

/**
 * The libzmq socket inside, for `C.zmq_…`. Borrowed.
 *
 * C: `zsock_resolve`
 */
export function resolve(self: AnySocket): Pointer {
  return socketOf(self, 'self')
}

/**
 * The name of the socket's type, for example `'PUSH'`.
 *
 * C: `zsock_type_str`
 */
export function typeStr(self: Zsock): string {
  zsockPointer(self)
  return C.zsocket_type_str(socketOf(self, 'self'))
}
