import { existsSync, readdirSync } from 'node:fs'
import { Worker, type WorkerOptions } from 'node:worker_threads'

/** Programs of worker threads that the package starts: where each is among the sources. In the package it is a file of its own. */
const PROGRAMS = {
  'zap-agent': '../zap-agent/main',
  'agent-program': './agent/agent-program',
} as const

const THREADS = '/proc/self/task'

/** A worker thread with one of the package's programs. It never keeps the process alive. */
export class ProgramThread {
  readonly worker: Worker
  /** The system's numbers of threads that have come with it; null where the system does not tell. */
  readonly #ids: readonly string[] | null
  #ended = false

  /** Starts it. It gets none of this process's own options: a worker cannot have some of them. */
  constructor(program: keyof typeof PROGRAMS, options: WorkerOptions = {}) {
    const before = new Set(threads())
    this.worker = startWorker(program, { ...options, execArgv: [] })
    this.#ids = threads()?.filter((each) => !before.has(each)) ?? null
    this.worker.unref()
    this.worker.once('exit', () => {
      this.#ended = true
    })
  }

  /**
   * Whether it has ended. Linux says so at once; elsewhere it is known only when this thread's event loop hears of it,
   * which it does not while this thread waits.
   */
  get ended(): boolean {
    if (!this.#ended && this.#ids?.every((each) => !existsSync(`${THREADS}/${each}`))) this.#ended = true
    return this.#ended
  }
}

function threads(): string[] | null {
  try {
    return readdirSync(THREADS)
  } catch {
    return null
  }
}

/** Node 20 does not read TypeScript, so from the sources tsx loads the program. */
function startWorker(program: keyof typeof PROGRAMS, options: WorkerOptions): Worker {
  const entry = entryPoint(program)
  if (!entry.pathname.endsWith('.ts')) return new Worker(entry, options)
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'))
  const code = `import(${loader}).then(({ register }) => { register(); return import(${JSON.stringify(entry)}) })`
  return new Worker(code, { ...options, eval: true })
}

/** Beside the bundle, or in the folder of its sources. */
function entryPoint(program: keyof typeof PROGRAMS): URL {
  const { url } = import.meta
  const [, extension] = /\/raw\/launch\.([jt]s)$/.exec(url) ?? []
  return new URL(extension === undefined ? `./${program}.js` : `${PROGRAMS[program]}.${extension}`, url)
}
