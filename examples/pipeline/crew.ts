import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { extname, join } from 'node:path'
import { Push } from 'czmq'
import { END, type Part, partMessage } from './messages.ts'

/** The program of a worker, compiled or not as this one is. */
const PROGRAM = join(import.meta.dirname, `worker${extname(import.meta.filename)}`)
/** How long workers may take to end after they were told, in milliseconds. */
const TIME_TO_END = 2000
/** So many messages a worker may have unanswered: enough to be always busy, few enough to share fairly. */
const WINDOW = 8

/** A worker process, as the main program sees it. */
export class Worker extends EventEmitter<{ answer: [] }> {
  readonly number: number
  readonly process: ChildProcess
  /** The files that it has not finished. */
  readonly files = new Set<number>()
  /** What it has finished. */
  readonly done = { files: 0, bytes: 0 }
  /** Where parts of files are pushed to it. */
  readonly #jobs: Push
  /** How many messages it has still to answer. Its first one says that it is ready. */
  #unanswered = 1
  readonly #loss = new AbortController()

  constructor(number: number, process: ChildProcess, jobs: Push) {
    super()
    this.number = number
    this.process = process
    this.#jobs = jobs
    process.once('error', (error) => this.lose(`could not be started: ${error.message}`))
    process.once('exit', (code, signal) =>
      this.lose(signal ? `was ended by ${signal}` : `ended with exit code ${code}`),
    )
  }

  /** Why it does no more work; `null` as long as it does. */
  get lost(): string | null {
    return this.#loss.signal.aborted ? String(this.#loss.signal.reason) : null
  }

  /** From here on nothing is expected of the worker; the first reason is the one that counts. */
  lose(reason: string): void {
    this.#loss.abort(reason)
    this.process.kill('SIGKILL')
    this.#jobs.close()
  }

  get owesAnswers(): boolean {
    return this.#unanswered > 0
  }

  hasAnswered(): void {
    this.#unanswered--
    this.emit('answer')
  }

  /** Pushes a part as soon as the worker has not too many. Rejects when it is lost, as everything that waits for it. */
  async push(part: Part): Promise<void> {
    await this.#untilItOwes(WINDOW - 1)
    await this.#jobs.send(partMessage(part), { signal: this.#loss.signal })
    this.#unanswered++
  }

  /** Resolves when it has answered everything. */
  async whenIdle(): Promise<void> {
    await this.#untilItOwes(0)
  }

  async #untilItOwes(most: number): Promise<void> {
    while (this.#unanswered > most) await once(this, 'answer', { signal: this.#loss.signal })
  }

  /** Tells the worker that there are no more files, and resolves when it has ended. */
  async dismiss(): Promise<void> {
    const end = once(this.process.removeAllListeners('exit'), 'exit')
    const impatience = setTimeout(() => this.process.kill('SIGKILL'), TIME_TO_END)
    this.#jobs.trySend(END)
    await end
    clearTimeout(impatience)
    this.#jobs.close()
  }
}

/** Starts workers; they end at the latest when this process does. */
export async function startCrew(size: number, resultsEndpoint: string): Promise<Worker[]> {
  const numbers = Array.from({ length: size }, (_, index) => index + 1)
  const workers = await Promise.all(numbers.map(async (number) => startWorker(number, resultsEndpoint)))
  process.once('exit', () => {
    for (const { process } of workers) process.kill('SIGKILL')
  })
  return workers
}

/** Starts a worker, with a PUSH socket of its own: so one knows what was lost with it when it is killed. */
async function startWorker(number: number, resultsEndpoint: string): Promise<Worker> {
  // Without linger: what a lost worker did not take must not keep this process alive.
  const jobs = new Push({ linger: 0 })
  const jobsEndpoint = await jobs.bind('tcp://127.0.0.1:*')
  const args = [String(number), String(process.pid), jobsEndpoint, resultsEndpoint]
  const child = spawn(process.execPath, [...process.execArgv, PROGRAM, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return new Worker(number, child, jobs)
}
