// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { Pointer, Ref } from '../types.ts'

/** Prototypes of zfile as koffi reads them. */
export const prototypes = {
  zfile_new: 'void * zfile_new(const char * path, const char * name)',
  zfile_destroy: 'void zfile_destroy(_Inout_ void ** self_p)',
  zfile_dup: 'void * zfile_dup(void * self)',
  zfile_filename: 'const char * zfile_filename(void * self, const char * path)',
  zfile_restat: 'void zfile_restat(void * self)',
  zfile_modified: 'int64_t zfile_modified(void * self)',
  zfile_cursize: 'int64_t zfile_cursize(void * self)',
  zfile_is_directory: 'bool zfile_is_directory(void * self)',
  zfile_is_regular: 'bool zfile_is_regular(void * self)',
  zfile_is_readable: 'bool zfile_is_readable(void * self)',
  zfile_is_writeable: 'bool zfile_is_writeable(void * self)',
  zfile_is_stable: 'bool zfile_is_stable(void * self)',
  zfile_has_changed: 'bool zfile_has_changed(void * self)',
  zfile_remove: 'void zfile_remove(void * self)',
  zfile_input: 'int zfile_input(void * self)',
  zfile_output: 'int zfile_output(void * self)',
  zfile_read: 'void * zfile_read(void * self, size_t bytes, int64_t offset)',
  zfile_eof: 'bool zfile_eof(void * self)',
  zfile_write: 'int zfile_write(void * self, void * chunk, int64_t offset)',
  zfile_readln: 'const char * zfile_readln(void * self)',
  zfile_close: 'void zfile_close(void * self)',
  zfile_handle: 'void * zfile_handle(void * self)',
  zfile_digest: 'const char * zfile_digest(void * self)',
  zfile_test: 'void zfile_test(bool verbose)',
  zfile_tmp: 'void * zfile_tmp()',
  zfile_exists: 'bool zfile_exists(const char * filename)',
  zfile_size: 'int64_t zfile_size(const char * filename)',
  zfile_mode: 'unsigned int zfile_mode(const char * filename)',
  zfile_delete: 'int zfile_delete(const char * filename)',
  zfile_stable: 'bool zfile_stable(const char * filename)',
  zfile_mkdir: 'int zfile_mkdir(const char * pathname)',
  zfile_rmdir: 'int zfile_rmdir(const char * pathname)',
  zfile_mode_private: 'void zfile_mode_private()',
  zfile_mode_default: 'void zfile_mode_default()',
} as const

/** The C functions of zfile. */
export interface ZfileFunctions {
  /** C: `zfile_t *zfile_new(const char *path, const char *name)`; fresh. */
  zfile_new(path: string | null, name: string): Pointer<'zfile_t'>
  /** C: `void zfile_destroy(zfile_t **self_p)`. */
  zfile_destroy(self_p: Ref<Pointer<'zfile_t'>>): void
  /** C: `zfile_t *zfile_dup(zfile_t *self)`; fresh. */
  zfile_dup(self: Pointer<'zfile_t'>): Pointer<'zfile_t'> | null
  /** C: `const char *zfile_filename(zfile_t *self, const char *path)`; borrowed. */
  zfile_filename(self: Pointer<'zfile_t'>, path: string | null): string | null
  /** C: `void zfile_restat(zfile_t *self)`. */
  zfile_restat(self: Pointer<'zfile_t'>): void
  /** C: `time_t zfile_modified(zfile_t *self)`. */
  zfile_modified(self: Pointer<'zfile_t'>): number
  /** C: `off_t zfile_cursize(zfile_t *self)`. */
  zfile_cursize(self: Pointer<'zfile_t'>): number
  /** C: `_Bool zfile_is_directory(zfile_t *self)`. */
  zfile_is_directory(self: Pointer<'zfile_t'>): boolean
  /** C: `_Bool zfile_is_regular(zfile_t *self)`. */
  zfile_is_regular(self: Pointer<'zfile_t'>): boolean
  /** C: `_Bool zfile_is_readable(zfile_t *self)`. */
  zfile_is_readable(self: Pointer<'zfile_t'>): boolean
  /** C: `_Bool zfile_is_writeable(zfile_t *self)`. */
  zfile_is_writeable(self: Pointer<'zfile_t'>): boolean
  /** C: `_Bool zfile_is_stable(zfile_t *self)`. */
  zfile_is_stable(self: Pointer<'zfile_t'>): boolean
  /** C: `_Bool zfile_has_changed(zfile_t *self)`. */
  zfile_has_changed(self: Pointer<'zfile_t'>): boolean
  /** C: `void zfile_remove(zfile_t *self)`. */
  zfile_remove(self: Pointer<'zfile_t'>): void
  /** C: `int zfile_input(zfile_t *self)`. */
  zfile_input(self: Pointer<'zfile_t'>): number
  /** C: `int zfile_output(zfile_t *self)`. */
  zfile_output(self: Pointer<'zfile_t'>): number
  /** C: `zchunk_t *zfile_read(zfile_t *self, size_t bytes, off_t offset)`; fresh. */
  zfile_read(self: Pointer<'zfile_t'>, bytes: number | bigint, offset: number | bigint): Pointer<'zchunk_t'> | null
  /** C: `_Bool zfile_eof(zfile_t *self)`. */
  zfile_eof(self: Pointer<'zfile_t'>): boolean
  /** C: `int zfile_write(zfile_t *self, zchunk_t *chunk, off_t offset)`. */
  zfile_write(self: Pointer<'zfile_t'>, chunk: Pointer<'zchunk_t'>, offset: number | bigint): number
  /** C: `const char *zfile_readln(zfile_t *self)`; borrowed. */
  zfile_readln(self: Pointer<'zfile_t'>): string | null
  /** C: `void zfile_close(zfile_t *self)`. */
  zfile_close(self: Pointer<'zfile_t'>): void
  /** C: `FILE *zfile_handle(zfile_t *self)`; borrowed. */
  zfile_handle(self: Pointer<'zfile_t'>): Pointer<'FILE'> | null
  /** C: `const char *zfile_digest(zfile_t *self)`; borrowed. */
  zfile_digest(self: Pointer<'zfile_t'>): string | null
  /** C: `void zfile_test(_Bool verbose)`. */
  zfile_test(verbose: boolean): void
  /** C: `zfile_t *zfile_tmp(void)`; draft; fresh. */
  zfile_tmp(): Pointer<'zfile_t'> | null
  /** C: `_Bool zfile_exists(const char *filename)`. */
  zfile_exists(filename: string): boolean
  /** C: `ssize_t zfile_size(const char *filename)`. */
  zfile_size(filename: string): number
  /** C: `mode_t zfile_mode(const char *filename)`. */
  zfile_mode(filename: string): number
  /** C: `int zfile_delete(const char *filename)`. */
  zfile_delete(filename: string): number
  /** C: `_Bool zfile_stable(const char *filename)`. */
  zfile_stable(filename: string): boolean
  /** C: `int zfile_mkdir(const char *pathname)`. */
  zfile_mkdir(pathname: string): number
  /** C: `int zfile_rmdir(const char *pathname)`. */
  zfile_rmdir(pathname: string): number
  /** C: `void zfile_mode_private(void)`. */
  zfile_mode_private(): void
  /** C: `void zfile_mode_default(void)`. */
  zfile_mode_default(): void
}
