import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expected, makeFolder, manyFiles, removeFolders } from './folders.ts'
import { cell, type Outcome, runPipeline, shares } from './pipeline-process.ts'

const PART = 256 * 1024

function assertRefused(outcome: Outcome, message: RegExp): void {
  assert.match(outcome.stderr, message)
  assert.doesNotMatch(outcome.stderr, /\n {4}at /)
  assert.equal(outcome.stdout, '')
  assert.equal(outcome.code, 2)
}

describe('the command line of the pipeline example', function () {
  this.timeout(20_000)
  afterEach(removeFolders)

  it('refuses a folder that is not there', async () => {
    assertRefused(
      await runPipeline(['/no/such/folder']),
      /^Cannot read the folder: ENOENT.*'\/no\/such\/folder'\n$/,
    )
  })

  it('refuses a file in place of a folder', async () => {
    const file = join(makeFolder({ file: '' }), 'file')
    assertRefused(await runPipeline([file]), /^Not a folder: .*file\n$/)
  })

  it('refuses a second folder', async () => {
    assertRefused(await runPipeline(['.', '..']), /^One folder only, please\n\nUsage: /)
  })

  it('refuses an option that it does not know', async () => {
    assertRefused(await runPipeline(['--worker', '2']), /^Unknown option '--worker'.*\n\nUsage: /s)
  })

  for (const number of ['0', '65', '1.5', 'x', '', ' 2', '1e1', '99999999999999999999']) {
    it(`refuses ${JSON.stringify(number)} workers`, async () => {
      assertRefused(
        await runPipeline([`--workers=${number}`]),
        /^--workers must be a whole number from 1 to 64, not "/,
      )
    })
  }

  it('refuses patience that is not a number of seconds', async () => {
    assertRefused(
      await runPipeline(['--patience=-1']),
      /^--patience must be a whole number from 1 to 86400, not "-1"\n$/,
    )
  })

  it('explains itself when asked', async () => {
    const { stdout, code } = await runPipeline(['--help'])
    assert.match(stdout, /^Usage: npm start/)
    assert.equal(code, 0)
  })

  it('looks for the folder where npm was called', async () => {
    const folder = makeFolder({ 'inner/file': 'x\n' })
    const env = { npm_lifecycle_event: 'start', INIT_CWD: folder }
    assert.equal(cell(await runPipeline(['inner'], { env }), 'bytes'), '2')
  })
})

describe('the pipeline example, when a file cannot be read,', function () {
  this.timeout(20_000)
  afterEach(removeFolders)

  const others = manyFiles(20)

  async function run(fate: string, env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    const folder = makeFolder({ ...others, '#dir/bad': Buffer.alloc(2 * PART, '\n') })
    return runPipeline([folder, '--workers', '2'], { sabotage: { file: 'bad', fate }, env })
  }

  function assertReported(outcome: Outcome, reason: string): void {
    assert.equal(outcome.stderr, `Cannot read #dir/bad: ${reason}\n`)
    const { digest, files } = expected(others)
    assert.equal(cell(outcome, 'files'), files)
    assert.equal(cell(outcome, 'digest'), digest)
    assert.equal(outcome.code, 1)
  }

  it('reports one that may not be read, and hashes the others', async () => {
    assertReported(await run('forbid'), 'EACCES: permission denied')
  })

  it('reports one that has vanished', async () => {
    assertReported(await run('vanish'), 'ENOENT: no such file or directory')
  })

  it('reports one that breaks off in the middle', async () => {
    assertReported(await run('break'), 'EIO: i/o error')
  })

  it('does not wait for one that has become a FIFO', async () => {
    const FIFO = join(makeFolder(), 'fifo')
    execFileSync('mkfifo', [FIFO])
    assertReported(await run('fifo', { FIFO }), 'it is no longer a file')
  })

  it('reports a folder that cannot be read', async () => {
    const folder = makeFolder({ ...others, 'dir/locked/x': 'x', 'dir/locked/y': 'y' })
    const outcome = await runPipeline([folder], { sabotage: { file: 'locked', fate: 'forbid' } })
    assert.equal(outcome.stderr, 'Cannot read dir/locked: EACCES: permission denied\n')
    assert.equal(cell(outcome, 'digest'), expected(others).digest)
    assert.equal(outcome.code, 1)
  })

  it('shows names so that they cannot play tricks on a terminal', async () => {
    const folder = makeFolder({ '\x1b[2J\nbad': 'x' })
    const { stderr } = await runPipeline([folder], { sabotage: { file: 'bad', fate: 'vanish' } })
    assert.equal(stderr, 'Cannot read "\\u001b[2J\\nbad": ENOENT: no such file or directory\n')
  })
})

