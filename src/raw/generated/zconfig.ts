// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { ZconfigFct } from './callbacks.ts'
import type { Memory, NativeFunction, Pointer, Ref, Variadic } from '../types.ts'

/** Prototypes of zconfig as koffi reads them. */
export const prototypes = {
  zconfig_new: 'void * zconfig_new(const char * name, void * parent)',
  zconfig_load: 'void * zconfig_load(const char * filename)',
  zconfig_loadf: 'void * zconfig_loadf(const char * format, ...)',
  zconfig_destroy: 'void zconfig_destroy(_Inout_ void ** self_p)',
  zconfig_name: 'const char * zconfig_name(void * self)',
  zconfig_value: 'const char * zconfig_value(void * self)',
  zconfig_put: 'void zconfig_put(void * self, const char * path, const char * value)',
  zconfig_putf: 'void zconfig_putf(void * self, const char * path, const char * format, ...)',
  zconfig_get: 'const char * zconfig_get(void * self, const char * path, const char * default_value)',
  zconfig_set_name: 'void zconfig_set_name(void * self, const char * name)',
  zconfig_set_value: 'void zconfig_set_value(void * self, const char * format, ...)',
  zconfig_child: 'void * zconfig_child(void * self)',
  zconfig_next: 'void * zconfig_next(void * self)',
  zconfig_locate: 'void * zconfig_locate(void * self, const char * path)',
  zconfig_at_depth: 'void * zconfig_at_depth(void * self, int level)',
  zconfig_execute: 'int zconfig_execute(void * self, void * handler, void * arg)',
  zconfig_set_comment: 'void zconfig_set_comment(void * self, const char * format, ...)',
  zconfig_comments: 'void * zconfig_comments(void * self)',
  zconfig_save: 'int zconfig_save(void * self, const char * filename)',
  zconfig_savef: 'int zconfig_savef(void * self, const char * format, ...)',
  zconfig_filename: 'const char * zconfig_filename(void * self)',
  zconfig_reload: 'int zconfig_reload(_Inout_ void ** self_p)',
  zconfig_chunk_load: 'void * zconfig_chunk_load(void * chunk)',
  zconfig_chunk_save: 'void * zconfig_chunk_save(void * self)',
  zconfig_str_load: 'void * zconfig_str_load(const char * string)',
  zconfig_str_save: 'str! zconfig_str_save(void * self)',
  zconfig_has_changed: 'bool zconfig_has_changed(void * self)',
  zconfig_fprint: 'void zconfig_fprint(void * self, void * file)',
  zconfig_print: 'void zconfig_print(void * self)',
  zconfig_test: 'void zconfig_test(bool verbose)',
  zconfig_dup: 'void * zconfig_dup(void * self)',
  zconfig_remove_subtree: 'void zconfig_remove_subtree(void * self)',
  zconfig_remove: 'void zconfig_remove(_Inout_ void ** self_p)',
} as const

/** How the variable arguments are read. */
export const variadics = {
  zconfig_loadf: 'format',
  zconfig_putf: 'format',
  zconfig_set_value: 'format',
  zconfig_set_comment: 'format',
  zconfig_savef: 'format',
} as const

