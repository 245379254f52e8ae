// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { Memory, Pointer, Ref } from '../types.ts'

/** Prototypes of zdigest as koffi reads them. */
export const prototypes = {
  zdigest_new: 'void * zdigest_new()',
  zdigest_destroy: 'void zdigest_destroy(_Inout_ void ** self_p)',
  zdigest_update: 'void zdigest_update(void * self, void * buffer, size_t length)',
  zdigest_data: 'void * zdigest_data(void * self)',
  zdigest_size: 'size_t zdigest_size(void * self)',
  zdigest_string: 'const char * zdigest_string(void * self)',
  zdigest_test: 'void zdigest_test(bool verbose)',
} as const

/** The C functions of zdigest. */
export interface ZdigestFunctions {
  /** C: `zdigest_t *zdigest_new(void)`; fresh. */
  zdigest_new(): Pointer<'zdigest_t'>
  /** C: `void zdigest_destroy(zdigest_t **self_p)`. */
  zdigest_destroy(self_p: Ref<Pointer<'zdigest_t'>>): void
  /** C: `void zdigest_update(zdigest_t *self, const byte *buffer, size_t length)`. */
  zdigest_update(self: Pointer<'zdigest_t'>, buffer: Memory | null, length: number | bigint): void
  /** C: `const byte *zdigest_data(zdigest_t *self)`; borrowed. */
  zdigest_data(self: Pointer<'zdigest_t'>): Pointer<'byte'> | null
  /** C: `size_t zdigest_size(zdigest_t *self)`. */
  zdigest_size(self: Pointer<'zdigest_t'>): number
  /** C: `char *zdigest_string(zdigest_t *self)`; borrowed. */
  zdigest_string(self: Pointer<'zdigest_t'>): string
  /** C: `void zdigest_test(_Bool verbose)`. */
  zdigest_test(verbose: boolean): void
}
