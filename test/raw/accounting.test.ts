import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { unbound } from '../../scripts/generate-raw/unbound.ts'
import { dataSymbols } from '../../src/raw/data-symbols.ts'
import { classes } from '../../src/raw/generated/index.ts'
import { C } from '../../src/raw/index.ts'
import { pyczmqFunctions } from './pyczmq-functions.ts'

/** The file of a library that this process has loaded. */
function loadedPath(name: string): string {
  C.zsys_init()
  const line = readFileSync('/proc/self/maps', 'utf8')
    .split('\n')
    .find((each) => each.includes(`/${name}`))
  return line?.slice(line.indexOf('/')) ?? ''
}

/** Names by the letter of their kind: T for code, B and D for data. */
function exportsOf(library: string, kinds: string): string[] {
  const lines = execFileSync('nm', ['-D', '--defined-only', loadedPath(library)], { encoding: 'utf8' }).split(
    '\n',
  )
  return lines.flatMap((line) => {
    const [, kind = '', name = ''] = line.split(/\s+/)
    return kind && kinds.includes(kind) ? [name] : []
  })
}

const isCallable = (name: string) => name in C && typeof C[name as keyof typeof C] === 'function'

describe('the functions of C', () => {
  it('are all that libczmq exports, but those listed with a reason', () => {
    const exported = exportsOf('libczmq', 'TW')
    assert.ok(exported.length > 700, `${exported.length}`)
    assert.deepEqual(exported.filter((each) => !isCallable(each)).sort(), Object.keys(unbound).sort())
  })

  it('are all zmq_ functions that libzmq exports', () => {
    const exported = exportsOf('libzmq', 'TW').filter((each) => each.startsWith('zmq_'))
    assert.ok(exported.length > 60, `${exported.length}`)
    assert.deepEqual(
      exported.filter((each) => !isCallable(each)),
      [],
    )
  })

  it('come with all variables that libczmq exports', () => {
    assert.deepEqual(exportsOf('libczmq', 'BD').sort(), [...dataSymbols].sort())
    for (const name of dataSymbols) assert.equal(C[name], 0)
  })

  it('are listed with a reason only where they cannot be had', () => {
    const exported = new Set(exportsOf('libczmq', 'TW'))
    for (const [name, reason] of Object.entries(unbound)) {
      assert.ok(exported.has(name), `${name} is not exported any more`)
      assert.ok(!(name in C), `${name} is bound`)
      assert.ok(reason.length > 20, name)
    }
  })

  it('contain what pyczmq declares', () => {
    assert.equal(pyczmqFunctions.length, 243)
    assert.equal(new Set(pyczmqFunctions).size, 243)
    assert.deepEqual(
      pyczmqFunctions.filter((each) => !isCallable(each)),
      [],
    )
  })

  it('can all be declared as their prototypes say', () => {
    const names = Object.values(classes).flatMap((each) => Object.keys(each.prototypes))
    const exported = names.filter((each) => each in C)
    for (const name of exported) assert.equal(typeof C[name as keyof typeof C], 'function', name)
    assert.ok(exported.length > 780, `${exported.length}`)
  })
})
