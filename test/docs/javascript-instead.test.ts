import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as czmq from '../../src/index.ts'
import { classes } from '../../src/raw/generated/index.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/guide/javascript-instead.md'), 'utf8')
const [rawOnly = '', drafts = '', namespaces = ''] = page
  .split('\n| class')
  .slice(1)
  .join('\n| class')
  .split(/\n\| (?:class|namespace)/)

/** The names in the first column. */
function named(table: string): string[] {
  return [...table.matchAll(/^\| ((?:`\w+`(?:, )?)+) \|/gm)].flatMap(
    ([, cell = '']) => cell.match(/\w+/g) ?? [],
  )
}

const declared = Object.values(classes).flatMap(({ prototypes }) => Object.keys(prototypes))
const isDeclared = (name: string) => declared.some((each) => each.startsWith(`${name}_`))

describe('the page of classes that have no namespace', () => {
  it('lists classes that are in C alone', () => {
    const names = named(rawOnly)
    assert.equal(names.length, 10)
    for (const each of names) assert.deepEqual([each, isDeclared(each), each in czmq], [each, true, false])
  })

  it('lists drafts that are nowhere', () => {
    const names = named(drafts)
    assert.equal(names.length, 7)
    for (const each of names) assert.deepEqual([each, isDeclared(each), each in czmq], [each, false, false])
  })

  it('lists namespaces that are there', () => {
    const names = named(namespaces)
    assert.equal(names.length, 6)
    for (const each of names) assert.ok(each in czmq, each)
  })
})
