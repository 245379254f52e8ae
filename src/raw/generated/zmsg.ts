// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { Memory, Pointer, RawSocket, Ref, Variadic } from '../types.ts'

/** Prototypes of zmsg as koffi reads them. */
export const prototypes = {
  zmsg_new: 'void * zmsg_new()',
  zmsg_recv: 'void * zmsg_recv(void * source)',
  zmsg_load: 'void * zmsg_load(void * file)',
  zmsg_decode: 'void * zmsg_decode(void * frame)',
  zmsg_new_signal: 'void * zmsg_new_signal(uint8_t status)',
  zmsg_destroy: 'void zmsg_destroy(_Inout_ void ** self_p)',
  zmsg_send: 'int zmsg_send(_Inout_ void ** self_p, void * dest)',
  zmsg_sendm: 'int zmsg_sendm(_Inout_ void ** self_p, void * dest)',
  zmsg_size: 'size_t zmsg_size(void * self)',
  zmsg_content_size: 'size_t zmsg_content_size(void * self)',
  zmsg_prepend: 'int zmsg_prepend(void * self, _Inout_ void ** frame_p)',
  zmsg_append: 'int zmsg_append(void * self, _Inout_ void ** frame_p)',
  zmsg_pop: 'void * zmsg_pop(void * self)',
  zmsg_pushmem: 'int zmsg_pushmem(void * self, void * data, size_t size)',
  zmsg_addmem: 'int zmsg_addmem(void * self, void * data, size_t size)',
  zmsg_pushstr: 'int zmsg_pushstr(void * self, const char * string)',
  zmsg_addstr: 'int zmsg_addstr(void * self, const char * string)',
  zmsg_pushstrf: 'int zmsg_pushstrf(void * self, const char * format, ...)',
  zmsg_addstrf: 'int zmsg_addstrf(void * self, const char * format, ...)',
  zmsg_popstr: 'str! zmsg_popstr(void * self)',
  zmsg_addmsg: 'int zmsg_addmsg(void * self, _Inout_ void ** msg_p)',
  zmsg_popmsg: 'void * zmsg_popmsg(void * self)',
  zmsg_remove: 'void zmsg_remove(void * self, void * frame)',
  zmsg_first: 'void * zmsg_first(void * self)',
  zmsg_next: 'void * zmsg_next(void * self)',
  zmsg_last: 'void * zmsg_last(void * self)',
  zmsg_save: 'int zmsg_save(void * self, void * file)',
  zmsg_encode: 'void * zmsg_encode(void * self)',
  zmsg_dup: 'void * zmsg_dup(void * self)',
  zmsg_print: 'void zmsg_print(void * self)',
  zmsg_eq: 'bool zmsg_eq(void * self, void * other)',
  zmsg_signal: 'int zmsg_signal(void * self)',
  zmsg_is: 'bool zmsg_is(void * self)',
  zmsg_test: 'void zmsg_test(bool verbose)',
  zmsg_routing_id: 'uint32_t zmsg_routing_id(void * self)',
  zmsg_set_routing_id: 'void zmsg_set_routing_id(void * self, uint32_t routing_id)',
  zmsg_print_n: 'void zmsg_print_n(void * self, size_t size)',
  zmsg_unwrap: 'void * zmsg_unwrap(void * self)',
  zmsg_recv_nowait: 'void * zmsg_recv_nowait(void * source)',
  zmsg_wrap: 'void zmsg_wrap(void * self, void * frame)',
  zmsg_push: 'int zmsg_push(void * self, void * frame)',
  zmsg_add: 'int zmsg_add(void * self, void * frame)',
  zmsg_fprint: 'void zmsg_fprint(void * self, void * file)',
} as const

/** How the variable arguments are read. */
export const variadics = {
  zmsg_pushstrf: 'format',
  zmsg_addstrf: 'format',
} as const

