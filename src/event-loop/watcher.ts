import type { Pointer } from '../raw/types.ts'

/** Watches one descriptor: when it becomes readable while the watcher is started, `onReady` is called. */
export interface Watcher {
  /** Begins to watch. */
  start: () => void
  /** Ends watching; it can be started again. */
  stop: () => void
  /** While it is started it keeps the process alive. This is not so at first. */
  ref: () => void
  /** It does not keep the process alive any more. */
  unref: () => void
  /** Ends it for good. */
  close: () => void
}

/** Frames that {@link EventLoop.drain} has received. */
export interface Frames {
  /** Where the small ones are. */
  slab: Buffer
  /** Where the first of them begins. */
  offset: number
  /** For each frame its size × 4, plus {@link FRAME_LARGE} and {@link FRAME_MORE}. */
  sizes: Int32Array
  /** The large ones, in their order. */
  large: Buffer[]
}

/** More frames of the same message follow. */
export const FRAME_MORE = 1
/** The frame is not in the slab. */
export const FRAME_LARGE = 2
/** A frame up to this size goes to the slab; no drain begins with less room there. */
export const SMALL_SIZE = 4096

/** Sends one frame on one socket, without flags by `ZMQ_DONTWAIT`: undefined, or errno. The frame is copied. */
export type Send = (frame: Uint8Array | string, flags?: number) => number | undefined

/** One way to learn that sockets are ready. */
export interface EventLoop {
  readonly way: 'addon' | 'poll'
  watch: (descriptor: number, onReady: () => void) => Watcher
  /**
   * Receives what has come, up to `most` messages: the number of frames, or -errno. It may end in the middle of a
   * message; the next call goes on.
   */
  drain: (socket: Pointer, into: Frames, most: number) => number
  /**
   * Receives one frame into memory of the caller: its size when it fits and no other frame follows, else the frame;
   * or -errno. `more[0]` becomes {@link FRAME_MORE} or 0.
   */
  into: (socket: Pointer, room: Uint8Array, more: Int32Array) => number | Buffer
  /** How frames are sent on a socket; not to be used any more when the socket is closed. */
  sender: (socket: Pointer) => Send
}
