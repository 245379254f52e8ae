// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { Memory, Pointer, RawSocket, Ref, Variadic } from '../types.ts'

/** Prototypes of zcert as koffi reads them. */
export const prototypes = {
  zcert_new: 'void * zcert_new()',
  zcert_new_from: 'void * zcert_new_from(void * public_key, void * secret_key)',
  zcert_load: 'void * zcert_load(const char * filename)',
  zcert_destroy: 'void zcert_destroy(_Inout_ void ** self_p)',
  zcert_public_key: 'void * zcert_public_key(void * self)',
  zcert_secret_key: 'void * zcert_secret_key(void * self)',
  zcert_public_txt: 'const char * zcert_public_txt(void * self)',
  zcert_secret_txt: 'const char * zcert_secret_txt(void * self)',
  zcert_set_meta: 'void zcert_set_meta(void * self, const char * name, const char * format, ...)',
  zcert_meta: 'const char * zcert_meta(void * self, const char * name)',
  zcert_meta_keys: 'void * zcert_meta_keys(void * self)',
  zcert_save: 'int zcert_save(void * self, const char * filename)',
  zcert_save_public: 'int zcert_save_public(void * self, const char * filename)',
  zcert_save_secret: 'int zcert_save_secret(void * self, const char * filename)',
  zcert_apply: 'void zcert_apply(void * self, void * socket)',
  zcert_dup: 'void * zcert_dup(void * self)',
  zcert_eq: 'bool zcert_eq(void * self, void * compare)',
  zcert_print: 'void zcert_print(void * self)',
  zcert_test: 'void zcert_test(bool verbose)',
  zcert_new_from_txt: 'void * zcert_new_from_txt(const char * public_txt, const char * secret_txt)',
  zcert_unset_meta: 'void zcert_unset_meta(void * self, const char * name)',
} as const

/** How the variable arguments are read. */
export const variadics = {
  zcert_set_meta: 'format',
} as const

/** The C functions of zcert. */
export interface ZcertFunctions {
  /** C: `zcert_t *zcert_new(void)`; fresh. */
  zcert_new(): Pointer<'zcert_t'>
  /** C: `zcert_t *zcert_new_from(const byte *public_key, const byte *secret_key)`; fresh. */
  zcert_new_from(public_key: Memory, secret_key: Memory): Pointer<'zcert_t'>
  /** C: `zcert_t *zcert_load(const char *filename)`; fresh. */
  zcert_load(filename: string): Pointer<'zcert_t'> | null
  /** C: `void zcert_destroy(zcert_t **self_p)`. */
  zcert_destroy(self_p: Ref<Pointer<'zcert_t'>>): void
  /** C: `const byte *zcert_public_key(zcert_t *self)`; borrowed. */
  zcert_public_key(self: Pointer<'zcert_t'>): Pointer<'byte'>
  /** C: `const byte *zcert_secret_key(zcert_t *self)`; borrowed. */
  zcert_secret_key(self: Pointer<'zcert_t'>): Pointer<'byte'>
  /** C: `const char *zcert_public_txt(zcert_t *self)`; borrowed. */
  zcert_public_txt(self: Pointer<'zcert_t'>): string
  /** C: `const char *zcert_secret_txt(zcert_t *self)`; borrowed. */
  zcert_secret_txt(self: Pointer<'zcert_t'>): string
  /** C: `void zcert_set_meta(zcert_t *self, const char *name, const char *format, ...)`. */
  zcert_set_meta(self: Pointer<'zcert_t'>, name: string, format: string, ...variadic: Variadic[]): void
  /** C: `const char *zcert_meta(zcert_t *self, const char *name)`; borrowed. */
  zcert_meta(self: Pointer<'zcert_t'>, name: string): string | null
  /** C: `zlist_t *zcert_meta_keys(zcert_t *self)`; fresh. */
  zcert_meta_keys(self: Pointer<'zcert_t'>): Pointer<'zlist_t'>
  /** C: `int zcert_save(zcert_t *self, const char *filename)`. */
  zcert_save(self: Pointer<'zcert_t'>, filename: string): number
  /** C: `int zcert_save_public(zcert_t *self, const char *filename)`. */
  zcert_save_public(self: Pointer<'zcert_t'>, filename: string): number
  /** C: `int zcert_save_secret(zcert_t *self, const char *filename)`. */
  zcert_save_secret(self: Pointer<'zcert_t'>, filename: string): number
  /** C: `void zcert_apply(zcert_t *self, void *socket)`. */
  zcert_apply(self: Pointer<'zcert_t'>, socket: RawSocket): void
  /** C: `zcert_t *zcert_dup(zcert_t *self)`; fresh. */
  zcert_dup(self: Pointer<'zcert_t'> | null): Pointer<'zcert_t'> | null
  /** C: `_Bool zcert_eq(zcert_t *self, zcert_t *compare)`. */
  zcert_eq(self: Pointer<'zcert_t'>, compare: Pointer<'zcert_t'>): boolean
  /** C: `void zcert_print(zcert_t *self)`. */
  zcert_print(self: Pointer<'zcert_t'>): void
  /** C: `void zcert_test(_Bool verbose)`. */
  zcert_test(verbose: boolean): void
  /** C: `zcert_t *zcert_new_from_txt(const char *public_txt, const char *secret_txt)`; draft; fresh. */
  zcert_new_from_txt(public_txt: string, secret_txt: string): Pointer<'zcert_t'>
  /** C: `void zcert_unset_meta(zcert_t *self, const char *name)`; draft. */
  zcert_unset_meta(self: Pointer<'zcert_t'>, name: string): void
}
