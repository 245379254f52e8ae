// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { ZhashxComparatorFn, ZhashxDeserializerFn, ZhashxDestructorFn, ZhashxDuplicatorFn, ZhashxFreeFn, ZhashxHashFn, ZhashxSerializerFn } from './callbacks.ts'
import type { Memory, NativeFunction, Pointer, Ref, Variadic } from '../types.ts'

/** Prototypes of zhashx as koffi reads them. */
export const prototypes = {
  zhashx_new: 'void * zhashx_new()',
  zhashx_unpack: 'void * zhashx_unpack(void * frame)',
  zhashx_destroy: 'void zhashx_destroy(_Inout_ void ** self_p)',
  zhashx_insert: 'int zhashx_insert(void * self, void * key, void * item)',
  zhashx_update: 'void zhashx_update(void * self, void * key, void * item)',
  zhashx_delete: 'void zhashx_delete(void * self, void * key)',
  zhashx_purge: 'void zhashx_purge(void * self)',
  zhashx_lookup: 'void * zhashx_lookup(void * self, void * key)',
  zhashx_rename: 'int zhashx_rename(void * self, void * old_key, void * new_key)',
  zhashx_freefn: 'void * zhashx_freefn(void * self, void * key, void * free_fn)',
  zhashx_size: 'size_t zhashx_size(void * self)',
  zhashx_keys: 'void * zhashx_keys(void * self)',
  zhashx_values: 'void * zhashx_values(void * self)',
  zhashx_first: 'void * zhashx_first(void * self)',
  zhashx_next: 'void * zhashx_next(void * self)',
  zhashx_cursor: 'void * zhashx_cursor(void * self)',
  zhashx_comment: 'void zhashx_comment(void * self, const char * format, ...)',
  zhashx_save: 'int zhashx_save(void * self, const char * filename)',
  zhashx_load: 'int zhashx_load(void * self, const char * filename)',
  zhashx_refresh: 'int zhashx_refresh(void * self)',
  zhashx_pack: 'void * zhashx_pack(void * self)',
  zhashx_dup: 'void * zhashx_dup(void * self)',
  zhashx_set_destructor: 'void zhashx_set_destructor(void * self, void * destructor)',
  zhashx_set_duplicator: 'void zhashx_set_duplicator(void * self, void * duplicator)',
  zhashx_set_key_destructor: 'void zhashx_set_key_destructor(void * self, void * destructor)',
  zhashx_set_key_duplicator: 'void zhashx_set_key_duplicator(void * self, void * duplicator)',
  zhashx_set_key_comparator: 'void zhashx_set_key_comparator(void * self, void * comparator)',
  zhashx_set_key_hasher: 'void zhashx_set_key_hasher(void * self, void * hasher)',
  zhashx_dup_v2: 'void * zhashx_dup_v2(void * self)',
  zhashx_test: 'void zhashx_test(bool verbose)',
  zhashx_unpack_own: 'void * zhashx_unpack_own(void * frame, void * deserializer)',
  zhashx_pack_own: 'void * zhashx_pack_own(void * self, void * serializer)',
} as const

/** How the variable arguments are read. */
export const variadics = {
  zhashx_comment: 'format',
} as const