/** The C functions of zconfig. */
export interface ZconfigFunctions {
  /** C: `zconfig_t *zconfig_new(const char *name, zconfig_t *parent)`; fresh. */
  zconfig_new(name: string | null, parent: Pointer<'zconfig_t'> | null): Pointer<'zconfig_t'>
  /** C: `zconfig_t *zconfig_load(const char *filename)`; fresh. */
  zconfig_load(filename: string): Pointer<'zconfig_t'> | null
  /** C: `zconfig_t *zconfig_loadf(const char *format, ...)`; fresh. */
  zconfig_loadf(format: string, ...variadic: Variadic[]): Pointer<'zconfig_t'> | null
  /** C: `void zconfig_destroy(zconfig_t **self_p)`. */
  zconfig_destroy(self_p: Ref<Pointer<'zconfig_t'>>): void
  /** C: `char *zconfig_name(zconfig_t *self)`; borrowed. */
  zconfig_name(self: Pointer<'zconfig_t'>): string | null
  /** C: `char *zconfig_value(zconfig_t *self)`; borrowed. */
  zconfig_value(self: Pointer<'zconfig_t'>): string | null
  /** C: `void zconfig_put(zconfig_t *self, const char *path, const char *value)`. */
  zconfig_put(self: Pointer<'zconfig_t'>, path: string, value: string | null): void
  /** C: `void zconfig_putf(zconfig_t *self, const char *path, const char *format, ...)`. */
  zconfig_putf(self: Pointer<'zconfig_t'>, path: string, format: string, ...variadic: Variadic[]): void
  /** C: `char *zconfig_get(zconfig_t *self, const char *path, const char *default_value)`; borrowed. */
  zconfig_get(self: Pointer<'zconfig_t'>, path: string, default_value: string | null): string | null
  /** C: `void zconfig_set_name(zconfig_t *self, const char *name)`. */
  zconfig_set_name(self: Pointer<'zconfig_t'>, name: string | null): void
  /** C: `void zconfig_set_value(zconfig_t *self, const char *format, ...)`. */
  zconfig_set_value(self: Pointer<'zconfig_t'>, format: string | null, ...variadic: Variadic[]): void
  /** C: `zconfig_t *zconfig_child(zconfig_t *self)`; borrowed. */
  zconfig_child(self: Pointer<'zconfig_t'>): Pointer<'zconfig_t'> | null
  /** C: `zconfig_t *zconfig_next(zconfig_t *self)`; borrowed. */
  zconfig_next(self: Pointer<'zconfig_t'>): Pointer<'zconfig_t'> | null
  /** C: `zconfig_t *zconfig_locate(zconfig_t *self, const char *path)`; borrowed. */
  zconfig_locate(self: Pointer<'zconfig_t'>, path: string): Pointer<'zconfig_t'> | null
  /** C: `zconfig_t *zconfig_at_depth(zconfig_t *self, int level)`; borrowed. */
  zconfig_at_depth(self: Pointer<'zconfig_t'>, level: number): Pointer<'zconfig_t'> | null
  /** C: `int zconfig_execute(zconfig_t *self, zconfig_fct handler, void *arg)`; calls back during the call. */
  zconfig_execute(self: Pointer<'zconfig_t'>, handler: ZconfigFct | NativeFunction | Pointer, arg: Memory | null): number
  /** C: `void zconfig_set_comment(zconfig_t *self, const char *format, ...)`. */
  zconfig_set_comment(self: Pointer<'zconfig_t'>, format: string | null, ...variadic: Variadic[]): void
  /** C: `zlist_t *zconfig_comments(zconfig_t *self)`; borrowed. */
  zconfig_comments(self: Pointer<'zconfig_t'>): Pointer<'zlist_t'> | null
  /** C: `int zconfig_save(zconfig_t *self, const char *filename)`. */
  zconfig_save(self: Pointer<'zconfig_t'>, filename: string): number
  /** C: `int zconfig_savef(zconfig_t *self, const char *format, ...)`. */
  zconfig_savef(self: Pointer<'zconfig_t'>, format: string, ...variadic: Variadic[]): number
  /** C: `const char *zconfig_filename(zconfig_t *self)`; borrowed. */
  zconfig_filename(self: Pointer<'zconfig_t'>): string | null
  /** C: `int zconfig_reload(zconfig_t **self_p)`. */
  zconfig_reload(self_p: Ref<Pointer<'zconfig_t'>>): number
  /** C: `zconfig_t *zconfig_chunk_load(zchunk_t *chunk)`; fresh. */
  zconfig_chunk_load(chunk: Pointer<'zchunk_t'>): Pointer<'zconfig_t'> | null
  /** C: `zchunk_t *zconfig_chunk_save(zconfig_t *self)`; fresh. */
  zconfig_chunk_save(self: Pointer<'zconfig_t'>): Pointer<'zchunk_t'>
  /** C: `zconfig_t *zconfig_str_load(const char *string)`; fresh. */
  zconfig_str_load(string: string): Pointer<'zconfig_t'> | null
  /** C: `char *zconfig_str_save(zconfig_t *self)`; a copy; C's string is freed. */
  zconfig_str_save(self: Pointer<'zconfig_t'>): string
  /** C: `_Bool zconfig_has_changed(zconfig_t *self)`. */
  zconfig_has_changed(self: Pointer<'zconfig_t'>): boolean
  /** C: `void zconfig_fprint(zconfig_t *self, FILE *file)`. */
  zconfig_fprint(self: Pointer<'zconfig_t'>, file: Pointer<'FILE'> | null): void
  /** C: `void zconfig_print(zconfig_t *self)`. */
  zconfig_print(self: Pointer<'zconfig_t'>): void
  /** C: `void zconfig_test(_Bool verbose)`. */
  zconfig_test(verbose: boolean): void
  /** C: `zconfig_t *zconfig_dup(zconfig_t *self)`; draft; fresh. */
  zconfig_dup(self: Pointer<'zconfig_t'>): Pointer<'zconfig_t'> | null
  /** C: `void zconfig_remove_subtree(zconfig_t *self)`; draft. */
  zconfig_remove_subtree(self: Pointer<'zconfig_t'>): void
  /** C: `void zconfig_remove(zconfig_t **self_p)`; draft; takes self_p. */
  zconfig_remove(self_p: Ref<Pointer<'zconfig_t'>>): void
}
