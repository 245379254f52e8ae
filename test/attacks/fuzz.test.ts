import assert from 'node:assert/strict'
import { zmq } from '../../src/index.ts'
import { freshFolder } from '../helpers/folder.ts'
import { Campaign, INSIDER_KEYS } from './campaign.ts'
import { Honest } from './honest.ts'
import { Victim } from './victim.ts'
import type { Health } from './victims/report.ts'

/** libzmq 4.3.4 forgets a connection now and then, and its descriptor stays; what is lost with each input would be thousands. */
const FORGOTTEN = 4

/** At random; `CZMQ_ATTACKS` makes it longer, `CZMQ_ATTACK_SEED` makes it another one. 3960 more are systematic. */
const COUNT = Number(process.env.CZMQ_ATTACKS ?? 9000)
const SEED = Number(process.env.CZMQ_ATTACK_SEED ?? 20_240_229)
/** Before memory is looked at, so that caches are full. */
const WARM_UP = 2000
/** What allocators keep, up to 30 MB where the machine is busy; with more inputs (`CZMQ_ATTACKS`) smaller leaks are seen. */
const GROWTH = 48 * 1024 * 1024
/** Until closed connections are gone in milliseconds. */
const SETTLING = 15_000

describe(`hostile bytes (seed ${SEED}) on bound sockets`, function () {
  this.timeout(60_000 + COUNT * 20)
  const folder = freshFolder()
  let honest: Honest
  let victim: Victim | undefined
  let campaign: Campaign | undefined

  beforeEach(() => {
    honest = new Honest()
  })

  afterEach(async () => {
    campaign?.stop()
    victim?.kill()
    await honest.end()
  })

  for (const [what, program, share] of [
    ['of the event loop', 'sockets.ts', 0.7],
    ['of namespaces', 'namespaces.ts', 0.3],
  ] as const)
    it(`${what} let nobody in, leave nothing behind, and honest clients go on`, async () => {
      const count = Math.ceil(COUNT * share)
      victim = await Victim.start(program, folder(), honest.publicKey, zmq.z85Encode(INSIDER_KEYS.publicKey))
      const { descriptors } = await victim.health()
      campaign = new Campaign(victim.targets, SEED)
      await victim.watch(campaign.attack(WARM_UP * share))
      const before = await settled(victim, descriptors)
      honest.begin(victim.targets)
      const attacks = [campaign.attack(count), campaign.truncate(), campaign.idle()]
      await victim.watch(Promise.all(attacks))
      await victim.watch(honest.end())
      const after = await settled(victim, descriptors)
      assert.deepEqual([campaign.leaks, after.breaches, honest.complaints], [[], [], []])
      assert.ok(campaign.total >= count + 1980, `${campaign.total} inputs`)
      assert.equal(honest.answers.size, victim.targets.filter(({ type }) => /Reply|Router/.test(type)).length)
      const most = descriptors + campaign.kept.length + FORGOTTEN
      assert.ok(after.descriptors <= most, `${after.descriptors} descriptors, ${descriptors} at first`)
      assert.ok(after.rss - before.rss < GROWTH, `${after.rss} bytes, ${before.rss} after warming up`)
      // The attacker knows how to come in: what he has tried was understood
      assert.ok((after.insiders.PLAIN ?? 0) > 0 && (after.insiders.CURVE ?? 0) > 0)
      assert.deepEqual(await victim.end(), { code: 0, signal: null, printed: '' })
    })
})

async function settled(victim: Victim, descriptors: number): Promise<Health> {
  const deadline = performance.now() + SETTLING
  let health = await victim.health()
  while (health.descriptors > descriptors && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    health = await victim.health()
  }
  return health
}
