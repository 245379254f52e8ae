// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { Memory, Pointer, RawSocket, Ref, Variadic } from '../types.ts'

/** Prototypes of zsock as koffi reads them. */
export const prototypes = {
  zsock_new: 'void * zsock_new(int type)',
  zsock_new_pub: 'void * zsock_new_pub(const char * endpoint)',
  zsock_new_sub: 'void * zsock_new_sub(const char * endpoint, const char * subscribe)',
  zsock_new_req: 'void * zsock_new_req(const char * endpoint)',
  zsock_new_rep: 'void * zsock_new_rep(const char * endpoint)',
  zsock_new_dealer: 'void * zsock_new_dealer(const char * endpoint)',
  zsock_new_router: 'void * zsock_new_router(const char * endpoint)',
  zsock_new_push: 'void * zsock_new_push(const char * endpoint)',
  zsock_new_pull: 'void * zsock_new_pull(const char * endpoint)',
  zsock_new_xpub: 'void * zsock_new_xpub(const char * endpoint)',
  zsock_new_xsub: 'void * zsock_new_xsub(const char * endpoint)',
  zsock_new_pair: 'void * zsock_new_pair(const char * endpoint)',
  zsock_new_stream: 'void * zsock_new_stream(const char * endpoint)',
  zsock_destroy: 'void zsock_destroy(_Inout_ void ** self_p)',
  zsock_bind: 'int zsock_bind(void * self, const char * format, ...)',
  zsock_endpoint: 'const char * zsock_endpoint(void * self)',
  zsock_unbind: 'int zsock_unbind(void * self, const char * format, ...)',
  zsock_connect: 'int zsock_connect(void * self, const char * format, ...)',
  zsock_disconnect: 'int zsock_disconnect(void * self, const char * format, ...)',
  zsock_attach: 'int zsock_attach(void * self, const char * endpoints, bool serverish)',
  zsock_type_str: 'const char * zsock_type_str(void * self)',
  zsock_send: 'int zsock_send(void * self, const char * picture, ...)',
  zsock_recv: 'int zsock_recv(void * self, const char * picture, ...)',
  zsock_bsend: 'int zsock_bsend(void * self, const char * picture, ...)',
  zsock_brecv: 'int zsock_brecv(void * self, const char * picture, ...)',
  zsock_set_unbounded: 'void zsock_set_unbounded(void * self)',
  zsock_signal: 'int zsock_signal(void * self, uint8_t status)',
  zsock_wait: 'int zsock_wait(void * self)',
  zsock_flush: 'void zsock_flush(void * self)',
  zsock_is: 'bool zsock_is(void * self)',
  zsock_resolve: 'void * zsock_resolve(void * self)',
  zsock_priority: 'int zsock_priority(void * self)',
  zsock_set_priority: 'void zsock_set_priority(void * self, int priority)',
  zsock_reconnect_stop: 'int zsock_reconnect_stop(void * self)',
  zsock_set_reconnect_stop: 'void zsock_set_reconnect_stop(void * self, int reconnect_stop)',
  zsock_set_only_first_subscribe: 'void zsock_set_only_first_subscribe(void * self, int only_first_subscribe)',
  zsock_set_hello_msg: 'void zsock_set_hello_msg(void * self, void * hello_msg)',
  zsock_set_disconnect_msg: 'void zsock_set_disconnect_msg(void * self, void * disconnect_msg)',
  zsock_set_wss_trust_system: 'void zsock_set_wss_trust_system(void * self, int wss_trust_system)',
  zsock_set_wss_hostname: 'void zsock_set_wss_hostname(void * self, const char * wss_hostname)',
  zsock_set_wss_trust_pem: 'void zsock_set_wss_trust_pem(void * self, const char * wss_trust_pem)',
  zsock_set_wss_cert_pem: 'void zsock_set_wss_cert_pem(void * self, const char * wss_cert_pem)',
  zsock_set_wss_key_pem: 'void zsock_set_wss_key_pem(void * self, const char * wss_key_pem)',
  zsock_out_batch_size: 'int zsock_out_batch_size(void * self)',
  zsock_set_out_batch_size: 'void zsock_set_out_batch_size(void * self, int out_batch_size)',
  zsock_in_batch_size: 'int zsock_in_batch_size(void * self)',
  zsock_set_in_batch_size: 'void zsock_set_in_batch_size(void * self, int in_batch_size)',
  zsock_socks_password: 'str! zsock_socks_password(void * self)',
  zsock_set_socks_password: 'void zsock_set_socks_password(void * self, const char * socks_password)',
  zsock_socks_username: 'str! zsock_socks_username(void * self)',
  zsock_set_socks_username: 'void zsock_set_socks_username(void * self, const char * socks_username)',
  zsock_set_xpub_manual_last_value: 'void zsock_set_xpub_manual_last_value(void * self, int xpub_manual_last_value)',
  zsock_router_notify: 'int zsock_router_notify(void * self)',
  zsock_set_router_notify: 'void zsock_set_router_notify(void * self, int router_notify)',
  zsock_multicast_loop: 'int zsock_multicast_loop(void * self)',
  zsock_set_multicast_loop: 'void zsock_set_multicast_loop(void * self, int multicast_loop)',
  zsock_metadata: 'str! zsock_metadata(void * self)',
  zsock_set_metadata: 'void zsock_set_metadata(void * self, const char * metadata)',
  zsock_loopback_fastpath: 'int zsock_loopback_fastpath(void * self)',
  zsock_set_loopback_fastpath: 'void zsock_set_loopback_fastpath(void * self, int loopback_fastpath)',
  zsock_zap_enforce_domain: 'int zsock_zap_enforce_domain(void * self)',
  zsock_set_zap_enforce_domain: 'void zsock_set_zap_enforce_domain(void * self, int zap_enforce_domain)',
  zsock_gssapi_principal_nametype: 'int zsock_gssapi_principal_nametype(void * self)',
  zsock_set_gssapi_principal_nametype: 'void zsock_set_gssapi_principal_nametype(void * self, int gssapi_principal_nametype)',
  zsock_gssapi_service_principal_nametype: 'int zsock_gssapi_service_principal_nametype(void * self)',
  zsock_set_gssapi_service_principal_nametype: 'void zsock_set_gssapi_service_principal_nametype(void * self, int gssapi_service_principal_nametype)',
  zsock_bindtodevice: 'str! zsock_bindtodevice(void * self)',
  zsock_set_bindtodevice: 'void zsock_set_bindtodevice(void * self, const char * bindtodevice)',
  zsock_heartbeat_ivl: 'int zsock_heartbeat_ivl(void * self)',
  zsock_set_heartbeat_ivl: 'void zsock_set_heartbeat_ivl(void * self, int heartbeat_ivl)',
  zsock_heartbeat_ttl: 'int zsock_heartbeat_ttl(void * self)',
  zsock_set_heartbeat_ttl: 'void zsock_set_heartbeat_ttl(void * self, int heartbeat_ttl)',
  zsock_heartbeat_timeout: 'int zsock_heartbeat_timeout(void * self)',
  zsock_set_heartbeat_timeout: 'void zsock_set_heartbeat_timeout(void * self, int heartbeat_timeout)',
  zsock_use_fd: 'int zsock_use_fd(void * self)',
  zsock_set_use_fd: 'void zsock_set_use_fd(void * self, int use_fd)',
  zsock_set_xpub_manual: 'void zsock_set_xpub_manual(void * self, int xpub_manual)',
  zsock_set_xpub_welcome_msg: 'void zsock_set_xpub_welcome_msg(void * self, const char * xpub_welcome_msg)',
  zsock_set_stream_notify: 'void zsock_set_stream_notify(void * self, int stream_notify)',
  zsock_invert_matching: 'int zsock_invert_matching(void * self)',
  zsock_set_invert_matching: 'void zsock_set_invert_matching(void * self, int invert_matching)',
  zsock_set_xpub_verboser: 'void zsock_set_xpub_verboser(void * self, int xpub_verboser)',
  zsock_connect_timeout: 'int zsock_connect_timeout(void * self)',
  zsock_set_connect_timeout: 'void zsock_set_connect_timeout(void * self, int connect_timeout)',
  zsock_tcp_maxrt: 'int zsock_tcp_maxrt(void * self)',
  zsock_set_tcp_maxrt: 'void zsock_set_tcp_maxrt(void * self, int tcp_maxrt)',
  zsock_thread_safe: 'int zsock_thread_safe(void * self)',
  zsock_multicast_maxtpdu: 'int zsock_multicast_maxtpdu(void * self)',
  zsock_set_multicast_maxtpdu: 'void zsock_set_multicast_maxtpdu(void * self, int multicast_maxtpdu)',
  zsock_vmci_buffer_size: 'int zsock_vmci_buffer_size(void * self)',
  zsock_set_vmci_buffer_size: 'void zsock_set_vmci_buffer_size(void * self, int vmci_buffer_size)',
  zsock_vmci_buffer_min_size: 'int zsock_vmci_buffer_min_size(void * self)',
  zsock_set_vmci_buffer_min_size: 'void zsock_set_vmci_buffer_min_size(void * self, int vmci_buffer_min_size)',
  zsock_vmci_buffer_max_size: 'int zsock_vmci_buffer_max_size(void * self)',
  zsock_set_vmci_buffer_max_size: 'void zsock_set_vmci_buffer_max_size(void * self, int vmci_buffer_max_size)',
  zsock_vmci_connect_timeout: 'int zsock_vmci_connect_timeout(void * self)',
  zsock_set_vmci_connect_timeout: 'void zsock_set_vmci_connect_timeout(void * self, int vmci_connect_timeout)',
  zsock_tos: 'int zsock_tos(void * self)',
  zsock_set_tos: 'void zsock_set_tos(void * self, int tos)',
  zsock_set_router_handover: 'void zsock_set_router_handover(void * self, int router_handover)',
  zsock_set_connect_rid: 'void zsock_set_connect_rid(void * self, const char * connect_rid)',
  zsock_set_connect_rid_bin: 'void zsock_set_connect_rid_bin(void * self, void * connect_rid)',
  zsock_handshake_ivl: 'int zsock_handshake_ivl(void * self)',
  zsock_set_handshake_ivl: 'void zsock_set_handshake_ivl(void * self, int handshake_ivl)',
  zsock_socks_proxy: 'str! zsock_socks_proxy(void * self)',
  zsock_set_socks_proxy: 'void zsock_set_socks_proxy(void * self, const char * socks_proxy)',
  zsock_set_xpub_nodrop: 'void zsock_set_xpub_nodrop(void * self, int xpub_nodrop)',
  zsock_set_router_mandatory: 'void zsock_set_router_mandatory(void * self, int router_mandatory)',
  zsock_set_probe_router: 'void zsock_set_probe_router(void * self, int probe_router)',
  zsock_set_req_relaxed: 'void zsock_set_req_relaxed(void * self, int req_relaxed)',
  zsock_set_req_correlate: 'void zsock_set_req_correlate(void * self, int req_correlate)',
  zsock_set_conflate: 'void zsock_set_conflate(void * self, int conflate)',
  zsock_zap_domain: 'str! zsock_zap_domain(void * self)',
  zsock_set_zap_domain: 'void zsock_set_zap_domain(void * self, const char * zap_domain)',
  zsock_mechanism: 'int zsock_mechanism(void * self)',
  zsock_plain_server: 'int zsock_plain_server(void * self)',
  zsock_set_plain_server: 'void zsock_set_plain_server(void * self, int plain_server)',
  zsock_plain_username: 'str! zsock_plain_username(void * self)',
  zsock_set_plain_username: 'void zsock_set_plain_username(void * self, const char * plain_username)',
  zsock_plain_password: 'str! zsock_plain_password(void * self)',
  zsock_set_plain_password: 'void zsock_set_plain_password(void * self, const char * plain_password)',
  zsock_curve_server: 'int zsock_curve_server(void * self)',
  zsock_set_curve_server: 'void zsock_set_curve_server(void * self, int curve_server)',
  zsock_curve_publickey: 'str! zsock_curve_publickey(void * self)',
  zsock_set_curve_publickey: 'void zsock_set_curve_publickey(void * self, const char * curve_publickey)',
  zsock_set_curve_publickey_bin: 'void zsock_set_curve_publickey_bin(void * self, void * curve_publickey)',
  zsock_curve_secretkey: 'str! zsock_curve_secretkey(void * self)',
  zsock_set_curve_secretkey: 'void zsock_set_curve_secretkey(void * self, const char * curve_secretkey)',
  zsock_set_curve_secretkey_bin: 'void zsock_set_curve_secretkey_bin(void * self, void * curve_secretkey)',
  zsock_curve_serverkey: 'str! zsock_curve_serverkey(void * self)',
  zsock_set_curve_serverkey: 'void zsock_set_curve_serverkey(void * self, const char * curve_serverkey)',
  zsock_set_curve_serverkey_bin: 'void zsock_set_curve_serverkey_bin(void * self, void * curve_serverkey)',
  zsock_gssapi_server: 'int zsock_gssapi_server(void * self)',
  zsock_set_gssapi_server: 'void zsock_set_gssapi_server(void * self, int gssapi_server)',
  zsock_gssapi_plaintext: 'int zsock_gssapi_plaintext(void * self)',
  zsock_set_gssapi_plaintext: 'void zsock_set_gssapi_plaintext(void * self, int gssapi_plaintext)',
  zsock_gssapi_principal: 'str! zsock_gssapi_principal(void * self)',
  zsock_set_gssapi_principal: 'void zsock_set_gssapi_principal(void * self, const char * gssapi_principal)',
  zsock_gssapi_service_principal: 'str! zsock_gssapi_service_principal(void * self)',
  zsock_set_gssapi_service_principal: 'void zsock_set_gssapi_service_principal(void * self, const char * gssapi_service_principal)',
  zsock_ipv6: 'int zsock_ipv6(void * self)',
  zsock_set_ipv6: 'void zsock_set_ipv6(void * self, int ipv6)',
  zsock_immediate: 'int zsock_immediate(void * self)',
  zsock_set_immediate: 'void zsock_set_immediate(void * self, int immediate)',
  zsock_sndhwm: 'int zsock_sndhwm(void * self)',
  zsock_set_sndhwm: 'void zsock_set_sndhwm(void * self, int sndhwm)',
  zsock_rcvhwm: 'int zsock_rcvhwm(void * self)',
  zsock_set_rcvhwm: 'void zsock_set_rcvhwm(void * self, int rcvhwm)',
  zsock_maxmsgsize: 'int zsock_maxmsgsize(void * self)',
  zsock_set_maxmsgsize: 'void zsock_set_maxmsgsize(void * self, int maxmsgsize)',
  zsock_multicast_hops: 'int zsock_multicast_hops(void * self)',
  zsock_set_multicast_hops: 'void zsock_set_multicast_hops(void * self, int multicast_hops)',
  zsock_set_xpub_verbose: 'void zsock_set_xpub_verbose(void * self, int xpub_verbose)',
  zsock_tcp_keepalive: 'int zsock_tcp_keepalive(void * self)',
  zsock_set_tcp_keepalive: 'void zsock_set_tcp_keepalive(void * self, int tcp_keepalive)',
  zsock_tcp_keepalive_idle: 'int zsock_tcp_keepalive_idle(void * self)',
  zsock_set_tcp_keepalive_idle: 'void zsock_set_tcp_keepalive_idle(void * self, int tcp_keepalive_idle)',
  zsock_tcp_keepalive_cnt: 'int zsock_tcp_keepalive_cnt(void * self)',
  zsock_set_tcp_keepalive_cnt: 'void zsock_set_tcp_keepalive_cnt(void * self, int tcp_keepalive_cnt)',
  zsock_tcp_keepalive_intvl: 'int zsock_tcp_keepalive_intvl(void * self)',
  zsock_set_tcp_keepalive_intvl: 'void zsock_set_tcp_keepalive_intvl(void * self, int tcp_keepalive_intvl)',
  zsock_tcp_accept_filter: 'str! zsock_tcp_accept_filter(void * self)',
  zsock_set_tcp_accept_filter: 'void zsock_set_tcp_accept_filter(void * self, const char * tcp_accept_filter)',
  zsock_last_endpoint: 'str! zsock_last_endpoint(void * self)',
  zsock_set_router_raw: 'void zsock_set_router_raw(void * self, int router_raw)',
  zsock_ipv4only: 'int zsock_ipv4only(void * self)',
  zsock_set_ipv4only: 'void zsock_set_ipv4only(void * self, int ipv4only)',
  zsock_set_delay_attach_on_connect: 'void zsock_set_delay_attach_on_connect(void * self, int delay_attach_on_connect)',
  zsock_hwm: 'int zsock_hwm(void * self)',
  zsock_set_hwm: 'void zsock_set_hwm(void * self, int hwm)',
  zsock_swap: 'int zsock_swap(void * self)',
  zsock_set_swap: 'void zsock_set_swap(void * self, int swap)',
  zsock_affinity: 'int zsock_affinity(void * self)',
  zsock_set_affinity: 'void zsock_set_affinity(void * self, int affinity)',
  zsock_identity: 'str! zsock_identity(void * self)',
  zsock_set_identity: 'void zsock_set_identity(void * self, const char * identity)',
  zsock_rate: 'int zsock_rate(void * self)',
  zsock_set_rate: 'void zsock_set_rate(void * self, int rate)',
  zsock_recovery_ivl: 'int zsock_recovery_ivl(void * self)',
  zsock_set_recovery_ivl: 'void zsock_set_recovery_ivl(void * self, int recovery_ivl)',
  zsock_recovery_ivl_msec: 'int zsock_recovery_ivl_msec(void * self)',
  zsock_set_recovery_ivl_msec: 'void zsock_set_recovery_ivl_msec(void * self, int recovery_ivl_msec)',
  zsock_mcast_loop: 'int zsock_mcast_loop(void * self)',
  zsock_set_mcast_loop: 'void zsock_set_mcast_loop(void * self, int mcast_loop)',
  zsock_rcvtimeo: 'int zsock_rcvtimeo(void * self)',
  zsock_set_rcvtimeo: 'void zsock_set_rcvtimeo(void * self, int rcvtimeo)',
  zsock_sndtimeo: 'int zsock_sndtimeo(void * self)',
  zsock_set_sndtimeo: 'void zsock_set_sndtimeo(void * self, int sndtimeo)',
  zsock_sndbuf: 'int zsock_sndbuf(void * self)',
  zsock_set_sndbuf: 'void zsock_set_sndbuf(void * self, int sndbuf)',
  zsock_rcvbuf: 'int zsock_rcvbuf(void * self)',
  zsock_set_rcvbuf: 'void zsock_set_rcvbuf(void * self, int rcvbuf)',
  zsock_linger: 'int zsock_linger(void * self)',
  zsock_set_linger: 'void zsock_set_linger(void * self, int linger)',
  zsock_reconnect_ivl: 'int zsock_reconnect_ivl(void * self)',
  zsock_set_reconnect_ivl: 'void zsock_set_reconnect_ivl(void * self, int reconnect_ivl)',
  zsock_reconnect_ivl_max: 'int zsock_reconnect_ivl_max(void * self)',
  zsock_set_reconnect_ivl_max: 'void zsock_set_reconnect_ivl_max(void * self, int reconnect_ivl_max)',
  zsock_backlog: 'int zsock_backlog(void * self)',
  zsock_set_backlog: 'void zsock_set_backlog(void * self, int backlog)',
  zsock_set_subscribe: 'void zsock_set_subscribe(void * self, const char * subscribe)',
  zsock_set_unsubscribe: 'void zsock_set_unsubscribe(void * self, const char * unsubscribe)',
  zsock_type: 'int zsock_type(void * self)',
  zsock_rcvmore: 'int zsock_rcvmore(void * self)',
  zsock_fd: 'int zsock_fd(void * self)',
  zsock_events: 'int zsock_events(void * self)',
  zsock_test: 'void zsock_test(bool verbose)',
  zsock_new_server: 'void * zsock_new_server(const char * endpoint)',
  zsock_new_client: 'void * zsock_new_client(const char * endpoint)',
  zsock_new_radio: 'void * zsock_new_radio(const char * endpoint)',
  zsock_new_dish: 'void * zsock_new_dish(const char * endpoint)',
  zsock_new_gather: 'void * zsock_new_gather(const char * endpoint)',
  zsock_new_scatter: 'void * zsock_new_scatter(const char * endpoint)',
  zsock_new_dgram: 'void * zsock_new_dgram(const char * endpoint)',
  zsock_routing_id: 'uint32_t zsock_routing_id(void * self)',
  zsock_set_routing_id: 'void zsock_set_routing_id(void * self, uint32_t routing_id)',
  zsock_join: 'int zsock_join(void * self, const char * group)',
  zsock_leave: 'int zsock_leave(void * self, const char * group)',
  zsock_has_in: 'bool zsock_has_in(void * self)',
  zsock_new_checked: 'void * zsock_new_checked(int type, const char * filename, size_t line_nbr)',
  zsock_destroy_checked: 'void zsock_destroy_checked(_Inout_ void ** self_p, const char * filename, size_t line_nbr)',
  zsock_new_pub_checked: 'void * zsock_new_pub_checked(const char * endpoint, const char * filename, size_t line_nbr)',
  zsock_new_sub_checked: 'void * zsock_new_sub_checked(const char * endpoint, const char * subscribe, const char * filename, size_t line_nbr)',
  zsock_new_req_checked: 'void * zsock_new_req_checked(const char * endpoint, const char * filename, size_t line_nbr)',
  zsock_new_rep_checked: 'void * zsock_new_rep_checked(const char * endpoint, const char * filename, size_t line_nbr)',
  zsock_new_dealer_checked: 'void * zsock_new_dealer_checked(const char * endpoint, const char * filename, size_t line_nbr)',
  zsock_new_router_checked: 'void * zsock_new_router_checked(const char * endpoint, const char * filename, size_t line_nbr)',
  zsock_new_push_checked: 'void * zsock_new_push_checked(const char * endpoint, const char * filename, size_t line_nbr)',
  zsock_new_pull_checked: 'void * zsock_new_pull_checked(const char * endpoint, const char * filename, size_t line_nbr)',
  zsock_new_xpub_checked: 'void * zsock_new_xpub_checked(const char * endpoint, const char * filename, size_t line_nbr)',
  zsock_new_xsub_checked: 'void * zsock_new_xsub_checked(const char * endpoint, const char * filename, size_t line_nbr)',
  zsock_new_pair_checked: 'void * zsock_new_pair_checked(const char * endpoint, const char * filename, size_t line_nbr)',
  zsock_new_stream_checked: 'void * zsock_new_stream_checked(const char * endpoint, const char * filename, size_t line_nbr)',
  zsock_new_server_checked: 'void * zsock_new_server_checked(const char * endpoint, const char * filename, size_t line_nbr)',
  zsock_new_client_checked: 'void * zsock_new_client_checked(const char * endpoint, const char * filename, size_t line_nbr)',
  zsock_new_radio_checked: 'void * zsock_new_radio_checked(const char * endpoint, const char * filename, size_t line_nbr)',
  zsock_new_dish_checked: 'void * zsock_new_dish_checked(const char * endpoint, const char * filename, size_t line_nbr)',
  zsock_new_gather_checked: 'void * zsock_new_gather_checked(const char * endpoint, const char * filename, size_t line_nbr)',
  zsock_new_scatter_checked: 'void * zsock_new_scatter_checked(const char * endpoint, const char * filename, size_t line_nbr)',
} as const

