import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { extname, join } from 'node:path'
import { type zctx, zmq, zsocket } from 'czmq'
import type { FileReader } from './files.ts'
import { type Part, sendEnd } from './messages.ts'

/** The program of a worker, compiled or not as this one is. */
const PROGRAM = join(import.meta.dirname, `worker${extname(import.meta.filename)}`)
/** How long workers may take to end after they were told, in milliseconds. */
const TIME_TO_END = 2000
/** The size of a part of a file in bytes. */
const PART_SIZE = 256 * 1024

/** A worker process, as the main program sees it. */
export interface Worker {
  readonly number: number
  readonly process: ChildProcess
  /** Where parts of files are pushed to it. */
  readonly jobs: zsocket.Zsocket
  ready: boolean
  /** Why it does no more work; `null` as long as it does. */
  lost: string | null
  /** How many messages it has still to answer. */
  unanswered: number
  /** The files that it has not finished. */
  readonly files: Set<number>
  /** The file that is being pushed to it. */
  current: { file: number; reader: FileReader } | null
  /** What is read of a file is read into this memory, part by part. */
  readonly buffer: Buffer
  /** A part that could not be pushed yet. */
  pending: Part | null
  /** What it has finished. */
  readonly done: { files: number; bytes: number }
}

/** Starts workers; they end at the latest when this process does. */
export function startCrew(context: zctx.Zctx, size: number, resultsEndpoint: string): Worker[] {
  const workers = Array.from({ length: size }, (_, index) => startWorker(context, index + 1, resultsEndpoint))
  process.once('exit', () => killAll(workers))
  return workers
}

/** Starts a worker, with a PUSH socket of its own: so one knows what was lost with it when it is killed. */
function startWorker(context: zctx.Zctx, number: number, resultsEndpoint: string): Worker {
  const jobs = zsocket.new(context, zmq.PUSH)
  const jobsEndpoint = `tcp://127.0.0.1:${zsocket.bind(jobs, 'tcp://127.0.0.1:*')}`
  const args = [String(number), String(process.pid), jobsEndpoint, resultsEndpoint]
  const child = spawn(process.execPath, [...process.execArgv, PROGRAM, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const worker: Worker = {
    number,
    process: child,
    jobs,
    ready: false,
    lost: null,
    // Its first message says that it is ready.
    unanswered: 1,
    files: new Set(),
    current: null,
    buffer: Buffer.allocUnsafeSlow(PART_SIZE),
    pending: null,
    done: { files: 0, bytes: 0 },
  }
  child.once('error', (error) => lose(worker, `could not be started: ${error.message}`))
  child.once('exit', (code, signal) =>
    lose(worker, signal ? `was ended by ${signal}` : `ended with exit code ${code}`),
  )
  return worker
}

/** From here on nothing is expected of the worker; the first reason is the one that counts. */
export function lose(worker: Worker, reason: string): void {
  worker.lost ??= reason
  worker.process.kill('SIGKILL')
}

/** Tells the workers that there are no more files, and waits until they have ended. */
export async function dismissCrew(workers: Worker[]): Promise<void> {
  const present = workers.filter(({ lost }) => lost === null)
  const ends = present.map(async ({ process }) => once(process.removeAllListeners('exit'), 'exit'))
  const impatience = setTimeout(() => killAll(present), TIME_TO_END)
  for (const { jobs } of present) sendEnd(jobs)
  await Promise.all(ends)
  clearTimeout(impatience)
}

function killAll(workers: Worker[]): void {
  for (const { process } of workers) process.kill('SIGKILL')
}
