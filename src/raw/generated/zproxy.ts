// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { Memory, Pointer } from '../types.ts'

/** Prototypes of zproxy as koffi reads them. */
export const prototypes = {
  zproxy: 'void zproxy(void * pipe, void * unused)',
  zproxy_test: 'void zproxy_test(bool verbose)',
} as const

/** The C functions of zproxy. */
export interface ZproxyFunctions {
  /** C: `void zproxy(zsock_t *pipe, void *unused)`; can block. */
  zproxy(pipe: Pointer<'zsock_t'>, unused: Memory | null): void
  /** C: `void zproxy_test(_Bool verbose)`. */
  zproxy_test(verbose: boolean): void
}
