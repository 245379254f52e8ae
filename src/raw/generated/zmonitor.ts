// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { Pointer, RawSocket } from '../types.ts'

/** Prototypes of zmonitor as koffi reads them. */
export const prototypes = {
  zmonitor: 'void zmonitor(void * pipe, void * sock)',
  zmonitor_test: 'void zmonitor_test(bool verbose)',
} as const

/** The C functions of zmonitor. */
export interface ZmonitorFunctions {
  /** C: `void zmonitor(zsock_t *pipe, void *sock)`; can block. */
  zmonitor(pipe: Pointer<'zsock_t'>, sock: RawSocket): void
  /** C: `void zmonitor_test(_Bool verbose)`. */
  zmonitor_test(verbose: boolean): void
}
