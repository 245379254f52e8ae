import type { Channel } from './channel.ts'

/** Which of several instances gets a call. */
export type Balance = 'leastPending' | 'random' | 'roundRobin'

let turn = 0

/** One of the channels; those that have failed are taken only when there is no other. */
export function choose(channels: readonly Channel[], balance: Balance): Channel | null {
  const sound = channels.filter((each) => !each.failing)
  const candidates = sound.length > 0 ? sound : channels
  if (candidates.length < 2) return candidates[0] ?? null
  if (balance === 'roundRobin') return candidates[turn++ % candidates.length] ?? null
  const one = random(candidates)
  if (balance === 'random') return one
  const other = random(candidates)
  return other.pending < one.pending ? other : one
}

function random(channels: readonly Channel[]): Channel {
  return channels[Math.floor(Math.random() * channels.length)] as Channel
}
