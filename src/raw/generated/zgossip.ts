// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { Memory, Pointer } from '../types.ts'

/** Prototypes of zgossip as koffi reads them. */
export const prototypes = {
  zgossip: 'void zgossip(void * pipe, void * args)',
  zgossip_test: 'void zgossip_test(bool verbose)',
} as const

/** The C functions of zgossip. */
export interface ZgossipFunctions {
  /** C: `void zgossip(zsock_t *pipe, void *args)`; can block. */
  zgossip(pipe: Pointer<'zsock_t'>, args: Memory | null): void
  /** C: `void zgossip_test(_Bool verbose)`. */
  zgossip_test(verbose: boolean): void
}
