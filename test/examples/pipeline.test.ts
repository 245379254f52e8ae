import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, ftruncateSync, mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expected, type Files, makeFolder, manyFiles, removeFolders } from './folders.ts'
import { cell, type Outcome, runPipeline, shares } from './pipeline-process.ts'

const PART = 256 * 1024

/** Files that are easily got wrong. */
const ODD_FILES: Files = {
  'a.txt': 'one\ntwo\n',
  'a/b.txt': 'no newline at the end',
  'a-b': '\n',
  empty: '',
  'deep/deeper/deepest/x': 'x\n'.repeat(1000),
  'with spaces and \'quotes"': 'spaces\n',
  'Grüße, 世界 🎉': 'UTF-8 äöü\n',
  'new\nline': 'new\nline\n',
  '%s%n\\': '%s%n\n',
  binary: Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 256)),
  'one part': Buffer.alloc(PART, 'ab\n'),
  'one part and a byte': Buffer.alloc(PART + 1, 'abc\n'),
  'one part less a byte': Buffer.alloc(PART - 1, '\n'),
  'many parts': Buffer.alloc(20 * PART + 7, `${'x'.repeat(78)}\n`),
}

function totals(outcome: Outcome) {
  return {
    files: cell(outcome, 'files'),
    bytes: cell(outcome, 'bytes'),
    lines: cell(outcome, 'lines'),
    digest: cell(outcome, 'digest'),
  }
}

