import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What runs a peer: a compiled C program, or Node with a script. */
export interface Program {
  command: string
  args: string[]
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

/** Seconds that `count` messages took from the first to the last, as the receiving process saw it. */
export async function throughput(
  receiver: Program,
  sender: Program,
  count: number,
  size: number,
  endpoint: string,
): Promise<number> {
  const pull = start(receiver, ['pull', String(count), String(size), endpoint])
  const lines = linesOf(pull)
  const bound = await lines.next()
  const push = start(sender, ['push', String(count), String(size), String(bound.value)])
  const seconds = Number((await lines.next()).value)
  await Promise.all([ended(pull), ended(push)])
  return seconds
}

function start({ command, args }: Program, more: string[]): ChildProcess {
  return spawn(command, [...args, ...more], { stdio: ['ignore', 'pipe', 'inherit'] })
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
  const code = child.exitCode ?? (await new Promise<number | null>((resolve) => child.once('close', resolve)))
  if (code !== 0) throw new Error(`${child.spawnfile} ended with ${code}`)
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

/** The value in the middle. */
export function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** A table in Markdown. */
export function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
