// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { ZmqTimerFn } from './callbacks.ts'
import type { Memory, MessageMemory, NativeFunction, Pointer, PollItem, RawSocket, Ref } from '../types.ts'

/** Prototypes of zmq as koffi reads them. */
export const prototypes = {
  zmq_errno: 'int zmq_errno()',
  zmq_strerror: 'const char * zmq_strerror(int errnum)',
  zmq_version: 'void zmq_version(_Inout_ int * major, _Inout_ int * minor, _Inout_ int * patch)',
  zmq_ctx_new: 'void * zmq_ctx_new()',
  zmq_ctx_term: 'int zmq_ctx_term(void * context)',
  zmq_ctx_shutdown: 'int zmq_ctx_shutdown(void * context)',
  zmq_ctx_set: 'int zmq_ctx_set(void * context, int option, int optval)',
  zmq_ctx_get: 'int zmq_ctx_get(void * context, int option)',
  zmq_init: 'void * zmq_init(int io_threads)',
  zmq_term: 'int zmq_term(void * context)',
  zmq_ctx_destroy: 'int zmq_ctx_destroy(void * context)',
  zmq_msg_init: 'int zmq_msg_init(void * msg)',
  zmq_msg_init_size: 'int zmq_msg_init_size(void * msg, size_t size)',
  zmq_msg_init_data: 'int zmq_msg_init_data(void * msg, void * data, size_t size, void * ffn, void * hint)',
  zmq_msg_send: 'int zmq_msg_send(void * msg, void * s, int flags)',
  zmq_msg_recv: 'int zmq_msg_recv(void * msg, void * s, int flags)',
  zmq_msg_close: 'int zmq_msg_close(void * msg)',
  zmq_msg_move: 'int zmq_msg_move(void * dest, void * src)',
  zmq_msg_copy: 'int zmq_msg_copy(void * dest, void * src)',
  zmq_msg_data: 'void * zmq_msg_data(void * msg)',
  zmq_msg_size: 'size_t zmq_msg_size(void * msg)',
  zmq_msg_more: 'int zmq_msg_more(void * msg)',
  zmq_msg_get: 'int zmq_msg_get(void * msg, int property)',
  zmq_msg_set: 'int zmq_msg_set(void * msg, int property, int optval)',
  zmq_msg_gets: 'const char * zmq_msg_gets(void * msg, const char * property)',
  zmq_socket: 'void * zmq_socket(void * argument0, int type)',
  zmq_close: 'int zmq_close(void * s)',
  zmq_setsockopt: 'int zmq_setsockopt(void * s, int option, void * optval, size_t optvallen)',
  zmq_getsockopt: 'int zmq_getsockopt(void * s, int option, void * optval, _Inout_ size_t * optvallen)',
  zmq_bind: 'int zmq_bind(void * s, const char * addr)',
  zmq_connect: 'int zmq_connect(void * s, const char * addr)',
  zmq_unbind: 'int zmq_unbind(void * s, const char * addr)',
  zmq_disconnect: 'int zmq_disconnect(void * s, const char * addr)',
  zmq_send: 'int zmq_send(void * s, void * buf, size_t len, int flags)',
  zmq_send_const: 'int zmq_send_const(void * s, void * buf, size_t len, int flags)',
  zmq_recv: 'int zmq_recv(void * s, void * buf, size_t len, int flags)',
  zmq_socket_monitor: 'int zmq_socket_monitor(void * s, const char * addr, int events)',
  zmq_poll: 'int zmq_poll(_Inout_ czmq_pollitem * items, int nitems, long timeout)',
  zmq_proxy: 'int zmq_proxy(void * frontend, void * backend, void * capture)',
  zmq_proxy_steerable: 'int zmq_proxy_steerable(void * frontend, void * backend, void * capture, void * control)',
  zmq_has: 'int zmq_has(const char * capability)',
  zmq_device: 'int zmq_device(int type, void * frontend, void * backend)',
  zmq_sendmsg: 'int zmq_sendmsg(void * s, void * msg, int flags)',
  zmq_recvmsg: 'int zmq_recvmsg(void * s, void * msg, int flags)',
  zmq_sendiov: 'int zmq_sendiov(void * s, void * iov, size_t count, int flags)',
  zmq_recviov: 'int zmq_recviov(void * s, void * iov, _Inout_ size_t * count, int flags)',
  zmq_z85_encode: 'const char * zmq_z85_encode(void * dest, void * data, size_t size)',
  zmq_z85_decode: 'void * zmq_z85_decode(void * dest, const char * string)',
  zmq_curve_keypair: 'int zmq_curve_keypair(void * z85_public_key, void * z85_secret_key)',
  zmq_curve_public: 'int zmq_curve_public(void * z85_public_key, const char * z85_secret_key)',
  zmq_atomic_counter_new: 'void * zmq_atomic_counter_new()',
  zmq_atomic_counter_set: 'void zmq_atomic_counter_set(void * counter, int value)',
  zmq_atomic_counter_inc: 'int zmq_atomic_counter_inc(void * counter)',
  zmq_atomic_counter_dec: 'int zmq_atomic_counter_dec(void * counter)',
  zmq_atomic_counter_value: 'int zmq_atomic_counter_value(void * counter)',
  zmq_atomic_counter_destroy: 'void zmq_atomic_counter_destroy(_Inout_ void ** counter_p)',
  zmq_timers_new: 'void * zmq_timers_new()',
  zmq_timers_destroy: 'int zmq_timers_destroy(_Inout_ void ** timers_p)',
  zmq_timers_add: 'int zmq_timers_add(void * timers, size_t interval, void * handler, void * arg)',
  zmq_timers_cancel: 'int zmq_timers_cancel(void * timers, int timer_id)',
  zmq_timers_set_interval: 'int zmq_timers_set_interval(void * timers, int timer_id, size_t interval)',
  zmq_timers_reset: 'int zmq_timers_reset(void * timers, int timer_id)',
  zmq_timers_timeout: 'long zmq_timers_timeout(void * timers)',
  zmq_timers_execute: 'int zmq_timers_execute(void * timers)',
  zmq_stopwatch_start: 'void * zmq_stopwatch_start()',
  zmq_stopwatch_intermediate: 'unsigned long zmq_stopwatch_intermediate(void * watch)',
  zmq_stopwatch_stop: 'unsigned long zmq_stopwatch_stop(void * watch)',
  zmq_sleep: 'void zmq_sleep(int seconds)',
  zmq_threadstart: 'void * zmq_threadstart(void * func, void * arg)',
  zmq_threadclose: 'void zmq_threadclose(void * thread)',
  zmq_ctx_set_ext: 'int zmq_ctx_set_ext(void * context, int option, void * optval, size_t optvallen)',
  zmq_ctx_get_ext: 'int zmq_ctx_get_ext(void * context, int option, void * optval, _Inout_ size_t * optvallen)',
  zmq_join: 'int zmq_join(void * s, const char * group)',
  zmq_leave: 'int zmq_leave(void * s, const char * group)',
  zmq_connect_peer: 'uint32_t zmq_connect_peer(void * s, const char * addr)',
  zmq_msg_set_routing_id: 'int zmq_msg_set_routing_id(void * msg, uint32_t routing_id)',
  zmq_msg_routing_id: 'uint32_t zmq_msg_routing_id(void * msg)',
  zmq_msg_set_group: 'int zmq_msg_set_group(void * msg, const char * group)',
  zmq_msg_group: 'const char * zmq_msg_group(void * msg)',
  zmq_msg_init_buffer: 'int zmq_msg_init_buffer(void * msg, void * buf, size_t size)',
  zmq_poller_new: 'void * zmq_poller_new()',
  zmq_poller_destroy: 'int zmq_poller_destroy(_Inout_ void ** poller_p)',
  zmq_poller_size: 'int zmq_poller_size(void * poller)',
  zmq_poller_add: 'int zmq_poller_add(void * poller, void * socket, void * user_data, short events)',
  zmq_poller_modify: 'int zmq_poller_modify(void * poller, void * socket, short events)',
  zmq_poller_remove: 'int zmq_poller_remove(void * poller, void * socket)',
  zmq_poller_wait: 'int zmq_poller_wait(void * poller, void * event, long timeout)',
  zmq_poller_wait_all: 'int zmq_poller_wait_all(void * poller, void * events, int n_events, long timeout)',
  zmq_poller_fd: 'int zmq_poller_fd(void * poller, void * fd)',
  zmq_poller_add_fd: 'int zmq_poller_add_fd(void * poller, int fd, void * user_data, short events)',
  zmq_poller_modify_fd: 'int zmq_poller_modify_fd(void * poller, int fd, short events)',
  zmq_poller_remove_fd: 'int zmq_poller_remove_fd(void * poller, int fd)',
  zmq_socket_get_peer_state: 'int zmq_socket_get_peer_state(void * socket, void * routing_id, size_t routing_id_size)',
  zmq_socket_monitor_versioned: 'int zmq_socket_monitor_versioned(void * s, const char * addr, uint64_t events, int event_version, int type)',
  zmq_socket_monitor_pipes_stats: 'int zmq_socket_monitor_pipes_stats(void * s)',
} as const

