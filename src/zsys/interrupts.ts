import { flag } from '../arguments.ts'
import { C } from '../raw/index.ts'

/**
 * Whether CZMQ was told to stop: by {@link setInterrupted}, or by a signal after {@link catchInterrupts}.
 *
 * C: `zsys_interrupted`
 */
export function interrupted(): boolean {
  return C.zsys_interrupted !== 0
}

/**
 * Tells CZMQ to stop, in all threads, or to go on: until it is unset, `zpoller.wait` and loops return at once.
 *
 * C: `zsys_interrupted`, `zctx_interrupted`
 */
export function setInterrupted(interrupted: boolean): void {
  const value = flag('interrupted', interrupted)
  C.zsys_interrupted = value
  C.zctx_interrupted = value
}

/**
 * Makes Ctrl-C (SIGINT) and SIGTERM tell CZMQ to stop instead of ending the process, for programs that look at
 * {@link interrupted} or wait with `zpoller`. By listeners of Node's own, which run when no C function does; so in the
 * main thread only, where signals arrive.
 *
 * C: `zsys_catch_interrupts`
 * @returns How to undo it; what was told stays.
 */
export function catchInterrupts(): () => void {
  const stop = () => setInterrupted(true)
  for (const signal of SIGNALS) process.on(signal, stop)
  return () => {
    for (const signal of SIGNALS) process.off(signal, stop)
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const
