import { type BoxKeys, keysFrom } from './box.ts'
import { boxed, dialogue, hostile, type Input } from './inputs.ts'
import { Peer } from './peer.ts'
import { Random } from './random.ts'
import { SECRET, type Target } from './victims/report.ts'

/** How many attackers are at work at once, and how many only keep their connections. */
const CROWD = 96
const IDLE = 100

/** How many connections a server may keep that its clients have ended. */
const MOST_KEPT = 2

/** The keys of the insider, which the victims know. */
export const INSIDER_KEYS: BoxKeys = keysFrom(Buffer.from('insider'))

/** How one input goes out. */
interface Delivery {
  target: Target
  input: Input
  limit?: number
  spoil?: Peer['spoil']
  farewell: 'end' | 'reset' | 'destroy'
}

/** Inputs for some targets: the same for the same seed. */
export class Campaign {
  readonly #targets: readonly [Target, ...Target[]]
  readonly #random: Random
  #stopped = false
  /** How many were delivered, by what they are. */
  readonly delivered: Map<string, number> = new Map()
  /** Strangers who were told what only clients may know. */
  readonly leaks: string[] = []
  /** Connections that the server has kept although the client has ended them: seen once in some 100,000. */
  readonly kept: string[] = []

  constructor(targets: readonly Target[], seed: number) {
    const [first, ...others] = targets
    if (!first) throw new Error('there is nobody to attack')
    this.#targets = [first, ...others]
    this.#random = new Random(seed)
  }

  get total(): number {
    return [...this.delivered.values()].reduce((sum, each) => sum + each, 0)
  }

  /** Delivers so many at random. */
  async attack(count: number): Promise<void> {
    await this.#deliver(
      (function* (campaign: Campaign) {
        for (let each = 0; each < count; each++) yield campaign.#any()
      })(this),
    )
  }

  /** Delivers a whole dialogue of each mechanism and transport, cut off at every byte. */
  async truncate(): Promise<void> {
    const targets = this.#targets.filter(({ type }) => type === 'Router')
    const seed = this.#random.next()
    const deliveries = targets.flatMap((target) => {
      const sizes = { NULL: 130, PLAIN: 190, CURVE: 620 }
      return Array.from({ length: sizes[target.mechanism] }, (_, limit): Delivery => {
        const input = dialogue(target, new Random(seed), INSIDER_KEYS)
        return { target, input: { ...input, name: 'truncated' }, limit, farewell: 'end' }
      })
    })
    await this.#deliver(deliveries)
  }

  /** Connects, says half a greeting or nothing, and waits to be thrown out. */
  async idle(): Promise<void> {
    const targets = this.#targets.filter(({ type }) => type !== 'Stream')
    const waiting = Array.from({ length: IDLE }, async (_, index) => {
      const target = targets[index % targets.length] ?? this.#targets[0]
      const peer = new Peer(target.address)
      peer.write(Buffer.from([0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0x7f, 3]).subarray(0, index % 12))
      await peer.gone()
    })
    await Promise.all(waiting)
    this.#count('idle', IDLE)
  }

  /** No more is delivered. */
  stop(): void {
    this.#stopped = true
  }

  #any(): Delivery {
    const random = this.#random.fork()
    const target = random.pick(...this.#targets)
    const insider = random.chance(60) ? INSIDER_KEYS : null
    const farewell = random.pick('end', 'end', 'end', 'end', 'reset', 'destroy')
    if (random.chance(50)) return { target, input: hostile(target, random), farewell }
    if (target.mechanism === 'CURVE' && random.chance(50))
      return { target, input: boxed(target, random, insider), farewell }
    return { target, input: dialogue(target, random, insider), spoil: spoiler(random), farewell }
  }

  async #deliver(deliveries: Iterable<Delivery>): Promise<void> {
    const iterator = deliveries[Symbol.iterator]()
    const worker = async () => {
      for (let each = iterator.next(); !each.done && !this.#stopped; each = iterator.next())
        await this.#one(each.value)
    }
    await Promise.all(Array.from({ length: CROWD }, worker))
  }

  async #one({ target, input, limit, spoil, farewell }: Delivery): Promise<void> {
    const peer = new Peer(target.address)
    if (limit !== undefined) peer.limit = limit
    if (spoil) peer.spoil = spoil
    await input.run(peer)
    if (farewell === 'end') await peer.end().catch((error: Error) => this.#keep(peer, error, target, input))
    else peer[farewell]()
    if (!input.insider && target.mechanism !== 'NULL' && peer.received.includes(SECRET))
      this.leaks.push(input.name)
    this.#count(input.name.replace(/ .*/, ''), 1)
  }

  /** More than a few of them would be a way to use up all descriptors. */
  #keep(peer: Peer, { message }: Error, { address }: Target, { name }: Input): void {
    this.kept.push(`${message}: ${name}, ${address}`)
    peer.destroy()
    if (this.kept.length > MOST_KEPT) throw new Error(this.kept.join('; '))
  }

  #count(what: string, number: number): void {
    this.delivered.set(what, (this.delivered.get(what) ?? 0) + number)
  }
}

/** Changes, adds or takes away some bytes of what is said. */
function spoiler(random: Random): Peer['spoil'] {
  const at = random.below(random.pick(70, 300, 600))
  const change = random.pick('flip', 'flip', 'insert', 'remove', 'repeat')
  const extra = random.bytes(1 + random.below(10))
  return (bytes, start) => {
    const position = at - start
    if (position < 0 || position >= bytes.length) return bytes
    const [before, after] = [bytes.subarray(0, position), bytes.subarray(position)]
    if (change === 'insert') return Buffer.concat([before, extra, after])
    if (change === 'remove') return Buffer.concat([before, after.subarray(extra.length)])
    if (change === 'repeat') return Buffer.concat([before, after, after])
    return Buffer.concat([before, Buffer.from([(after[0] ?? 0) ^ (extra[0] || 1)]), after.subarray(1)])
  }
}
