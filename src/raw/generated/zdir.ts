// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { Memory, Pointer, Ref } from '../types.ts'

/** Prototypes of zdir as koffi reads them. */
export const prototypes = {
  zdir_new: 'void * zdir_new(const char * path, const char * parent)',
  zdir_destroy: 'void zdir_destroy(_Inout_ void ** self_p)',
  zdir_path: 'const char * zdir_path(void * self)',
  zdir_modified: 'int64_t zdir_modified(void * self)',
  zdir_cursize: 'int64_t zdir_cursize(void * self)',
  zdir_count: 'size_t zdir_count(void * self)',
  zdir_list: 'void * zdir_list(void * self)',
  zdir_remove: 'void zdir_remove(void * self, bool force)',
  zdir_diff: 'void * zdir_diff(void * older, void * newer, const char * alias)',
  zdir_resync: 'void * zdir_resync(void * self, const char * alias)',
  zdir_cache: 'void * zdir_cache(void * self)',
  zdir_fprint: 'void zdir_fprint(void * self, void * file, int indent)',
  zdir_print: 'void zdir_print(void * self, int indent)',
  zdir_watch: 'void zdir_watch(void * pipe, void * unused)',
  zdir_test: 'void zdir_test(bool verbose)',
  zdir_flatten: 'void * zdir_flatten(void * self)',
  zdir_flatten_free: 'void zdir_flatten_free(_Inout_ void ** files_p)',
} as const

/** The C functions of zdir. */
export interface ZdirFunctions {
  /** C: `zdir_t *zdir_new(const char *path, const char *parent)`; fresh. */
  zdir_new(path: string, parent: string | null): Pointer<'zdir_t'> | null
  /** C: `void zdir_destroy(zdir_t **self_p)`. */
  zdir_destroy(self_p: Ref<Pointer<'zdir_t'>>): void
  /** C: `const char *zdir_path(zdir_t *self)`; borrowed. */
  zdir_path(self: Pointer<'zdir_t'>): string
  /** C: `time_t zdir_modified(zdir_t *self)`. */
  zdir_modified(self: Pointer<'zdir_t'>): number
  /** C: `off_t zdir_cursize(zdir_t *self)`. */
  zdir_cursize(self: Pointer<'zdir_t'>): number
  /** C: `size_t zdir_count(zdir_t *self)`. */
  zdir_count(self: Pointer<'zdir_t'>): number
  /** C: `zlist_t *zdir_list(zdir_t *self)`; fresh. */
  zdir_list(self: Pointer<'zdir_t'>): Pointer<'zlist_t'>
  /** C: `void zdir_remove(zdir_t *self, _Bool force)`. */
  zdir_remove(self: Pointer<'zdir_t'>, force: boolean): void
  /** C: `zlist_t *zdir_diff(zdir_t *older, zdir_t *newer, const char *alias)`; fresh. */
  zdir_diff(older: Pointer<'zdir_t'> | null, newer: Pointer<'zdir_t'> | null, alias: string): Pointer<'zlist_t'>
  /** C: `zlist_t *zdir_resync(zdir_t *self, const char *alias)`; fresh. */
  zdir_resync(self: Pointer<'zdir_t'>, alias: string): Pointer<'zlist_t'>
  /** C: `zhash_t *zdir_cache(zdir_t *self)`; fresh. */
  zdir_cache(self: Pointer<'zdir_t'>): Pointer<'zhash_t'>
  /** C: `void zdir_fprint(zdir_t *self, FILE *file, int indent)`. */
  zdir_fprint(self: Pointer<'zdir_t'>, file: Pointer<'FILE'>, indent: number): void
  /** C: `void zdir_print(zdir_t *self, int indent)`. */
  zdir_print(self: Pointer<'zdir_t'>, indent: number): void
  /** C: `void zdir_watch(zsock_t *pipe, void *unused)`; can block. */
  zdir_watch(pipe: Pointer<'zsock_t'>, unused: Memory | null): void
  /** C: `void zdir_test(_Bool verbose)`. */
  zdir_test(verbose: boolean): void
  /** C: `zfile_t **zdir_flatten(zdir_t *self)`; fresh. */
  zdir_flatten(self: Pointer<'zdir_t'>): Pointer<'zfile_t *'> | null
  /** C: `void zdir_flatten_free(zfile_t ***files_p)`. */
  zdir_flatten_free(files_p: Ref<Pointer<'zfile_t'>>): void
}
