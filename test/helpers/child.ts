import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { compiledPath } from './compiled.ts'

/** How a child process ended, and what it wrote. */
export interface Outcome {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

/** What a test may do with a child that still runs. */
export interface RunOptions {
  /** Arguments of the program. */
  args?: string[]
  env?: NodeJS.ProcessEnv
  /** The working directory. */
  cwd?: string
  /** Options of Node itself, for example `--expose-gc`. */
  execArgv?: string[]
  /** Milliseconds after which the child is killed and the run fails. */
  deadline?: number
  /** Called with everything that the child has written to stdout so far, whenever there is more. */
  onOutput?: (stdout: string, child: ChildProcess) => void
}

const CHILDREN = join(import.meta.dirname, '../children')

/** Runs `test/children/<name>` in a process of its own. */
export async function runChild(name: string, options: RunOptions = {}): Promise<Outcome> {
  return run(
    [...(options.execArgv ?? []), '--import', 'tsx', join(CHILDREN, name), ...(options.args ?? [])],
    options,
  )
}

/** As {@link runChild}, by plain Node: for many children, and for Worker threads. */
export async function runCompiled(name: string, options: RunOptions = {}): Promise<Outcome> {
  const file = compiledPath(join('test/children', name))
  return run([...(options.execArgv ?? []), file, ...(options.args ?? [])], options)
}

/** Runs a TypeScript module given as text; it may import from the source by `$src/…`. */
export async function runCode(code: string, options: RunOptions = {}): Promise<Outcome> {
  const source = code.replaceAll('$src/', `${join(import.meta.dirname, '../../src')}/`)
  return run(
    [
      ...(options.execArgv ?? []),
      '--import',
      'tsx',
      '--input-type=module',
      '--eval',
      source,
      ...(options.args ?? []),
    ],
    options,
  )
}

async function run(args: string[], { env, cwd, deadline = 20_000, onOutput }: RunOptions): Promise<Outcome> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    ...(cwd !== undefined && { cwd }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const outcome: Outcome = { code: null, signal: null, stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    outcome.stdout += chunk
    onOutput?.(outcome.stdout, child)
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    outcome.stderr += chunk
  })
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(
        new Error(
          `the child did not end within ${deadline} ms; stdout: ${outcome.stdout}; stderr: ${outcome.stderr}`,
        ),
      )
    }, deadline)
    child.once('error', reject)
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      resolve({ ...outcome, code, signal })
    })
  })
}
