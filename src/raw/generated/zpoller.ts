// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { Pointer, RawSocket, Ref } from '../types.ts'

/** Prototypes of zpoller as koffi reads them. */
export const prototypes = {
  zpoller_new: 'void * zpoller_new(void * reader, ...)',
  zpoller_destroy: 'void zpoller_destroy(_Inout_ void ** self_p)',
  zpoller_add: 'int zpoller_add(void * self, void * reader)',
  zpoller_remove: 'int zpoller_remove(void * self, void * reader)',
  zpoller_set_nonstop: 'void zpoller_set_nonstop(void * self, bool nonstop)',
  zpoller_wait: 'void * zpoller_wait(void * self, int timeout)',
  zpoller_expired: 'bool zpoller_expired(void * self)',
  zpoller_terminated: 'bool zpoller_terminated(void * self)',
  zpoller_test: 'void zpoller_test(bool verbose)',
} as const

/** How the variable arguments are read. */
export const variadics = {
  zpoller_new: 'pointers',
} as const

/** The C functions of zpoller. */
export interface ZpollerFunctions {
  /** C: `zpoller_t *zpoller_new(void *reader, ...)`; fresh; keeps reader. */
  zpoller_new(reader: RawSocket | null, ...variadic: (Pointer | null)[]): Pointer<'zpoller_t'>
  /** C: `void zpoller_destroy(zpoller_t **self_p)`. */
  zpoller_destroy(self_p: Ref<Pointer<'zpoller_t'>>): void
  /** C: `int zpoller_add(zpoller_t *self, void *reader)`; keeps reader. */
  zpoller_add(self: Pointer<'zpoller_t'>, reader: RawSocket): number
  /** C: `int zpoller_remove(zpoller_t *self, void *reader)`. */
  zpoller_remove(self: Pointer<'zpoller_t'>, reader: RawSocket): number
  /** C: `void zpoller_set_nonstop(zpoller_t *self, _Bool nonstop)`. */
  zpoller_set_nonstop(self: Pointer<'zpoller_t'>, nonstop: boolean): void
  /** C: `void *zpoller_wait(zpoller_t *self, int timeout)`; can block; borrowed. */
  zpoller_wait(self: Pointer<'zpoller_t'>, timeout: number): Pointer<'void'> | null
  /** C: `_Bool zpoller_expired(zpoller_t *self)`. */
  zpoller_expired(self: Pointer<'zpoller_t'>): boolean
  /** C: `_Bool zpoller_terminated(zpoller_t *self)`. */
  zpoller_terminated(self: Pointer<'zpoller_t'>): boolean
  /** C: `void zpoller_test(_Bool verbose)`. */
  zpoller_test(verbose: boolean): void
}
