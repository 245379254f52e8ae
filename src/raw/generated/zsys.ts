// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { Memory, NativeFunction, Pointer, RawSocket, Ref, Variadic } from '../types.ts'

/** Prototypes of zsys as koffi reads them. */
export const prototypes = {
  zsys_init: 'void * zsys_init()',
  zsys_shutdown: 'void zsys_shutdown()',
  zsys_socket: 'void * zsys_socket(int type, const char * filename, size_t line_nbr)',
  zsys_close: 'int zsys_close(void * handle, const char * filename, size_t line_nbr)',
  zsys_sockname: 'const char * zsys_sockname(int socktype)',
  zsys_create_pipe: 'void * zsys_create_pipe(_Inout_ void ** backend_p)',
  zsys_handler_set: 'void zsys_handler_set(void * handler_fn)',
  zsys_handler_reset: 'void zsys_handler_reset()',
  zsys_catch_interrupts: 'void zsys_catch_interrupts()',
  zsys_file_exists: 'bool zsys_file_exists(const char * filename)',
  zsys_file_modified: 'int64_t zsys_file_modified(const char * filename)',
  zsys_file_mode: 'int zsys_file_mode(const char * filename)',
  zsys_file_delete: 'int zsys_file_delete(const char * filename)',
  zsys_file_stable: 'bool zsys_file_stable(const char * filename)',
  zsys_dir_create: 'int zsys_dir_create(const char * pathname, ...)',
  zsys_dir_delete: 'int zsys_dir_delete(const char * pathname, ...)',
  zsys_dir_change: 'int zsys_dir_change(const char * pathname)',
  zsys_file_mode_private: 'void zsys_file_mode_private()',
  zsys_file_mode_default: 'void zsys_file_mode_default()',
  zsys_version: 'void zsys_version(_Inout_ int * major, _Inout_ int * minor, _Inout_ int * patch)',
  zsys_sprintf: 'str! zsys_sprintf(const char * format, ...)',
  zsys_udp_new: 'int zsys_udp_new(bool routable)',
  zsys_udp_close: 'int zsys_udp_close(int handle)',
  zsys_udp_send: 'int zsys_udp_send(int udpsock, void * frame, void * address, int addrlen)',
  zsys_udp_recv: 'void * zsys_udp_recv(int udpsock, void * peername, int peerlen)',
  zsys_socket_error: 'void zsys_socket_error(const char * reason)',
  zsys_hostname: 'str! zsys_hostname()',
  zsys_daemonize: 'int zsys_daemonize(const char * workdir)',
  zsys_run_as: 'int zsys_run_as(const char * lockfile, const char * group, const char * user)',
  zsys_has_curve: 'bool zsys_has_curve()',
  zsys_set_io_threads: 'void zsys_set_io_threads(size_t io_threads)',
  zsys_set_thread_sched_policy: 'void zsys_set_thread_sched_policy(int policy)',
  zsys_set_thread_priority: 'void zsys_set_thread_priority(int priority)',
  zsys_set_thread_name_prefix: 'void zsys_set_thread_name_prefix(int prefix)',
  zsys_thread_name_prefix: 'int zsys_thread_name_prefix()',
  zsys_thread_affinity_cpu_add: 'void zsys_thread_affinity_cpu_add(int cpu)',
  zsys_thread_affinity_cpu_remove: 'void zsys_thread_affinity_cpu_remove(int cpu)',
  zsys_set_max_sockets: 'void zsys_set_max_sockets(size_t max_sockets)',
  zsys_socket_limit: 'size_t zsys_socket_limit()',
  zsys_set_max_msgsz: 'void zsys_set_max_msgsz(int max_msgsz)',
  zsys_max_msgsz: 'int zsys_max_msgsz()',
  zsys_set_linger: 'void zsys_set_linger(size_t linger)',
  zsys_set_sndhwm: 'void zsys_set_sndhwm(size_t sndhwm)',
  zsys_set_rcvhwm: 'void zsys_set_rcvhwm(size_t rcvhwm)',
  zsys_set_pipehwm: 'void zsys_set_pipehwm(size_t pipehwm)',
  zsys_pipehwm: 'size_t zsys_pipehwm()',
  zsys_set_ipv6: 'void zsys_set_ipv6(int ipv6)',
  zsys_ipv6: 'int zsys_ipv6()',
  zsys_set_interface: 'void zsys_set_interface(const char * value)',
  zsys_interface: 'const char * zsys_interface()',
  zsys_set_ipv6_address: 'void zsys_set_ipv6_address(const char * value)',
  zsys_ipv6_address: 'const char * zsys_ipv6_address()',
  zsys_set_ipv6_mcast_address: 'void zsys_set_ipv6_mcast_address(const char * value)',
  zsys_ipv6_mcast_address: 'const char * zsys_ipv6_mcast_address()',
  zsys_set_auto_use_fd: 'void zsys_set_auto_use_fd(int auto_use_fd)',
  zsys_auto_use_fd: 'int zsys_auto_use_fd()',
  zsys_set_logident: 'void zsys_set_logident(const char * value)',
  zsys_set_logstream: 'void zsys_set_logstream(void * stream)',
  zsys_set_logsender: 'void zsys_set_logsender(const char * endpoint)',
  zsys_set_logsystem: 'void zsys_set_logsystem(bool logsystem)',
  zsys_error: 'void zsys_error(const char * format, ...)',
  zsys_warning: 'void zsys_warning(const char * format, ...)',
  zsys_notice: 'void zsys_notice(const char * format, ...)',
  zsys_info: 'void zsys_info(const char * format, ...)',
  zsys_debug: 'void zsys_debug(const char * format, ...)',
  zsys_test: 'void zsys_test(bool verbose)',
  zsys_is_interrupted: 'bool zsys_is_interrupted()',
  zsys_set_interrupted: 'void zsys_set_interrupted()',
  zsys_sprintf_hint: 'str! zsys_sprintf_hint(int hint, const char * format, ...)',
  zsys_set_thread_name_prefix_str: 'void zsys_set_thread_name_prefix_str(const char * prefix)',
  zsys_thread_name_prefix_str: 'const char * zsys_thread_name_prefix_str()',
  zsys_set_zero_copy_recv: 'void zsys_set_zero_copy_recv(int zero_copy)',
  zsys_zero_copy_recv: 'int zsys_zero_copy_recv()',
  zsys_set_file_stable_age_msec: 'void zsys_set_file_stable_age_msec(int64_t file_stable_age_msec)',
  zsys_file_stable_age_msec: 'int64_t zsys_file_stable_age_msec()',
  zsys_ipv6_available: 'bool zsys_ipv6_available()',
  zsys_set_ipv4_mcast_address: 'void zsys_set_ipv4_mcast_address(const char * value)',
  zsys_ipv4_mcast_address: 'const char * zsys_ipv4_mcast_address()',
  zsys_set_mcast_ttl: 'void zsys_set_mcast_ttl(uint8_t value)',
  zsys_mcast_ttl: 'uint8_t zsys_mcast_ttl()',
  zsys_zprintf: 'str! zsys_zprintf(const char * format, void * args)',
  zsys_zprintf_error: 'str! zsys_zprintf_error(const char * format, void * args)',
  zsys_zplprintf: 'str! zsys_zplprintf(const char * format, void * args)',
  zsys_zplprintf_error: 'str! zsys_zplprintf_error(const char * format, void * args)',
  zsys_file_size: 'int64_t zsys_file_size(const char * filename)',
} as const

