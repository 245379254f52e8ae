import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Outcome, runExample } from './pipeline-process.ts'

const ROOT = join(import.meta.dirname, '../..')
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')

/** Name and text of each program in the README. */
const programs = [...readme.matchAll(/<!-- examples\/(\S+)\.ts -->\n```ts\n(.*?)```/gs)].map(
  ([, name = '', text = '']) => ({ name, text }),
)

/** What they say, in the README's order. */
const sayings: Record<string, string> = {
  'push-pull/socket': 'hello\n',
  'push-pull/namespace': 'hello\n',
  'push-pull/raw': 'hello\n',
  'push-pull/mixed': 'hello\n',
  'sockets/request-reply': 'hello Ada\n',
  'sockets/publish-subscribe': 'sky: clear\n',
  'sockets/waiting': 'nothing came\nnot needed any more\n',
  'sockets/curve': 'hello\n',
}

function saying(name: string): Outcome {
  return { code: 0, signal: null, stdout: sayings[name] ?? '', stderr: '' }
}

describe('the README', function () {
  this.timeout(20_000)

  it('shows one program in all storeys, then the asynchronous sockets, and no other program', () => {
    assert.deepEqual(
      programs.map(({ name }) => name),
      Object.keys(sayings),
    )
    assert.equal(readme.split('```ts').length - 1, programs.length)
  })

  it('refers to files that are there', () => {
    const files = [...readme.matchAll(/\]\(([^):]+)\)/g)].map(([, file = '']) => file)
    assert.ok(files.length > 0)
    for (const file of files) assert.ok(existsSync(join(ROOT, file)), file)
  })

  for (const { name, text } of programs) {
    it(`shows examples/${name}.ts as it is`, () => {
      assert.equal(text, readFileSync(join(ROOT, 'examples', `${name}.ts`), 'utf8'))
    })

    it(`shows with ${name} a program that says what it should`, async () => {
      assert.deepEqual(await runExample(`${name}.js`), saying(name))
    })

    it(`shows with ${name} a program that needs no addon`, async () => {
      assert.deepEqual(await runExample(`${name}.js`, [], { env: { CZMQ_EVENT_LOOP: 'poll' } }), saying(name))
    })
  }
})
