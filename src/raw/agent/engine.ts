import type { PollItem } from '../types.ts'

/** What an agent does besides answering. Nothing in it may block. */
export interface Engine {
  /** Carries out a command. `end` closes its sockets. */
  command: (name: string, args: unknown[]) => unknown
  /** Does what can be done now; false when nothing is left to do. */
  work: () => boolean
  /** What else to wait for, and how long at most, in milliseconds. */
  interests: () => { items: PollItem[]; most: number }
}
