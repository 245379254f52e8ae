// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { Memory, NativeFunction, Pointer, RawSocket, Ref } from '../types.ts'

/** Prototypes of zactor as koffi reads them. */
export const prototypes = {
  zactor_new: 'void * zactor_new(void * task, void * args)',
  zactor_destroy: 'void zactor_destroy(_Inout_ void ** self_p)',
  zactor_send: 'int zactor_send(void * self, _Inout_ void ** msg_p)',
  zactor_recv: 'void * zactor_recv(void * self)',
  zactor_is: 'bool zactor_is(void * self)',
  zactor_resolve: 'void * zactor_resolve(void * self)',
  zactor_sock: 'void * zactor_sock(void * self)',
  zactor_test: 'void zactor_test(bool verbose)',
  zactor_set_destructor: 'void zactor_set_destructor(void * self, void * destructor)',
} as const

/** The C functions of zactor. */
export interface ZactorFunctions {
  /** C: `zactor_t *zactor_new(zactor_fn task, void *args)`; fresh; calls back on another thread. */
  zactor_new(task: NativeFunction | Pointer, args: Memory | null): Pointer<'zactor_t'>
  /** C: `void zactor_destroy(zactor_t **self_p)`. */
  zactor_destroy(self_p: Ref<Pointer<'zactor_t'>>): void
  /** C: `int zactor_send(zactor_t *self, zmsg_t **msg_p)`; can block; takes msg_p. */
  zactor_send(self: Pointer<'zactor_t'>, msg_p: Ref<Pointer<'zmsg_t'>>): number
  /** C: `zmsg_t *zactor_recv(zactor_t *self)`; can block; fresh. */
  zactor_recv(self: Pointer<'zactor_t'>): Pointer<'zmsg_t'> | null
  /** C: `_Bool zactor_is(void *self)`. */
  zactor_is(self: RawSocket): boolean
  /** C: `void *zactor_resolve(void *self)`; borrowed. */
  zactor_resolve(self: RawSocket): Pointer<'void'> | null
  /** C: `zsock_t *zactor_sock(zactor_t *self)`; borrowed. */
  zactor_sock(self: Pointer<'zactor_t'>): Pointer<'zsock_t'> | null
  /** C: `void zactor_test(_Bool verbose)`. */
  zactor_test(verbose: boolean): void
  /** C: `void zactor_set_destructor(zactor_t *self, zactor_destructor_fn destructor)`; draft; calls back on another thread. */
  zactor_set_destructor(self: Pointer<'zactor_t'>, destructor: NativeFunction | Pointer): void
}
