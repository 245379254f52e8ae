import { readdirSync } from 'node:fs'

/** A socket that may be attacked. */
export interface Target {
  type: string
  mechanism: 'NULL' | 'PLAIN' | 'CURVE'
  address: string
  /** In hexadecimal digits, of CURVE. */
  serverKey: string
}

/** How a victim is. */
export interface Health {
  /** Bytes of memory. */
  rss: number
  descriptors: number
  /** Who got in, or what went wrong inside: must be empty. */
  breaches: string[]
  /** How many messages of insiders came, by mechanism. */
  insiders: Record<string, number>
  /** How many handshakes failed, where somebody observes. */
  observed: number
}

/** What the honest, and those who are honest only until they are inside, are called. */
export const HONEST = 'honest'
export const INSIDER = 'insider'
export const PASSWORDS: ReadonlyMap<string, string> = new Map([
  [HONEST, 'correct horse'],
  [INSIDER, 'battery staple'],
])
/** What publishers publish, and nobody outside may read. */
export const SECRET = 'the secret of the publisher'

export type Order = 'measure' | 'end'
export type News = { targets: Target[] } | { health: Health }

export const breaches: string[] = []
export const insiders: Record<string, number> = {}

/** Judges from whom a message came: `known` maps what sockets tell as User-Id to names. */
export function judge(
  { mechanism, type }: Pick<Target, 'mechanism' | 'type'>,
  userId: string | null,
  known: ReadonlyMap<string, string>,
): void {
  // libzmq itself tells a publisher of what those were subscribed to who have gone
  if (mechanism === 'NULL' || (type === 'XPublisher' && userId === null)) return
  const name = known.get(userId ?? '')
  if (name === INSIDER) insiders[mechanism] = (insiders[mechanism] ?? 0) + 1
  else if (name !== HONEST) breach(`a message of ${userId} over ${mechanism} to ${type}`)
}

export function breach(what: string): void {
  if (breaches.length < 20) breaches.push(what)
}

export function tell(news: News): void {
  process.send?.(news)
}

export function measure(observed: number): Health {
  for (let round = 0; round < 3; round++) globalThis.gc?.()
  const descriptors = readdirSync('/proc/self/fd').length
  return { rss: process.memoryUsage.rss(), descriptors, breaches, insiders, observed }
}
