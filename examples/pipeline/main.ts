/**
 * Divide and conquer: hashes the files of a folder and counts their lines, in several processes.
 *
 *   npm start [-- FOLDER] [--workers N] [--patience SECONDS]
 *
 * The ventilator (this process) pushes the files to the workers, part by part; each worker hashes what it pulls and
 * pushes what it found to the sink (this process again), which shows how far they are and prints a table.
 *
 *                  PUSH ──── files ────▶ PULL  worker 1  PUSH ──┐
 *     ventilator   PUSH ──── files ────▶ PULL  worker 2  PUSH ──┼─ answers ─▶ PULL  sink
 *                  PUSH ──── files ────▶ PULL  worker 3  PUSH ──┘
 *
 * This process has the asynchronous sockets, because it also waits for signals and for the ends of workers. The workers
 * have nothing else to do than to wait for files: they call CZMQ by its namespaces, as a C program would.
 *
 * Read on in pipeline.ts, then ventilator.ts, crew.ts, worker.ts and sink.ts.
 */
import { constants } from 'node:os'
import { type Options, readCommandLine, USAGE, UsageError } from './command-line.ts'
import { findFiles } from './files.ts'
import { runPipeline } from './pipeline.ts'
import { Progress } from './progress.ts'
import { problemsOf, reportOf } from './report.ts'

/** All files were hashed by workers that lived to the end. */
const ALL_FINE = 0
/** The table is printed, but a file could not be read, or a worker was lost. */
const SOMETHING_LOST = 1
/** Nothing was begun: the command line is wrong, or there is no such folder. */
const WRONG_USAGE = 2

process.exitCode = await main(process.argv.slice(2))

async function main(args: string[]): Promise<number> {
  try {
    const options = readCommandLine(args)
    if (options !== 'help') return await run(options)
    console.log(USAGE)
    return ALL_FINE
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    console.error(error.message)
    return WRONG_USAGE
  }
}

async function run(options: Options): Promise<number> {
  const found = findFiles(options.folder, options.leftOut)
  const progress = new Progress(process.stdout, found.files.length)
  endOnSignals(progress)
  progress.begin(options)
  const outcome = await runPipeline(options, found.files, progress)
  progress.end()
  const problems = problemsOf(found, outcome)
  for (const problem of problems) console.error(problem)
  console.log(reportOf(found, outcome))
  return problems.length === 0 ? ALL_FINE : SOMETHING_LOST
}

/** Ctrl-C ends everything: the workers are killed when this process exits. */
function endOnSignals(progress: Progress): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      progress.end()
      console.error(`Ended by ${signal} before all files were hashed`)
      process.exit(128 + constants.signals[signal])
    })
  }
}
