import { nothingReceived } from '../failure.ts'
import { socketOf } from '../handle.ts'
import type { AnySocket } from '../socket-kinds.ts'
import { brecvLetters, pack, unpack } from './binary.ts'
import { decode, recvLetters } from './decode.ts'
import { encode } from './encode.ts'
import { receiveFrames, sendFrames } from './frames.ts'
import type { BrecvValues, BsendValues, CheckedPicture, RecvValues, SendValues } from './picture.ts'
import { fitting } from './reader.ts'

/**
 * Sends a message with a frame for each letter of the picture. Blocks while the high-water mark is reached. The other
 * side receives it with {@link recv}, or with `zsock_recv` in C. Borrows handles and copies what they hold.
 *
 * - `i` a number from -2³¹ to 2³¹−1; `1` `2` `4` `8` one of so many bytes, without sign; `u` as `4`
 * - `s` text; `b` and `c` bytes; `f` a zframe; `z` an empty frame, without a value
 * - `h` a Map of strings; `U` a UUID, as text or 16 bytes; `p` a pointer, for sockets of this process
 * - `m` all frames of a zmsg
 *
 * C: `zsock_send`
 * @throws TypeError, RangeError for a picture that is wrong, or values that do not fit it; nothing is sent.
 * @throws {@link CzmqError} `EAGAIN` when `sndtimeo` is over, `EINTR` when a signal came, `EHOSTUNREACH`, `EFSM`,
 *   `ENOTSUP`, `ETERM`.
 */
export function send<const Picture extends string>(
  dest: AnySocket,
  picture: Picture & CheckedPicture<Picture, SendValues<Picture>>,
  ...values: SendValues<Picture>
): void {
  const socket = socketOf(dest, 'dest')
  sendFrames(socket, encode(picture, values), 'zsock_send')
}

/**
 * Receives a message as {@link send} or `zsock_send` in C makes it: a value for each letter of the picture. Blocks
 * until one comes; `null` when a signal with a listener interrupted it, or the socket's `rcvtimeo` is over. Handles
 * for `f` and `m` are fresh. `m` comes last and takes all frames that are left.
 *
 * C: `zsock_recv`
 * @throws TypeError for a picture that is wrong; nothing is received.
 * @throws {@link CzmqError} `ERR_CZMQ_PICTURE` for a message with more frames, fewer, or others than the picture, `ENOMEM`
 *   where handles of its frames have no room; its frames are in the error. `ETERM`, `EFSM`, `ENOTSUP`.
 */
export function recv<const Picture extends string>(
  source: AnySocket,
  picture: Picture & CheckedPicture<Picture, RecvValues<Picture>>,
): RecvValues<Picture> | null {
  const socket = socketOf(source, 'source')
  const letters = recvLetters(picture)
  const frames = receiveFrames(socket)
  if (frames === null) return nothingReceived('zsock_recv', socket)
  return fitting(picture, frames, 'zsock_recv', () => decode(letters, frames)) as RecvValues<Picture>
}

/**
 * Sends a message with the values of the picture packed into its first frame, in network order, as zproto does.
 * Blocks while the high-water mark is reached. Borrows handles and copies what they hold.
 *
 * - `1` `2` `4` `8` a number of so many bytes, without sign; `p` a pointer, for sockets of this process
 * - `s` text of up to 255 bytes, `S` of up to 2³²−1; `c` bytes; `u` a UUID, as text or 16 bytes
 * - `f` a zframe and `m` all frames of a zmsg, as frames after the first
 *
 * C: `zsock_bsend`
 * @throws As {@link send}.
 */
export function bsend<const Picture extends string>(
  dest: AnySocket,
  picture: Picture & CheckedPicture<Picture, BsendValues<Picture>>,
  ...values: BsendValues<Picture>
): void {
  const socket = socketOf(dest, 'dest')
  sendFrames(socket, pack(picture, values), 'zsock_bsend')
}

/**
 * Receives a message as {@link bsend} or `zsock_bsend` in C makes it. Blocks, and answers `null`, as {@link recv}
 * does. Handles for `f` and `m` are fresh; no `f` comes after `m`, which takes all frames that are left.
 *
 * C: `zsock_brecv`
 * @throws As {@link recv}: what does not fit the picture exactly is in the error's frames.
 */
export function brecv<const Picture extends string>(
  source: AnySocket,
  picture: Picture & CheckedPicture<Picture, BrecvValues<Picture>>,
): BrecvValues<Picture> | null {
  const socket = socketOf(source, 'source')
  const letters = brecvLetters(picture)
  const frames = receiveFrames(socket)
  if (frames === null) return nothingReceived('zsock_brecv', socket)
  return fitting(picture, frames, 'zsock_brecv', () => unpack(letters, frames)) as BrecvValues<Picture>
}
