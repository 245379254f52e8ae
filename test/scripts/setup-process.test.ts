import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { installPackages, makeSandbox, type Sandbox } from './sandbox.ts'

/** Setup as a program of its own, in a project of its own. */
describe('node scripts/setup.mjs', () => {
  let sandbox: Sandbox

  beforeEach(() => {
    sandbox = makeSandbox()
    installPackages(sandbox)
    cpSync('scripts/setup', join(sandbox.machine.project, 'scripts/setup'), { recursive: true })
    cpSync('scripts/setup.mjs', join(sandbox.machine.project, 'scripts/setup.mjs'))
  })
  afterEach(() => sandbox.remove())

  const command = (): string => join(sandbox.machine.project, 'scripts/setup.mjs')
  const environment = (): NodeJS.ProcessEnv => ({ ...process.env, LOG: sandbox.machine.env.LOG })

  function finish(...args: string[]): { status: number | null; stderr: string; stdout: string } {
    return spawnSync(process.execPath, [command(), ...args], { encoding: 'utf8', env: environment() })
  }

  function begin(env: NodeJS.ProcessEnv): ChildProcess {
    return spawn(process.execPath, [command(), 'build'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  }

  /** Resolves when the program has printed the text on stderr. */
  async function printed(child: ChildProcess, text: string): Promise<void> {
    let seen = ''
    child.stderr?.setEncoding('utf8')
    while (!seen.includes(text)) seen += (await once(child.stderr as NodeJS.EventEmitter, 'data'))[0]
  }

  function lockedBy(owner: object): void {
    const lock = join(sandbox.machine.project, 'build/setup/lock')
    mkdirSync(lock, { recursive: true })
    writeFileSync(join(lock, 'owner.json'), JSON.stringify({ token: 'x', since: Date.now(), ...owner }))
  }

  /** The number of a process that existed. */
  const deadProcess = (): number => spawnSync(process.execPath, ['-e', '']).pid

  it('prints one line per action, on stderr, then nothing', () => {
    const first = finish('build')
    assert.deepEqual(
      [first.status, first.stdout, first.stderr],
      [0, '', 'Building czmq\nBuilding the examples\n'],
    )
    const second = finish('build')
    assert.deepEqual([second.status, second.stdout, second.stderr], [0, '', ''])
  })

  it('exits with 1 after an error', () => {
    const { status, stderr } = finish('dance')
    assert.equal(status, 1)
    assert.match(stderr, /^setup: unknown profile "dance"/)
  })

  it('is fast when there is nothing to do', () => {
    finish('build')
    const times = [1, 2, 3].map(() => {
      const start = performance.now()
      finish('build')
      return performance.now() - start
    })
    assert.ok(Math.min(...times) < 1000, `took ${times} ms`)
  })

  it('lets a second setup wait for the first one and then find everything done', async () => {
    const gate = join(sandbox.machine.root, 'gate')
    const env = { ...environment(), GATE: gate }
    const first = begin(env)
    await printed(first, 'Building czmq')
    const second = begin(env)
    await printed(second, `Waiting for another setup (process ${first.pid})`)
    mkdirSync(gate, { recursive: true })
    const codes = await Promise.all([once(first, 'exit'), once(second, 'exit')])
    assert.deepEqual(
      codes.map(([code]) => code),
      [0, 0],
    )
    assert.deepEqual(sandbox.calls(), ['tsc src', 'tsc examples'])
  })

  it('builds once however many are started', async () => {
    const children = Array.from({ length: 6 }, () => begin(environment()))
    const codes = await Promise.all(children.map((child) => once(child, 'exit')))
    assert.deepEqual(
      codes.map(([code]) => code),
      [0, 0, 0, 0, 0, 0],
    )
    assert.deepEqual(sandbox.calls(), ['tsc src', 'tsc examples'])
    assert.equal(sandbox.has('build/setup/lock'), false)
  })

  it('takes over the lock of a process that is gone', () => {
    lockedBy({ pid: deadProcess(), host: hostname(), started: '' })
    const { status, stderr } = finish('build')
    assert.deepEqual([status, stderr], [0, 'Building czmq\nBuilding the examples\n'])
  })

  it('takes over the lock of a process whose number another one bears now', () => {
    lockedBy({ pid: process.pid, host: hostname(), started: 'before' })
    assert.equal(finish('build').status, 0)
  })

  it('takes over an old lock from another machine', () => {
    lockedBy({ pid: process.pid, host: 'elsewhere', started: '', since: Date.now() - 11 * 60 * 1000 })
    assert.equal(finish('build').status, 0)
  })

  it('lets one of many take over the lock of a process that is gone', async () => {
    lockedBy({ pid: deadProcess(), host: hostname(), started: '' })
    const children = Array.from({ length: 6 }, () => begin(environment()))
    await Promise.all(children.map((child) => once(child, 'exit')))
    assert.deepEqual(sandbox.calls(), ['tsc src', 'tsc examples'])
  })

  it('respects a fresh lock from another machine', async () => {
    lockedBy({ pid: 1, host: 'elsewhere', started: '' })
    const child = begin(environment())
    await printed(child, 'Waiting for another setup (process 1)')
    child.kill()
    await once(child, 'exit')
    assert.deepEqual(sandbox.calls(), [])
  })

  it('frees the lock after an error', () => {
    sandbox.write('src/index.ts', 'BROKEN')
    assert.equal(finish('build').status, 1)
    assert.equal(sandbox.has('build/setup/lock'), false)
  })
})