describe('the pipeline example, when a process is lost,', function () {
  this.timeout(20_000)
  afterEach(removeFolders)

  const files = { ...manyFiles(60), large: Buffer.alloc(30 * PART, 'x\n') }

  async function run(sabotage: Record<string, unknown>, args: string[] = []): Promise<Outcome> {
    return runPipeline([makeFolder(files), '--workers=3', ...args], { sabotage })
  }

  function assertFinished(outcome: Outcome, loss: RegExp): void {
    const [losses = '', rest] = outcome.stderr.split(/^(?=The other workers)/m)
    assert.match(losses, loss)
    assert.equal(rest, 'The other workers have finished their files\n')
    const { digest, bytes, lines } = expected(files)
    assert.equal(cell(outcome, 'files'), '61')
    assert.equal(cell(outcome, 'bytes'), bytes)
    assert.equal(cell(outcome, 'lines'), lines)
    assert.equal(cell(outcome, 'digest'), digest)
    assert.equal(
      shares(outcome).reduce((sum, { files }) => sum + files, 0),
      61,
    )
    assert.equal(outcome.code, 1)
  }

  it('finishes the files of a worker that was killed with the other workers', async () => {
    const outcome = await run({ processes: [2], at: 5, signal: 'SIGKILL' })
    assertFinished(outcome, /^Worker 2 \(process \d+\) was ended by SIGKILL\n$/)
    assert.deepEqual(
      shares(outcome).map(({ note }) => note),
      ['', 'lost', ''],
    )
  })

  it('finishes with the last worker that is left', async () => {
    const loss =
      /^Worker 1 \(process \d+\) was ended by SIGKILL\nWorker 3 \(process \d+\) was ended by SIGKILL\n$/
    assertFinished(await run({ processes: [1, 3], at: 3, signal: 'SIGKILL' }), loss)
  })

  it('finishes without a worker that does not start', async () => {
    const outcome = await run({ processes: [1], at: 0 })
    assertFinished(outcome, /^Worker 1 \(process \d+\) ended with exit code 3\n$/)
    assert.equal(shares(outcome)[0]?.files, 0)
  })

  it('does not wait for ever for a worker that hangs', async () => {
    const outcome = await run({ processes: [3], at: 4, signal: 'SIGSTOP' }, ['--patience=3'])
    assertFinished(outcome, /^Worker 3 \(process \d+\) did not answer for 3 s and was ended\n$/)
  })

  it('says so when all workers are lost', async () => {
    const outcome = await run({ processes: [1, 2, 3], at: 3, signal: 'SIGKILL' })
    assert.match(outcome.stderr, /\nAll workers were lost: \d+ of 61 files were not hashed\n$/)
    assert.equal(cell(outcome, 'digest'), 'incomplete')
    assert.equal(outcome.code, 1)
  })

  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    it(`ends with all its workers at ${signal}`, async () => {
      const outcome = await run({ processes: [0], at: 5, signal })
      assert.equal(outcome.stderr, `Ended by ${signal} before all files were hashed\n`)
      assert.doesNotMatch(outcome.stdout, /digest/)
      assert.equal(outcome.code, code)
    })
  }

  it('ends at SIGINT although a worker hangs', async () => {
    const outcome = await runPipeline([makeFolder(files), '--workers=2'], {
      sabotage: { processes: [1], at: 3, signal: 'SIGSTOP', tell: true },
      onError: (stderr, child) => {
        if (stderr === 'process 1 begins file 3\n') child.kill('SIGINT')
      },
    })
    assert.equal(outcome.code, 130)
  })

  it('leaves no worker behind when the main program is killed', async () => {
    const outcome = await run({ processes: [0], at: 5, signal: 'SIGKILL' })
    assert.equal(outcome.signal, 'SIGKILL')
    assert.equal(outcome.stderr, '')
  })
})
