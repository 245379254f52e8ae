// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { ZlistxComparatorFn, ZlistxDestructorFn, ZlistxDuplicatorFn } from './callbacks.ts'
import type { Memory, NativeFunction, Pointer, RawSocket, Ref } from '../types.ts'

/** Prototypes of zlistx as koffi reads them. */
export const prototypes = {
  zlistx_new: 'void * zlistx_new()',
  zlistx_destroy: 'void zlistx_destroy(_Inout_ void ** self_p)',
  zlistx_add_start: 'void * zlistx_add_start(void * self, void * item)',
  zlistx_add_end: 'void * zlistx_add_end(void * self, void * item)',
  zlistx_size: 'size_t zlistx_size(void * self)',
  zlistx_head: 'void * zlistx_head(void * self)',
  zlistx_tail: 'void * zlistx_tail(void * self)',
  zlistx_first: 'void * zlistx_first(void * self)',
  zlistx_next: 'void * zlistx_next(void * self)',
  zlistx_prev: 'void * zlistx_prev(void * self)',
  zlistx_last: 'void * zlistx_last(void * self)',
  zlistx_item: 'void * zlistx_item(void * self)',
  zlistx_cursor: 'void * zlistx_cursor(void * self)',
  zlistx_handle_item: 'void * zlistx_handle_item(void * handle)',
  zlistx_find: 'void * zlistx_find(void * self, void * item)',
  zlistx_detach: 'void * zlistx_detach(void * self, void * handle)',
  zlistx_detach_cur: 'void * zlistx_detach_cur(void * self)',
  zlistx_delete: 'int zlistx_delete(void * self, void * handle)',
  zlistx_move_start: 'void zlistx_move_start(void * self, void * handle)',
  zlistx_move_end: 'void zlistx_move_end(void * self, void * handle)',
  zlistx_purge: 'void zlistx_purge(void * self)',
  zlistx_sort: 'void zlistx_sort(void * self)',
  zlistx_insert: 'void * zlistx_insert(void * self, void * item, bool low_value)',
  zlistx_reorder: 'void zlistx_reorder(void * self, void * handle, bool low_value)',
  zlistx_dup: 'void * zlistx_dup(void * self)',
  zlistx_set_destructor: 'void zlistx_set_destructor(void * self, void * destructor)',
  zlistx_set_duplicator: 'void zlistx_set_duplicator(void * self, void * duplicator)',
  zlistx_set_comparator: 'void zlistx_set_comparator(void * self, void * comparator)',
  zlistx_test: 'void zlistx_test(bool verbose)',
  zlistx_unpack: 'void * zlistx_unpack(void * frame)',
  zlistx_pack: 'void * zlistx_pack(void * self)',
} as const

