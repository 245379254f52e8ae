// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { ZloopFn, ZloopReaderFn, ZloopTimerFn } from './callbacks.ts'
import type { Memory, NativeFunction, Pointer, PollItem, RawSocket, Ref } from '../types.ts'

/** Prototypes of zloop as koffi reads them. */
export const prototypes = {
  zloop_new: 'void * zloop_new()',
  zloop_destroy: 'void zloop_destroy(_Inout_ void ** self_p)',
  zloop_reader: 'int zloop_reader(void * self, void * sock, void * handler, void * arg)',
  zloop_reader_end: 'void zloop_reader_end(void * self, void * sock)',
  zloop_reader_set_tolerant: 'void zloop_reader_set_tolerant(void * self, void * sock)',
  zloop_poller: 'int zloop_poller(void * self, _Inout_ czmq_pollitem * item, void * handler, void * arg)',
  zloop_poller_end: 'void zloop_poller_end(void * self, _Inout_ czmq_pollitem * item)',
  zloop_poller_set_tolerant: 'void zloop_poller_set_tolerant(void * self, _Inout_ czmq_pollitem * item)',
  zloop_timer: 'int zloop_timer(void * self, size_t delay, size_t times, void * handler, void * arg)',
  zloop_timer_end: 'int zloop_timer_end(void * self, int timer_id)',
  zloop_ticket: 'void * zloop_ticket(void * self, void * handler, void * arg)',
  zloop_ticket_reset: 'void zloop_ticket_reset(void * self, void * handle)',
  zloop_ticket_delete: 'void zloop_ticket_delete(void * self, void * handle)',
  zloop_set_ticket_delay: 'void zloop_set_ticket_delay(void * self, size_t ticket_delay)',
  zloop_set_max_timers: 'void zloop_set_max_timers(void * self, size_t max_timers)',
  zloop_set_verbose: 'void zloop_set_verbose(void * self, bool verbose)',
  zloop_set_nonstop: 'void zloop_set_nonstop(void * self, bool nonstop)',
  zloop_start: 'int zloop_start(void * self)',
  zloop_test: 'void zloop_test(bool verbose)',
} as const

/** The C functions of zloop. */
export interface ZloopFunctions {
  /** C: `zloop_t *zloop_new(void)`; fresh. */
  zloop_new(): Pointer<'zloop_t'>
  /** C: `void zloop_destroy(zloop_t **self_p)`. */
  zloop_destroy(self_p: Ref<Pointer<'zloop_t'>>): void
  /** C: `int zloop_reader(zloop_t *self, zsock_t *sock, zloop_reader_fn handler, void *arg)`; calls back until destroyed. */
  zloop_reader(self: Pointer<'zloop_t'>, sock: Pointer<'zsock_t'>, handler: ZloopReaderFn | NativeFunction | Pointer, arg: Memory | null): number
  /** C: `void zloop_reader_end(zloop_t *self, zsock_t *sock)`. */
  zloop_reader_end(self: Pointer<'zloop_t'>, sock: Pointer<'zsock_t'>): void
  /** C: `void zloop_reader_set_tolerant(zloop_t *self, zsock_t *sock)`. */
  zloop_reader_set_tolerant(self: Pointer<'zloop_t'>, sock: Pointer<'zsock_t'>): void
  /** C: `int zloop_poller(zloop_t *self, zmq_pollitem_t *item, zloop_fn handler, void *arg)`; calls back until destroyed. */
  zloop_poller(self: Pointer<'zloop_t'>, item: PollItem, handler: ZloopFn | NativeFunction | Pointer, arg: Memory | null): number
  /** C: `void zloop_poller_end(zloop_t *self, zmq_pollitem_t *item)`. */
  zloop_poller_end(self: Pointer<'zloop_t'>, item: PollItem): void
  /** C: `void zloop_poller_set_tolerant(zloop_t *self, zmq_pollitem_t *item)`. */
  zloop_poller_set_tolerant(self: Pointer<'zloop_t'>, item: PollItem): void
  /** C: `int zloop_timer(zloop_t *self, size_t delay, size_t times, zloop_timer_fn handler, void *arg)`; calls back until destroyed. */
  zloop_timer(self: Pointer<'zloop_t'>, delay: number | bigint, times: number | bigint, handler: ZloopTimerFn | NativeFunction | Pointer, arg: Memory | null): number
  /** C: `int zloop_timer_end(zloop_t *self, int timer_id)`. */
  zloop_timer_end(self: Pointer<'zloop_t'>, timer_id: number): number
  /** C: `void *zloop_ticket(zloop_t *self, zloop_timer_fn handler, void *arg)`; borrowed; calls back until destroyed. */
  zloop_ticket(self: Pointer<'zloop_t'>, handler: ZloopTimerFn | NativeFunction | Pointer, arg: Memory | null): Pointer<'void'>
  /** C: `void zloop_ticket_reset(zloop_t *self, void *handle)`. */
  zloop_ticket_reset(self: Pointer<'zloop_t'>, handle: RawSocket): void
  /** C: `void zloop_ticket_delete(zloop_t *self, void *handle)`. */
  zloop_ticket_delete(self: Pointer<'zloop_t'>, handle: RawSocket): void
  /** C: `void zloop_set_ticket_delay(zloop_t *self, size_t ticket_delay)`. */
  zloop_set_ticket_delay(self: Pointer<'zloop_t'>, ticket_delay: number | bigint): void
  /** C: `void zloop_set_max_timers(zloop_t *self, size_t max_timers)`. */
  zloop_set_max_timers(self: Pointer<'zloop_t'>, max_timers: number | bigint): void
  /** C: `void zloop_set_verbose(zloop_t *self, _Bool verbose)`. */
  zloop_set_verbose(self: Pointer<'zloop_t'>, verbose: boolean): void
  /** C: `void zloop_set_nonstop(zloop_t *self, _Bool nonstop)`. */
  zloop_set_nonstop(self: Pointer<'zloop_t'>, nonstop: boolean): void
  /** C: `int zloop_start(zloop_t *self)`; can block. */
  zloop_start(self: Pointer<'zloop_t'>): number
  /** C: `void zloop_test(_Bool verbose)`. */
  zloop_test(verbose: boolean): void
}
