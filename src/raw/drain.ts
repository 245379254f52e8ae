import { sizeOf } from '../arguments.ts'
import type { Callable } from './bind.ts'
import { koffi } from './koffi.ts'
import { library } from './library.ts'
import { MSG_T_SIZE, type Pointer } from './types.ts'

/** Where {@link drainFrames} puts frames: as the addon does. */
export interface FrameRoom {
  slab: Buffer
  offset: number
  sizes: Int32Array
  large: Buffer[]
}

const DONTWAIT = 1
const FRAME_MORE = 1
const FRAME_LARGE = 2
const SMALL_SIZE = 4096
/** After so many bytes of large frames a drain is over. */
const LARGE_BUDGET = 1 << 20

interface Calls {
  receive: Callable
  data: Callable
  more: Callable
  copy: Callable
  message: Buffer
}

let calls: Calls | undefined

function bound(): Calls {
  if (calls) return calls
  const { handle } = library()
  const message = Buffer.alloc(MSG_T_SIZE)
  handle.func('int zmq_msg_init(void *)')(message)
  calls = {
    message,
    receive: handle.func('int zmq_msg_recv(void *, void *, int)'),
    data: handle.func('void *zmq_msg_data(void *)'),
    more: handle.func('int zmq_msg_more(void *)'),
    copy: koffi.load(null).func('void *memcpy(void *, void *, size_t)'),
  }
  return calls
}

/** Binds what this needs. */
export function bindDrain(): void {
  bound()
}

/** What the addon's `drain` does, with one call for each step: the number of frames, or -errno. */
export function drainFrames(socket: Pointer, into: FrameRoom, most: number): number {
  const { receive, more, message } = bound()
  let frames = 0
  let messages = 0
  let large = 0
  let { offset } = into
  const fits = () => frames < into.sizes.length && into.slab.length - offset >= SMALL_SIZE
  while (messages < most && large < LARGE_BUDGET && fits()) {
    const size = receive(message, socket, DONTWAIT) as number
    if (size < 0) return frames || -koffi.errno()
    const follows = more(message) ? FRAME_MORE : 0
    if (size > SMALL_SIZE) large += keepLarge(into, size)
    else copySmall(into.slab, offset, size)
    into.sizes[frames++] = (size > SMALL_SIZE ? FRAME_LARGE : size << 2) | follows
    if (size <= SMALL_SIZE) offset += (size + 7) & ~7
    if (!follows) messages++
  }
  return frames
}

function copySmall(slab: Buffer, offset: number, size: number): void {
  const { copy, data, message } = bound()
  if (size > 0) copy(slab.subarray(offset, offset + size), data(message), size)
}

function keepLarge(into: FrameRoom, size: number): number {
  const { copy, data, message } = bound()
  const buffer = Buffer.allocUnsafeSlow(size)
  copy(buffer, data(message), size)
  into.large.push(buffer)
  return size
}

/** What the addon's `into` does: one frame to memory of the caller where it fits and no other follows. */
export function receiveInto(socket: Pointer, room: Uint8Array, more: Int32Array): number | Buffer {
  const { receive, more: follows, copy, data, message } = bound()
  const size = receive(message, socket, DONTWAIT) as number
  if (size < 0) return -koffi.errno()
  more[0] = follows(message) ? FRAME_MORE : 0
  const fits = size <= sizeOf(room) && more[0] === 0
  const target = fits ? room : Buffer.allocUnsafeSlow(size)
  if (size > 0) copy(target, data(message), size)
  return fits ? size : (target as Buffer)
}
