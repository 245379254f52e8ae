// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { Memory, NativeFunction, Pointer, RawSocket, Ref } from '../types.ts'

/** Prototypes of zchunk as koffi reads them. */
export const prototypes = {
  zchunk_new: 'void * zchunk_new(void * data, size_t size)',
  zchunk_destroy: 'void zchunk_destroy(_Inout_ void ** self_p)',
  zchunk_resize: 'void zchunk_resize(void * self, size_t size)',
  zchunk_size: 'size_t zchunk_size(void * self)',
  zchunk_max_size: 'size_t zchunk_max_size(void * self)',
  zchunk_data: 'void * zchunk_data(void * self)',
  zchunk_set: 'size_t zchunk_set(void * self, void * data, size_t size)',
  zchunk_fill: 'size_t zchunk_fill(void * self, uint8_t filler, size_t size)',
  zchunk_append: 'size_t zchunk_append(void * self, void * data, size_t size)',
  zchunk_extend: 'size_t zchunk_extend(void * self, void * data, size_t size)',
  zchunk_consume: 'size_t zchunk_consume(void * self, void * source)',
  zchunk_exhausted: 'bool zchunk_exhausted(void * self)',
  zchunk_read: 'void * zchunk_read(void * handle, size_t bytes)',
  zchunk_write: 'int zchunk_write(void * self, void * handle)',
  zchunk_slurp: 'void * zchunk_slurp(const char * filename, size_t maxsize)',
  zchunk_dup: 'void * zchunk_dup(void * self)',
  zchunk_strhex: 'str! zchunk_strhex(void * self)',
  zchunk_strdup: 'str! zchunk_strdup(void * self)',
  zchunk_streq: 'bool zchunk_streq(void * self, const char * string)',
  zchunk_pack: 'void * zchunk_pack(void * self)',
  zchunk_unpack: 'void * zchunk_unpack(void * frame)',
  zchunk_digest: 'const char * zchunk_digest(void * self)',
  zchunk_fprint: 'void zchunk_fprint(void * self, void * file)',
  zchunk_print: 'void zchunk_print(void * self)',
  zchunk_is: 'bool zchunk_is(void * self)',
  zchunk_test: 'void zchunk_test(bool verbose)',
  zchunk_frommem: 'void * zchunk_frommem(void * data, size_t size, void * destructor, void * hint)',
  zchunk_packx: 'void * zchunk_packx(_Inout_ void ** self_p)',
} as const

