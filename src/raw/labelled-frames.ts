import os from 'node:os'
import { sizeOf } from '../arguments.ts'
import type { Callable } from './bind.ts'
import type { FrameRoom } from './drain.ts'
import { SNDMORE } from './generated/constants.ts'
import { koffi } from './koffi.ts'
import { library } from './library.ts'
import { copyBytes } from './memory.ts'
import { MSG_T_SIZE, type Pointer } from './types.ts'

/**
 * Messages of draft sockets, which have one frame and a label that is no part of it: the number of a peer, or a group.
 * Here the label is a frame: before the content where a message is sent, behind it where one is received. And the
 * messages of DGRAM sockets, which `zmq_send` must not send: it ends the process where the socket is not bound.
 */

/** What the label of a message is. An address is a frame of its own. */
export type Label = 'routingId' | 'group' | 'address'

/** The largest datagram: libzmq copies it to memory of this size unchecked (`udp_engine.cpp`). */
export const LARGEST_DATAGRAM = 8192

const DONTWAIT = 1
const FRAME_MORE = 1
const FRAME_LARGE = 2
/** After so many bytes a drain is over. */
const BUDGET = 1 << 20
/** The bytes of a routing id. */
const ID_SIZE = 4
const { EINVAL, EMSGSIZE, ENOTCONN } = os.constants.errno

interface Calls {
  initialise: Callable
  receive: Callable
  send: Callable
  data: Callable
  close: Callable
  routingId: Callable
  setRoutingId: Callable
  group: Callable
  setGroup: Callable
  join: Callable
  leave: Callable
  length: Callable
  copy: Callable
  message: Buffer
}

let calls: Calls | undefined

function bound(): Calls {
  if (calls) return calls
  const { handle } = library()
  const libc = koffi.load(process.platform === 'win32' ? 'ucrtbase.dll' : null)
  calls = {
    initialise: handle.func('int zmq_msg_init_size(void *, size_t)'),
    receive: handle.func('int zmq_msg_recv(void *, void *, int)'),
    send: handle.func('int zmq_msg_send(void *, void *, int)'),
    data: handle.func('void *zmq_msg_data(void *)'),
    close: handle.func('int zmq_msg_close(void *)'),
    routingId: handle.func('uint32_t zmq_msg_routing_id(void *)'),
    setRoutingId: handle.func('int zmq_msg_set_routing_id(void *, uint32_t)'),
    group: handle.func('void *zmq_msg_group(void *)'),
    setGroup: handle.func('int zmq_msg_set_group(void *, void *)'),
    join: handle.func('int zmq_join(void *, void *)'),
    leave: handle.func('int zmq_leave(void *, void *)'),
    length: libc.func('size_t strlen(void *)'),
    copy: libc.func('void *memcpy(void *, void *, size_t)'),
    message: Buffer.alloc(MSG_T_SIZE),
  }
  return calls
}

/** Receives what has come as {@link drainFrames} does, two frames for each message: the content and the label. */
export function drainLabelled(socket: Pointer, label: Label, into: FrameRoom, most: number): number {
  const { receive, initialise, close, message } = bound()
  let frames = 0
  let bytes = 0
  initialise(message, 0)
  while (frames < most * 2 && frames + 2 <= into.sizes.length && bytes < BUDGET) {
    const size = receive(message, socket, DONTWAIT) as number
    if (size < 0) {
      const errno = koffi.errno()
      close(message)
      return frames || -errno
    }
    into.large.push(contentOf(message, size), labelOf(message, label))
    into.sizes[frames++] = FRAME_LARGE | FRAME_MORE
    into.sizes[frames++] = FRAME_LARGE
    bytes += size
  }
  close(message)
  return frames
}

function contentOf(message: Buffer, size: number): Buffer {
  return size === 0 ? Buffer.alloc(0) : copyBytes(bound().data(message), size)
}

function labelOf(message: Buffer, label: Label): Buffer {
  const { routingId, group, length } = bound()
  if (label === 'group') {
    const name = group(message) as Pointer
    const size = Number(length(name))
    return size === 0 ? Buffer.alloc(0) : copyBytes(name, size)
  }
  const number = Buffer.alloc(4)
  number.writeUInt32LE(routingId(message) as number)
  return number
}

type Send = (frame: Uint8Array | string, flags?: number) => number | undefined

/**
 * How labelled messages are sent on a socket: the label is the first frame, the content the second and last. Answers
 * undefined, or errno.
 */
export function labelledSender(socket: Pointer, label: Label): Send {
  let held: Uint8Array | null = null
  return (frame, flags = DONTWAIT) => {
    const bytes = typeof frame === 'string' ? Buffer.from(frame) : frame
    const first = held
    held = null
    if (flags & SNDMORE) {
      if (first) return EINVAL
      held = bytes
      return undefined
    }
    if (!first) return EINVAL
    return label === 'address'
      ? sendDatagram(socket, first, bytes)
      : sendLabelled(socket, label, first, bytes)
  }
}

function sendLabelled(
  socket: Pointer,
  label: Label,
  value: Uint8Array,
  content: Uint8Array,
): number | undefined {
  const { setRoutingId, setGroup } = bound()
  if (label === 'routingId' && sizeOf(value) !== ID_SIZE) return EINVAL
  const message = messageOf(content)
  if (!message) return koffi.errno()
  const result = (
    label === 'group' ? setGroup(message, ended(value)) : setRoutingId(message, idOf(value))
  ) as number
  return result === 0 ? sendMessage(socket, message, DONTWAIT) : closeAfter(message)
}

function idOf(value: Uint8Array): number {
  return Buffer.from(value).readUInt32LE()
}

/** The first frame is sent only if there is memory for both. */
function sendDatagram(socket: Pointer, address: Uint8Array, content: Uint8Array): number | undefined {
  if (sizeOf(content) > LARGEST_DATAGRAM) return EMSGSIZE
  const first = messageOf(address)
  if (!first) return koffi.errno()
  const second = messageOf(content)
  if (!second) return closeAfter(first)
  const errno = sendMessage(socket, first, DONTWAIT | SNDMORE)
  if (errno === undefined) return sendMessage(socket, second, DONTWAIT)
  bound().close(second)
  return errno
}

function messageOf(content: Uint8Array): Buffer | null {
  const { initialise, copy, data } = bound()
  const message = Buffer.alloc(MSG_T_SIZE)
  const size = sizeOf(content)
  if (initialise(message, size) !== 0) return null
  if (size > 0) copy(data(message), content, size)
  return message
}

function sendMessage(socket: Pointer, message: Buffer, flags: number): number | undefined {
  return (bound().send(message, socket, flags) as number) < 0 ? closeAfter(message) : undefined
}

/** A DGRAM socket that is not bound closes the message, and says nothing. */
function closeAfter(message: Buffer): number {
  const errno = koffi.errno()
  return bound().close(message) === 0 ? errno : ENOTCONN
}

/** Joins or leaves a group: 0, or -1. */
export function changeGroup(socket: Pointer, group: Uint8Array, action: 'join' | 'leave'): number {
  return bound()[action](socket, ended(group)) as number
}

/** With the NUL that C wants at the end. */
function ended(text: Uint8Array): Buffer {
  return Buffer.concat([text, Buffer.alloc(1)])
}
