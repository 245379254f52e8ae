import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What runs a peer: a compiled C program, or Node or Python with a script. */
export interface Program {
  command: string
  args: string[]
  env?: Record<string, string>
}

const PEERS = join(import.meta.dirname, 'peers')
const BUILD = join(import.meta.dirname, '../build/benchmark')

/** Compiles `peers/<name>.c` where that was not yet done. */
export function cProgram(name: string): Program {
  const source = join(PEERS, `${name}.c`)
  const command = join(BUILD, name)
  mkdirSync(BUILD, { recursive: true })
  if (modified(command) < modified(source)) {
    execFileSync('cc', ['-O2', '-Wall', '-Werror', '-o', command, source, '-lczmq', '-lzmq'], {
      stdio: 'inherit',
    })
  }
  return { command, args: [] }
}

function modified(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/** Node with `peers/<name>`. */
export function nodeProgram(name: string): Program {
  return { command: process.execPath, args: ['--import', 'tsx', join(PEERS, name)] }
}

/** This Python with `peers/<name>`. */
export function pythonProgram(command: string, name: string): Program {
  return { command, args: [join(PEERS, name)] }
}

/** The same program with more arguments. */
export function withArguments(program: Program, ...more: string[]): Program {
  return { ...program, args: [...program.args, ...more] }
}

/** A program that runs, and the lines it prints. */
export interface Running {
  /** The next line; throws when the program has ended without one. */
  line: () => Promise<string>
  /** Closes its input, which tells some to end. */
  finish: () => void
  /** Ends it at once, which is not an error. */
  stop: () => void
  /** When it has ended, which it must do without an error. */
  ended: Promise<void>
}

/** Starts a program, where it may leave the files of ipc endpoints behind. */
export function start(program: Program, ...more: (string | number)[]): Running {
  mkdirSync(BUILD, { recursive: true })
  const child = spawn(program.command, [...program.args, ...more.map(String)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: BUILD,
    env: { ...process.env, ...program.env },
  })
  const lines = linesOf(child)
  return {
    line: async () => {
      const { value } = await lines.next()
      if (value === undefined) throw new Error(`${child.spawnargs.join(' ')} said nothing more`)
      return value
    },
    finish: () => child.stdin?.end(),
    stop: () => child.kill('SIGKILL'),
    ended: ended(child),
  }
}

async function* linesOf(child: ChildProcess): AsyncGenerator<string, void, undefined> {
  let rest = ''
  for await (const chunk of child.stdout ?? []) {
    const lines = (rest + String(chunk)).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

async function ended(child: ChildProcess): Promise<void> {
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  if (code !== 0 && !child.killed) throw new Error(`${child.spawnargs.join(' ')} ended with ${code}`)
}

/** A flow of messages from one process to another. */
export interface Flow {
  count: number
  /** Bytes of each frame. */
  size: number
  /** Frames of each message. */
  parts?: number
  endpoint?: string
}

/** Messages a second, from the first to the last, as the receiving process saw it. */
export async function throughput(receiver: Program, sender: Program, flow: Flow): Promise<number> {
  const { count, size, parts = 1, endpoint = 'tcp://127.0.0.1:*' } = flow
  const pull = start(receiver, 'pull', count, size, parts, endpoint)
  const push = start(sender, 'push', count, size, parts, await pull.line())
  const seconds = Number(await pull.line())
  push.finish()
  await Promise.all([pull.ended, push.ended])
  return count / seconds
}

/** Runs each measurement `runs` times in turn, so that a noisy moment meets all of them, and answers the medians. */
export async function medians<Name extends string>(
  runs: number,
  measurements: Record<Name, () => Promise<number> | number>,
): Promise<Record<Name, number>> {
  const names = Object.keys(measurements) as Name[]
  const values = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let run = 0; run < runs; run++) {
    for (const name of names) values.get(name)?.push(await measurements[name]())
  }
  return Object.fromEntries(names.map((name) => [name, median(values.get(name) ?? [])])) as Record<
    Name,
    number
  >
}

/** {@link medians} of measurements with several values each, value by value. */
export async function medianLists<Name extends string>(
  runs: number,
  measurements: Record<Name, () => Promise<number[]>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(measurements) as Name[]
  const lists = new Map<Name, number[][]>(names.map((name) => [name, []]))
  for (let run = 0; run < runs; run++) {
    for (const name of names) lists.get(name)?.push(await measurements[name]())
  }
  return Object.fromEntries(
    names.map((name) => [name, columns(lists.get(name) ?? []).map(median)]),
  ) as Record<Name, number[]>
}

function columns(lists: number[][]): number[][] {
  return (lists[0] ?? []).map((_, index) => lists.map((list) => list[index] ?? Number.NaN))
}

/** The value in the middle. */
export function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** A table in Markdown. */
export function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** A number with its thousands told apart. */
export function whole(value: number): string {
  return Math.round(value).toLocaleString('en')
}

/** A ratio with two digits. */
export function ratio(value: number, to: number | undefined): string {
  return to === undefined ? '' : (value / to).toFixed(2)
}
