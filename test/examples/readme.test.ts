import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runExample } from './pipeline-process.ts'

const ROOT = join(import.meta.dirname, '../..')
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')

/** Name and text of each program in the README. */
const programs = [...readme.matchAll(/<!-- examples\/(\S+)\.ts -->\n```ts\n(.*?)```/gs)].map(
  ([, name = '', text = '']) => ({ name, text }),
)

describe('the README', () => {
  it('shows the pipeline in raw and namespace form, and no other program', () => {
    assert.deepEqual(
      programs.map(({ name }) => name),
      ['push-pull/namespace', 'push-pull/raw'],
    )
    assert.equal(readme.split('```ts').length - 1, programs.length)
  })

  for (const { name, text } of programs) {
    it(`shows examples/${name}.ts as it is`, () => {
      assert.equal(text, readFileSync(join(ROOT, 'examples', `${name}.ts`), 'utf8'))
    })

    it(`shows with ${name} a program that says hello`, async () => {
      const outcome = await runExample(`${name}.js`)
      assert.deepEqual(outcome, { code: 0, signal: null, stdout: 'hello\n', stderr: '' })
    })
  }
})
