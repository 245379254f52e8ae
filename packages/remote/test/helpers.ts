import assert from 'node:assert/strict'
import { liveHandles } from 'czmq'
import { Context, type ContextOptions, Daemon, type DaemonOptions } from '../src/index.ts'

/** Every test of the suite that calls this closes what it has opened, and leaves no socket behind. */
export function opened(): {
  daemon: (options?: Partial<DaemonOptions>) => Promise<Daemon>
  context: (options?: ContextOptions) => Context
  also: <T extends { close(): unknown }>(closable: T) => T
} {
  let closables: { close(): unknown }[] = []
  afterEach(async () => {
    for (const each of closables.reverse()) await each.close()
    closables = []
    assert.equal(liveHandles(), 0, 'sockets that were not closed')
  })
  const also = <T extends { close(): unknown }>(closable: T): T => {
    closables.push(closable)
    return closable
  }
  return {
    daemon: async (options = {}) =>
      also(await Daemon.start({ address: 'tcp://127.0.0.1:*', grace: 1000, ...options })),
    context: (options = {}) => also(new Context(options)),
    also,
  }
}

/** Waits until something is so. */
export async function until(condition: () => boolean, deadline: number = 8000): Promise<void> {
  const end = Date.now() + deadline
  while (!condition()) {
    if (Date.now() > end) throw new Error(`not within ${deadline} ms: ${condition}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** A promise, and what settles it. */
export function deferred<T = void>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