describe('the pipeline example', function () {
  this.timeout(20_000)
  afterEach(removeFolders)

  for (const workers of [1, 2, 5]) {
    it(`finds the same with ${workers} workers as one process without sockets`, async () => {
      const outcome = await runPipeline([makeFolder(ODD_FILES), '--workers', String(workers)])
      assert.deepEqual(totals(outcome), expected(ODD_FILES))
      assert.equal(outcome.stderr, '')
      assert.equal(outcome.code, 0)
    })
  }

  it('says what each worker did', async () => {
    const files = manyFiles(200)
    const outcome = await runPipeline([makeFolder(files), '--workers=3'])
    const rows = shares(outcome)
    assert.deepEqual(
      rows.map(({ worker }) => worker),
      [1, 2, 3],
    )
    assert.equal(
      rows.reduce((sum, each) => sum + each.files, 0),
      200,
    )
    assert.equal(String(rows.reduce((sum, { bytes }) => sum + bytes, 0)), expected(files).bytes)
    for (const { files, share } of rows) assert.ok(Math.abs(share - files / 2) < 0.06)
  })

  it('gives work to every worker', async () => {
    const outcome = await runPipeline([makeFolder(manyFiles(4)), '--workers', '4'])
    assert.deepEqual(
      shares(outcome).map(({ files }) => files),
      [1, 1, 1, 1],
    )
  })

  it('counts messages: one for each file, and its answer', async () => {
    const outcome = await runPipeline([makeFolder(manyFiles(500)), '--workers', '2'])
    const seconds = Number(cell(outcome, 'seconds'))
    const messages = Number(cell(outcome, 'messages/s')) * seconds
    assert.ok(Math.abs(messages - 1000) < 1000 * (0.001 / seconds), `${messages} messages in ${seconds} s`)
  })

  it('makes the digest that sha256sum makes', async () => {
    const folder = makeFolder(ODD_FILES)
    const command = "find . -type f -printf '%P\\0' | LC_ALL=C sort -z | xargs -0 sha256sum -z | sha256sum"
    const [digest] = execFileSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' }).split(' ')
    assert.equal(cell(await runPipeline([folder]), 'digest'), digest)
  })

  it('hashes files whose names are not UTF-8', async () => {
    const folder = makeFolder()
    const name = Buffer.from([0x66, 0xff, 0xfe])
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), name]), 'x\n')
    const outcome = await runPipeline([folder, '--workers', '1'])
    const inner = createHash('sha256').update('x\n').digest('hex')
    const list = Buffer.concat([Buffer.from(`${inner}  `), name, Buffer.of(0)])
    assert.equal(cell(outcome, 'digest'), createHash('sha256').update(list).digest('hex'))
  })

  it('hashes the repository, without what is installed or built, when no folder is given', async () => {
    const outcome = await runPipeline(['--workers', '2'])
    const root = join(import.meta.dirname, '../..')
    const made = ['.git', 'node_modules', 'dist', 'build', 'coverage'].flatMap((name) => [
      '-o',
      '-name',
      name,
    ])
    const expression = ['(', ...made.slice(1), ')', '-prune', '-o', '-type', 'f', '-print0']
    const found = execFileSync('find', [root, '-mindepth', '1', ...expression])
    assert.equal(cell(outcome, 'files'), String(found.toString().split('\0').length - 1))
    assert.equal(outcome.code, 0)
  })

  it('hashes everything in a folder that is given, whatever its name', async () => {
    const files = { '.git/config': '\n', 'node_modules/x/index.js': '\n', 'build/x': '\n', '.hidden': '\n' }
    assert.deepEqual(totals(await runPipeline([makeFolder(files)])), expected(files))
  })

  it('says one line and the table when it does not write to a terminal', async () => {
    const folder = makeFolder({ file: 'x' })
    const { stdout } = await runPipeline([folder, '--workers', '1'])
    assert.match(stdout, /^Hashing 1 file of .+ with 1 worker\nfiles {7}1\n/)
    assert.equal(stdout.split('\n').length, 11)
    assert.doesNotMatch(stdout, /\p{Cc}(?<!\n)/u)
  })

  it('prints a table of nothing for an empty folder, without starting workers', async () => {
    const outcome = await runPipeline([makeFolder()])
    assert.deepEqual(totals(outcome), expected({}))
    assert.equal(cell(outcome, 'messages/s'), '0')
    assert.doesNotMatch(outcome.stdout, /worker +process/)
    assert.equal(outcome.code, 0)
  })

  it('does not follow symbolic links, and counts what is no file', async () => {
    const folder = makeFolder({ file: 'x\n' })
    mkdirSync(join(folder, 'inner'))
    symlinkSync('..', join(folder, 'inner/loop'))
    symlinkSync('nowhere', join(folder, 'dangling'))
    execFileSync('mkfifo', [join(folder, 'fifo')])
    const outcome = await runPipeline([folder])
    assert.deepEqual(totals(outcome), expected({ file: 'x\n' }))
    assert.match(
      cell(outcome, 'skipped') ?? '',
      /^(symbolic links: 2, FIFOs: 1|FIFOs: 1, symbolic links: 2)$/,
    )
    assert.equal(outcome.code, 0)
  })

  it('needs no more memory for a large file than for a small one', async () => {
    const small = await peakMemory(1)
    const large = await peakMemory(128 * 1024 * 1024)
    for (const [process, memory] of large) {
      assert.ok(
        memory - (small.get(process) ?? 0) < 48 * 1024,
        `process ${process}: ${small.get(process)} KiB, then ${memory}`,
      )
    }
  })
})

/** In KiB, of the main program (0) and of the worker (1), when they hash a file of this size. */
async function peakMemory(size: number): Promise<Map<number, number>> {
  const folder = makeFolder()
  const descriptor = openSync(join(folder, 'file'), 'w')
  ftruncateSync(descriptor, size)
  closeSync(descriptor)
  const { stderr, code } = await runPipeline([folder, '--workers', '1'], { sabotage: { memory: true } })
  assert.equal(code, 0)
  const peaks = [...stderr.matchAll(/^process (\d): (\d+) KiB$/gm)].map(([, process, peak]) =>
    [process, peak].map(Number),
  )
  assert.equal(peaks.length, 2)
  return new Map(peaks.map(([process = 0, peak = 0]) => [process, peak]))
}