/** How the variable arguments are read. */
export const variadics = {
  zsys_dir_create: 'format',
  zsys_dir_delete: 'format',
  zsys_sprintf: 'format',
  zsys_error: 'format',
  zsys_warning: 'format',
  zsys_notice: 'format',
  zsys_info: 'format',
  zsys_debug: 'format',
  zsys_sprintf_hint: 'format',
} as const

/** The C functions of zsys. */
export interface ZsysFunctions {
  /** C: `void *zsys_init(void)`; borrowed. */
  zsys_init(): Pointer<'void'> | null
  /** C: `void zsys_shutdown(void)`. */
  zsys_shutdown(): void
  /** C: `void *zsys_socket(int type, const char *filename, size_t line_nbr)`; fresh. */
  zsys_socket(type: number, filename: string | null, line_nbr: number | bigint): Pointer<'void'> | null
  /** C: `int zsys_close(void *handle, const char *filename, size_t line_nbr)`; takes handle. */
  zsys_close(handle: RawSocket, filename: string | null, line_nbr: number | bigint): number
  /** C: `char *zsys_sockname(int socktype)`; borrowed. */
  zsys_sockname(socktype: number): string
  /** C: `zsock_t *zsys_create_pipe(zsock_t **backend_p)`; fresh. */
  zsys_create_pipe(backend_p: Ref<Pointer<'zsock_t'>>): Pointer<'zsock_t'> | null
  /** C: `void zsys_handler_set(zsys_handler_fn *handler_fn)`; calls back on another thread. */
  zsys_handler_set(handler_fn: NativeFunction | Pointer | null): void
  /** C: `void zsys_handler_reset(void)`. */
  zsys_handler_reset(): void
  /** C: `void zsys_catch_interrupts(void)`. */
  zsys_catch_interrupts(): void
  /** C: `_Bool zsys_file_exists(const char *filename)`. */
  zsys_file_exists(filename: string): boolean
  /** C: `time_t zsys_file_modified(const char *filename)`. */
  zsys_file_modified(filename: string): number
  /** C: `int zsys_file_mode(const char *filename)`. */
  zsys_file_mode(filename: string): number
  /** C: `int zsys_file_delete(const char *filename)`. */
  zsys_file_delete(filename: string): number
  /** C: `_Bool zsys_file_stable(const char *filename)`. */
  zsys_file_stable(filename: string): boolean
  /** C: `int zsys_dir_create(const char *pathname, ...)`. */
  zsys_dir_create(pathname: string, ...variadic: Variadic[]): number
  /** C: `int zsys_dir_delete(const char *pathname, ...)`. */
  zsys_dir_delete(pathname: string, ...variadic: Variadic[]): number
  /** C: `int zsys_dir_change(const char *pathname)`. */
  zsys_dir_change(pathname: string): number
  /** C: `void zsys_file_mode_private(void)`. */
  zsys_file_mode_private(): void
  /** C: `void zsys_file_mode_default(void)`. */
  zsys_file_mode_default(): void
  /** C: `void zsys_version(int *major, int *minor, int *patch)`. */
  zsys_version(major: Ref<number> | null, minor: Ref<number> | null, patch: Ref<number> | null): void
  /** C: `char *zsys_sprintf(const char *format, ...)`; a copy; C's string is freed. */
  zsys_sprintf(format: string, ...variadic: Variadic[]): string | null
  /** C: `SOCKET zsys_udp_new(_Bool routable)`. */
  zsys_udp_new(routable: boolean): number
  /** C: `int zsys_udp_close(SOCKET handle)`. */
  zsys_udp_close(handle: number): number
  /** C: `int zsys_udp_send(SOCKET udpsock, zframe_t *frame, inaddr_t *address, int addrlen)`. */
  zsys_udp_send(udpsock: number, frame: Pointer<'zframe_t'>, address: Pointer<'inaddr_t'>, addrlen: number): number
  /** C: `zframe_t *zsys_udp_recv(SOCKET udpsock, char *peername, int peerlen)`; fresh. */
  zsys_udp_recv(udpsock: number, peername: Memory, peerlen: number): Pointer<'zframe_t'> | null
  /** C: `void zsys_socket_error(const char *reason)`. */
  zsys_socket_error(reason: string): void
  /** C: `char *zsys_hostname(void)`; a copy; C's string is freed. */
  zsys_hostname(): string | null
  /** C: `int zsys_daemonize(const char *workdir)`. */
  zsys_daemonize(workdir: string | null): number
  /** C: `int zsys_run_as(const char *lockfile, const char *group, const char *user)`. */
  zsys_run_as(lockfile: string | null, group: string | null, user: string | null): number
  /** C: `_Bool zsys_has_curve(void)`. */
  zsys_has_curve(): boolean
  /** C: `void zsys_set_io_threads(size_t io_threads)`. */
  zsys_set_io_threads(io_threads: number | bigint): void
  /** C: `void zsys_set_thread_sched_policy(int policy)`. */
  zsys_set_thread_sched_policy(policy: number): void
  /** C: `void zsys_set_thread_priority(int priority)`. */
  zsys_set_thread_priority(priority: number): void
  /** C: `void zsys_set_thread_name_prefix(int prefix)`. */
  zsys_set_thread_name_prefix(prefix: number): void
  /** C: `int zsys_thread_name_prefix(void)`. */
  zsys_thread_name_prefix(): number
  /** C: `void zsys_thread_affinity_cpu_add(int cpu)`. */
  zsys_thread_affinity_cpu_add(cpu: number): void
  /** C: `void zsys_thread_affinity_cpu_remove(int cpu)`. */
  zsys_thread_affinity_cpu_remove(cpu: number): void
  /** C: `void zsys_set_max_sockets(size_t max_sockets)`. */
  zsys_set_max_sockets(max_sockets: number | bigint): void
  /** C: `size_t zsys_socket_limit(void)`. */
  zsys_socket_limit(): number
  /** C: `void zsys_set_max_msgsz(int max_msgsz)`. */
  zsys_set_max_msgsz(max_msgsz: number): void
  /** C: `int zsys_max_msgsz(void)`. */
  zsys_max_msgsz(): number
  /** C: `void zsys_set_linger(size_t linger)`. */
  zsys_set_linger(linger: number | bigint): void
  /** C: `void zsys_set_sndhwm(size_t sndhwm)`. */
  zsys_set_sndhwm(sndhwm: number | bigint): void
  /** C: `void zsys_set_rcvhwm(size_t rcvhwm)`. */
  zsys_set_rcvhwm(rcvhwm: number | bigint): void
  /** C: `void zsys_set_pipehwm(size_t pipehwm)`. */
  zsys_set_pipehwm(pipehwm: number | bigint): void
  /** C: `size_t zsys_pipehwm(void)`. */
  zsys_pipehwm(): number
  /** C: `void zsys_set_ipv6(int ipv6)`. */
  zsys_set_ipv6(ipv6: number): void
  /** C: `int zsys_ipv6(void)`. */
  zsys_ipv6(): number
  /** C: `void zsys_set_interface(const char *value)`. */
  zsys_set_interface(value: string): void
  /** C: `const char *zsys_interface(void)`; borrowed. */
  zsys_interface(): string
  /** C: `void zsys_set_ipv6_address(const char *value)`. */
  zsys_set_ipv6_address(value: string): void
  /** C: `const char *zsys_ipv6_address(void)`; borrowed. */
  zsys_ipv6_address(): string
  /** C: `void zsys_set_ipv6_mcast_address(const char *value)`. */
  zsys_set_ipv6_mcast_address(value: string): void
  /** C: `const char *zsys_ipv6_mcast_address(void)`; borrowed. */
  zsys_ipv6_mcast_address(): string
  /** C: `void zsys_set_auto_use_fd(int auto_use_fd)`. */
  zsys_set_auto_use_fd(auto_use_fd: number): void
  /** C: `int zsys_auto_use_fd(void)`. */
  zsys_auto_use_fd(): number
  /** C: `void zsys_set_logident(const char *value)`. */
  zsys_set_logident(value: string): void
  /** C: `void zsys_set_logstream(FILE *stream)`; keeps stream. */
  zsys_set_logstream(stream: Pointer<'FILE'> | null): void
  /** C: `void zsys_set_logsender(const char *endpoint)`. */
  zsys_set_logsender(endpoint: string | null): void
  /** C: `void zsys_set_logsystem(_Bool logsystem)`. */
  zsys_set_logsystem(logsystem: boolean): void
  /** C: `void zsys_error(const char *format, ...)`. */
  zsys_error(format: string, ...variadic: Variadic[]): void
  /** C: `void zsys_warning(const char *format, ...)`. */
  zsys_warning(format: string, ...variadic: Variadic[]): void
  /** C: `void zsys_notice(const char *format, ...)`. */
  zsys_notice(format: string, ...variadic: Variadic[]): void
  /** C: `void zsys_info(const char *format, ...)`. */
  zsys_info(format: string, ...variadic: Variadic[]): void
  /** C: `void zsys_debug(const char *format, ...)`. */
  zsys_debug(format: string, ...variadic: Variadic[]): void
  /** C: `void zsys_test(_Bool verbose)`. */
  zsys_test(verbose: boolean): void
  /** C: `_Bool zsys_is_interrupted(void)`; draft. */
  zsys_is_interrupted(): boolean
  /** C: `void zsys_set_interrupted(void)`; draft. */
  zsys_set_interrupted(): void
  /** C: `char *zsys_sprintf_hint(int hint, const char *format, ...)`; draft; a copy; C's string is freed. */
  zsys_sprintf_hint(hint: number, format: string, ...variadic: Variadic[]): string | null
  /** C: `void zsys_set_thread_name_prefix_str(const char *prefix)`; draft. */
  zsys_set_thread_name_prefix_str(prefix: string): void
  /** C: `const char *zsys_thread_name_prefix_str(void)`; draft; borrowed. */
  zsys_thread_name_prefix_str(): string
  /** C: `void zsys_set_zero_copy_recv(int zero_copy)`; draft. */
  zsys_set_zero_copy_recv(zero_copy: number): void
  /** C: `int zsys_zero_copy_recv(void)`; draft. */
  zsys_zero_copy_recv(): number
  /** C: `void zsys_set_file_stable_age_msec(int64_t file_stable_age_msec)`; draft. */
  zsys_set_file_stable_age_msec(file_stable_age_msec: number | bigint): void
  /** C: `int64_t zsys_file_stable_age_msec(void)`; draft. */
  zsys_file_stable_age_msec(): number
  /** C: `_Bool zsys_ipv6_available(void)`; draft. */
  zsys_ipv6_available(): boolean
  /** C: `void zsys_set_ipv4_mcast_address(const char *value)`; draft. */
  zsys_set_ipv4_mcast_address(value: string): void
  /** C: `const char *zsys_ipv4_mcast_address(void)`; draft; borrowed. */
  zsys_ipv4_mcast_address(): string | null
  /** C: `void zsys_set_mcast_ttl(byte value)`; draft. */
  zsys_set_mcast_ttl(value: number): void
  /** C: `byte zsys_mcast_ttl(void)`; draft. */
  zsys_mcast_ttl(): number
  /** C: `char *zsys_zprintf(const char *format, zhash_t *args)`; draft; a copy; C's string is freed. */
  zsys_zprintf(format: string, args: Pointer<'zhash_t'>): string | null
  /** C: `char *zsys_zprintf_error(const char *format, zhash_t *args)`; draft; a copy; C's string is freed. */
  zsys_zprintf_error(format: string, args: Pointer<'zhash_t'>): string | null
  /** C: `char *zsys_zplprintf(const char *format, zconfig_t *args)`; draft; a copy; C's string is freed. */
  zsys_zplprintf(format: string, args: Pointer<'zconfig_t'>): string | null
  /** C: `char *zsys_zplprintf_error(const char *format, zconfig_t *args)`; draft; a copy; C's string is freed. */
  zsys_zplprintf_error(format: string, args: Pointer<'zconfig_t'>): string | null
  /** C: `ssize_t zsys_file_size(const char *filename)`. */
  zsys_file_size(filename: string): number
}
