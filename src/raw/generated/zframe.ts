// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { Memory, NativeFunction, Pointer, RawSocket, Ref } from '../types.ts'

/** Prototypes of zframe as koffi reads them. */
export const prototypes = {
  zframe_new: 'void * zframe_new(void * data, size_t size)',
  zframe_new_empty: 'void * zframe_new_empty()',
  zframe_from: 'void * zframe_from(const char * string)',
  zframe_recv: 'void * zframe_recv(void * source)',
  zframe_destroy: 'void zframe_destroy(_Inout_ void ** self_p)',
  zframe_send: 'int zframe_send(_Inout_ void ** self_p, void * dest, int flags)',
  zframe_size: 'size_t zframe_size(void * self)',
  zframe_data: 'void * zframe_data(void * self)',
  zframe_meta: 'const char * zframe_meta(void * self, const char * property)',
  zframe_dup: 'void * zframe_dup(void * self)',
  zframe_strhex: 'str! zframe_strhex(void * self)',
  zframe_strdup: 'str! zframe_strdup(void * self)',
  zframe_streq: 'bool zframe_streq(void * self, const char * string)',
  zframe_more: 'int zframe_more(void * self)',
  zframe_set_more: 'void zframe_set_more(void * self, int more)',
  zframe_eq: 'bool zframe_eq(void * self, void * other)',
  zframe_reset: 'void zframe_reset(void * self, void * data, size_t size)',
  zframe_print: 'void zframe_print(void * self, const char * prefix)',
  zframe_is: 'bool zframe_is(void * self)',
  zframe_test: 'void zframe_test(bool verbose)',
  zframe_frommem: 'void * zframe_frommem(void * data, size_t size, void * destructor, void * hint)',
  zframe_routing_id: 'uint32_t zframe_routing_id(void * self)',
  zframe_set_routing_id: 'void zframe_set_routing_id(void * self, uint32_t routing_id)',
  zframe_group: 'const char * zframe_group(void * self)',
  zframe_set_group: 'int zframe_set_group(void * self, const char * group)',
  zframe_print_n: 'void zframe_print_n(void * self, const char * prefix, size_t length)',
  zframe_recv_nowait: 'void * zframe_recv_nowait(void * source)',
  zframe_fprint: 'void zframe_fprint(void * self, const char * prefix, void * file)',
} as const

/** The C functions of zframe. */
export interface ZframeFunctions {
  /** C: `zframe_t *zframe_new(const void *data, size_t size)`; fresh. */
  zframe_new(data: Memory | null, size: number | bigint): Pointer<'zframe_t'>
  /** C: `zframe_t *zframe_new_empty(void)`; fresh. */
  zframe_new_empty(): Pointer<'zframe_t'>
  /** C: `zframe_t *zframe_from(const char *string)`; fresh. */
  zframe_from(string: string): Pointer<'zframe_t'>
  /** C: `zframe_t *zframe_recv(void *source)`; can block; fresh. */
  zframe_recv(source: RawSocket): Pointer<'zframe_t'> | null
  /** C: `void zframe_destroy(zframe_t **self_p)`. */
  zframe_destroy(self_p: Ref<Pointer<'zframe_t'>>): void
  /** C: `int zframe_send(zframe_t **self_p, void *dest, int flags)`; can block; takes self_p. */
  zframe_send(self_p: Ref<Pointer<'zframe_t'>>, dest: RawSocket, flags: number): number
  /** C: `size_t zframe_size(zframe_t *self)`. */
  zframe_size(self: Pointer<'zframe_t'>): number
  /** C: `byte *zframe_data(zframe_t *self)`; borrowed. */
  zframe_data(self: Pointer<'zframe_t'>): Pointer<'byte'> | null
  /** C: `const char *zframe_meta(zframe_t *self, const char *property)`; borrowed. */
  zframe_meta(self: Pointer<'zframe_t'>, property: string): string | null
  /** C: `zframe_t *zframe_dup(zframe_t *self)`; fresh. */
  zframe_dup(self: Pointer<'zframe_t'> | null): Pointer<'zframe_t'> | null
  /** C: `char *zframe_strhex(zframe_t *self)`; a copy; C's string is freed. */
  zframe_strhex(self: Pointer<'zframe_t'>): string
  /** C: `char *zframe_strdup(zframe_t *self)`; a copy; C's string is freed. */
  zframe_strdup(self: Pointer<'zframe_t'>): string
  /** C: `_Bool zframe_streq(zframe_t *self, const char *string)`. */
  zframe_streq(self: Pointer<'zframe_t'>, string: string): boolean
  /** C: `int zframe_more(zframe_t *self)`. */
  zframe_more(self: Pointer<'zframe_t'>): number
  /** C: `void zframe_set_more(zframe_t *self, int more)`. */
  zframe_set_more(self: Pointer<'zframe_t'>, more: number): void
  /** C: `_Bool zframe_eq(zframe_t *self, zframe_t *other)`. */
  zframe_eq(self: Pointer<'zframe_t'> | null, other: Pointer<'zframe_t'> | null): boolean
  /** C: `void zframe_reset(zframe_t *self, const void *data, size_t size)`. */
  zframe_reset(self: Pointer<'zframe_t'>, data: Memory, size: number | bigint): void
  /** C: `void zframe_print(zframe_t *self, const char *prefix)`. */
  zframe_print(self: Pointer<'zframe_t'>, prefix: string | null): void
  /** C: `_Bool zframe_is(void *self)`. */
  zframe_is(self: RawSocket): boolean
  /** C: `void zframe_test(_Bool verbose)`. */
  zframe_test(verbose: boolean): void
  /** C: `zframe_t *zframe_frommem(void *data, size_t size, zframe_destructor_fn destructor, void *hint)`; draft; fresh; keeps data; calls back on another thread. */
  zframe_frommem(data: Memory, size: number | bigint, destructor: NativeFunction | Pointer, hint: Memory): Pointer<'zframe_t'>
  /** C: `uint32_t zframe_routing_id(zframe_t *self)`; draft. */
  zframe_routing_id(self: Pointer<'zframe_t'>): number
  /** C: `void zframe_set_routing_id(zframe_t *self, uint32_t routing_id)`; draft. */
  zframe_set_routing_id(self: Pointer<'zframe_t'>, routing_id: number): void
  /** C: `const char *zframe_group(zframe_t *self)`; draft. */
  zframe_group(self: Pointer<'zframe_t'>): string | null
  /** C: `int zframe_set_group(zframe_t *self, const char *group)`; draft. */
  zframe_set_group(self: Pointer<'zframe_t'>, group: string): number
  /** C: `void zframe_print_n(zframe_t *self, const char *prefix, size_t length)`; draft. */
  zframe_print_n(self: Pointer<'zframe_t'>, prefix: string, length: number | bigint): void
  /** C: `zframe_t *zframe_recv_nowait(void *source)`; fresh. */
  zframe_recv_nowait(source: RawSocket): Pointer<'zframe_t'> | null
  /** C: `void zframe_fprint(zframe_t *self, const char *prefix, FILE *file)`. */
  zframe_fprint(self: Pointer<'zframe_t'>, prefix: string | null, file: Pointer<'FILE'>): void
}