/** The C functions of zhashx. */
export interface ZhashxFunctions {
  /** C: `zhashx_t *zhashx_new(void)`; fresh. */
  zhashx_new(): Pointer<'zhashx_t'>
  /** C: `zhashx_t *zhashx_unpack(zframe_t *frame)`; fresh. */
  zhashx_unpack(frame: Pointer<'zframe_t'>): Pointer<'zhashx_t'> | null
  /** C: `void zhashx_destroy(zhashx_t **self_p)`. */
  zhashx_destroy(self_p: Ref<Pointer<'zhashx_t'>>): void
  /** C: `int zhashx_insert(zhashx_t *self, const void *key, void *item)`; keeps key, item. */
  zhashx_insert(self: Pointer<'zhashx_t'>, key: Memory, item: Memory | null): number
  /** C: `void zhashx_update(zhashx_t *self, const void *key, void *item)`; keeps key, item. */
  zhashx_update(self: Pointer<'zhashx_t'>, key: Memory, item: Memory | null): void
  /** C: `void zhashx_delete(zhashx_t *self, const void *key)`. */
  zhashx_delete(self: Pointer<'zhashx_t'>, key: Memory): void
  /** C: `void zhashx_purge(zhashx_t *self)`. */
  zhashx_purge(self: Pointer<'zhashx_t'>): void
  /** C: `void *zhashx_lookup(zhashx_t *self, const void *key)`; borrowed. */
  zhashx_lookup(self: Pointer<'zhashx_t'>, key: Memory): Pointer<'void'> | null
  /** C: `int zhashx_rename(zhashx_t *self, const void *old_key, const void *new_key)`. */
  zhashx_rename(self: Pointer<'zhashx_t'>, old_key: Memory, new_key: Memory): number
  /** C: `void *zhashx_freefn(zhashx_t *self, const void *key, zhashx_free_fn free_fn)`; borrowed; calls back until destroyed. */
  zhashx_freefn(self: Pointer<'zhashx_t'>, key: Memory, free_fn: ZhashxFreeFn | NativeFunction | Pointer | null): Pointer<'void'> | null
  /** C: `size_t zhashx_size(zhashx_t *self)`. */
  zhashx_size(self: Pointer<'zhashx_t'>): number
  /** C: `zlistx_t *zhashx_keys(zhashx_t *self)`; fresh. */
  zhashx_keys(self: Pointer<'zhashx_t'>): Pointer<'zlistx_t'>
  /** C: `zlistx_t *zhashx_values(zhashx_t *self)`; fresh. */
  zhashx_values(self: Pointer<'zhashx_t'>): Pointer<'zlistx_t'>
  /** C: `void *zhashx_first(zhashx_t *self)`; borrowed. */
  zhashx_first(self: Pointer<'zhashx_t'>): Pointer<'void'> | null
  /** C: `void *zhashx_next(zhashx_t *self)`; borrowed. */
  zhashx_next(self: Pointer<'zhashx_t'>): Pointer<'void'> | null
  /** C: `const void *zhashx_cursor(zhashx_t *self)`; borrowed. */
  zhashx_cursor(self: Pointer<'zhashx_t'>): Pointer<'void'> | null
  /** C: `void zhashx_comment(zhashx_t *self, const char *format, ...)`. */
  zhashx_comment(self: Pointer<'zhashx_t'>, format: string | null, ...variadic: Variadic[]): void
  /** C: `int zhashx_save(zhashx_t *self, const char *filename)`. */
  zhashx_save(self: Pointer<'zhashx_t'>, filename: string): number
  /** C: `int zhashx_load(zhashx_t *self, const char *filename)`. */
  zhashx_load(self: Pointer<'zhashx_t'>, filename: string): number
  /** C: `int zhashx_refresh(zhashx_t *self)`. */
  zhashx_refresh(self: Pointer<'zhashx_t'>): number
  /** C: `zframe_t *zhashx_pack(zhashx_t *self)`; fresh. */
  zhashx_pack(self: Pointer<'zhashx_t'>): Pointer<'zframe_t'> | null
  /** C: `zhashx_t *zhashx_dup(zhashx_t *self)`; fresh. */
  zhashx_dup(self: Pointer<'zhashx_t'>): Pointer<'zhashx_t'> | null
  /** C: `void zhashx_set_destructor(zhashx_t *self, zhashx_destructor_fn destructor)`; calls back until destroyed. */
  zhashx_set_destructor(self: Pointer<'zhashx_t'>, destructor: ZhashxDestructorFn | NativeFunction | Pointer | null): void
  /** C: `void zhashx_set_duplicator(zhashx_t *self, zhashx_duplicator_fn duplicator)`; calls back until destroyed. */
  zhashx_set_duplicator(self: Pointer<'zhashx_t'>, duplicator: ZhashxDuplicatorFn | NativeFunction | Pointer | null): void
  /** C: `void zhashx_set_key_destructor(zhashx_t *self, zhashx_destructor_fn destructor)`; calls back until destroyed. */
  zhashx_set_key_destructor(self: Pointer<'zhashx_t'>, destructor: ZhashxDestructorFn | NativeFunction | Pointer | null): void
  /** C: `void zhashx_set_key_duplicator(zhashx_t *self, zhashx_duplicator_fn duplicator)`; calls back until destroyed. */
  zhashx_set_key_duplicator(self: Pointer<'zhashx_t'>, duplicator: ZhashxDuplicatorFn | NativeFunction | Pointer | null): void
  /** C: `void zhashx_set_key_comparator(zhashx_t *self, zhashx_comparator_fn comparator)`; calls back until destroyed. */
  zhashx_set_key_comparator(self: Pointer<'zhashx_t'>, comparator: ZhashxComparatorFn | NativeFunction | Pointer): void
  /** C: `void zhashx_set_key_hasher(zhashx_t *self, zhashx_hash_fn hasher)`; calls back until destroyed. */
  zhashx_set_key_hasher(self: Pointer<'zhashx_t'>, hasher: ZhashxHashFn | NativeFunction | Pointer | null): void
  /** C: `zhashx_t *zhashx_dup_v2(zhashx_t *self)`; fresh. */
  zhashx_dup_v2(self: Pointer<'zhashx_t'>): Pointer<'zhashx_t'> | null
  /** C: `void zhashx_test(_Bool verbose)`. */
  zhashx_test(verbose: boolean): void
  /** C: `zhashx_t *zhashx_unpack_own(zframe_t *frame, zhashx_deserializer_fn deserializer)`; draft; fresh; calls back during the call. */
  zhashx_unpack_own(frame: Pointer<'zframe_t'>, deserializer: ZhashxDeserializerFn | NativeFunction | Pointer | null): Pointer<'zhashx_t'> | null
  /** C: `zframe_t *zhashx_pack_own(zhashx_t *self, zhashx_serializer_fn serializer)`; draft; fresh; calls back during the call. */
  zhashx_pack_own(self: Pointer<'zhashx_t'>, serializer: ZhashxSerializerFn | NativeFunction | Pointer | null): Pointer<'zframe_t'> | null
}
