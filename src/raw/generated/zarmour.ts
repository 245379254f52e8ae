// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { Memory, Pointer, Ref } from '../types.ts'

/** Prototypes of zarmour as koffi reads them. */
export const prototypes = {
  zarmour_new: 'void * zarmour_new()',
  zarmour_destroy: 'void zarmour_destroy(_Inout_ void ** self_p)',
  zarmour_encode: 'str! zarmour_encode(void * self, void * data, size_t size)',
  zarmour_decode: 'void * zarmour_decode(void * self, const char * data)',
  zarmour_mode: 'int zarmour_mode(void * self)',
  zarmour_mode_str: 'const char * zarmour_mode_str(void * self)',
  zarmour_set_mode: 'void zarmour_set_mode(void * self, int mode)',
  zarmour_pad: 'bool zarmour_pad(void * self)',
  zarmour_set_pad: 'void zarmour_set_pad(void * self, bool pad)',
  zarmour_pad_char: 'char zarmour_pad_char(void * self)',
  zarmour_set_pad_char: 'void zarmour_set_pad_char(void * self, char pad_char)',
  zarmour_line_breaks: 'bool zarmour_line_breaks(void * self)',
  zarmour_set_line_breaks: 'void zarmour_set_line_breaks(void * self, bool line_breaks)',
  zarmour_line_length: 'size_t zarmour_line_length(void * self)',
  zarmour_set_line_length: 'void zarmour_set_line_length(void * self, size_t line_length)',
  zarmour_print: 'void zarmour_print(void * self)',
  zarmour_test: 'void zarmour_test(bool verbose)',
} as const

/** The C functions of zarmour. */
export interface ZarmourFunctions {
  /** C: `zarmour_t *zarmour_new(void)`; fresh. */
  zarmour_new(): Pointer<'zarmour_t'>
  /** C: `void zarmour_destroy(zarmour_t **self_p)`. */
  zarmour_destroy(self_p: Ref<Pointer<'zarmour_t'>>): void
  /** C: `char *zarmour_encode(zarmour_t *self, const byte *data, size_t size)`; a copy; C's string is freed. */
  zarmour_encode(self: Pointer<'zarmour_t'>, data: Memory, size: number | bigint): string | null
  /** C: `zchunk_t *zarmour_decode(zarmour_t *self, const char *data)`; fresh. */
  zarmour_decode(self: Pointer<'zarmour_t'>, data: string): Pointer<'zchunk_t'> | null
  /** C: `int zarmour_mode(zarmour_t *self)`. */
  zarmour_mode(self: Pointer<'zarmour_t'>): number
  /** C: `const char *zarmour_mode_str(zarmour_t *self)`; borrowed. */
  zarmour_mode_str(self: Pointer<'zarmour_t'>): string
  /** C: `void zarmour_set_mode(zarmour_t *self, int mode)`. */
  zarmour_set_mode(self: Pointer<'zarmour_t'>, mode: number): void
  /** C: `_Bool zarmour_pad(zarmour_t *self)`. */
  zarmour_pad(self: Pointer<'zarmour_t'>): boolean
  /** C: `void zarmour_set_pad(zarmour_t *self, _Bool pad)`. */
  zarmour_set_pad(self: Pointer<'zarmour_t'>, pad: boolean): void
  /** C: `char zarmour_pad_char(zarmour_t *self)`. */
  zarmour_pad_char(self: Pointer<'zarmour_t'>): number
  /** C: `void zarmour_set_pad_char(zarmour_t *self, char pad_char)`. */
  zarmour_set_pad_char(self: Pointer<'zarmour_t'>, pad_char: number): void
  /** C: `_Bool zarmour_line_breaks(zarmour_t *self)`. */
  zarmour_line_breaks(self: Pointer<'zarmour_t'>): boolean
  /** C: `void zarmour_set_line_breaks(zarmour_t *self, _Bool line_breaks)`. */
  zarmour_set_line_breaks(self: Pointer<'zarmour_t'>, line_breaks: boolean): void
  /** C: `size_t zarmour_line_length(zarmour_t *self)`. */
  zarmour_line_length(self: Pointer<'zarmour_t'>): number
  /** C: `void zarmour_set_line_length(zarmour_t *self, size_t line_length)`. */
  zarmour_set_line_length(self: Pointer<'zarmour_t'>, line_length: number | bigint): void
  /** C: `void zarmour_print(zarmour_t *self)`. */
  zarmour_print(self: Pointer<'zarmour_t'>): void
  /** C: `void zarmour_test(_Bool verbose)`. */
  zarmour_test(verbose: boolean): void
}
