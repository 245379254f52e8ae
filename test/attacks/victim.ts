import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Health, News, Order, Target } from './victims/report.ts'

const DEADLINE = 30_000

/** A process that is attacked, so that a crash is seen and does not end the tests. */
export class Victim {
  readonly #child: ChildProcess
  readonly #ending: Promise<unknown[]>
  #stderr = ''
  #health: (health: Health) => void = () => {}
  targets: readonly Target[] = []

  private constructor(program: string, args: string[]) {
    this.#child = fork(join(import.meta.dirname, 'victims', program), args, {
      execArgv: ['--import', 'tsx', '--expose-gc'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.#ending = once(this.#child, 'close')
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#stderr += text
      })
  }

  /** The process, when its sockets are bound. */
  static async start(program: string, ...args: string[]): Promise<Victim> {
    const victim = new Victim(program, args)
    await victim.#within('be ready', (resolve) => {
      victim.#child.on('message', (news: News) => {
        if ('health' in news) victim.#health(news.health)
        else {
          victim.targets = news.targets
          resolve(undefined)
        }
      })
    })
    return victim
  }

  async health(): Promise<Health> {
    return this.#within('answer', (resolve) => {
      this.#health = resolve
      this.#child.send('measure' satisfies Order, () => {})
    })
  }

  /** Ends it: exit code, signal and everything that it has printed. */
  async end(): Promise<unknown> {
    if (this.#child.connected) this.#child.send('end' satisfies Order)
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), DEADLINE)
    const [code, signal] = await this.#ending
    clearTimeout(timer)
    return { code, signal, printed: this.#stderr }
  }

  /** Ends it at once, where a test has failed. */
  kill(): void {
    this.#child.kill('SIGKILL')
  }

  /** Rejects when the process ends before. */
  async watch<Result>(work: Promise<Result>): Promise<Result> {
    const ended = this.#ending.then(([code, signal]) => {
      throw new Error(`the victim has ended: ${code} ${signal} ${this.#stderr}`)
    })
    return Promise.race([work, ended])
  }

  async #within<Result>(what: string, begin: (resolve: (value: Result) => void) => void): Promise<Result> {
    let timer: NodeJS.Timeout | undefined
    const work = new Promise<Result>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`the victim does not ${what}: ${this.#stderr}`)), DEADLINE)
      begin(resolve)
    })
    return this.watch(work).finally(() => clearTimeout(timer))
  }
}
