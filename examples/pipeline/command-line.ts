import { statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** What the command line asks for. */
export interface Options {
  /** The folder whose files are hashed, as an absolute path. */
  folder: string
  /** Names of files and folders in it, at whatever depth, that are left out. */
  leftOut: ReadonlySet<string>
  /** How many worker processes. */
  workers: number
  /** After so many milliseconds without a sign of life a worker is taken for dead. */
  patience: number
}

export const USAGE = `Usage: npm start [-- FOLDER] [--workers N] [--patience SECONDS]

Hashes all files of FOLDER (SHA-256) and counts their lines, in N worker processes.

  FOLDER              default: this repository, without what is installed or built in it
  --workers N         1 to 64; default: one for each processor core
  --patience SECONDS  take a worker for dead after so long a silence; default: 10

Exit code: 0 all is well, 1 a file could not be read or a worker was lost, 2 wrong usage or no such folder.`

/** The command line is wrong; the message says why. */
export class UsageError extends Error {}

/** Each costs this process five file descriptors, of which many systems allow it a few hundred. */
const MOST_WORKERS = 64
const REPOSITORY = resolve(import.meta.dirname, '../../..')
/** What is installed or built would make the digest of the repository another one on each machine. */
const NOT_WRITTEN_BY_HAND = new Set(['.git', 'node_modules', 'dist', 'build', 'coverage'])

/** @throws {@link UsageError} */
export function readCommandLine(args: string[]): Options | 'help' {
  const { values, positionals } = parse(args)
  if (values.help) return 'help'
  if (positionals.length > 1) throw new UsageError(`One folder only, please\n\n${USAGE}`)
  const [folder] = positionals
  return {
    folder: folder === undefined ? REPOSITORY : existingFolder(folder),
    leftOut: folder === undefined ? NOT_WRITTEN_BY_HAND : new Set(),
    workers: wholeNumber('--workers', values.workers, MOST_WORKERS) ?? availableParallelism(),
    patience: (wholeNumber('--patience', values.patience, 86_400) ?? 10) * 1000,
  }
}

function parse(args: string[]) {
  const options = {
    workers: { type: 'string' },
    patience: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${USAGE}`)
  }
}

function wholeNumber(name: string, text: string | undefined, most: number): number | null {
  if (text === undefined) return null
  const value = /^\d+$/.test(text) ? Number(text) : 0
  if (value >= 1 && value <= most) return value
  throw new UsageError(`${name} must be a whole number from 1 to ${most}, not ${JSON.stringify(text)}`)
}

function existingFolder(name: string): string {
  const folder = resolve(startFolder(), name)
  try {
    if (statSync(folder).isDirectory()) return folder
  } catch (error) {
    throw new UsageError(`Cannot read the folder: ${error instanceof Error ? error.message : error}`)
  }
  throw new UsageError(`Not a folder: ${folder}`)
}

/** Where the user is: `npm start` runs in the top folder of the repository, wherever it was called. */
function startFolder(): string {
  const calledIn = process.env.npm_lifecycle_event === 'start' ? process.env.INIT_CWD : undefined
  return calledIn ?? process.cwd()
}