/** The C functions of zlistx. */
export interface ZlistxFunctions {
  /** C: `zlistx_t *zlistx_new(void)`; fresh. */
  zlistx_new(): Pointer<'zlistx_t'>
  /** C: `void zlistx_destroy(zlistx_t **self_p)`. */
  zlistx_destroy(self_p: Ref<Pointer<'zlistx_t'>>): void
  /** C: `void *zlistx_add_start(zlistx_t *self, void *item)`; borrowed; keeps item. */
  zlistx_add_start(self: Pointer<'zlistx_t'>, item: Memory): Pointer<'void'> | null
  /** C: `void *zlistx_add_end(zlistx_t *self, void *item)`; borrowed; keeps item. */
  zlistx_add_end(self: Pointer<'zlistx_t'>, item: Memory): Pointer<'void'> | null
  /** C: `size_t zlistx_size(zlistx_t *self)`. */
  zlistx_size(self: Pointer<'zlistx_t'>): number
  /** C: `void *zlistx_head(zlistx_t *self)`; borrowed. */
  zlistx_head(self: Pointer<'zlistx_t'>): Pointer<'void'> | null
  /** C: `void *zlistx_tail(zlistx_t *self)`; borrowed. */
  zlistx_tail(self: Pointer<'zlistx_t'>): Pointer<'void'> | null
  /** C: `void *zlistx_first(zlistx_t *self)`; borrowed. */
  zlistx_first(self: Pointer<'zlistx_t'>): Pointer<'void'> | null
  /** C: `void *zlistx_next(zlistx_t *self)`; borrowed. */
  zlistx_next(self: Pointer<'zlistx_t'>): Pointer<'void'> | null
  /** C: `void *zlistx_prev(zlistx_t *self)`; borrowed. */
  zlistx_prev(self: Pointer<'zlistx_t'>): Pointer<'void'> | null
  /** C: `void *zlistx_last(zlistx_t *self)`; borrowed. */
  zlistx_last(self: Pointer<'zlistx_t'>): Pointer<'void'> | null
  /** C: `void *zlistx_item(zlistx_t *self)`; borrowed. */
  zlistx_item(self: Pointer<'zlistx_t'>): Pointer<'void'> | null
  /** C: `void *zlistx_cursor(zlistx_t *self)`; borrowed. */
  zlistx_cursor(self: Pointer<'zlistx_t'>): Pointer<'void'> | null
  /** C: `void *zlistx_handle_item(void *handle)`; borrowed. */
  zlistx_handle_item(handle: RawSocket): Pointer<'void'> | null
  /** C: `void *zlistx_find(zlistx_t *self, void *item)`; borrowed. */
  zlistx_find(self: Pointer<'zlistx_t'>, item: Memory): Pointer<'void'> | null
  /** C: `void *zlistx_detach(zlistx_t *self, void *handle)`; fresh. */
  zlistx_detach(self: Pointer<'zlistx_t'>, handle: RawSocket | null): Pointer<'void'> | null
  /** C: `void *zlistx_detach_cur(zlistx_t *self)`; fresh. */
  zlistx_detach_cur(self: Pointer<'zlistx_t'>): Pointer<'void'> | null
  /** C: `int zlistx_delete(zlistx_t *self, void *handle)`. */
  zlistx_delete(self: Pointer<'zlistx_t'>, handle: RawSocket | null): number
  /** C: `void zlistx_move_start(zlistx_t *self, void *handle)`. */
  zlistx_move_start(self: Pointer<'zlistx_t'>, handle: RawSocket): void
  /** C: `void zlistx_move_end(zlistx_t *self, void *handle)`. */
  zlistx_move_end(self: Pointer<'zlistx_t'>, handle: RawSocket): void
  /** C: `void zlistx_purge(zlistx_t *self)`. */
  zlistx_purge(self: Pointer<'zlistx_t'>): void
  /** C: `void zlistx_sort(zlistx_t *self)`. */
  zlistx_sort(self: Pointer<'zlistx_t'>): void
  /** C: `void *zlistx_insert(zlistx_t *self, void *item, _Bool low_value)`; borrowed; keeps item. */
  zlistx_insert(self: Pointer<'zlistx_t'>, item: Memory | null, low_value: boolean): Pointer<'void'> | null
  /** C: `void zlistx_reorder(zlistx_t *self, void *handle, _Bool low_value)`. */
  zlistx_reorder(self: Pointer<'zlistx_t'>, handle: RawSocket, low_value: boolean): void
  /** C: `zlistx_t *zlistx_dup(zlistx_t *self)`; fresh. */
  zlistx_dup(self: Pointer<'zlistx_t'>): Pointer<'zlistx_t'> | null
  /** C: `void zlistx_set_destructor(zlistx_t *self, zlistx_destructor_fn destructor)`; calls back until destroyed. */
  zlistx_set_destructor(self: Pointer<'zlistx_t'>, destructor: ZlistxDestructorFn | NativeFunction | Pointer | null): void
  /** C: `void zlistx_set_duplicator(zlistx_t *self, zlistx_duplicator_fn duplicator)`; calls back until destroyed. */
  zlistx_set_duplicator(self: Pointer<'zlistx_t'>, duplicator: ZlistxDuplicatorFn | NativeFunction | Pointer | null): void
  /** C: `void zlistx_set_comparator(zlistx_t *self, zlistx_comparator_fn comparator)`; calls back until destroyed. */
  zlistx_set_comparator(self: Pointer<'zlistx_t'>, comparator: ZlistxComparatorFn | NativeFunction | Pointer | null): void
  /** C: `void zlistx_test(_Bool verbose)`. */
  zlistx_test(verbose: boolean): void
  /** C: `zlistx_t *zlistx_unpack(zframe_t *frame)`; draft; fresh. */
  zlistx_unpack(frame: Pointer<'zframe_t'>): Pointer<'zlistx_t'> | null
  /** C: `zframe_t *zlistx_pack(zlistx_t *self)`; draft; fresh. */
  zlistx_pack(self: Pointer<'zlistx_t'>): Pointer<'zframe_t'> | null
}
