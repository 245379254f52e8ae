// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { Memory, Pointer } from '../types.ts'

/** Prototypes of zbeacon as koffi reads them. */
export const prototypes = {
  zbeacon: 'void zbeacon(void * pipe, void * unused)',
  zbeacon_test: 'void zbeacon_test(bool verbose)',
} as const

/** The C functions of zbeacon. */
export interface ZbeaconFunctions {
  /** C: `void zbeacon(zsock_t *pipe, void *unused)`; can block. */
  zbeacon(pipe: Pointer<'zsock_t'>, unused: Memory | null): void
  /** C: `void zbeacon_test(_Bool verbose)`. */
  zbeacon_test(verbose: boolean): void
}
