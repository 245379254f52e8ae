import { DONTWAIT, SNDMORE } from '../generated/constants.ts'
import { moreFollows, receiveBytes, sendBytes } from '../messages.ts'
import type { Pointer } from '../types.ts'

/** What both ends of a link between a thread of the program and an agent do: messages of text on a PAIR socket. */

/** What an agent is told when it starts. */
export interface AgentData {
  agent: 'proxy' | 'gossip'
  /** The 0MQ context in which its sockets live. */
  context: bigint
  /** Where the program waits for it. */
  control: string
  /** Where it tells the program of what has come, `''` if it never does. */
  news: string
}

/** What an agent answers: a value, or what failed. */
export type Reply = { value: unknown } | { failed: { errno: number; syscall: string; address?: string } }

/** A C call that failed inside an agent. */
export class AgentFailure extends Error {
  readonly errno: number
  readonly syscall: string
  readonly address: string | undefined

  constructor(errno: number, syscall: string, address?: string) {
    super(syscall)
    this.errno = errno
    this.syscall = syscall
    this.address = address
  }
}

/** Sends a message; false when it failed. Does not block. */
export function sendAll(socket: Pointer, frames: readonly (string | Buffer)[]): boolean {
  return frames.every((each, index) => {
    const frame = Buffer.from(each)
    const more = index < frames.length - 1 ? SNDMORE : 0
    return sendBytes(socket, frame, frame.length, DONTWAIT | more) !== -1
  })
}

/** Receives a whole message; null when there is none, or it failed. Does not block. */
export function receiveAll(socket: Pointer): Buffer[] | null {
  const frames: Buffer[] = []
  do {
    const frame = receiveBytes(socket, DONTWAIT)
    if (frame === null) return null
    frames.push(frame)
  } while (moreFollows())
  return frames
}
