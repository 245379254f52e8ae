import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compiledPath } from '../helpers/compiled.ts'
import type { Finding, Tally, Task } from './task.ts'

/** Runs {@link Task}s in processes of their own, and tells what became of them. */

/** What a process found, or how it ended. */
export interface Report {
  readonly findings: readonly Finding[]
  readonly tally: Tally
  /** What went wrong with the process itself, with the last calls; null when it ended well. */
  readonly end: string | null
}

/** So long a process may take for its last case, and to end. */
const GRACE_MILLISECONDS = 30_000
const NO_TALLY: Tally = { calls: 0, cases: 0, situations: 0, outcomes: {} }
const MOST_OUTPUT = 4000

/** Runs one task in an empty directory. */
export async function runTask(
  task: Omit<Task, 'trace'>,
  program = 'test/fuzz/child.ts',
  grace: number = GRACE_MILLISECONDS,
): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'czmq-fuzz-'))
  const trace = `${folder}.trace`
  try {
    const args = ['--no-warnings', '--expose-gc', compiledPath(program), JSON.stringify({ ...task, trace })]
    const ending = await runToEnd(args, folder, task.milliseconds + grace)
    return reportOf(ending, readFileSync(trace, 'utf8'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
    rmSync(trace, { force: true })
  }
}

interface Ending {
  readonly code: number | null
  readonly signal: string | null
  readonly late: boolean
  readonly stdout: string
  readonly stderr: string
}

function runToEnd(args: string[], cwd: string, deadline: number): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    let late = false
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk
    })
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr = (stderr + chunk).slice(-MOST_OUTPUT)
    })
    const timer = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, deadline)
    child.once('error', reject)
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      resolve({ code, signal, late, stdout, stderr })
    })
  })
}

function reportOf({ code, signal, late, stdout, stderr }: Ending, trace: string): Report {
  const last = stdout.trimEnd().split('\n').at(-1) ?? ''
  const told = parsed(last)
  if (told && (code === 0 || told.findings.length > 0) && !late) return { ...told, end: null }
  const how = late ? 'it hangs' : signal === null ? `it ended with exit code ${code}` : `it died of ${signal}`
  const end = `${how}; the last calls:\n${trace}\n${stderr.trim()}`
  return { findings: told?.findings ?? [], tally: told?.tally ?? NO_TALLY, end }
}

function parsed(line: string): { findings: Finding[]; tally: Tally } | null {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

/** What is wrong, with how to repeat it; nothing when all is well. */
export function complaints(task: Omit<Task, 'trace'>, { findings, end }: Report): string[] {
  const found = findings.map(({ index, complaint }) => `${complaint}\n${howToRepeat(task, index)}`)
  if (end === null) return found
  const index = /^\w+ (-?\d+)$/m.exec(end)?.[1]
  return [...found, `${end}\n${howToRepeat(task, Number(index ?? -1))}`]
}

function howToRepeat({ plan, seed, only }: Omit<Task, 'trace'>, index: number): string {
  const which = index < 0 ? '' : ` --case ${index}`
  return `to repeat: npm run fuzz -- --plan ${plan} --seed ${seed}${only ? ` --only ${only}` : ''}${which}`
}