/** The C functions of zchunk. */
export interface ZchunkFunctions {
  /** C: `zchunk_t *zchunk_new(const void *data, size_t size)`; fresh. */
  zchunk_new(data: Memory | null, size: number | bigint): Pointer<'zchunk_t'> | null
  /** C: `void zchunk_destroy(zchunk_t **self_p)`. */
  zchunk_destroy(self_p: Ref<Pointer<'zchunk_t'>>): void
  /** C: `void zchunk_resize(zchunk_t *self, size_t size)`. */
  zchunk_resize(self: Pointer<'zchunk_t'>, size: number | bigint): void
  /** C: `size_t zchunk_size(zchunk_t *self)`. */
  zchunk_size(self: Pointer<'zchunk_t'>): number
  /** C: `size_t zchunk_max_size(zchunk_t *self)`. */
  zchunk_max_size(self: Pointer<'zchunk_t'>): number
  /** C: `byte *zchunk_data(zchunk_t *self)`; borrowed. */
  zchunk_data(self: Pointer<'zchunk_t'>): Pointer<'byte'> | null
  /** C: `size_t zchunk_set(zchunk_t *self, const void *data, size_t size)`. */
  zchunk_set(self: Pointer<'zchunk_t'>, data: Memory | null, size: number | bigint): number
  /** C: `size_t zchunk_fill(zchunk_t *self, byte filler, size_t size)`. */
  zchunk_fill(self: Pointer<'zchunk_t'>, filler: number, size: number | bigint): number
  /** C: `size_t zchunk_append(zchunk_t *self, const void *data, size_t size)`. */
  zchunk_append(self: Pointer<'zchunk_t'>, data: Memory | null, size: number | bigint): number
  /** C: `size_t zchunk_extend(zchunk_t *self, const void *data, size_t size)`. */
  zchunk_extend(self: Pointer<'zchunk_t'>, data: Memory | null, size: number | bigint): number
  /** C: `size_t zchunk_consume(zchunk_t *self, zchunk_t *source)`. */
  zchunk_consume(self: Pointer<'zchunk_t'>, source: Pointer<'zchunk_t'>): number
  /** C: `_Bool zchunk_exhausted(zchunk_t *self)`. */
  zchunk_exhausted(self: Pointer<'zchunk_t'>): boolean
  /** C: `zchunk_t *zchunk_read(FILE *handle, size_t bytes)`; fresh. */
  zchunk_read(handle: Pointer<'FILE'>, bytes: number | bigint): Pointer<'zchunk_t'> | null
  /** C: `int zchunk_write(zchunk_t *self, FILE *handle)`. */
  zchunk_write(self: Pointer<'zchunk_t'>, handle: Pointer<'FILE'>): number
  /** C: `zchunk_t *zchunk_slurp(const char *filename, size_t maxsize)`; fresh. */
  zchunk_slurp(filename: string, maxsize: number | bigint): Pointer<'zchunk_t'> | null
  /** C: `zchunk_t *zchunk_dup(zchunk_t *self)`; fresh. */
  zchunk_dup(self: Pointer<'zchunk_t'>): Pointer<'zchunk_t'> | null
  /** C: `char *zchunk_strhex(zchunk_t *self)`; a copy; C's string is freed. */
  zchunk_strhex(self: Pointer<'zchunk_t'>): string
  /** C: `char *zchunk_strdup(zchunk_t *self)`; a copy; C's string is freed. */
  zchunk_strdup(self: Pointer<'zchunk_t'>): string
  /** C: `_Bool zchunk_streq(zchunk_t *self, const char *string)`. */
  zchunk_streq(self: Pointer<'zchunk_t'>, string: string): boolean
  /** C: `zframe_t *zchunk_pack(zchunk_t *self)`; fresh. */
  zchunk_pack(self: Pointer<'zchunk_t'>): Pointer<'zframe_t'>
  /** C: `zchunk_t *zchunk_unpack(zframe_t *frame)`; fresh. */
  zchunk_unpack(frame: Pointer<'zframe_t'>): Pointer<'zchunk_t'>
  /** C: `const char *zchunk_digest(zchunk_t *self)`; borrowed. */
  zchunk_digest(self: Pointer<'zchunk_t'>): string
  /** C: `void zchunk_fprint(zchunk_t *self, FILE *file)`. */
  zchunk_fprint(self: Pointer<'zchunk_t'>, file: Pointer<'FILE'>): void
  /** C: `void zchunk_print(zchunk_t *self)`. */
  zchunk_print(self: Pointer<'zchunk_t'>): void
  /** C: `_Bool zchunk_is(void *self)`. */
  zchunk_is(self: RawSocket): boolean
  /** C: `void zchunk_test(_Bool verbose)`. */
  zchunk_test(verbose: boolean): void
  /** C: `zchunk_t *zchunk_frommem(void *data, size_t size, zchunk_destructor_fn destructor, void *hint)`; draft; fresh; keeps data; calls back on another thread. */
  zchunk_frommem(data: Memory, size: number | bigint, destructor: NativeFunction | Pointer, hint: Memory): Pointer<'zchunk_t'> | null
  /** C: `zframe_t *zchunk_packx(zchunk_t **self_p)`; draft; fresh; takes self_p. */
  zchunk_packx(self_p: Ref<Pointer<'zchunk_t'>>): Pointer<'zframe_t'>
}
