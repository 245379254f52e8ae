// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { Memory, NativeFunction, Pointer, Ref } from '../types.ts'

/** Prototypes of zcertstore as koffi reads them. */
export const prototypes = {
  zcertstore_new: 'void * zcertstore_new(const char * location)',
  zcertstore_destroy: 'void zcertstore_destroy(_Inout_ void ** self_p)',
  zcertstore_lookup: 'void * zcertstore_lookup(void * self, const char * public_key)',
  zcertstore_insert: 'void zcertstore_insert(void * self, _Inout_ void ** cert_p)',
  zcertstore_print: 'void zcertstore_print(void * self)',
  zcertstore_test: 'void zcertstore_test(bool verbose)',
  zcertstore_set_loader: 'void zcertstore_set_loader(void * self, void * loader, void * destructor, void * state)',
  zcertstore_empty: 'void zcertstore_empty(void * self)',
  zcertstore_certs: 'void * zcertstore_certs(void * self)',
  zcertstore_state: 'void * zcertstore_state(void * self)',
} as const

/** The C functions of zcertstore. */
export interface ZcertstoreFunctions {
  /** C: `zcertstore_t *zcertstore_new(const char *location)`; fresh. */
  zcertstore_new(location: string | null): Pointer<'zcertstore_t'>
  /** C: `void zcertstore_destroy(zcertstore_t **self_p)`. */
  zcertstore_destroy(self_p: Ref<Pointer<'zcertstore_t'>>): void
  /** C: `zcert_t *zcertstore_lookup(zcertstore_t *self, const char *public_key)`; borrowed. */
  zcertstore_lookup(self: Pointer<'zcertstore_t'>, public_key: string): Pointer<'zcert_t'> | null
  /** C: `void zcertstore_insert(zcertstore_t *self, zcert_t **cert_p)`; takes cert_p. */
  zcertstore_insert(self: Pointer<'zcertstore_t'>, cert_p: Ref<Pointer<'zcert_t'>>): void
  /** C: `void zcertstore_print(zcertstore_t *self)`. */
  zcertstore_print(self: Pointer<'zcertstore_t'>): void
  /** C: `void zcertstore_test(_Bool verbose)`. */
  zcertstore_test(verbose: boolean): void
  /** C: `void zcertstore_set_loader(zcertstore_t *self, zcertstore_loader loader, zcertstore_destructor destructor, void *state)`; draft; calls back on another thread. */
  zcertstore_set_loader(self: Pointer<'zcertstore_t'>, loader: NativeFunction | Pointer, destructor: NativeFunction | Pointer | null, state: Memory | null): void
  /** C: `void zcertstore_empty(zcertstore_t *self)`; draft. */
  zcertstore_empty(self: Pointer<'zcertstore_t'>): void
  /** C: `zlistx_t *zcertstore_certs(zcertstore_t *self)`; draft; fresh. */
  zcertstore_certs(self: Pointer<'zcertstore_t'>): Pointer<'zlistx_t'>
  /** C: `void *zcertstore_state(zcertstore_t *self)`; draft; borrowed. */
  zcertstore_state(self: Pointer<'zcertstore_t'>): Pointer<'void'> | null
}
