import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { directoryState, readCertificates } from '../src/certificate-directory.ts'
import { freshFolder } from './helpers/folder.ts'
import { lookupInC, saveInC } from './zcert/peer.ts'

const KEY_A = 'rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7'
const KEY_B = 'Yne@$w-vo<fVvi]a<NY6T1ed:M$fCG*[IaLV{hID'

function text(key: string, metadata: Record<string, string> = {}): string {
  const lines = Object.entries(metadata).map(([name, value]) => `    ${name} = "${value}"\n`)
  return `metadata\n${lines.join('')}curve\n    public-key = "${key}"\n`
}

describe('a directory of certificates', () => {
  const folder = freshFolder()
  const put = (name: string, content: string) => writeFileSync(join(folder(), name), content)
  const read = () => {
    const skipped: string[] = []
    const found = readCertificates(folder(), (path, error) => {
      skipped.push(`${path.slice(folder().length + 1)}: ${(error as { code?: string }).code}`)
    })
    return { keys: [...found.keys()], found, skipped }
  }

  it('is empty as long as it does not exist', () => {
    rmSync(folder(), { recursive: true })
    assert.deepEqual(read(), { keys: [], found: new Map(), skipped: [] })
  })

  it('has what C has saved, with its metadata', () => {
    const joe = saveInC(join(folder(), 'joe.txt'), { name: 'Joe', 'x/y': "it's 100 % #1" })
    const eve = saveInC(join(folder(), 'eve'))
    const { found, skipped } = read()
    assert.deepEqual(skipped, [])
    assert.deepEqual(new Set(found.keys()), new Set([joe.publicKey, eve.publicKey]))
    assert.deepEqual(Object.fromEntries(found.get(joe.publicKey) ?? []), joe.metadata)
    assert.equal(found.get(eve.publicKey)?.size, 0)
    assert.deepEqual(lookupInC(folder(), joe.publicKey).metadata, joe.metadata)
  })

  it('has what is in folders below, but nothing hidden and no secret files', () => {
    mkdirSync(join(folder(), 'sub/deeper'), { recursive: true })
    mkdirSync(join(folder(), '.hidden'))
    put('sub/deeper/a', text(KEY_A))
    put('.b', text(KEY_B))
    put('.hidden/b', text(KEY_B))
    put('b_secret', text(KEY_B))
    assert.deepEqual(read().keys, [KEY_A])
  })

  it('follows links to files, not to directories, which can be loops', () => {
    const elsewhere = join(folder(), '.data')
    mkdirSync(elsewhere)
    put('.data/a', text(KEY_A))
    symlinkSync('.data/a', join(folder(), 'a'))
    symlinkSync('.', join(folder(), 'loop'))
    symlinkSync('nowhere', join(folder(), 'broken'))
    assert.deepEqual(read().keys, [KEY_A])
    assert.deepEqual(read().skipped, ['loop: EISDIR'])
  })

  it('takes the first of two files with the same key, over which C ends the process', () => {
    put('b', text(KEY_A, { from: 'b' }))
    put('a', text(KEY_A, { from: 'a' }))
    assert.equal(read().found.get(KEY_A)?.get('from'), 'a')
    assert.throws(() => lookupInC(folder(), KEY_A), { signal: 'SIGABRT' })
  })

  it('skips and reports what is not a certificate', () => {
    put('empty', '')
    put('short', text(KEY_A.slice(1)))
    put('no-z85', text('~'.repeat(40)))
    put('beyond-32-bits', text('#'.repeat(40)))
    put('zero', text('0'.repeat(40)))
    put('broken', `${text(KEY_A)}   three spaces\n`)
    put('long', text(KEY_A, { long: 'x'.repeat(513) }))
    put('large', `${text(KEY_A)}${'# '.repeat(40_000)}`)
    put('good', text(KEY_B))
    execFileSync('mkfifo', [join(folder(), 'pipe')])
    const { keys, skipped } = read()
    assert.deepEqual(keys, [KEY_B])
    const bad = ['beyond-32-bits', 'broken', 'empty', 'long', 'no-z85', 'short', 'zero']
    assert.deepEqual(
      skipped.sort(),
      [...bad.map((each) => `${each}: EBADMSG`), 'large: EFBIG', 'pipe: EINVAL'].sort(),
    )
  })

  it('reports a directory that is none', () => {
    put('file', 'x')
    const codes: unknown[] = []
    readCertificates(join(folder(), 'file'), (_, error) => codes.push((error as { code?: string }).code))
    assert.deepEqual(codes, ['ENOTDIR'])
  })

  it('is in another state whenever a file comes, changes or goes', () => {
    const states = new Set<string>()
    const step = (change: () => void) => {
      change()
      states.add(directoryState(folder()))
    }
    step(() => {})
    step(() => put('a', text(KEY_A)))
    step(() => put('a', text(KEY_B)))
    step(() => put('a', text(KEY_A)))
    step(() => renameSync(join(folder(), 'a'), join(folder(), 'b')))
    step(() => rmSync(join(folder(), 'b')))
    assert.equal(states.size, 5)
  })

  it('stays in its state when nothing changes', async () => {
    put('a', text(KEY_A))
    utimesSync(join(folder(), 'a'), 1, 1)
    const deadline = Date.now() + 5000
    let before = ''
    while (before !== directoryState(folder()) && Date.now() < deadline) {
      before = directoryState(folder())
      await new Promise((resolve) => setImmediate(resolve))
    }
    assert.equal(before, directoryState(folder()))
  })
})
