// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { ZhashFreeFn } from './callbacks.ts'
import type { Memory, NativeFunction, Pointer, Ref, Variadic } from '../types.ts'

/** Prototypes of zhash as koffi reads them. */
export const prototypes = {
  zhash_new: 'void * zhash_new()',
  zhash_unpack: 'void * zhash_unpack(void * frame)',
  zhash_destroy: 'void zhash_destroy(_Inout_ void ** self_p)',
  zhash_insert: 'int zhash_insert(void * self, const char * key, void * item)',
  zhash_update: 'void zhash_update(void * self, const char * key, void * item)',
  zhash_delete: 'void zhash_delete(void * self, const char * key)',
  zhash_lookup: 'void * zhash_lookup(void * self, const char * key)',
  zhash_rename: 'int zhash_rename(void * self, const char * old_key, const char * new_key)',
  zhash_freefn: 'void * zhash_freefn(void * self, const char * key, void * free_fn)',
  zhash_size: 'size_t zhash_size(void * self)',
  zhash_dup: 'void * zhash_dup(void * self)',
  zhash_keys: 'void * zhash_keys(void * self)',
  zhash_first: 'void * zhash_first(void * self)',
  zhash_next: 'void * zhash_next(void * self)',
  zhash_cursor: 'const char * zhash_cursor(void * self)',
  zhash_comment: 'void zhash_comment(void * self, const char * format, ...)',
  zhash_pack: 'void * zhash_pack(void * self)',
  zhash_save: 'int zhash_save(void * self, const char * filename)',
  zhash_load: 'int zhash_load(void * self, const char * filename)',
  zhash_refresh: 'int zhash_refresh(void * self)',
  zhash_autofree: 'void zhash_autofree(void * self)',
  zhash_test: 'void zhash_test(bool verbose)',
} as const

/** How the variable arguments are read. */
export const variadics = {
  zhash_comment: 'format',
} as const

/** The C functions of zhash. */
export interface ZhashFunctions {
  /** C: `zhash_t *zhash_new(void)`; fresh. */
  zhash_new(): Pointer<'zhash_t'>
  /** C: `zhash_t *zhash_unpack(zframe_t *frame)`; fresh. */
  zhash_unpack(frame: Pointer<'zframe_t'>): Pointer<'zhash_t'> | null
  /** C: `void zhash_destroy(zhash_t **self_p)`. */
  zhash_destroy(self_p: Ref<Pointer<'zhash_t'>>): void
  /** C: `int zhash_insert(zhash_t *self, const char *key, void *item)`; keeps item. */
  zhash_insert(self: Pointer<'zhash_t'>, key: string, item: Memory | null): number
  /** C: `void zhash_update(zhash_t *self, const char *key, void *item)`; keeps item. */
  zhash_update(self: Pointer<'zhash_t'>, key: string, item: Memory | null): void
  /** C: `void zhash_delete(zhash_t *self, const char *key)`. */
  zhash_delete(self: Pointer<'zhash_t'>, key: string): void
  /** C: `void *zhash_lookup(zhash_t *self, const char *key)`; borrowed. */
  zhash_lookup(self: Pointer<'zhash_t'>, key: string): Pointer<'void'> | null
  /** C: `int zhash_rename(zhash_t *self, const char *old_key, const char *new_key)`. */
  zhash_rename(self: Pointer<'zhash_t'>, old_key: string, new_key: string): number
  /** C: `void *zhash_freefn(zhash_t *self, const char *key, zhash_free_fn free_fn)`; borrowed; calls back until destroyed. */
  zhash_freefn(self: Pointer<'zhash_t'>, key: string, free_fn: ZhashFreeFn | NativeFunction | Pointer | null): Pointer<'void'> | null
  /** C: `size_t zhash_size(zhash_t *self)`. */
  zhash_size(self: Pointer<'zhash_t'>): number
  /** C: `zhash_t *zhash_dup(zhash_t *self)`; fresh. */
  zhash_dup(self: Pointer<'zhash_t'>): Pointer<'zhash_t'> | null
  /** C: `zlist_t *zhash_keys(zhash_t *self)`; fresh. */
  zhash_keys(self: Pointer<'zhash_t'>): Pointer<'zlist_t'>
  /** C: `void *zhash_first(zhash_t *self)`; borrowed. */
  zhash_first(self: Pointer<'zhash_t'>): Pointer<'void'> | null
  /** C: `void *zhash_next(zhash_t *self)`; borrowed. */
  zhash_next(self: Pointer<'zhash_t'>): Pointer<'void'> | null
  /** C: `const char *zhash_cursor(zhash_t *self)`; borrowed. */
  zhash_cursor(self: Pointer<'zhash_t'>): string | null
  /** C: `void zhash_comment(zhash_t *self, const char *format, ...)`. */
  zhash_comment(self: Pointer<'zhash_t'>, format: string | null, ...variadic: Variadic[]): void
  /** C: `zframe_t *zhash_pack(zhash_t *self)`; fresh. */
  zhash_pack(self: Pointer<'zhash_t'>): Pointer<'zframe_t'> | null
  /** C: `int zhash_save(zhash_t *self, const char *filename)`. */
  zhash_save(self: Pointer<'zhash_t'>, filename: string): number
  /** C: `int zhash_load(zhash_t *self, const char *filename)`. */
  zhash_load(self: Pointer<'zhash_t'>, filename: string): number
  /** C: `int zhash_refresh(zhash_t *self)`. */
  zhash_refresh(self: Pointer<'zhash_t'>): number
  /** C: `void zhash_autofree(zhash_t *self)`. */
  zhash_autofree(self: Pointer<'zhash_t'>): void
  /** C: `void zhash_test(_Bool verbose)`. */
  zhash_test(verbose: boolean): void
}