/** How the variable arguments are read. */
export const variadics = {
  zsock_bind: 'format',
  zsock_unbind: 'format',
  zsock_connect: 'format',
  zsock_disconnect: 'format',
  zsock_send: 'send',
  zsock_recv: 'recv',
  zsock_bsend: 'bsend',
  zsock_brecv: 'brecv',
} as const

/** The C functions of zsock. */
export interface ZsockFunctions {
  /** C: `zsock_t *zsock_new(int type)`; fresh. */
  zsock_new(type: number): Pointer<'zsock_t'>
  /** C: `zsock_t *zsock_new_pub(const char *endpoint)`. */
  zsock_new_pub(endpoint: string): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_sub(const char *endpoint, const char *subscribe)`; fresh. */
  zsock_new_sub(endpoint: string | null, subscribe: string | null): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_req(const char *endpoint)`. */
  zsock_new_req(endpoint: string): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_rep(const char *endpoint)`. */
  zsock_new_rep(endpoint: string): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_dealer(const char *endpoint)`. */
  zsock_new_dealer(endpoint: string): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_router(const char *endpoint)`. */
  zsock_new_router(endpoint: string): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_push(const char *endpoint)`. */
  zsock_new_push(endpoint: string): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_pull(const char *endpoint)`. */
  zsock_new_pull(endpoint: string): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_xpub(const char *endpoint)`. */
  zsock_new_xpub(endpoint: string): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_xsub(const char *endpoint)`. */
  zsock_new_xsub(endpoint: string): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_pair(const char *endpoint)`. */
  zsock_new_pair(endpoint: string): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_stream(const char *endpoint)`. */
  zsock_new_stream(endpoint: string): Pointer<'zsock_t'> | null
  /** C: `void zsock_destroy(zsock_t **self_p)`. */
  zsock_destroy(self_p: Ref<Pointer<'zsock_t'>>): void
  /** C: `int zsock_bind(zsock_t *self, const char *format, ...)`. */
  zsock_bind(self: Pointer<'zsock_t'>, format: string, ...variadic: Variadic[]): number
  /** C: `const char *zsock_endpoint(zsock_t *self)`; borrowed. */
  zsock_endpoint(self: Pointer<'zsock_t'>): string | null
  /** C: `int zsock_unbind(zsock_t *self, const char *format, ...)`. */
  zsock_unbind(self: Pointer<'zsock_t'>, format: string, ...variadic: Variadic[]): number
  /** C: `int zsock_connect(zsock_t *self, const char *format, ...)`. */
  zsock_connect(self: Pointer<'zsock_t'>, format: string, ...variadic: Variadic[]): number
  /** C: `int zsock_disconnect(zsock_t *self, const char *format, ...)`. */
  zsock_disconnect(self: Pointer<'zsock_t'>, format: string, ...variadic: Variadic[]): number
  /** C: `int zsock_attach(zsock_t *self, const char *endpoints, _Bool serverish)`. */
  zsock_attach(self: Pointer<'zsock_t'>, endpoints: string | null, serverish: boolean): number
  /** C: `const char *zsock_type_str(zsock_t *self)`; borrowed. */
  zsock_type_str(self: Pointer<'zsock_t'>): string
  /** C: `int zsock_send(void *self, const char *picture, ...)`; can block. */
  zsock_send(self: RawSocket, picture: string, ...variadic: Variadic[]): number
  /** C: `int zsock_recv(void *self, const char *picture, ...)`; can block. */
  zsock_recv(self: RawSocket, picture: string, ...variadic: Variadic[]): number
  /** C: `int zsock_bsend(void *self, const char *picture, ...)`; can block. */
  zsock_bsend(self: RawSocket, picture: string, ...variadic: Variadic[]): number
  /** C: `int zsock_brecv(void *self, const char *picture, ...)`; can block. */
  zsock_brecv(self: RawSocket, picture: string, ...variadic: Variadic[]): number
  /** C: `void zsock_set_unbounded(void *self)`. */
  zsock_set_unbounded(self: RawSocket): void
  /** C: `int zsock_signal(void *self, byte status)`; can block. */
  zsock_signal(self: RawSocket, status: number): number
  /** C: `int zsock_wait(void *self)`; can block. */
  zsock_wait(self: RawSocket): number
  /** C: `void zsock_flush(void *self)`. */
  zsock_flush(self: RawSocket): void
  /** C: `_Bool zsock_is(void *self)`. */
  zsock_is(self: RawSocket): boolean
  /** C: `void *zsock_resolve(void *self)`; borrowed. */
  zsock_resolve(self: RawSocket): Pointer<'void'> | null
  /** C: `int zsock_priority(void *self)`. */
  zsock_priority(self: RawSocket): number
  /** C: `void zsock_set_priority(void *self, int priority)`. */
  zsock_set_priority(self: RawSocket, priority: number): void
  /** C: `int zsock_reconnect_stop(void *self)`. */
  zsock_reconnect_stop(self: RawSocket): number
  /** C: `void zsock_set_reconnect_stop(void *self, int reconnect_stop)`. */
  zsock_set_reconnect_stop(self: RawSocket, reconnect_stop: number): void
  /** C: `void zsock_set_only_first_subscribe(void *self, int only_first_subscribe)`. */
  zsock_set_only_first_subscribe(self: RawSocket, only_first_subscribe: number): void
  /** C: `void zsock_set_hello_msg(void *self, zframe_t *hello_msg)`. */
  zsock_set_hello_msg(self: RawSocket, hello_msg: Pointer<'zframe_t'>): void
  /** C: `void zsock_set_disconnect_msg(void *self, zframe_t *disconnect_msg)`. */
  zsock_set_disconnect_msg(self: RawSocket, disconnect_msg: Pointer<'zframe_t'>): void
  /** C: `void zsock_set_wss_trust_system(void *self, int wss_trust_system)`. */
  zsock_set_wss_trust_system(self: RawSocket, wss_trust_system: number): void
  /** C: `void zsock_set_wss_hostname(void *self, const char *wss_hostname)`. */
  zsock_set_wss_hostname(self: RawSocket, wss_hostname: string): void
  /** C: `void zsock_set_wss_trust_pem(void *self, const char *wss_trust_pem)`. */
  zsock_set_wss_trust_pem(self: RawSocket, wss_trust_pem: string): void
  /** C: `void zsock_set_wss_cert_pem(void *self, const char *wss_cert_pem)`. */
  zsock_set_wss_cert_pem(self: RawSocket, wss_cert_pem: string): void
  /** C: `void zsock_set_wss_key_pem(void *self, const char *wss_key_pem)`. */
  zsock_set_wss_key_pem(self: RawSocket, wss_key_pem: string): void
  /** C: `int zsock_out_batch_size(void *self)`. */
  zsock_out_batch_size(self: RawSocket): number
  /** C: `void zsock_set_out_batch_size(void *self, int out_batch_size)`. */
  zsock_set_out_batch_size(self: RawSocket, out_batch_size: number): void
  /** C: `int zsock_in_batch_size(void *self)`. */
  zsock_in_batch_size(self: RawSocket): number
  /** C: `void zsock_set_in_batch_size(void *self, int in_batch_size)`. */
  zsock_set_in_batch_size(self: RawSocket, in_batch_size: number): void
  /** C: `char *zsock_socks_password(void *self)`; a copy; C's string is freed. */
  zsock_socks_password(self: RawSocket): string | null
  /** C: `void zsock_set_socks_password(void *self, const char *socks_password)`. */
  zsock_set_socks_password(self: RawSocket, socks_password: string): void
  /** C: `char *zsock_socks_username(void *self)`; a copy; C's string is freed. */
  zsock_socks_username(self: RawSocket): string | null
  /** C: `void zsock_set_socks_username(void *self, const char *socks_username)`. */
  zsock_set_socks_username(self: RawSocket, socks_username: string): void
  /** C: `void zsock_set_xpub_manual_last_value(void *self, int xpub_manual_last_value)`. */
  zsock_set_xpub_manual_last_value(self: RawSocket, xpub_manual_last_value: number): void
  /** C: `int zsock_router_notify(void *self)`. */
  zsock_router_notify(self: RawSocket): number
  /** C: `void zsock_set_router_notify(void *self, int router_notify)`. */
  zsock_set_router_notify(self: RawSocket, router_notify: number): void
  /** C: `int zsock_multicast_loop(void *self)`. */
  zsock_multicast_loop(self: RawSocket): number
  /** C: `void zsock_set_multicast_loop(void *self, int multicast_loop)`. */
  zsock_set_multicast_loop(self: RawSocket, multicast_loop: number): void
  /** C: `char *zsock_metadata(void *self)`; a copy; C's string is freed. */
  zsock_metadata(self: RawSocket): string | null
  /** C: `void zsock_set_metadata(void *self, const char *metadata)`. */
  zsock_set_metadata(self: RawSocket, metadata: string): void
  /** C: `int zsock_loopback_fastpath(void *self)`. */
  zsock_loopback_fastpath(self: RawSocket): number
  /** C: `void zsock_set_loopback_fastpath(void *self, int loopback_fastpath)`. */
  zsock_set_loopback_fastpath(self: RawSocket, loopback_fastpath: number): void
  /** C: `int zsock_zap_enforce_domain(void *self)`. */
  zsock_zap_enforce_domain(self: RawSocket): number
  /** C: `void zsock_set_zap_enforce_domain(void *self, int zap_enforce_domain)`. */
  zsock_set_zap_enforce_domain(self: RawSocket, zap_enforce_domain: number): void
  /** C: `int zsock_gssapi_principal_nametype(void *self)`. */
  zsock_gssapi_principal_nametype(self: RawSocket): number
  /** C: `void zsock_set_gssapi_principal_nametype(void *self, int gssapi_principal_nametype)`. */
  zsock_set_gssapi_principal_nametype(self: RawSocket, gssapi_principal_nametype: number): void
  /** C: `int zsock_gssapi_service_principal_nametype(void *self)`. */
  zsock_gssapi_service_principal_nametype(self: RawSocket): number
  /** C: `void zsock_set_gssapi_service_principal_nametype(void *self, int gssapi_service_principal_nametype)`. */
  zsock_set_gssapi_service_principal_nametype(self: RawSocket, gssapi_service_principal_nametype: number): void
  /** C: `char *zsock_bindtodevice(void *self)`; a copy; C's string is freed. */
  zsock_bindtodevice(self: RawSocket): string | null
  /** C: `void zsock_set_bindtodevice(void *self, const char *bindtodevice)`. */
  zsock_set_bindtodevice(self: RawSocket, bindtodevice: string): void
  /** C: `int zsock_heartbeat_ivl(void *self)`. */
  zsock_heartbeat_ivl(self: RawSocket): number
  /** C: `void zsock_set_heartbeat_ivl(void *self, int heartbeat_ivl)`. */
  zsock_set_heartbeat_ivl(self: RawSocket, heartbeat_ivl: number): void
  /** C: `int zsock_heartbeat_ttl(void *self)`. */
  zsock_heartbeat_ttl(self: RawSocket): number
  /** C: `void zsock_set_heartbeat_ttl(void *self, int heartbeat_ttl)`. */
  zsock_set_heartbeat_ttl(self: RawSocket, heartbeat_ttl: number): void
  /** C: `int zsock_heartbeat_timeout(void *self)`. */
  zsock_heartbeat_timeout(self: RawSocket): number
  /** C: `void zsock_set_heartbeat_timeout(void *self, int heartbeat_timeout)`. */
  zsock_set_heartbeat_timeout(self: RawSocket, heartbeat_timeout: number): void
  /** C: `int zsock_use_fd(void *self)`. */
  zsock_use_fd(self: RawSocket): number
  /** C: `void zsock_set_use_fd(void *self, int use_fd)`. */
  zsock_set_use_fd(self: RawSocket, use_fd: number): void
  /** C: `void zsock_set_xpub_manual(void *self, int xpub_manual)`. */
  zsock_set_xpub_manual(self: RawSocket, xpub_manual: number): void
  /** C: `void zsock_set_xpub_welcome_msg(void *self, const char *xpub_welcome_msg)`. */
  zsock_set_xpub_welcome_msg(self: RawSocket, xpub_welcome_msg: string): void
  /** C: `void zsock_set_stream_notify(void *self, int stream_notify)`. */
  zsock_set_stream_notify(self: RawSocket, stream_notify: number): void
  /** C: `int zsock_invert_matching(void *self)`. */
  zsock_invert_matching(self: RawSocket): number
  /** C: `void zsock_set_invert_matching(void *self, int invert_matching)`. */
  zsock_set_invert_matching(self: RawSocket, invert_matching: number): void
  /** C: `void zsock_set_xpub_verboser(void *self, int xpub_verboser)`. */
  zsock_set_xpub_verboser(self: RawSocket, xpub_verboser: number): void
  /** C: `int zsock_connect_timeout(void *self)`. */
  zsock_connect_timeout(self: RawSocket): number
  /** C: `void zsock_set_connect_timeout(void *self, int connect_timeout)`. */
  zsock_set_connect_timeout(self: RawSocket, connect_timeout: number): void
  /** C: `int zsock_tcp_maxrt(void *self)`. */
  zsock_tcp_maxrt(self: RawSocket): number
  /** C: `void zsock_set_tcp_maxrt(void *self, int tcp_maxrt)`. */
  zsock_set_tcp_maxrt(self: RawSocket, tcp_maxrt: number): void
  /** C: `int zsock_thread_safe(void *self)`. */
  zsock_thread_safe(self: RawSocket): number
  /** C: `int zsock_multicast_maxtpdu(void *self)`. */
  zsock_multicast_maxtpdu(self: RawSocket): number
  /** C: `void zsock_set_multicast_maxtpdu(void *self, int multicast_maxtpdu)`. */
  zsock_set_multicast_maxtpdu(self: RawSocket, multicast_maxtpdu: number): void
  /** C: `int zsock_vmci_buffer_size(void *self)`. */
  zsock_vmci_buffer_size(self: RawSocket): number
  /** C: `void zsock_set_vmci_buffer_size(void *self, int vmci_buffer_size)`. */
  zsock_set_vmci_buffer_size(self: RawSocket, vmci_buffer_size: number): void
  /** C: `int zsock_vmci_buffer_min_size(void *self)`. */
  zsock_vmci_buffer_min_size(self: RawSocket): number
  /** C: `void zsock_set_vmci_buffer_min_size(void *self, int vmci_buffer_min_size)`. */
  zsock_set_vmci_buffer_min_size(self: RawSocket, vmci_buffer_min_size: number): void
  /** C: `int zsock_vmci_buffer_max_size(void *self)`. */
  zsock_vmci_buffer_max_size(self: RawSocket): number
  /** C: `void zsock_set_vmci_buffer_max_size(void *self, int vmci_buffer_max_size)`. */
  zsock_set_vmci_buffer_max_size(self: RawSocket, vmci_buffer_max_size: number): void
  /** C: `int zsock_vmci_connect_timeout(void *self)`. */
  zsock_vmci_connect_timeout(self: RawSocket): number
  /** C: `void zsock_set_vmci_connect_timeout(void *self, int vmci_connect_timeout)`. */
  zsock_set_vmci_connect_timeout(self: RawSocket, vmci_connect_timeout: number): void
  /** C: `int zsock_tos(void *self)`. */
  zsock_tos(self: RawSocket): number
  /** C: `void zsock_set_tos(void *self, int tos)`. */
  zsock_set_tos(self: RawSocket, tos: number): void
  /** C: `void zsock_set_router_handover(void *self, int router_handover)`. */
  zsock_set_router_handover(self: RawSocket, router_handover: number): void
  /** C: `void zsock_set_connect_rid(void *self, const char *connect_rid)`. */
  zsock_set_connect_rid(self: RawSocket, connect_rid: string): void
  /** C: `void zsock_set_connect_rid_bin(void *self, const byte *connect_rid)`. */
  zsock_set_connect_rid_bin(self: RawSocket, connect_rid: Memory): void
  /** C: `int zsock_handshake_ivl(void *self)`. */
  zsock_handshake_ivl(self: RawSocket): number
  /** C: `void zsock_set_handshake_ivl(void *self, int handshake_ivl)`. */
  zsock_set_handshake_ivl(self: RawSocket, handshake_ivl: number): void
  /** C: `char *zsock_socks_proxy(void *self)`; a copy; C's string is freed. */
  zsock_socks_proxy(self: RawSocket): string | null
  /** C: `void zsock_set_socks_proxy(void *self, const char *socks_proxy)`. */
  zsock_set_socks_proxy(self: RawSocket, socks_proxy: string): void
  /** C: `void zsock_set_xpub_nodrop(void *self, int xpub_nodrop)`. */
  zsock_set_xpub_nodrop(self: RawSocket, xpub_nodrop: number): void
  /** C: `void zsock_set_router_mandatory(void *self, int router_mandatory)`. */
  zsock_set_router_mandatory(self: RawSocket, router_mandatory: number): void
  /** C: `void zsock_set_probe_router(void *self, int probe_router)`. */
  zsock_set_probe_router(self: RawSocket, probe_router: number): void
  /** C: `void zsock_set_req_relaxed(void *self, int req_relaxed)`. */
  zsock_set_req_relaxed(self: RawSocket, req_relaxed: number): void
  /** C: `void zsock_set_req_correlate(void *self, int req_correlate)`. */
  zsock_set_req_correlate(self: RawSocket, req_correlate: number): void
  /** C: `void zsock_set_conflate(void *self, int conflate)`. */
  zsock_set_conflate(self: RawSocket, conflate: number): void
  /** C: `char *zsock_zap_domain(void *self)`; a copy; C's string is freed. */
  zsock_zap_domain(self: RawSocket): string | null
  /** C: `void zsock_set_zap_domain(void *self, const char *zap_domain)`. */
  zsock_set_zap_domain(self: RawSocket, zap_domain: string): void
  /** C: `int zsock_mechanism(void *self)`. */
  zsock_mechanism(self: RawSocket): number
  /** C: `int zsock_plain_server(void *self)`. */
  zsock_plain_server(self: RawSocket): number
  /** C: `void zsock_set_plain_server(void *self, int plain_server)`. */
  zsock_set_plain_server(self: RawSocket, plain_server: number): void
  /** C: `char *zsock_plain_username(void *self)`; a copy; C's string is freed. */
  zsock_plain_username(self: RawSocket): string | null
  /** C: `void zsock_set_plain_username(void *self, const char *plain_username)`. */
  zsock_set_plain_username(self: RawSocket, plain_username: string): void
  /** C: `char *zsock_plain_password(void *self)`; a copy; C's string is freed. */
  zsock_plain_password(self: RawSocket): string | null
  /** C: `void zsock_set_plain_password(void *self, const char *plain_password)`. */
  zsock_set_plain_password(self: RawSocket, plain_password: string): void
  /** C: `int zsock_curve_server(void *self)`. */
  zsock_curve_server(self: RawSocket): number
  /** C: `void zsock_set_curve_server(void *self, int curve_server)`. */
  zsock_set_curve_server(self: RawSocket, curve_server: number): void
  /** C: `char *zsock_curve_publickey(void *self)`; a copy; C's string is freed. */
  zsock_curve_publickey(self: RawSocket): string | null
  /** C: `void zsock_set_curve_publickey(void *self, const char *curve_publickey)`. */
  zsock_set_curve_publickey(self: RawSocket, curve_publickey: string): void
  /** C: `void zsock_set_curve_publickey_bin(void *self, const byte *curve_publickey)`. */
  zsock_set_curve_publickey_bin(self: RawSocket, curve_publickey: Memory): void
  /** C: `char *zsock_curve_secretkey(void *self)`; a copy; C's string is freed. */
  zsock_curve_secretkey(self: RawSocket): string | null
  /** C: `void zsock_set_curve_secretkey(void *self, const char *curve_secretkey)`. */
  zsock_set_curve_secretkey(self: RawSocket, curve_secretkey: string): void
  /** C: `void zsock_set_curve_secretkey_bin(void *self, const byte *curve_secretkey)`. */
  zsock_set_curve_secretkey_bin(self: RawSocket, curve_secretkey: Memory): void
  /** C: `char *zsock_curve_serverkey(void *self)`; a copy; C's string is freed. */
  zsock_curve_serverkey(self: RawSocket): string | null
  /** C: `void zsock_set_curve_serverkey(void *self, const char *curve_serverkey)`. */
  zsock_set_curve_serverkey(self: RawSocket, curve_serverkey: string): void
  /** C: `void zsock_set_curve_serverkey_bin(void *self, const byte *curve_serverkey)`. */
  zsock_set_curve_serverkey_bin(self: RawSocket, curve_serverkey: Memory): void
  /** C: `int zsock_gssapi_server(void *self)`. */
  zsock_gssapi_server(self: RawSocket): number
  /** C: `void zsock_set_gssapi_server(void *self, int gssapi_server)`. */
  zsock_set_gssapi_server(self: RawSocket, gssapi_server: number): void
  /** C: `int zsock_gssapi_plaintext(void *self)`. */
  zsock_gssapi_plaintext(self: RawSocket): number
  /** C: `void zsock_set_gssapi_plaintext(void *self, int gssapi_plaintext)`. */
  zsock_set_gssapi_plaintext(self: RawSocket, gssapi_plaintext: number): void
  /** C: `char *zsock_gssapi_principal(void *self)`; a copy; C's string is freed. */
  zsock_gssapi_principal(self: RawSocket): string | null
  /** C: `void zsock_set_gssapi_principal(void *self, const char *gssapi_principal)`. */
  zsock_set_gssapi_principal(self: RawSocket, gssapi_principal: string): void
  /** C: `char *zsock_gssapi_service_principal(void *self)`; a copy; C's string is freed. */
  zsock_gssapi_service_principal(self: RawSocket): string | null
  /** C: `void zsock_set_gssapi_service_principal(void *self, const char *gssapi_service_principal)`. */
  zsock_set_gssapi_service_principal(self: RawSocket, gssapi_service_principal: string): void
  /** C: `int zsock_ipv6(void *self)`. */
  zsock_ipv6(self: RawSocket): number
  /** C: `void zsock_set_ipv6(void *self, int ipv6)`. */
  zsock_set_ipv6(self: RawSocket, ipv6: number): void
  /** C: `int zsock_immediate(void *self)`. */
  zsock_immediate(self: RawSocket): number
  /** C: `void zsock_set_immediate(void *self, int immediate)`. */
  zsock_set_immediate(self: RawSocket, immediate: number): void
  /** C: `int zsock_sndhwm(void *self)`. */
  zsock_sndhwm(self: RawSocket): number
  /** C: `void zsock_set_sndhwm(void *self, int sndhwm)`. */
  zsock_set_sndhwm(self: RawSocket, sndhwm: number): void
  /** C: `int zsock_rcvhwm(void *self)`. */
  zsock_rcvhwm(self: RawSocket): number
  /** C: `void zsock_set_rcvhwm(void *self, int rcvhwm)`. */
  zsock_set_rcvhwm(self: RawSocket, rcvhwm: number): void
  /** C: `int zsock_maxmsgsize(void *self)`. */
  zsock_maxmsgsize(self: RawSocket): number
  /** C: `void zsock_set_maxmsgsize(void *self, int maxmsgsize)`. */
  zsock_set_maxmsgsize(self: RawSocket, maxmsgsize: number): void
  /** C: `int zsock_multicast_hops(void *self)`. */
  zsock_multicast_hops(self: RawSocket): number
  /** C: `void zsock_set_multicast_hops(void *self, int multicast_hops)`. */
  zsock_set_multicast_hops(self: RawSocket, multicast_hops: number): void
  /** C: `void zsock_set_xpub_verbose(void *self, int xpub_verbose)`. */
  zsock_set_xpub_verbose(self: RawSocket, xpub_verbose: number): void
  /** C: `int zsock_tcp_keepalive(void *self)`. */
  zsock_tcp_keepalive(self: RawSocket): number
  /** C: `void zsock_set_tcp_keepalive(void *self, int tcp_keepalive)`. */
  zsock_set_tcp_keepalive(self: RawSocket, tcp_keepalive: number): void
  /** C: `int zsock_tcp_keepalive_idle(void *self)`. */
  zsock_tcp_keepalive_idle(self: RawSocket): number
  /** C: `void zsock_set_tcp_keepalive_idle(void *self, int tcp_keepalive_idle)`. */
  zsock_set_tcp_keepalive_idle(self: RawSocket, tcp_keepalive_idle: number): void
  /** C: `int zsock_tcp_keepalive_cnt(void *self)`. */
  zsock_tcp_keepalive_cnt(self: RawSocket): number
  /** C: `void zsock_set_tcp_keepalive_cnt(void *self, int tcp_keepalive_cnt)`. */
  zsock_set_tcp_keepalive_cnt(self: RawSocket, tcp_keepalive_cnt: number): void
  /** C: `int zsock_tcp_keepalive_intvl(void *self)`. */
  zsock_tcp_keepalive_intvl(self: RawSocket): number
  /** C: `void zsock_set_tcp_keepalive_intvl(void *self, int tcp_keepalive_intvl)`. */
  zsock_set_tcp_keepalive_intvl(self: RawSocket, tcp_keepalive_intvl: number): void
  /** C: `char *zsock_tcp_accept_filter(void *self)`; a copy; C's string is freed. */
  zsock_tcp_accept_filter(self: RawSocket): string | null
  /** C: `void zsock_set_tcp_accept_filter(void *self, const char *tcp_accept_filter)`. */
  zsock_set_tcp_accept_filter(self: RawSocket, tcp_accept_filter: string): void
  /** C: `char *zsock_last_endpoint(void *self)`; a copy; C's string is freed. */
  zsock_last_endpoint(self: RawSocket): string | null
  /** C: `void zsock_set_router_raw(void *self, int router_raw)`. */
  zsock_set_router_raw(self: RawSocket, router_raw: number): void
  /** C: `int zsock_ipv4only(void *self)`. */
  zsock_ipv4only(self: RawSocket): number
  /** C: `void zsock_set_ipv4only(void *self, int ipv4only)`. */
  zsock_set_ipv4only(self: RawSocket, ipv4only: number): void
  /** C: `void zsock_set_delay_attach_on_connect(void *self, int delay_attach_on_connect)`. */
  zsock_set_delay_attach_on_connect(self: RawSocket, delay_attach_on_connect: number): void
  /** C: `int zsock_hwm(void *self)`. */
  zsock_hwm(self: RawSocket): number
  /** C: `void zsock_set_hwm(void *self, int hwm)`. */
  zsock_set_hwm(self: RawSocket, hwm: number): void
  /** C: `int zsock_swap(void *self)`. */
  zsock_swap(self: RawSocket): number
  /** C: `void zsock_set_swap(void *self, int swap)`. */
  zsock_set_swap(self: RawSocket, swap: number): void
  /** C: `int zsock_affinity(void *self)`. */
  zsock_affinity(self: RawSocket): number
  /** C: `void zsock_set_affinity(void *self, int affinity)`. */
  zsock_set_affinity(self: RawSocket, affinity: number): void
  /** C: `char *zsock_identity(void *self)`; a copy; C's string is freed. */
  zsock_identity(self: RawSocket): string | null
  /** C: `void zsock_set_identity(void *self, const char *identity)`. */
  zsock_set_identity(self: RawSocket, identity: string): void
  /** C: `int zsock_rate(void *self)`. */
  zsock_rate(self: RawSocket): number
  /** C: `void zsock_set_rate(void *self, int rate)`. */
  zsock_set_rate(self: RawSocket, rate: number): void
  /** C: `int zsock_recovery_ivl(void *self)`. */
  zsock_recovery_ivl(self: RawSocket): number
  /** C: `void zsock_set_recovery_ivl(void *self, int recovery_ivl)`. */
  zsock_set_recovery_ivl(self: RawSocket, recovery_ivl: number): void
  /** C: `int zsock_recovery_ivl_msec(void *self)`. */
  zsock_recovery_ivl_msec(self: RawSocket): number
  /** C: `void zsock_set_recovery_ivl_msec(void *self, int recovery_ivl_msec)`. */
  zsock_set_recovery_ivl_msec(self: RawSocket, recovery_ivl_msec: number): void
  /** C: `int zsock_mcast_loop(void *self)`. */
  zsock_mcast_loop(self: RawSocket): number
  /** C: `void zsock_set_mcast_loop(void *self, int mcast_loop)`. */
  zsock_set_mcast_loop(self: RawSocket, mcast_loop: number): void
  /** C: `int zsock_rcvtimeo(void *self)`. */
  zsock_rcvtimeo(self: RawSocket): number
  /** C: `void zsock_set_rcvtimeo(void *self, int rcvtimeo)`. */
  zsock_set_rcvtimeo(self: RawSocket, rcvtimeo: number): void
  /** C: `int zsock_sndtimeo(void *self)`. */
  zsock_sndtimeo(self: RawSocket): number
  /** C: `void zsock_set_sndtimeo(void *self, int sndtimeo)`. */
  zsock_set_sndtimeo(self: RawSocket, sndtimeo: number): void
  /** C: `int zsock_sndbuf(void *self)`. */
  zsock_sndbuf(self: RawSocket): number
  /** C: `void zsock_set_sndbuf(void *self, int sndbuf)`. */
  zsock_set_sndbuf(self: RawSocket, sndbuf: number): void
  /** C: `int zsock_rcvbuf(void *self)`. */
  zsock_rcvbuf(self: RawSocket): number
  /** C: `void zsock_set_rcvbuf(void *self, int rcvbuf)`. */
  zsock_set_rcvbuf(self: RawSocket, rcvbuf: number): void
  /** C: `int zsock_linger(void *self)`. */
  zsock_linger(self: RawSocket): number
  /** C: `void zsock_set_linger(void *self, int linger)`. */
  zsock_set_linger(self: RawSocket, linger: number): void
  /** C: `int zsock_reconnect_ivl(void *self)`. */
  zsock_reconnect_ivl(self: RawSocket): number
  /** C: `void zsock_set_reconnect_ivl(void *self, int reconnect_ivl)`. */
  zsock_set_reconnect_ivl(self: RawSocket, reconnect_ivl: number): void
  /** C: `int zsock_reconnect_ivl_max(void *self)`. */
  zsock_reconnect_ivl_max(self: RawSocket): number
  /** C: `void zsock_set_reconnect_ivl_max(void *self, int reconnect_ivl_max)`. */
  zsock_set_reconnect_ivl_max(self: RawSocket, reconnect_ivl_max: number): void
  /** C: `int zsock_backlog(void *self)`. */
  zsock_backlog(self: RawSocket): number
  /** C: `void zsock_set_backlog(void *self, int backlog)`. */
  zsock_set_backlog(self: RawSocket, backlog: number): void
  /** C: `void zsock_set_subscribe(void *self, const char *subscribe)`. */
  zsock_set_subscribe(self: RawSocket, subscribe: string): void
  /** C: `void zsock_set_unsubscribe(void *self, const char *unsubscribe)`. */
  zsock_set_unsubscribe(self: RawSocket, unsubscribe: string): void
  /** C: `int zsock_type(void *self)`. */
  zsock_type(self: RawSocket): number
  /** C: `int zsock_rcvmore(void *self)`. */
  zsock_rcvmore(self: RawSocket): number
  /** C: `SOCKET zsock_fd(void *self)`. */
  zsock_fd(self: RawSocket): number
  /** C: `int zsock_events(void *self)`. */
  zsock_events(self: RawSocket): number
  /** C: `void zsock_test(_Bool verbose)`. */
  zsock_test(verbose: boolean): void
  /** C: `zsock_t *zsock_new_server(const char *endpoint)`; draft. */
  zsock_new_server(endpoint: string): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_client(const char *endpoint)`; draft. */
  zsock_new_client(endpoint: string): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_radio(const char *endpoint)`; draft. */
  zsock_new_radio(endpoint: string): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_dish(const char *endpoint)`; draft. */
  zsock_new_dish(endpoint: string): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_gather(const char *endpoint)`; draft. */
  zsock_new_gather(endpoint: string): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_scatter(const char *endpoint)`; draft. */
  zsock_new_scatter(endpoint: string): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_dgram(const char *endpoint)`; draft. */
  zsock_new_dgram(endpoint: string): Pointer<'zsock_t'> | null
  /** C: `uint32_t zsock_routing_id(zsock_t *self)`; draft. */
  zsock_routing_id(self: Pointer<'zsock_t'>): number
  /** C: `void zsock_set_routing_id(zsock_t *self, uint32_t routing_id)`; draft. */
  zsock_set_routing_id(self: Pointer<'zsock_t'>, routing_id: number): void
  /** C: `int zsock_join(void *self, const char *group)`; draft. */
  zsock_join(self: RawSocket, group: string): number
  /** C: `int zsock_leave(void *self, const char *group)`; draft. */
  zsock_leave(self: RawSocket, group: string): number
  /** C: `_Bool zsock_has_in(void *self)`; draft. */
  zsock_has_in(self: RawSocket): boolean
  /** C: `zsock_t *zsock_new_checked(int type, const char *filename, size_t line_nbr)`; fresh. */
  zsock_new_checked(type: number, filename: string | null, line_nbr: number | bigint): Pointer<'zsock_t'>
  /** C: `void zsock_destroy_checked(zsock_t **self_p, const char *filename, size_t line_nbr)`. */
  zsock_destroy_checked(self_p: Ref<Pointer<'zsock_t'>>, filename: string | null, line_nbr: number | bigint): void
  /** C: `zsock_t *zsock_new_pub_checked(const char *endpoint, const char *filename, size_t line_nbr)`. */
  zsock_new_pub_checked(endpoint: string, filename: string, line_nbr: number | bigint): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_sub_checked(const char *endpoint, const char *subscribe, const char *filename, size_t line_nbr)`; fresh. */
  zsock_new_sub_checked(endpoint: string | null, subscribe: string | null, filename: string | null, line_nbr: number | bigint): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_req_checked(const char *endpoint, const char *filename, size_t line_nbr)`. */
  zsock_new_req_checked(endpoint: string, filename: string, line_nbr: number | bigint): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_rep_checked(const char *endpoint, const char *filename, size_t line_nbr)`. */
  zsock_new_rep_checked(endpoint: string, filename: string, line_nbr: number | bigint): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_dealer_checked(const char *endpoint, const char *filename, size_t line_nbr)`. */
  zsock_new_dealer_checked(endpoint: string, filename: string, line_nbr: number | bigint): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_router_checked(const char *endpoint, const char *filename, size_t line_nbr)`. */
  zsock_new_router_checked(endpoint: string, filename: string, line_nbr: number | bigint): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_push_checked(const char *endpoint, const char *filename, size_t line_nbr)`. */
  zsock_new_push_checked(endpoint: string, filename: string, line_nbr: number | bigint): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_pull_checked(const char *endpoint, const char *filename, size_t line_nbr)`. */
  zsock_new_pull_checked(endpoint: string, filename: string, line_nbr: number | bigint): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_xpub_checked(const char *endpoint, const char *filename, size_t line_nbr)`. */
  zsock_new_xpub_checked(endpoint: string, filename: string, line_nbr: number | bigint): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_xsub_checked(const char *endpoint, const char *filename, size_t line_nbr)`. */
  zsock_new_xsub_checked(endpoint: string, filename: string, line_nbr: number | bigint): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_pair_checked(const char *endpoint, const char *filename, size_t line_nbr)`. */
  zsock_new_pair_checked(endpoint: string, filename: string, line_nbr: number | bigint): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_stream_checked(const char *endpoint, const char *filename, size_t line_nbr)`. */
  zsock_new_stream_checked(endpoint: string, filename: string, line_nbr: number | bigint): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_server_checked(const char *endpoint, const char *filename, size_t line_nbr)`; draft. */
  zsock_new_server_checked(endpoint: string, filename: string, line_nbr: number | bigint): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_client_checked(const char *endpoint, const char *filename, size_t line_nbr)`; draft. */
  zsock_new_client_checked(endpoint: string, filename: string, line_nbr: number | bigint): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_radio_checked(const char *endpoint, const char *filename, size_t line_nbr)`; draft. */
  zsock_new_radio_checked(endpoint: string, filename: string, line_nbr: number | bigint): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_dish_checked(const char *endpoint, const char *filename, size_t line_nbr)`; draft. */
  zsock_new_dish_checked(endpoint: string, filename: string, line_nbr: number | bigint): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_gather_checked(const char *endpoint, const char *filename, size_t line_nbr)`; draft. */
  zsock_new_gather_checked(endpoint: string, filename: string, line_nbr: number | bigint): Pointer<'zsock_t'> | null
  /** C: `zsock_t *zsock_new_scatter_checked(const char *endpoint, const char *filename, size_t line_nbr)`; draft. */
  zsock_new_scatter_checked(endpoint: string, filename: string, line_nbr: number | bigint): Pointer<'zsock_t'> | null
}
