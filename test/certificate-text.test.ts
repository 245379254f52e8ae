import assert from 'node:assert/strict'
import { parseCertificate } from '../src/certificate-text.ts'
import { runCode } from './helpers/child.ts'

const KEY = 'rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7'

/** Reads a certificate with this line of metadata. */
function metadataIn(line: string): Record<string, string> {
  const text = `metadata\n${line}\ncurve\n    public-key = "${KEY}"\n`
  return Object.fromEntries(parseCertificate(Buffer.from(text, 'latin1')).metadata)
}

describe('the text of a certificate', () => {
  const accepted: [string, Record<string, string>][] = [
    ['    name = "Joe"', { name: 'Joe' }],
    ['    name = \'Joe "x"\' # comment', { name: 'Joe "x"' }],
    ['    name = Joe # comment', { name: 'Joe' }],
    ['    name=Joe\t\r', { name: 'Joe' }],
    ['    name', { name: '' }],
    ['    name # comment', { name: '' }],
    ['    name =', { name: '' }],
    ['    name =#comment', { name: '' }],
    ['    a = 1\n    a = 2', { a: '1' }],
    ['    a = 1\n        b = 2\n    c = 3', { a: '1', c: '3' }],
    ['# comment\n\n    a = 1', { a: '1' }],
    ['    a = 1\nmetadata\n    b = 2', { a: '1' }],
    ['    a = 1\nother = x\n    b = 2', { a: '1' }],
    ['    a = 1\0 garbage', { a: '1' }],
  ]
  for (const [line, metadata] of accepted) {
    it(`has ${JSON.stringify(metadata)} from ${JSON.stringify(line)}`, () => {
      assert.deepEqual(metadataIn(line), metadata)
    })
  }

  const refused: [string, RegExp][] = [
    ['    name = "Joe', /^line 2 lacks a closing quote$/],
    ['    name = "Joe" x', /^line 2 has something else after its value$/],
    ['    name Joe', /^line 2 has something else than a value after its name$/],
    ['  name = Joe', /^line 2 is not indented by four spaces a level$/],
    ['\tname = Joe', /^line 2 has no name$/],
    ['        name = Joe', /^line 2 is indented too far$/],
    ['    = Joe', /^line 2 has no name$/],
    ['    /name = Joe', /^line 2 has a name with \/ at its start or end$/],
    ['    name = "\xff"', /^line 2 is not UTF-8$/],
    ['    name = "a\rb"', /control characters/],
    [`    name = ${'x'.repeat(509)}`, /at most 512 bytes/],
  ]
  for (const [line, message] of refused) {
    it(`is refused with ${JSON.stringify(line).slice(0, 40)}`, () => {
      assert.throws(() => metadataIn(line), { message })
    })
  }

  it('means what it means to C, whatever it is, unless it is refused', async () => {
    const { stdout, stderr, code } = await runCode(DIFFERENTIAL)
    assert.equal(code, 0, stderr)
    const { same, refused: strict, different } = JSON.parse(stdout.slice(stdout.lastIndexOf('{')))
    assert.equal(different, 0, stderr)
    assert.ok(same > 2800 && strict > 20 && strict < 200, stdout.slice(-100))
  }).timeout(30_000)
})

/** Damages a file of CZMQ's, and has both read it. CZMQ complains on stdout. */
const DIFFERENTIAL = `
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { readCertificate } from '$src/certificate-file.ts'
import { C } from '$src/raw/index.ts'
import { contentOf } from '$src/zcert/content.ts'

let seed = 7
const random = (most) => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) % most
}
const BITS = ['    ', '\\n', '"', "'", '#', '=', ' = ', '\\t', '\\r', '\\r\\n', ' ', '/', 'metadata', 'curve', 'public-key',
  '\\0', 'name', '        ', 'a', '\\xff', '\\x0b', '\\xc3\\xa9', '%', '!']
const folder = mkdtempSync(tmpdir() + '/czmq-text-')
const cert = C.zcert_new()
for (const [name, value] of [['name', "Joe's"], ['a/b', 'x # y'], ['c', '100 %']]) C.zcert_set_meta(cert, name, '%s', value)
C.zcert_save_public(cert, folder + '/good')
C.zcert_destroy([cert])
const good = readFileSync(folder + '/good')
const start = good.indexOf('metadata')

function damaged() {
  let bad = good
  for (let count = random(4); count >= 0; count--) {
    const at = start - 20 + random(bad.length - start + 20)
    const gone = random(3) === 0 ? random(12) : random(2)
    bad = Buffer.concat([bad.subarray(0, at), Buffer.from(BITS[random(BITS.length)], 'latin1'), bad.subarray(at + gone)])
  }
  return bad
}
function ours() {
  try { return readCertificate(folder + '/bad') } catch (error) { if (error.code !== 'EBADMSG') throw error; return null }
}
function theirs() {
  const found = C.zcert_load(folder + '/bad')
  if (!found) return null
  const content = contentOf(found)
  C.zcert_destroy([found])
  return content
}
const text = (content) => content && JSON.stringify([content.publicKey, [...content.metadata].sort()])
const counts = { same: 0, refused: 0, different: 0 }
for (let round = 0; round < 3000; round++) {
  const bad = damaged()
  writeFileSync(folder + '/bad', bad)
  const [mine, other] = [text(ours()), text(theirs())]
  const outcome = mine === other ? 'same' : mine === null ? 'refused' : 'different'
  counts[outcome]++
  if (outcome === 'different') console.error(mine, other, JSON.stringify(bad.toString('latin1')))
}
rmSync(folder, { recursive: true })
C.fflush(null)
console.log(JSON.stringify(counts))
`
