import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { opened } from './helpers.ts'
import { type Program, typescript } from './programs.ts'

const ROOT = join(import.meta.dirname, '..')
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
const shown = [...readme.matchAll(/<!-- examples\/(\S+)\.ts -->\n```ts\n(.*?)```/gs)].map(
  ([, name = '', text = '']) => ({ name, text }),
)

describe('the README of @czmq/remote', function () {
  this.timeout(60_000)
  const { also } = opened()
  const run = (name: string, ...args: string[]): Program =>
    also(typescript(join(ROOT, `examples/${name}.ts`), args))

  it('shows four programs as they are, and no other', () => {
    assert.deepEqual(
      shown.map(({ name }) => name),
      ['nameserver', 'service', 'client', 'secure'],
    )
    assert.equal(readme.split('```ts').length - 1, shown.length)
    for (const { name, text } of shown)
      assert.equal(text, readFileSync(join(ROOT, 'examples', `${name}.ts`), 'utf8'), name)
  })

  it('shows a nameserver, a service and a client that find each other', async () => {
    const names = run('nameserver', 'tcp://127.0.0.1:*')
    const address = (await names.says()).replace('names are at ', '')
    const service = run('service', address)
    assert.equal(await service.says(), 'the service is ready')
    const client = run('client', address)
    const expected = [
      'price 42',
      'quote 42',
      'quote 43',
      'quote 44',
      'told 100',
      'watched 1',
      'order a ZMQ is 42',
      'bytes 1000000',
      'batch [ 14, 28 ]',
      'in time 14',
      'error ServiceNotAvailable',
    ]
    for (const line of expected) assert.equal(await client.says(), line)
    assert.equal(await service.says(), 'a client says: goodbye')
    assert.equal(await client.exit(), 0)
    service.process.kill('SIGTERM')
    assert.equal(await service.exit(), 0)
    names.process.kill('SIGTERM')
    assert.equal(await names.exit(), 0)
  })

  it('shows how all of that is secured', async () => {
    const program = run('secure')
    assert.equal(await program.says(), 'hello Ada')
    assert.equal(await program.exit(), 0)
  })
})
