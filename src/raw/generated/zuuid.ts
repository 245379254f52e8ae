// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { Memory, Pointer, Ref } from '../types.ts'

/** Prototypes of zuuid as koffi reads them. */
export const prototypes = {
  zuuid_new: 'void * zuuid_new()',
  zuuid_new_from: 'void * zuuid_new_from(void * source)',
  zuuid_destroy: 'void zuuid_destroy(_Inout_ void ** self_p)',
  zuuid_set: 'void zuuid_set(void * self, void * source)',
  zuuid_set_str: 'int zuuid_set_str(void * self, const char * source)',
  zuuid_data: 'void * zuuid_data(void * self)',
  zuuid_size: 'size_t zuuid_size(void * self)',
  zuuid_str: 'const char * zuuid_str(void * self)',
  zuuid_str_canonical: 'const char * zuuid_str_canonical(void * self)',
  zuuid_export: 'void zuuid_export(void * self, void * target)',
  zuuid_eq: 'bool zuuid_eq(void * self, void * compare)',
  zuuid_neq: 'bool zuuid_neq(void * self, void * compare)',
  zuuid_dup: 'void * zuuid_dup(void * self)',
  zuuid_test: 'void zuuid_test(bool verbose)',
} as const

/** The C functions of zuuid. */
export interface ZuuidFunctions {
  /** C: `zuuid_t *zuuid_new(void)`; fresh. */
  zuuid_new(): Pointer<'zuuid_t'>
  /** C: `zuuid_t *zuuid_new_from(const byte *source)`; fresh. */
  zuuid_new_from(source: Memory): Pointer<'zuuid_t'>
  /** C: `void zuuid_destroy(zuuid_t **self_p)`. */
  zuuid_destroy(self_p: Ref<Pointer<'zuuid_t'>>): void
  /** C: `void zuuid_set(zuuid_t *self, const byte *source)`. */
  zuuid_set(self: Pointer<'zuuid_t'>, source: Memory): void
  /** C: `int zuuid_set_str(zuuid_t *self, const char *source)`. */
  zuuid_set_str(self: Pointer<'zuuid_t'>, source: string): number
  /** C: `const byte *zuuid_data(zuuid_t *self)`; borrowed. */
  zuuid_data(self: Pointer<'zuuid_t'>): Pointer<'byte'> | null
  /** C: `size_t zuuid_size(zuuid_t *self)`. */
  zuuid_size(self: Pointer<'zuuid_t'>): number
  /** C: `const char *zuuid_str(zuuid_t *self)`; borrowed. */
  zuuid_str(self: Pointer<'zuuid_t'>): string
  /** C: `const char *zuuid_str_canonical(zuuid_t *self)`; borrowed. */
  zuuid_str_canonical(self: Pointer<'zuuid_t'>): string
  /** C: `void zuuid_export(zuuid_t *self, byte *target)`. */
  zuuid_export(self: Pointer<'zuuid_t'>, target: Memory): void
  /** C: `_Bool zuuid_eq(zuuid_t *self, const byte *compare)`. */
  zuuid_eq(self: Pointer<'zuuid_t'>, compare: Memory): boolean
  /** C: `_Bool zuuid_neq(zuuid_t *self, const byte *compare)`. */
  zuuid_neq(self: Pointer<'zuuid_t'>, compare: Memory): boolean
  /** C: `zuuid_t *zuuid_dup(zuuid_t *self)`; fresh. */
  zuuid_dup(self: Pointer<'zuuid_t'>): Pointer<'zuuid_t'> | null
  /** C: `void zuuid_test(_Bool verbose)`. */
  zuuid_test(verbose: boolean): void
}
