import type { Callable } from './bind.ts'
import { koffi } from './koffi.ts'

/** What waiting for descriptors without an addon needs of the system. */
export interface DescriptorCalls {
  /** Two descriptors: what is written to the second can be read from the first. Neither blocks. */
  pipe: () => [number, number]
  /** Writes one byte, unless there are enough. */
  poke: (descriptor: number) => void
  /** Reads what was written. */
  drain: (descriptor: number) => void
  /** Waits on one of libuv's threads until a descriptor can be read, or the time is over; then calls back. */
  poll: (descriptors: readonly number[], milliseconds: number, done: (ready: boolean[]) => void) => void
}

const POLLIN = 1
/** `struct pollfd`: an int and two shorts. */
const POLLFD_SIZE = 8
const O_NONBLOCK = process.platform === 'darwin' ? 4 : 0x800
const F_SETFL = 4

let calls: DescriptorCalls | undefined

/** Bound when first used. */
export function descriptorCalls(): DescriptorCalls {
  calls ??= bind()
  return calls
}

function bind(): DescriptorCalls {
  const libc = koffi.load(null)
  const pipe = libc.func('int pipe(void *)') as Callable
  const fcntl = libc.func('int fcntl(int, int, int)') as Callable
  const write = libc.func('int64_t write(int, void *, size_t)') as Callable
  const read = libc.func('int64_t read(int, void *, size_t)') as Callable
  const poll = libc.func('int poll(void *, unsigned long, int)')
  const byte = Buffer.alloc(1)
  const bin = Buffer.alloc(256)
  return {
    pipe: () => {
      const ends = new Int32Array(2)
      if (pipe(ends) !== 0) throw new Error('no pipe can be made: too many open files')
      for (const end of ends) fcntl(end, F_SETFL, O_NONBLOCK)
      return [ends[0] ?? -1, ends[1] ?? -1]
    },
    poke: (descriptor) => write(descriptor, byte, 1),
    drain: (descriptor) => read(descriptor, bin, bin.length),
    poll: (descriptors, milliseconds, done) => {
      const memory = pollMemory(descriptors)
      poll.async(memory, descriptors.length, milliseconds, () =>
        done(descriptors.map((_, index) => isReady(memory, index))),
      )
    },
  }
}

/** Node does not move the memory of a Buffer, and the call holds on to it. */
function pollMemory(descriptors: readonly number[]): Buffer {
  const memory = Buffer.alloc(descriptors.length * POLLFD_SIZE)
  descriptors.forEach((descriptor, index) => {
    memory.writeInt32LE(descriptor, index * POLLFD_SIZE)
    memory.writeInt16LE(POLLIN, index * POLLFD_SIZE + 4)
  })
  return memory
}

function isReady(memory: Buffer, index: number): boolean {
  return memory.readInt16LE(index * POLLFD_SIZE + 6) !== 0
}
