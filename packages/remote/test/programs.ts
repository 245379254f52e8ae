import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

const TSX = createRequire(import.meta.url).resolve('tsx')
const DEADLINE = 30_000

/** A program in a process of its own, which says what it sees line by line. */
export class Program {
  readonly process: ChildProcess
  readonly #lines: AsyncIterator<string>
  readonly #ended: Promise<unknown>

  constructor(file: string, args: readonly string[], cwd?: string) {
    this.process = spawn(file, args, {
      stdio: ['pipe', 'pipe', 'inherit'],
      ...(cwd !== undefined && { cwd }),
    })
    const { stdout } = this.process
    if (!stdout) throw new Error('the program has no output')
    this.#lines = createInterface({ input: stdout })[Symbol.asyncIterator]()
    this.#ended = once(this.process, 'exit')
  }

  /** The next line. */
  async says(): Promise<string> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`nothing within ${DEADLINE} ms`)), DEADLINE)
    })
    const { value, done } = await Promise.race([this.#lines.next(), late]).finally(() => clearTimeout(timer))
    if (done) throw new Error('the program has ended')
    return value
  }

  /** Tells it a line. */
  tell(line: string): void {
    this.process.stdin?.write(`${line}\n`)
  }

  /** Its exit code, once it has ended. */
  async exit(): Promise<number | null> {
    await this.#ended
    return this.process.exitCode
  }

  /** Ends it at once. */
  async close(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) this.process.kill('SIGKILL')
    await this.#ended
  }
}

/** A TypeScript program of this folder. */
export function typescript(path: string, args: readonly string[] = [], cwd?: string): Program {
  return new Program(process.execPath, ['--import', TSX, path, ...args], cwd)
}

/** The Python that has the package zmq; null where there is none. */
export function python(): string | null {
  const candidates = ['python3', '/usr/bin/python3']
  return candidates.find((each) => spawnSync(each, ['-c', 'import zmq']).status === 0) ?? null
}
