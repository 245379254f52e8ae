// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { Pointer, Ref } from '../types.ts'

/** Prototypes of zrex as koffi reads them. */
export const prototypes = {
  zrex_new: 'void * zrex_new(const char * expression)',
  zrex_destroy: 'void zrex_destroy(_Inout_ void ** self_p)',
  zrex_valid: 'bool zrex_valid(void * self)',
  zrex_strerror: 'const char * zrex_strerror(void * self)',
  zrex_matches: 'bool zrex_matches(void * self, const char * text)',
  zrex_eq: 'bool zrex_eq(void * self, const char * text, const char * expression)',
  zrex_hits: 'int zrex_hits(void * self)',
  zrex_hit: 'const char * zrex_hit(void * self, unsigned int index)',
  zrex_fetch: 'int zrex_fetch(void * self, void * string_p, ...)',
  zrex_test: 'void zrex_test(bool verbose)',
} as const

/** How the variable arguments are read. */
export const variadics = {
  zrex_fetch: 'matches',
} as const

/** The C functions of zrex. */
export interface ZrexFunctions {
  /** C: `zrex_t *zrex_new(const char *expression)`; fresh. */
  zrex_new(expression: string | null): Pointer<'zrex_t'>
  /** C: `void zrex_destroy(zrex_t **self_p)`. */
  zrex_destroy(self_p: Ref<Pointer<'zrex_t'>>): void
  /** C: `_Bool zrex_valid(zrex_t *self)`. */
  zrex_valid(self: Pointer<'zrex_t'>): boolean
  /** C: `const char *zrex_strerror(zrex_t *self)`; borrowed. */
  zrex_strerror(self: Pointer<'zrex_t'>): string | null
  /** C: `_Bool zrex_matches(zrex_t *self, const char *text)`. */
  zrex_matches(self: Pointer<'zrex_t'>, text: string): boolean
  /** C: `_Bool zrex_eq(zrex_t *self, const char *text, const char *expression)`. */
  zrex_eq(self: Pointer<'zrex_t'>, text: string, expression: string): boolean
  /** C: `int zrex_hits(zrex_t *self)`. */
  zrex_hits(self: Pointer<'zrex_t'>): number
  /** C: `const char *zrex_hit(zrex_t *self, uint index)`; borrowed. */
  zrex_hit(self: Pointer<'zrex_t'>, index: number): string | null
  /** C: `int zrex_fetch(zrex_t *self, const char **string_p, ...)`. */
  zrex_fetch(self: Pointer<'zrex_t'>, string_p: Ref<string>, ...variadic: (Ref<string> | null)[]): number
  /** C: `void zrex_test(_Bool verbose)`. */
  zrex_test(verbose: boolean): void
}
