/**
 * The argument says what is scarce, `descriptors` or `threads`. Makes contexts with sockets until that fails, at every
 * number of descriptors that are left, and prints the codes of the errors.
 */
import { closeSync, openSync } from 'node:fs'
import koffi from 'koffi'
import { CzmqError, type Handle, zctx, zsocket } from '../../src/index.ts'

const PUSH = 8
const PULL = 7
const RLIMIT_NPROC = 6
const RLIMIT_NOFILE = 7
const NOBODY = 65534
const codes = new Set<string>()
const setrlimit = koffi.load(null).func('int setrlimit(int, void *)')

function limit(resource: number, to: number): void {
  if (setrlimit(resource, BigUint64Array.of(BigInt(to), BigInt(to))) !== 0)
    throw new Error('setrlimit failed')
}

/** What it answers, or null when it failed in a way that was asked for. */
function attempt<T>(step: () => T): T | null {
  try {
    return step()
  } catch (error) {
    if (!(error instanceof CzmqError)) throw error
    codes.add(error.code)
    return null
  }
}

function makeUntilFailure(): number {
  const made: Handle[] = []
  for (;;) {
    const context = zctx.new()
    made.push(context)
    if (attempt(() => zsocket.new(context, PUSH)) === null) break
  }
  for (const each of made) each.destroy()
  return made.length
}

/** Opens files until only so many descriptors are left; answers what must be closed. */
function leave(free: number): number[] {
  const opened: number[] = []
  try {
    for (;;) opened.push(openSync('/dev/null', 'r'))
  } catch {
    for (const each of opened.splice(0, free)) closeSync(each)
    return opened
  }
}

function useScarceDescriptors(
  free: number,
  old: { context: Handle<'zctx'>; socket: Handle<'zsocket'> },
): void {
  const opened = leave(free)
  const context = zctx.new()
  attempt(() => zsocket.new(context, PUSH))
  attempt(() => zsocket.new(context, PULL))
  attempt(() => zsocket.new(zctx.shadow(context), PULL))
  attempt(() => zsocket.new(zctx.global(), PUSH).destroy())
  const another = attempt(() => zsocket.new(old.context, PULL))
  attempt(() => another && zsocket.bind(another, 'tcp://127.0.0.1:*'))
  attempt(() => another && zsocket.connect(another, 'tcp://127.0.0.1:9'))
  attempt(() => zsocket.connect(old.socket, 'tcp://127.0.0.1:9'))
  another?.destroy()
  context.destroy()
  for (const each of opened) closeSync(each)
}

function exhaustDescriptors(): void {
  limit(RLIMIT_NOFILE, 256)
  const most = makeUntilFailure()
  if (makeUntilFailure() < most - 5) throw new Error('descriptors were not given back')
  const context = zctx.new()
  const socket = zsocket.new(context, PUSH)
  for (let free = 0; free < 24; free++) useScarceDescriptors(free, { context, socket })
  context.destroy()
}

function exhaustThreads(): void {
  zsocket.new(zctx.new(), PUSH).owner?.destroy()
  if (process.getuid?.() === 0) process.setuid?.(NOBODY)
  limit(RLIMIT_NPROC, 64)
  makeUntilFailure()
}

if (process.argv[2] === 'descriptors') exhaustDescriptors()
else exhaustThreads()
process.stdout.write(`${[...codes].sort().join(' ')}\n`)
