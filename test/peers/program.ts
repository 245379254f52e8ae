import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** Programs in other languages that use ZeroMQ; each says what it sees, line by line. */

const DEADLINE = 20_000

/** A peer in a process of its own. */
export class Program {
  readonly #child: ChildProcess
  readonly #lines: AsyncIterator<string>
  readonly #ended: Promise<unknown>

  constructor(file: string, args: readonly string[]) {
    const child = spawn(file, args, { stdio: ['pipe', 'pipe', 'inherit'] })
    this.#child = child
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    this.#ended = once(child, 'exit')
  }

  /** The next line. */
  async says(): Promise<string> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`nothing within ${DEADLINE} ms`)), DEADLINE)
    })
    const { value, done } = await Promise.race([this.#lines.next(), late]).finally(() => clearTimeout(timer))
    if (done) throw new Error('the peer has ended')
    return value
  }

  /** It ends when its input does; one that does not is killed. */
  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    this.#child.stdin?.end()
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), DEADLINE)
    await this.#ended
    clearTimeout(timer)
  }
}

/** The Python that has the package zmq; null where there is none. */
export function python(): string | null {
  const candidates = ['python3', '/usr/bin/python3']
  return candidates.find((each) => spawnSync(each, ['-c', 'import zmq']).status === 0) ?? null
}

let program = ''

/** The path of peer.c, compiled when it is first asked for. */
export function compiled(): string {
  if (program) return program
  const folder = mkdtempSync(join(tmpdir(), 'czmq-peer-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  program = join(folder, 'peer')
  const source = join(import.meta.dirname, 'peer.c')
  execFileSync('cc', ['-Wall', '-Werror', source, '-o', program, '-lczmq', '-lzmq'], { stdio: 'inherit' })
  return program
}
