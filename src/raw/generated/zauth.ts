// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { Memory, Pointer } from '../types.ts'

/** Prototypes of zauth as koffi reads them. */
export const prototypes = {
  zauth: 'void zauth(void * pipe, void * certstore)',
  zauth_test: 'void zauth_test(bool verbose)',
} as const

/** The C functions of zauth. */
export interface ZauthFunctions {
  /** C: `void zauth(zsock_t *pipe, void *certstore)`; can block. */
  zauth(pipe: Pointer<'zsock_t'>, certstore: Memory | null): void
  /** C: `void zauth_test(_Bool verbose)`. */
  zauth_test(verbose: boolean): void
}