/** The C functions of zmsg. */
export interface ZmsgFunctions {
  /** C: `zmsg_t *zmsg_new(void)`; fresh. */
  zmsg_new(): Pointer<'zmsg_t'>
  /** C: `zmsg_t *zmsg_recv(void *source)`; can block; fresh. */
  zmsg_recv(source: RawSocket): Pointer<'zmsg_t'> | null
  /** C: `zmsg_t *zmsg_load(FILE *file)`; fresh. */
  zmsg_load(file: Pointer<'FILE'>): Pointer<'zmsg_t'> | null
  /** C: `zmsg_t *zmsg_decode(zframe_t *frame)`; fresh. */
  zmsg_decode(frame: Pointer<'zframe_t'>): Pointer<'zmsg_t'> | null
  /** C: `zmsg_t *zmsg_new_signal(byte status)`; fresh. */
  zmsg_new_signal(status: number): Pointer<'zmsg_t'>
  /** C: `void zmsg_destroy(zmsg_t **self_p)`. */
  zmsg_destroy(self_p: Ref<Pointer<'zmsg_t'>>): void
  /** C: `int zmsg_send(zmsg_t **self_p, void *dest)`; can block; takes self_p. */
  zmsg_send(self_p: Ref<Pointer<'zmsg_t'>>, dest: RawSocket): number
  /** C: `int zmsg_sendm(zmsg_t **self_p, void *dest)`; can block; takes self_p. */
  zmsg_sendm(self_p: Ref<Pointer<'zmsg_t'>>, dest: RawSocket): number
  /** C: `size_t zmsg_size(zmsg_t *self)`. */
  zmsg_size(self: Pointer<'zmsg_t'>): number
  /** C: `size_t zmsg_content_size(zmsg_t *self)`. */
  zmsg_content_size(self: Pointer<'zmsg_t'>): number
  /** C: `int zmsg_prepend(zmsg_t *self, zframe_t **frame_p)`; takes frame_p. */
  zmsg_prepend(self: Pointer<'zmsg_t'>, frame_p: Ref<Pointer<'zframe_t'>>): number
  /** C: `int zmsg_append(zmsg_t *self, zframe_t **frame_p)`; takes frame_p. */
  zmsg_append(self: Pointer<'zmsg_t'>, frame_p: Ref<Pointer<'zframe_t'>>): number
  /** C: `zframe_t *zmsg_pop(zmsg_t *self)`; fresh. */
  zmsg_pop(self: Pointer<'zmsg_t'>): Pointer<'zframe_t'> | null
  /** C: `int zmsg_pushmem(zmsg_t *self, const void *data, size_t size)`. */
  zmsg_pushmem(self: Pointer<'zmsg_t'>, data: Memory | null, size: number | bigint): number
  /** C: `int zmsg_addmem(zmsg_t *self, const void *data, size_t size)`. */
  zmsg_addmem(self: Pointer<'zmsg_t'>, data: Memory | null, size: number | bigint): number
  /** C: `int zmsg_pushstr(zmsg_t *self, const char *string)`. */
  zmsg_pushstr(self: Pointer<'zmsg_t'>, string: string): number
  /** C: `int zmsg_addstr(zmsg_t *self, const char *string)`. */
  zmsg_addstr(self: Pointer<'zmsg_t'>, string: string): number
  /** C: `int zmsg_pushstrf(zmsg_t *self, const char *format, ...)`. */
  zmsg_pushstrf(self: Pointer<'zmsg_t'>, format: string, ...variadic: Variadic[]): number
  /** C: `int zmsg_addstrf(zmsg_t *self, const char *format, ...)`. */
  zmsg_addstrf(self: Pointer<'zmsg_t'>, format: string, ...variadic: Variadic[]): number
  /** C: `char *zmsg_popstr(zmsg_t *self)`; a copy; C's string is freed. */
  zmsg_popstr(self: Pointer<'zmsg_t'>): string | null
  /** C: `int zmsg_addmsg(zmsg_t *self, zmsg_t **msg_p)`; takes msg_p. */
  zmsg_addmsg(self: Pointer<'zmsg_t'>, msg_p: Ref<Pointer<'zmsg_t'>>): number
  /** C: `zmsg_t *zmsg_popmsg(zmsg_t *self)`; fresh. */
  zmsg_popmsg(self: Pointer<'zmsg_t'>): Pointer<'zmsg_t'> | null
  /** C: `void zmsg_remove(zmsg_t *self, zframe_t *frame)`. */
  zmsg_remove(self: Pointer<'zmsg_t'>, frame: Pointer<'zframe_t'> | null): void
  /** C: `zframe_t *zmsg_first(zmsg_t *self)`; borrowed. */
  zmsg_first(self: Pointer<'zmsg_t'>): Pointer<'zframe_t'> | null
  /** C: `zframe_t *zmsg_next(zmsg_t *self)`; borrowed. */
  zmsg_next(self: Pointer<'zmsg_t'>): Pointer<'zframe_t'> | null
  /** C: `zframe_t *zmsg_last(zmsg_t *self)`; borrowed. */
  zmsg_last(self: Pointer<'zmsg_t'>): Pointer<'zframe_t'> | null
  /** C: `int zmsg_save(zmsg_t *self, FILE *file)`. */
  zmsg_save(self: Pointer<'zmsg_t'>, file: Pointer<'FILE'>): number
  /** C: `zframe_t *zmsg_encode(zmsg_t *self)`; fresh. */
  zmsg_encode(self: Pointer<'zmsg_t'>): Pointer<'zframe_t'>
  /** C: `zmsg_t *zmsg_dup(zmsg_t *self)`; fresh. */
  zmsg_dup(self: Pointer<'zmsg_t'> | null): Pointer<'zmsg_t'> | null
  /** C: `void zmsg_print(zmsg_t *self)`. */
  zmsg_print(self: Pointer<'zmsg_t'>): void
  /** C: `_Bool zmsg_eq(zmsg_t *self, zmsg_t *other)`. */
  zmsg_eq(self: Pointer<'zmsg_t'> | null, other: Pointer<'zmsg_t'> | null): boolean
  /** C: `int zmsg_signal(zmsg_t *self)`. */
  zmsg_signal(self: Pointer<'zmsg_t'>): number
  /** C: `_Bool zmsg_is(void *self)`. */
  zmsg_is(self: RawSocket): boolean
  /** C: `void zmsg_test(_Bool verbose)`. */
  zmsg_test(verbose: boolean): void
  /** C: `uint32_t zmsg_routing_id(zmsg_t *self)`; draft. */
  zmsg_routing_id(self: Pointer<'zmsg_t'>): number
  /** C: `void zmsg_set_routing_id(zmsg_t *self, uint32_t routing_id)`; draft. */
  zmsg_set_routing_id(self: Pointer<'zmsg_t'>, routing_id: number): void
  /** C: `void zmsg_print_n(zmsg_t *self, size_t size)`; draft. */
  zmsg_print_n(self: Pointer<'zmsg_t'>, size: number | bigint): void
  /** C: `zframe_t *zmsg_unwrap(zmsg_t *self)`; fresh. */
  zmsg_unwrap(self: Pointer<'zmsg_t'>): Pointer<'zframe_t'> | null
  /** C: `zmsg_t *zmsg_recv_nowait(void *source)`; fresh. */
  zmsg_recv_nowait(source: RawSocket): Pointer<'zmsg_t'> | null
  /** C: `void zmsg_wrap(zmsg_t *self, zframe_t *frame)`; takes frame. */
  zmsg_wrap(self: Pointer<'zmsg_t'>, frame: Pointer<'zframe_t'>): void
  /** C: `int zmsg_push(zmsg_t *self, zframe_t *frame)`; takes frame. */
  zmsg_push(self: Pointer<'zmsg_t'>, frame: Pointer<'zframe_t'>): number
  /** C: `int zmsg_add(zmsg_t *self, zframe_t *frame)`; takes frame. */
  zmsg_add(self: Pointer<'zmsg_t'>, frame: Pointer<'zframe_t'>): number
  /** C: `void zmsg_fprint(zmsg_t *self, FILE *file)`. */
  zmsg_fprint(self: Pointer<'zmsg_t'>, file: Pointer<'FILE'>): void
}
