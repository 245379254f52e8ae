/**
 * Sets random options to random values, connects and talks in between; the seed is the argument. The process must
 * survive, and every error must be one of ours. Left out is what libzmq 4.3.4 itself does not survive: a SOCKS proxy
 * that cannot be reached.
 */
import fc from 'fast-check'
import { CzmqError, zctx, zsocket } from '../../src/index.ts'
import * as options from '../../src/zsocket/options.ts'

type Step = [name: string, value: unknown]

const setters = Object.keys(options).filter((each) => each.startsWith('set') && each !== 'setSocksProxy')
const getters = Object.keys(options).filter((each) => !each.startsWith('set'))
const MISUSE = ['ERR_INVALID_ARG_TYPE', 'ERR_INVALID_ARG_VALUE', 'ERR_OUT_OF_RANGE']

const value = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0, 1, 2, -1, 3, 100, 255, 1000, 65_535, 6_553_599, 2 ** 31 - 1) },
  fc.integer(),
  fc.double(),
  fc.bigInt(),
  fc.boolean(),
  fc.string({ maxLength: 300, unit: 'binary' }),
  fc.constantFrom('127.0.0.1', 'X-key:value', 'lo', 'global', '%s%n', 'a', '0'.repeat(40)),
  fc.uint8Array({ maxLength: 300 }),
  fc.anything(),
)
const talk = fc.constantFrom<Step>(
  ['bind', 'tcp'],
  ['bind', 'inproc'],
  ['connect', 'tcp'],
  ['connect', 'inproc'],
  ['send', ''],
  ['poll', ''],
)
const step = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...setters), value) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...getters), fc.constant(undefined)) },
  { weight: 2, arbitrary: talk },
)

function guarded(act: () => unknown): void {
  try {
    act()
  } catch (error) {
    if (error instanceof CzmqError || MISUSE.includes((error as { code: string }).code)) return
    throw error
  }
}

function run(type: number, steps: Step[]): void {
  const context = zctx.new()
  try {
    const peer = zsocket.new(context, [0, 2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 11][type] ?? 0)
    const socket = zsocket.new(context, type)
    // A STREAM socket has TCP peers only
    if (zsocket.typeStr(peer) !== 'STREAM') zsocket.bind(peer, 'inproc://peer')
    zsocket.bind(peer, 'tcp://127.0.0.1:0')
    const there = zsocket.lastEndpoint(peer)
    const acts: Record<string, (argument: unknown) => unknown> = {
      bind: (how) => zsocket.bind(socket, how === 'tcp' ? 'tcp://127.0.0.1:0' : 'inproc://own'),
      connect: (how) => zsocket.connect(socket, how === 'tcp' ? there : 'inproc://peer'),
      send: () => zsocket.sendmem(socket, Buffer.from('x'), 4),
      poll: () => zsocket.poll(socket, 0),
    }
    for (const [name, argument] of steps) {
      const act = acts[name] ?? ((each) => Reflect.get(options, name)(socket, each))
      guarded(() => act(argument))
    }
  } finally {
    zctx.destroy(context)
  }
}

const seed = Number(process.argv[2])
const runs = Number(process.argv[3])
fc.assert(
  fc.property(fc.integer({ min: 0, max: 11 }), fc.array(step, { maxLength: 40, minLength: 1 }), run),
  {
    seed,
    numRuns: runs,
    endOnFailure: true,
  },
)
console.log('survived')