/** The C functions of zmq. */
export interface ZmqFunctions {
  /** C: `int zmq_errno(void)`. */
  zmq_errno(): number
  /** C: `const char *zmq_strerror(int errnum)`; borrowed. */
  zmq_strerror(errnum: number): string
  /** C: `void zmq_version(int *major, int *minor, int *patch)`. */
  zmq_version(major: Ref<number>, minor: Ref<number>, patch: Ref<number>): void
  /** C: `void *zmq_ctx_new(void)`; fresh. */
  zmq_ctx_new(): Pointer<'void'>
  /** C: `int zmq_ctx_term(void *context)`; can block; takes context. */
  zmq_ctx_term(context: RawSocket): number
  /** C: `int zmq_ctx_shutdown(void *context)`. */
  zmq_ctx_shutdown(context: RawSocket): number
  /** C: `int zmq_ctx_set(void *context, int option, int optval)`. */
  zmq_ctx_set(context: RawSocket, option: number, optval: number): number
  /** C: `int zmq_ctx_get(void *context, int option)`. */
  zmq_ctx_get(context: RawSocket, option: number): number
  /** C: `void *zmq_init(int io_threads)`; fresh. */
  zmq_init(io_threads: number): Pointer<'void'>
  /** C: `int zmq_term(void *context)`; can block; takes context. */
  zmq_term(context: RawSocket): number
  /** C: `int zmq_ctx_destroy(void *context)`; can block; takes context. */
  zmq_ctx_destroy(context: RawSocket): number
  /** C: `int zmq_msg_init(zmq_msg_t *msg)`. */
  zmq_msg_init(msg: MessageMemory): number
  /** C: `int zmq_msg_init_size(zmq_msg_t *msg, size_t size)`. */
  zmq_msg_init_size(msg: MessageMemory, size: number | bigint): number
  /** C: `int zmq_msg_init_data(zmq_msg_t *msg, void *data, size_t size, zmq_free_fn *ffn, void *hint)`; takes data; calls back on another thread. */
  zmq_msg_init_data(msg: MessageMemory, data: Memory | null, size: number | bigint, ffn: NativeFunction | Pointer | null, hint: Memory | null): number
  /** C: `int zmq_msg_send(zmq_msg_t *msg, void *s, int flags)`; can block; takes msg. */
  zmq_msg_send(msg: MessageMemory, s: RawSocket, flags: number): number
  /** C: `int zmq_msg_recv(zmq_msg_t *msg, void *s, int flags)`; can block. */
  zmq_msg_recv(msg: MessageMemory, s: RawSocket, flags: number): number
  /** C: `int zmq_msg_close(zmq_msg_t *msg)`. */
  zmq_msg_close(msg: MessageMemory): number
  /** C: `int zmq_msg_move(zmq_msg_t *dest, zmq_msg_t *src)`. */
  zmq_msg_move(dest: MessageMemory, src: MessageMemory): number
  /** C: `int zmq_msg_copy(zmq_msg_t *dest, zmq_msg_t *src)`. */
  zmq_msg_copy(dest: MessageMemory, src: MessageMemory): number
  /** C: `void *zmq_msg_data(zmq_msg_t *msg)`; borrowed. */
  zmq_msg_data(msg: MessageMemory): Pointer<'void'>
  /** C: `size_t zmq_msg_size(const zmq_msg_t *msg)`. */
  zmq_msg_size(msg: MessageMemory): number
  /** C: `int zmq_msg_more(const zmq_msg_t *msg)`. */
  zmq_msg_more(msg: MessageMemory): number
  /** C: `int zmq_msg_get(const zmq_msg_t *msg, int property)`. */
  zmq_msg_get(msg: MessageMemory, property: number): number
  /** C: `int zmq_msg_set(zmq_msg_t *msg, int property, int optval)`. */
  zmq_msg_set(msg: MessageMemory, property: number, optval: number): number
  /** C: `const char *zmq_msg_gets(const zmq_msg_t *msg, const char *property)`; borrowed. */
  zmq_msg_gets(msg: MessageMemory, property: string): string | null
  /** C: `void *zmq_socket(void *argument0, int type)`; fresh. */
  zmq_socket(argument0: RawSocket, type: number): Pointer<'void'>
  /** C: `int zmq_close(void *s)`; takes s. */
  zmq_close(s: RawSocket): number
  /** C: `int zmq_setsockopt(void *s, int option, const void *optval, size_t optvallen)`. */
  zmq_setsockopt(s: RawSocket, option: number, optval: Memory | null, optvallen: number | bigint): number
  /** C: `int zmq_getsockopt(void *s, int option, void *optval, size_t *optvallen)`. */
  zmq_getsockopt(s: RawSocket, option: number, optval: Memory, optvallen: Ref<number>): number
  /** C: `int zmq_bind(void *s, const char *addr)`. */
  zmq_bind(s: RawSocket, addr: string): number
  /** C: `int zmq_connect(void *s, const char *addr)`. */
  zmq_connect(s: RawSocket, addr: string): number
  /** C: `int zmq_unbind(void *s, const char *addr)`. */
  zmq_unbind(s: RawSocket, addr: string): number
  /** C: `int zmq_disconnect(void *s, const char *addr)`. */
  zmq_disconnect(s: RawSocket, addr: string): number
  /** C: `int zmq_send(void *s, const void *buf, size_t len, int flags)`; can block. */
  zmq_send(s: RawSocket, buf: Memory | null, len: number | bigint, flags: number): number
  /** C: `int zmq_send_const(void *s, const void *buf, size_t len, int flags)`; can block; keeps buf. */
  zmq_send_const(s: RawSocket, buf: Memory, len: number | bigint, flags: number): number
  /** C: `int zmq_recv(void *s, void *buf, size_t len, int flags)`; can block. */
  zmq_recv(s: RawSocket, buf: Memory | null, len: number | bigint, flags: number): number
  /** C: `int zmq_socket_monitor(void *s, const char *addr, int events)`. */
  zmq_socket_monitor(s: RawSocket, addr: string | null, events: number): number
  /** C: `int zmq_poll(zmq_pollitem_t *items, int nitems, long timeout)`; can block. */
  zmq_poll(items: PollItem[], nitems: number, timeout: number | bigint): number
  /** C: `int zmq_proxy(void *frontend, void *backend, void *capture)`; can block. */
  zmq_proxy(frontend: RawSocket, backend: RawSocket, capture: RawSocket | null): number
  /** C: `int zmq_proxy_steerable(void *frontend, void *backend, void *capture, void *control)`; can block. */
  zmq_proxy_steerable(frontend: RawSocket, backend: RawSocket, capture: RawSocket | null, control: RawSocket | null): number
  /** C: `int zmq_has(const char *capability)`. */
  zmq_has(capability: string): number
  /** C: `int zmq_device(int type, void *frontend, void *backend)`; can block. */
  zmq_device(type: number, frontend: RawSocket, backend: RawSocket): number
  /** C: `int zmq_sendmsg(void *s, zmq_msg_t *msg, int flags)`; can block; takes msg. */
  zmq_sendmsg(s: RawSocket, msg: MessageMemory, flags: number): number
  /** C: `int zmq_recvmsg(void *s, zmq_msg_t *msg, int flags)`; can block. */
  zmq_recvmsg(s: RawSocket, msg: MessageMemory, flags: number): number
  /** C: `int zmq_sendiov(void *s, struct iovec *iov, size_t count, int flags)`; can block. */
  zmq_sendiov(s: RawSocket, iov: Pointer<'iovec'>, count: number | bigint, flags: number): number
  /** C: `int zmq_recviov(void *s, struct iovec *iov, size_t *count, int flags)`; can block. */
  zmq_recviov(s: RawSocket, iov: Pointer<'iovec'>, count: Ref<number>, flags: number): number
  /** C: `char *zmq_z85_encode(char *dest, const uint8_t *data, size_t size)`; borrowed. */
  zmq_z85_encode(dest: Memory, data: Memory, size: number | bigint): string | null
  /** C: `uint8_t *zmq_z85_decode(uint8_t *dest, const char *string)`; borrowed. */
  zmq_z85_decode(dest: Memory, string: string): Pointer<'uint8_t'> | null
  /** C: `int zmq_curve_keypair(char *z85_public_key, char *z85_secret_key)`. */
  zmq_curve_keypair(z85_public_key: Memory, z85_secret_key: Memory): number
  /** C: `int zmq_curve_public(char *z85_public_key, const char *z85_secret_key)`. */
  zmq_curve_public(z85_public_key: Memory, z85_secret_key: string): number
  /** C: `void *zmq_atomic_counter_new(void)`; fresh. */
  zmq_atomic_counter_new(): Pointer<'void'>
  /** C: `void zmq_atomic_counter_set(void *counter, int value)`. */
  zmq_atomic_counter_set(counter: Memory, value: number): void
  /** C: `int zmq_atomic_counter_inc(void *counter)`. */
  zmq_atomic_counter_inc(counter: Memory): number
  /** C: `int zmq_atomic_counter_dec(void *counter)`. */
  zmq_atomic_counter_dec(counter: Memory): number
  /** C: `int zmq_atomic_counter_value(void *counter)`. */
  zmq_atomic_counter_value(counter: Memory): number
  /** C: `void zmq_atomic_counter_destroy(void **counter_p)`. */
  zmq_atomic_counter_destroy(counter_p: Ref<Pointer>): void
  /** C: `void *zmq_timers_new(void)`; fresh. */
  zmq_timers_new(): Pointer<'void'>
  /** C: `int zmq_timers_destroy(void **timers_p)`. */
  zmq_timers_destroy(timers_p: Ref<Pointer>): number
  /** C: `int zmq_timers_add(void *timers, size_t interval, zmq_timer_fn handler, void *arg)`; calls back until destroyed. */
  zmq_timers_add(timers: Memory, interval: number | bigint, handler: ZmqTimerFn | NativeFunction | Pointer, arg: Memory | null): number
  /** C: `int zmq_timers_cancel(void *timers, int timer_id)`. */
  zmq_timers_cancel(timers: Memory, timer_id: number): number
  /** C: `int zmq_timers_set_interval(void *timers, int timer_id, size_t interval)`. */
  zmq_timers_set_interval(timers: Memory, timer_id: number, interval: number | bigint): number
  /** C: `int zmq_timers_reset(void *timers, int timer_id)`. */
  zmq_timers_reset(timers: Memory, timer_id: number): number
  /** C: `long zmq_timers_timeout(void *timers)`. */
  zmq_timers_timeout(timers: Memory): number
  /** C: `int zmq_timers_execute(void *timers)`. */
  zmq_timers_execute(timers: Memory): number
  /** C: `void *zmq_stopwatch_start(void)`; fresh. */
  zmq_stopwatch_start(): Pointer<'void'>
  /** C: `unsigned long zmq_stopwatch_intermediate(void *watch)`. */
  zmq_stopwatch_intermediate(watch: Memory): number
  /** C: `unsigned long zmq_stopwatch_stop(void *watch)`. */
  zmq_stopwatch_stop(watch: Memory): number
  /** C: `void zmq_sleep(int seconds)`; can block. */
  zmq_sleep(seconds: number): void
  /** C: `void *zmq_threadstart(zmq_thread_fn *func, void *arg)`; fresh; calls back on another thread. */
  zmq_threadstart(func: NativeFunction | Pointer, arg: Memory | null): Pointer<'void'>
  /** C: `void zmq_threadclose(void *thread)`; can block. */
  zmq_threadclose(thread: Memory): void
  /** C: `int zmq_ctx_set_ext(void *context, int option, const void *optval, size_t optvallen)`; draft. */
  zmq_ctx_set_ext(context: RawSocket, option: number, optval: Memory, optvallen: number | bigint): number
  /** C: `int zmq_ctx_get_ext(void *context, int option, void *optval, size_t *optvallen)`; draft. */
  zmq_ctx_get_ext(context: RawSocket, option: number, optval: Memory, optvallen: Ref<number>): number
  /** C: `int zmq_join(void *s, const char *group)`; draft. */
  zmq_join(s: RawSocket, group: string): number
  /** C: `int zmq_leave(void *s, const char *group)`; draft. */
  zmq_leave(s: RawSocket, group: string): number
  /** C: `uint32_t zmq_connect_peer(void *s, const char *addr)`; draft. */
  zmq_connect_peer(s: RawSocket, addr: string): number
  /** C: `int zmq_msg_set_routing_id(zmq_msg_t *msg, uint32_t routing_id)`; draft. */
  zmq_msg_set_routing_id(msg: MessageMemory, routing_id: number): number
  /** C: `uint32_t zmq_msg_routing_id(zmq_msg_t *msg)`; draft. */
  zmq_msg_routing_id(msg: MessageMemory): number
  /** C: `int zmq_msg_set_group(zmq_msg_t *msg, const char *group)`; draft. */
  zmq_msg_set_group(msg: MessageMemory, group: string): number
  /** C: `const char *zmq_msg_group(zmq_msg_t *msg)`; draft; borrowed. */
  zmq_msg_group(msg: MessageMemory): string | null
  /** C: `int zmq_msg_init_buffer(zmq_msg_t *msg, const void *buf, size_t size)`; draft. */
  zmq_msg_init_buffer(msg: MessageMemory, buf: Memory, size: number | bigint): number
  /** C: `void *zmq_poller_new(void)`; draft; fresh. */
  zmq_poller_new(): Pointer<'void'>
  /** C: `int zmq_poller_destroy(void **poller_p)`; draft. */
  zmq_poller_destroy(poller_p: Ref<Pointer>): number
  /** C: `int zmq_poller_size(void *poller)`; draft. */
  zmq_poller_size(poller: Memory): number
  /** C: `int zmq_poller_add(void *poller, void *socket, void *user_data, short events)`; draft. */
  zmq_poller_add(poller: Memory, socket: RawSocket, user_data: Memory, events: number): number
  /** C: `int zmq_poller_modify(void *poller, void *socket, short events)`; draft. */
  zmq_poller_modify(poller: Memory, socket: RawSocket, events: number): number
  /** C: `int zmq_poller_remove(void *poller, void *socket)`; draft. */
  zmq_poller_remove(poller: Memory, socket: RawSocket): number
  /** C: `int zmq_poller_wait(void *poller, zmq_poller_event_t *event, long timeout)`; draft; can block. */
  zmq_poller_wait(poller: Memory, event: Pointer<'zmq_poller_event_t'>, timeout: number | bigint): number
  /** C: `int zmq_poller_wait_all(void *poller, zmq_poller_event_t *events, int n_events, long timeout)`; draft; can block. */
  zmq_poller_wait_all(poller: Memory, events: Pointer<'zmq_poller_event_t'>, n_events: number, timeout: number | bigint): number
  /** C: `int zmq_poller_fd(void *poller, zmq_fd_t *fd)`; draft. */
  zmq_poller_fd(poller: Memory, fd: Pointer<'zmq_fd_t'>): number
  /** C: `int zmq_poller_add_fd(void *poller, zmq_fd_t fd, void *user_data, short events)`; draft. */
  zmq_poller_add_fd(poller: Memory, fd: number, user_data: Memory, events: number): number
  /** C: `int zmq_poller_modify_fd(void *poller, zmq_fd_t fd, short events)`; draft. */
  zmq_poller_modify_fd(poller: Memory, fd: number, events: number): number
  /** C: `int zmq_poller_remove_fd(void *poller, zmq_fd_t fd)`; draft. */
  zmq_poller_remove_fd(poller: Memory, fd: number): number
  /** C: `int zmq_socket_get_peer_state(void *socket, const void *routing_id, size_t routing_id_size)`; draft. */
  zmq_socket_get_peer_state(socket: RawSocket, routing_id: Memory, routing_id_size: number | bigint): number
  /** C: `int zmq_socket_monitor_versioned(void *s, const char *addr, uint64_t events, int event_version, int type)`; draft. */
  zmq_socket_monitor_versioned(s: RawSocket, addr: string | null, events: number | bigint, event_version: number, type: number): number
  /** C: `int zmq_socket_monitor_pipes_stats(void *s)`; draft. */
  zmq_socket_monitor_pipes_stats(s: RawSocket): number
}
