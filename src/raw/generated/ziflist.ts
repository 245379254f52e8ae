// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { Pointer, Ref } from '../types.ts'

/** Prototypes of ziflist as koffi reads them. */
export const prototypes = {
  ziflist_new: 'void * ziflist_new()',
  ziflist_destroy: 'void ziflist_destroy(_Inout_ void ** self_p)',
  ziflist_reload: 'void ziflist_reload(void * self)',
  ziflist_size: 'size_t ziflist_size(void * self)',
  ziflist_first: 'const char * ziflist_first(void * self)',
  ziflist_next: 'const char * ziflist_next(void * self)',
  ziflist_address: 'const char * ziflist_address(void * self)',
  ziflist_broadcast: 'const char * ziflist_broadcast(void * self)',
  ziflist_netmask: 'const char * ziflist_netmask(void * self)',
  ziflist_print: 'void ziflist_print(void * self)',
  ziflist_test: 'void ziflist_test(bool verbose)',
  ziflist_new_ipv6: 'void * ziflist_new_ipv6()',
  ziflist_reload_ipv6: 'void ziflist_reload_ipv6(void * self)',
  ziflist_is_ipv6: 'bool ziflist_is_ipv6(void * self)',
} as const

/** The C functions of ziflist. */
export interface ZiflistFunctions {
  /** C: `ziflist_t *ziflist_new(void)`; fresh. */
  ziflist_new(): Pointer<'ziflist_t'>
  /** C: `void ziflist_destroy(ziflist_t **self_p)`. */
  ziflist_destroy(self_p: Ref<Pointer<'ziflist_t'>>): void
  /** C: `void ziflist_reload(ziflist_t *self)`. */
  ziflist_reload(self: Pointer<'ziflist_t'>): void
  /** C: `size_t ziflist_size(ziflist_t *self)`. */
  ziflist_size(self: Pointer<'ziflist_t'>): number
  /** C: `const char *ziflist_first(ziflist_t *self)`; borrowed. */
  ziflist_first(self: Pointer<'ziflist_t'>): string | null
  /** C: `const char *ziflist_next(ziflist_t *self)`; borrowed. */
  ziflist_next(self: Pointer<'ziflist_t'>): string | null
  /** C: `const char *ziflist_address(ziflist_t *self)`; borrowed. */
  ziflist_address(self: Pointer<'ziflist_t'>): string | null
  /** C: `const char *ziflist_broadcast(ziflist_t *self)`; borrowed. */
  ziflist_broadcast(self: Pointer<'ziflist_t'>): string | null
  /** C: `const char *ziflist_netmask(ziflist_t *self)`; borrowed. */
  ziflist_netmask(self: Pointer<'ziflist_t'>): string | null
  /** C: `void ziflist_print(ziflist_t *self)`. */
  ziflist_print(self: Pointer<'ziflist_t'>): void
  /** C: `void ziflist_test(_Bool verbose)`. */
  ziflist_test(verbose: boolean): void
  /** C: `ziflist_t *ziflist_new_ipv6(void)`; draft; fresh. */
  ziflist_new_ipv6(): Pointer<'ziflist_t'>
  /** C: `void ziflist_reload_ipv6(ziflist_t *self)`; draft. */
  ziflist_reload_ipv6(self: Pointer<'ziflist_t'>): void
  /** C: `_Bool ziflist_is_ipv6(ziflist_t *self)`; draft. */
  ziflist_is_ipv6(self: Pointer<'ziflist_t'>): boolean
}
