// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { ZlistCompareFn, ZlistFreeFn } from './callbacks.ts'
import type { Memory, NativeFunction, Pointer, Ref } from '../types.ts'

/** Prototypes of zlist as koffi reads them. */
export const prototypes = {
  zlist_new: 'void * zlist_new()',
  zlist_destroy: 'void zlist_destroy(_Inout_ void ** self_p)',
  zlist_first: 'void * zlist_first(void * self)',
  zlist_next: 'void * zlist_next(void * self)',
  zlist_last: 'void * zlist_last(void * self)',
  zlist_head: 'void * zlist_head(void * self)',
  zlist_tail: 'void * zlist_tail(void * self)',
  zlist_item: 'void * zlist_item(void * self)',
  zlist_append: 'int zlist_append(void * self, void * item)',
  zlist_push: 'int zlist_push(void * self, void * item)',
  zlist_pop: 'void * zlist_pop(void * self)',
  zlist_exists: 'bool zlist_exists(void * self, void * item)',
  zlist_remove: 'void zlist_remove(void * self, void * item)',
  zlist_dup: 'void * zlist_dup(void * self)',
  zlist_purge: 'void zlist_purge(void * self)',
  zlist_size: 'size_t zlist_size(void * self)',
  zlist_sort: 'void zlist_sort(void * self, void * compare)',
  zlist_autofree: 'void zlist_autofree(void * self)',
  zlist_comparefn: 'void zlist_comparefn(void * self, void * fn)',
  zlist_freefn: 'void * zlist_freefn(void * self, void * item, void * fn, bool at_tail)',
  zlist_test: 'void zlist_test(bool verbose)',
} as const

/** The C functions of zlist. */
export interface ZlistFunctions {
  /** C: `zlist_t *zlist_new(void)`; fresh. */
  zlist_new(): Pointer<'zlist_t'>
  /** C: `void zlist_destroy(zlist_t **self_p)`. */
  zlist_destroy(self_p: Ref<Pointer<'zlist_t'>>): void
  /** C: `void *zlist_first(zlist_t *self)`; borrowed. */
  zlist_first(self: Pointer<'zlist_t'>): Pointer<'void'> | null
  /** C: `void *zlist_next(zlist_t *self)`; borrowed. */
  zlist_next(self: Pointer<'zlist_t'>): Pointer<'void'> | null
  /** C: `void *zlist_last(zlist_t *self)`; borrowed. */
  zlist_last(self: Pointer<'zlist_t'>): Pointer<'void'> | null
  /** C: `void *zlist_head(zlist_t *self)`; borrowed. */
  zlist_head(self: Pointer<'zlist_t'>): Pointer<'void'> | null
  /** C: `void *zlist_tail(zlist_t *self)`; borrowed. */
  zlist_tail(self: Pointer<'zlist_t'>): Pointer<'void'> | null
  /** C: `void *zlist_item(zlist_t *self)`; borrowed. */
  zlist_item(self: Pointer<'zlist_t'>): Pointer<'void'> | null
  /** C: `int zlist_append(zlist_t *self, void *item)`; keeps item. */
  zlist_append(self: Pointer<'zlist_t'>, item: Memory | null): number
  /** C: `int zlist_push(zlist_t *self, void *item)`; keeps item. */
  zlist_push(self: Pointer<'zlist_t'>, item: Memory | null): number
  /** C: `void *zlist_pop(zlist_t *self)`; fresh. */
  zlist_pop(self: Pointer<'zlist_t'>): Pointer<'void'> | null
  /** C: `_Bool zlist_exists(zlist_t *self, void *item)`. */
  zlist_exists(self: Pointer<'zlist_t'>, item: Memory): boolean
  /** C: `void zlist_remove(zlist_t *self, void *item)`. */
  zlist_remove(self: Pointer<'zlist_t'>, item: Memory | null): void
  /** C: `zlist_t *zlist_dup(zlist_t *self)`; fresh. */
  zlist_dup(self: Pointer<'zlist_t'>): Pointer<'zlist_t'> | null
  /** C: `void zlist_purge(zlist_t *self)`. */
  zlist_purge(self: Pointer<'zlist_t'>): void
  /** C: `size_t zlist_size(zlist_t *self)`. */
  zlist_size(self: Pointer<'zlist_t'>): number
  /** C: `void zlist_sort(zlist_t *self, zlist_compare_fn compare)`; calls back during the call. */
  zlist_sort(self: Pointer<'zlist_t'>, compare: ZlistCompareFn | NativeFunction | Pointer | null): void
  /** C: `void zlist_autofree(zlist_t *self)`. */
  zlist_autofree(self: Pointer<'zlist_t'>): void
  /** C: `void zlist_comparefn(zlist_t *self, zlist_compare_fn fn)`; calls back until destroyed. */
  zlist_comparefn(self: Pointer<'zlist_t'>, fn: ZlistCompareFn | NativeFunction | Pointer | null): void
  /** C: `void *zlist_freefn(zlist_t *self, void *item, zlist_free_fn fn, _Bool at_tail)`; borrowed; calls back until destroyed. */
  zlist_freefn(self: Pointer<'zlist_t'>, item: Memory | null, fn: ZlistFreeFn | NativeFunction | Pointer | null, at_tail: boolean): Pointer<'void'> | null
  /** C: `void zlist_test(_Bool verbose)`. */
  zlist_test(verbose: boolean): void
}
