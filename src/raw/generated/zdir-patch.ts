// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { Pointer, Ref } from '../types.ts'

/** Prototypes of zdir_patch as koffi reads them. */
export const prototypes = {
  zdir_patch_new: 'void * zdir_patch_new(const char * path, void * file, int op, const char * alias)',
  zdir_patch_destroy: 'void zdir_patch_destroy(_Inout_ void ** self_p)',
  zdir_patch_dup: 'void * zdir_patch_dup(void * self)',
  zdir_patch_path: 'const char * zdir_patch_path(void * self)',
  zdir_patch_file: 'void * zdir_patch_file(void * self)',
  zdir_patch_op: 'int zdir_patch_op(void * self)',
  zdir_patch_vpath: 'const char * zdir_patch_vpath(void * self)',
  zdir_patch_digest_set: 'void zdir_patch_digest_set(void * self)',
  zdir_patch_digest: 'const char * zdir_patch_digest(void * self)',
  zdir_patch_test: 'void zdir_patch_test(bool verbose)',
} as const

/** The C functions of zdir_patch. */
export interface ZdirPatchFunctions {
  /** C: `zdir_patch_t *zdir_patch_new(const char *path, zfile_t *file, int op, const char *alias)`; fresh. */
  zdir_patch_new(path: string, file: Pointer<'zfile_t'>, op: number, alias: string): Pointer<'zdir_patch_t'>
  /** C: `void zdir_patch_destroy(zdir_patch_t **self_p)`. */
  zdir_patch_destroy(self_p: Ref<Pointer<'zdir_patch_t'>>): void
  /** C: `zdir_patch_t *zdir_patch_dup(zdir_patch_t *self)`; fresh. */
  zdir_patch_dup(self: Pointer<'zdir_patch_t'>): Pointer<'zdir_patch_t'> | null
  /** C: `const char *zdir_patch_path(zdir_patch_t *self)`; borrowed. */
  zdir_patch_path(self: Pointer<'zdir_patch_t'>): string | null
  /** C: `zfile_t *zdir_patch_file(zdir_patch_t *self)`; borrowed. */
  zdir_patch_file(self: Pointer<'zdir_patch_t'>): Pointer<'zfile_t'> | null
  /** C: `int zdir_patch_op(zdir_patch_t *self)`. */
  zdir_patch_op(self: Pointer<'zdir_patch_t'>): number
  /** C: `const char *zdir_patch_vpath(zdir_patch_t *self)`; borrowed. */
  zdir_patch_vpath(self: Pointer<'zdir_patch_t'>): string | null
  /** C: `void zdir_patch_digest_set(zdir_patch_t *self)`. */
  zdir_patch_digest_set(self: Pointer<'zdir_patch_t'>): void
  /** C: `const char *zdir_patch_digest(zdir_patch_t *self)`; borrowed. */
  zdir_patch_digest(self: Pointer<'zdir_patch_t'>): string | null
  /** C: `void zdir_patch_test(_Bool verbose)`. */
  zdir_patch_test(verbose: boolean): void
}
