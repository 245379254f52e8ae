/** Receives into memory of its own whatever comes, and prints what became of it as JSON. */
import { Pull, Push } from '../../src/index.ts'

const pull = new Pull({ receiveTimeout: 5000 })
const push = new Push()
await pull.bind('tcp://127.0.0.1:*')
push.connect(pull.lastEndpoint ?? '')
const room = new Uint8Array(8)

async function failure(call: Promise<unknown>): Promise<[string, (string | number)[]]> {
  const { code, frames } = (await call.then(
    () => ({ code: 'nothing' }),
    (error: unknown) => error,
  )) as { code: string; frames?: Uint8Array[] }
  return [
    code,
    (frames ?? []).map((each) => (each.length > 1000 || each.length === 3 ? each.length : String(each))),
  ]
}

async function filled(message: string): Promise<[number, string]> {
  await push.send(message)
  return [await pull.receiveInto(room), Buffer.from(room).toString()]
}

async function refused(message: string | Buffer | (string | Buffer)[]): Promise<unknown> {
  await push.send(message)
  return failure(pull.receiveInto(room))
}

const whole = await filled('hello')
const exact = await filled('12345678')
const empty = await filled('')

const megabyte = new Uint8Array(1 << 20)
const sent = Buffer.alloc(1 << 20, 'megabyte')
await push.send(sent)
const large = [await pull.receiveInto(megabyte), sent.equals(megabyte)]

const waiting = pull.receiveInto(room)
await push.send('later')
const waited = [await waiting, Buffer.from(room).toString('utf8', 0, 5)]

const tooLong = await refused('123456789')
const tooLarge = await refused(Buffer.alloc(100_000))
const parts = await refused(['a', 'b', ''])
const largeParts = await refused([Buffer.alloc(100_000), 'abc'])

// The last has come when all have, so that the first receive takes them all from libzmq
await push.sendMany(['one', 'two', ['three parts', '', 'x'], 'four'])
const first = await pull.receive()
const afterPrefetch = [
  first.map(String),
  await pull.receiveInto(room),
  await failure(pull.receiveInto(room)),
  await pull.receiveInto(room),
]

const gone = new Uint8Array(new ArrayBuffer(8))
const detaching = failure(pull.receiveInto(gone))
structuredClone(gone.buffer, { transfer: [gone.buffer] })
await push.send('data')
const detached = await detaching

const [timeout] = await failure(pull.receiveInto(room, { timeout: 0 }))
const [wrong] = await failure(pull.receiveInto('room' as unknown as Uint8Array))
pull.close()
const [closed] = await failure(pull.receiveInto(room))
push.close()
console.log(
  JSON.stringify({
    whole,
    exact,
    empty,
    large,
    waited,
    tooLong,
    tooLarge,
    parts,
    largeParts,
    afterPrefetch,
    detached,
    timeout,
    closed,
    wrong,
  }),
)
