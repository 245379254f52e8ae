import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const ROOT = join(import.meta.dirname, '../..')
const SABOTAGE = pathToFileURL(join(import.meta.dirname, 'sabotage.mjs')).href

/** How the pipeline ended, and what it wrote. */
export interface Outcome {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

export interface RunOptions {
  env?: NodeJS.ProcessEnv
  /** What goes wrong, for sabotage.mjs. */
  sabotage?: Record<string, unknown>
  /** Called when the main program or a worker has written to stderr. */
  onError?: (stderr: string, child: ChildProcess) => void
}

/** The programs under `examples`, compiled. */
export function exampleFile(name: string): string {
  return join(ROOT, 'build/examples', name)
}

/**
 * Runs the compiled pipeline to its end, which is when the workers have ended, too: they write to the same stderr.
 * After 15 s it fails.
 */
export async function runPipeline(args: string[], options: RunOptions = {}): Promise<Outcome> {
  return runExample('pipeline/main.js', args, options)
}

/** Runs a compiled example to its end. */
export async function runExample(
  name: string,
  args: string[] = [],
  options: RunOptions = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, [exampleFile(name), ...args], {
    env: environment(options),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const outcome: Outcome = { code: null, signal: null, stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    outcome.stdout += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    outcome.stderr += chunk
    options.onError?.(outcome.stderr, child)
  })
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      child.stdout.destroy()
      child.stderr.destroy()
      reject(new Error(`it did not end; stdout: ${outcome.stdout}; stderr: ${outcome.stderr}`))
    }, 15_000)
    child.once('error', reject)
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      resolve({ ...outcome, code, signal })
    })
  })
}

function environment({ env, sabotage }: RunOptions): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, npm_lifecycle_event: __, ...own } = process.env
  const saboteur = sabotage && { NODE_OPTIONS: `--import ${SABOTAGE}`, SABOTAGE: JSON.stringify(sabotage) }
  return { ...own, ...saboteur, ...env }
}

/** What the first part of the table says under this name. */
export function cell({ stdout }: Outcome, name: string): string | undefined {
  return new RegExp(`^${name} +(.*)$`, 'm').exec(stdout)?.[1]
}

/** The rows of the second part of the table: worker, process, files, bytes, share. */
export function shares({
  stdout,
}: Outcome): { worker: number; files: number; bytes: number; share: number; note: string }[] {
  return [...stdout.matchAll(/^ +(\d+) +\d+ +(\d+) +(\d+) +([\d.]+ %|-) *(\w*)$/gm)].map(
    ([, worker, files, bytes, share = '', note = '']) => ({
      worker: Number(worker),
      files: Number(files),
      bytes: Number(bytes),
      share: Number.parseFloat(share),
      note,
    }),
  )
}
