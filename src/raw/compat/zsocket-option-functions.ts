// Made by `npm run generate` from src/raw/socket-options.ts and scripts/generate-options. Do not edit.
import type { Memory, Pointer, RawSocket } from '../types.ts'

/**
 * The socket options of CZMQ 2 and 3, and those of CZMQ 4 in the same form. As in C a number is an `int`,
 * whatever libzmq has, and text ends at its first NUL. Where C ends the process, because libzmq refuses the value
 * or the option, these throw a {@link CzmqError} with its errno.
 */
export interface ZsocketOptionFunctions {
  /** C: `int zsocket_priority(void *zocket)`; the priority of the socket's packets (SO_PRIORITY). */
  zsocket_priority(zocket: RawSocket): number
  /** C: `void zsocket_set_priority(void *zocket, int priority)`; the priority of the socket's packets (SO_PRIORITY). */
  zsocket_set_priority(zocket: RawSocket, priority: number): void
  /** C: `int zsocket_reconnect_stop(void *zocket)`; when not to connect again. */
  zsocket_reconnect_stop(zocket: RawSocket): number
  /** C: `void zsocket_set_reconnect_stop(void *zocket, int reconnect_stop)`; when not to connect again. */
  zsocket_set_reconnect_stop(zocket: RawSocket, reconnect_stop: number): void
  /** C: `void zsocket_set_only_first_subscribe(void *zocket, int only_first_subscribe)`; whether only the first frame of a message subscribes. */
  zsocket_set_only_first_subscribe(zocket: RawSocket, only_first_subscribe: number): void
  /** C: `void zsocket_set_hello_msg(void *zocket, zframe_t *hello_msg)`; the message that each new peer is sent first. */
  zsocket_set_hello_msg(zocket: RawSocket, hello_msg: Pointer<'zframe_t'>): void
  /** C: `void zsocket_set_disconnect_msg(void *zocket, zframe_t *disconnect_msg)`; the message received when a peer goes away. */
  zsocket_set_disconnect_msg(zocket: RawSocket, disconnect_msg: Pointer<'zframe_t'>): void
  /** C: `void zsocket_set_wss_trust_system(void *zocket, int wss_trust_system)`; whether `wss://` trusts the certificates of the system. */
  zsocket_set_wss_trust_system(zocket: RawSocket, wss_trust_system: number): void
  /** C: `void zsocket_set_wss_hostname(void *zocket, const char *wss_hostname)`; the host name that the server's certificate of `wss://` must have. */
  zsocket_set_wss_hostname(zocket: RawSocket, wss_hostname: string): void
  /** C: `void zsocket_set_wss_trust_pem(void *zocket, const char *wss_trust_pem)`; the certificates that `wss://` trusts. */
  zsocket_set_wss_trust_pem(zocket: RawSocket, wss_trust_pem: string): void
  /** C: `void zsocket_set_wss_cert_pem(void *zocket, const char *wss_cert_pem)`; the certificate of a server of `wss://`. */
  zsocket_set_wss_cert_pem(zocket: RawSocket, wss_cert_pem: string): void
  /** C: `void zsocket_set_wss_key_pem(void *zocket, const char *wss_key_pem)`; the private key of a server of `wss://`. */
  zsocket_set_wss_key_pem(zocket: RawSocket, wss_key_pem: string): void
  /** C: `int zsocket_out_batch_size(void *zocket)`; how much is sent to the system at once. */
  zsocket_out_batch_size(zocket: RawSocket): number
  /** C: `void zsocket_set_out_batch_size(void *zocket, int out_batch_size)`; how much is sent to the system at once. */
  zsocket_set_out_batch_size(zocket: RawSocket, out_batch_size: number): void
  /** C: `int zsocket_in_batch_size(void *zocket)`; how much is received from the system at once. */
  zsocket_in_batch_size(zocket: RawSocket): number
  /** C: `void zsocket_set_in_batch_size(void *zocket, int in_batch_size)`; how much is received from the system at once. */
  zsocket_set_in_batch_size(zocket: RawSocket, in_batch_size: number): void
  /** C: `char *zsocket_socks_password(void *zocket)`; the password for the SOCKS proxy. */
  zsocket_socks_password(zocket: RawSocket): string
  /** C: `void zsocket_set_socks_password(void *zocket, const char *socks_password)`; the password for the SOCKS proxy. */
  zsocket_set_socks_password(zocket: RawSocket, socks_password: string): void
  /** C: `char *zsocket_socks_username(void *zocket)`; the user name for the SOCKS proxy. */
  zsocket_socks_username(zocket: RawSocket): string
  /** C: `void zsocket_set_socks_username(void *zocket, const char *socks_username)`; the user name for the SOCKS proxy. */
  zsocket_set_socks_username(zocket: RawSocket, socks_username: string): void
  /** C: `void zsocket_set_xpub_manual_last_value(void *zocket, int xpub_manual_last_value)`; whether a manual XPUB sends what is sent next to the newest subscriber only. */
  zsocket_set_xpub_manual_last_value(zocket: RawSocket, xpub_manual_last_value: number): void
  /** C: `int zsocket_router_notify(void *zocket)`; which comings and goings of peers are received as empty messages with their routing id. */
  zsocket_router_notify(zocket: RawSocket): number
  /** C: `void zsocket_set_router_notify(void *zocket, int router_notify)`; which comings and goings of peers are received as empty messages with their routing id. */
  zsocket_set_router_notify(zocket: RawSocket, router_notify: number): void
  /** C: `int zsocket_multicast_loop(void *zocket)`; whether what is sent by multicast reaches this machine, too. */
  zsocket_multicast_loop(zocket: RawSocket): number
  /** C: `void zsocket_set_multicast_loop(void *zocket, int multicast_loop)`; whether what is sent by multicast reaches this machine, too. */
  zsocket_set_multicast_loop(zocket: RawSocket, multicast_loop: number): void
  /** C: `char *zsocket_metadata(void *zocket)`; a property that peers are told at the handshake. */
  zsocket_metadata(zocket: RawSocket): string
  /** C: `void zsocket_set_metadata(void *zocket, const char *metadata)`; a property that peers are told at the handshake. */
  zsocket_set_metadata(zocket: RawSocket, metadata: string): void
  /** C: `int zsocket_loopback_fastpath(void *zocket)`; whether TCP within the machine takes a short cut of Windows. */
  zsocket_loopback_fastpath(zocket: RawSocket): number
  /** C: `void zsocket_set_loopback_fastpath(void *zocket, int loopback_fastpath)`; whether TCP within the machine takes a short cut of Windows. */
  zsocket_set_loopback_fastpath(zocket: RawSocket, loopback_fastpath: number): void
  /** C: `int zsocket_zap_enforce_domain(void *zocket)`; whether authentication needs a ZAP domain. */
  zsocket_zap_enforce_domain(zocket: RawSocket): number
  /** C: `void zsocket_set_zap_enforce_domain(void *zocket, int zap_enforce_domain)`; whether authentication needs a ZAP domain. */
  zsocket_set_zap_enforce_domain(zocket: RawSocket, zap_enforce_domain: number): void
  /** C: `int zsocket_gssapi_principal_nametype(void *zocket)`; what the GSSAPI principal is. */
  zsocket_gssapi_principal_nametype(zocket: RawSocket): number
  /** C: `void zsocket_set_gssapi_principal_nametype(void *zocket, int gssapi_principal_nametype)`; what the GSSAPI principal is. */
  zsocket_set_gssapi_principal_nametype(zocket: RawSocket, gssapi_principal_nametype: number): void
  /** C: `int zsocket_gssapi_service_principal_nametype(void *zocket)`; what the GSSAPI service principal is. */
  zsocket_gssapi_service_principal_nametype(zocket: RawSocket): number
  /** C: `void zsocket_set_gssapi_service_principal_nametype(void *zocket, int gssapi_service_principal_nametype)`; what the GSSAPI service principal is. */
  zsocket_set_gssapi_service_principal_nametype(
    zocket: RawSocket,
    gssapi_service_principal_nametype: number,
  ): void
  /** C: `char *zsocket_bindtodevice(void *zocket)`; the network device that the socket is tied to. */
  zsocket_bindtodevice(zocket: RawSocket): string
  /** C: `void zsocket_set_bindtodevice(void *zocket, const char *bindtodevice)`; the network device that the socket is tied to. */
  zsocket_set_bindtodevice(zocket: RawSocket, bindtodevice: string): void
  /** C: `int zsocket_heartbeat_ivl(void *zocket)`; how often ZMTP pings are sent. */
  zsocket_heartbeat_ivl(zocket: RawSocket): number
  /** C: `void zsocket_set_heartbeat_ivl(void *zocket, int heartbeat_ivl)`; how often ZMTP pings are sent. */
  zsocket_set_heartbeat_ivl(zocket: RawSocket, heartbeat_ivl: number): void
  /** C: `int zsocket_heartbeat_ttl(void *zocket)`; how long the peer may wait for the next ping. */
  zsocket_heartbeat_ttl(zocket: RawSocket): number
  /** C: `void zsocket_set_heartbeat_ttl(void *zocket, int heartbeat_ttl)`; how long the peer may wait for the next ping. */
  zsocket_set_heartbeat_ttl(zocket: RawSocket, heartbeat_ttl: number): void
  /** C: `int zsocket_heartbeat_timeout(void *zocket)`; how long to wait for the answer to a ping. */
  zsocket_heartbeat_timeout(zocket: RawSocket): number
  /** C: `void zsocket_set_heartbeat_timeout(void *zocket, int heartbeat_timeout)`; how long to wait for the answer to a ping. */
  zsocket_set_heartbeat_timeout(zocket: RawSocket, heartbeat_timeout: number): void
  /** C: `int zsocket_use_fd(void *zocket)`; the listening socket of the system that `bind` uses instead of making one. */
  zsocket_use_fd(zocket: RawSocket): number
  /** C: `void zsocket_set_use_fd(void *zocket, int use_fd)`; the listening socket of the system that `bind` uses instead of making one. */
  zsocket_set_use_fd(zocket: RawSocket, use_fd: number): void
  /** C: `void zsocket_set_xpub_manual(void *zocket, int xpub_manual)`; whether subscriptions of an XPUB are left to the program. */
  zsocket_set_xpub_manual(zocket: RawSocket, xpub_manual: number): void
  /** C: `void zsocket_set_xpub_welcome_msg(void *zocket, const char *xpub_welcome_msg)`; the message that each new subscriber receives first. */
  zsocket_set_xpub_welcome_msg(zocket: RawSocket, xpub_welcome_msg: string): void
  /** C: `void zsocket_set_stream_notify(void *zocket, int stream_notify)`; whether connecting and disconnecting is received as an empty message. */
  zsocket_set_stream_notify(zocket: RawSocket, stream_notify: number): void
  /** C: `int zsocket_invert_matching(void *zocket)`; whether messages go to subscribers whose subscription does not match. */
  zsocket_invert_matching(zocket: RawSocket): number
  /** C: `void zsocket_set_invert_matching(void *zocket, int invert_matching)`; whether messages go to subscribers whose subscription does not match. */
  zsocket_set_invert_matching(zocket: RawSocket, invert_matching: number): void
  /** C: `void zsocket_set_xpub_verboser(void *zocket, int xpub_verboser)`; whether an XPUB receives repeated subscriptions and unsubscriptions, too. */
  zsocket_set_xpub_verboser(zocket: RawSocket, xpub_verboser: number): void
  /** C: `int zsocket_connect_timeout(void *zocket)`; how long connecting may take. */
  zsocket_connect_timeout(zocket: RawSocket): number
  /** C: `void zsocket_set_connect_timeout(void *zocket, int connect_timeout)`; how long connecting may take. */
  zsocket_set_connect_timeout(zocket: RawSocket, connect_timeout: number): void
  /** C: `int zsocket_tcp_maxrt(void *zocket)`; how long TCP may go without an acknowledgement. */
  zsocket_tcp_maxrt(zocket: RawSocket): number
  /** C: `void zsocket_set_tcp_maxrt(void *zocket, int tcp_maxrt)`; how long TCP may go without an acknowledgement. */
  zsocket_set_tcp_maxrt(zocket: RawSocket, tcp_maxrt: number): void
  /** C: `int zsocket_thread_safe(void *zocket)`; whether several threads may use the socket. */
  zsocket_thread_safe(zocket: RawSocket): number
  /** C: `int zsocket_multicast_maxtpdu(void *zocket)`; the size of a multicast packet. */
  zsocket_multicast_maxtpdu(zocket: RawSocket): number
  /** C: `void zsocket_set_multicast_maxtpdu(void *zocket, int multicast_maxtpdu)`; the size of a multicast packet. */
  zsocket_set_multicast_maxtpdu(zocket: RawSocket, multicast_maxtpdu: number): void
  /** C: `int zsocket_vmci_buffer_size(void *zocket)`; the size of the buffer of VMCI. */
  zsocket_vmci_buffer_size(zocket: RawSocket): number
  /** C: `void zsocket_set_vmci_buffer_size(void *zocket, int vmci_buffer_size)`; the size of the buffer of VMCI. */
  zsocket_set_vmci_buffer_size(zocket: RawSocket, vmci_buffer_size: number): void
  /** C: `int zsocket_vmci_buffer_min_size(void *zocket)`; the least size of the buffer of VMCI. */
  zsocket_vmci_buffer_min_size(zocket: RawSocket): number
  /** C: `void zsocket_set_vmci_buffer_min_size(void *zocket, int vmci_buffer_min_size)`; the least size of the buffer of VMCI. */
  zsocket_set_vmci_buffer_min_size(zocket: RawSocket, vmci_buffer_min_size: number): void
  /** C: `int zsocket_vmci_buffer_max_size(void *zocket)`; the greatest size of the buffer of VMCI. */
  zsocket_vmci_buffer_max_size(zocket: RawSocket): number
  /** C: `void zsocket_set_vmci_buffer_max_size(void *zocket, int vmci_buffer_max_size)`; the greatest size of the buffer of VMCI. */
  zsocket_set_vmci_buffer_max_size(zocket: RawSocket, vmci_buffer_max_size: number): void
  /** C: `int zsocket_vmci_connect_timeout(void *zocket)`; how long connecting by VMCI may take. */
  zsocket_vmci_connect_timeout(zocket: RawSocket): number
  /** C: `void zsocket_set_vmci_connect_timeout(void *zocket, int vmci_connect_timeout)`; how long connecting by VMCI may take. */
  zsocket_set_vmci_connect_timeout(zocket: RawSocket, vmci_connect_timeout: number): void
  /** C: `int zsocket_tos(void *zocket)`; the type of service of the socket's packets (IP_TOS). */
  zsocket_tos(zocket: RawSocket): number
  /** C: `void zsocket_set_tos(void *zocket, int tos)`; the type of service of the socket's packets (IP_TOS). */
  zsocket_set_tos(zocket: RawSocket, tos: number): void
  /** C: `void zsocket_set_router_handover(void *zocket, int router_handover)`; whether a new peer takes over the routing id of an older one. */
  zsocket_set_router_handover(zocket: RawSocket, router_handover: number): void
  /** C: `void zsocket_set_connect_rid(void *zocket, const char *connect_rid)`; the routing id of the peer that is connected to next. */
  zsocket_set_connect_rid(zocket: RawSocket, connect_rid: string): void
  /** C: `void zsocket_set_connect_rid_bin(void *zocket, const byte *connect_rid)`; 32 bytes. */
  zsocket_set_connect_rid_bin(zocket: RawSocket, connect_rid: Memory): void
  /** C: `int zsocket_handshake_ivl(void *zocket)`; how long a handshake may take. */
  zsocket_handshake_ivl(zocket: RawSocket): number
  /** C: `void zsocket_set_handshake_ivl(void *zocket, int handshake_ivl)`; how long a handshake may take. */
  zsocket_set_handshake_ivl(zocket: RawSocket, handshake_ivl: number): void
  /** C: `char *zsocket_socks_proxy(void *zocket)`; the SOCKS5 proxy that TCP connects through. */
  zsocket_socks_proxy(zocket: RawSocket): string
  /** C: `void zsocket_set_socks_proxy(void *zocket, const char *socks_proxy)`; the SOCKS5 proxy that TCP connects through. */
  zsocket_set_socks_proxy(zocket: RawSocket, socks_proxy: string): void
  /** C: `void zsocket_set_xpub_nodrop(void *zocket, int xpub_nodrop)`; whether sending fails or blocks at the high-water mark. */
  zsocket_set_xpub_nodrop(zocket: RawSocket, xpub_nodrop: number): void
  /** C: `void zsocket_set_router_mandatory(void *zocket, int router_mandatory)`; whether sending to an unknown peer fails with `EHOSTUNREACH`. */
  zsocket_set_router_mandatory(zocket: RawSocket, router_mandatory: number): void
  /** C: `void zsocket_set_probe_router(void *zocket, int probe_router)`; whether each new peer is sent an empty message. */
  zsocket_set_probe_router(zocket: RawSocket, probe_router: number): void
  /** C: `void zsocket_set_req_relaxed(void *zocket, int req_relaxed)`; whether a REQ may send again before it has received. */
  zsocket_set_req_relaxed(zocket: RawSocket, req_relaxed: number): void
  /** C: `void zsocket_set_req_correlate(void *zocket, int req_correlate)`; whether a REQ drops replies to earlier requests. */
  zsocket_set_req_correlate(zocket: RawSocket, req_correlate: number): void
  /** C: `void zsocket_set_conflate(void *zocket, int conflate)`; whether only the last message is kept. */
  zsocket_set_conflate(zocket: RawSocket, conflate: number): void
  /** C: `char *zsocket_zap_domain(void *zocket)`; the domain that authentication is told. */
  zsocket_zap_domain(zocket: RawSocket): string
  /** C: `void zsocket_set_zap_domain(void *zocket, const char *zap_domain)`; the domain that authentication is told. */
  zsocket_set_zap_domain(zocket: RawSocket, zap_domain: string): void
  /** C: `int zsocket_mechanism(void *zocket)`; how peers are authenticated. */
  zsocket_mechanism(zocket: RawSocket): number
  /** C: `int zsocket_plain_server(void *zocket)`; whether this end checks names and passwords (PLAIN). */
  zsocket_plain_server(zocket: RawSocket): number
  /** C: `void zsocket_set_plain_server(void *zocket, int plain_server)`; whether this end checks names and passwords (PLAIN). */
  zsocket_set_plain_server(zocket: RawSocket, plain_server: number): void
  /** C: `char *zsocket_plain_username(void *zocket)`; the user name for PLAIN. */
  zsocket_plain_username(zocket: RawSocket): string
  /** C: `void zsocket_set_plain_username(void *zocket, const char *plain_username)`; the user name for PLAIN. */
  zsocket_set_plain_username(zocket: RawSocket, plain_username: string): void
  /** C: `char *zsocket_plain_password(void *zocket)`; the password for PLAIN. */
  zsocket_plain_password(zocket: RawSocket): string
  /** C: `void zsocket_set_plain_password(void *zocket, const char *plain_password)`; the password for PLAIN. */
  zsocket_set_plain_password(zocket: RawSocket, plain_password: string): void
  /** C: `int zsocket_curve_server(void *zocket)`; whether this end is the server of CURVE. */
  zsocket_curve_server(zocket: RawSocket): number
  /** C: `void zsocket_set_curve_server(void *zocket, int curve_server)`; whether this end is the server of CURVE. */
  zsocket_set_curve_server(zocket: RawSocket, curve_server: number): void
  /** C: `char *zsocket_curve_publickey(void *zocket)`; this end's public CURVE key. */
  zsocket_curve_publickey(zocket: RawSocket): string
  /** C: `void zsocket_set_curve_publickey(void *zocket, const char *curve_publickey)`; this end's public CURVE key. */
  zsocket_set_curve_publickey(zocket: RawSocket, curve_publickey: string): void
  /** C: `void zsocket_set_curve_publickey_bin(void *zocket, const byte *curve_publickey)`; 32 bytes. */
  zsocket_set_curve_publickey_bin(zocket: RawSocket, curve_publickey: Memory): void
  /** C: `char *zsocket_curve_secretkey(void *zocket)`; this end's secret CURVE key. */
  zsocket_curve_secretkey(zocket: RawSocket): string
  /** C: `void zsocket_set_curve_secretkey(void *zocket, const char *curve_secretkey)`; this end's secret CURVE key. */
  zsocket_set_curve_secretkey(zocket: RawSocket, curve_secretkey: string): void
  /** C: `void zsocket_set_curve_secretkey_bin(void *zocket, const byte *curve_secretkey)`; 32 bytes. */
  zsocket_set_curve_secretkey_bin(zocket: RawSocket, curve_secretkey: Memory): void
  /** C: `char *zsocket_curve_serverkey(void *zocket)`; the server's public CURVE key. */
  zsocket_curve_serverkey(zocket: RawSocket): string
  /** C: `void zsocket_set_curve_serverkey(void *zocket, const char *curve_serverkey)`; the server's public CURVE key. */
  zsocket_set_curve_serverkey(zocket: RawSocket, curve_serverkey: string): void
  /** C: `void zsocket_set_curve_serverkey_bin(void *zocket, const byte *curve_serverkey)`; 32 bytes. */
  zsocket_set_curve_serverkey_bin(zocket: RawSocket, curve_serverkey: Memory): void
  /** C: `int zsocket_gssapi_server(void *zocket)`; whether this end is the server of GSSAPI. */
  zsocket_gssapi_server(zocket: RawSocket): number
  /** C: `void zsocket_set_gssapi_server(void *zocket, int gssapi_server)`; whether this end is the server of GSSAPI. */
  zsocket_set_gssapi_server(zocket: RawSocket, gssapi_server: number): void
  /** C: `int zsocket_gssapi_plaintext(void *zocket)`; whether GSSAPI only authenticates. */
  zsocket_gssapi_plaintext(zocket: RawSocket): number
  /** C: `void zsocket_set_gssapi_plaintext(void *zocket, int gssapi_plaintext)`; whether GSSAPI only authenticates. */
  zsocket_set_gssapi_plaintext(zocket: RawSocket, gssapi_plaintext: number): void
  /** C: `char *zsocket_gssapi_principal(void *zocket)`; the principal of this end for GSSAPI. */
  zsocket_gssapi_principal(zocket: RawSocket): string
  /** C: `void zsocket_set_gssapi_principal(void *zocket, const char *gssapi_principal)`; the principal of this end for GSSAPI. */
  zsocket_set_gssapi_principal(zocket: RawSocket, gssapi_principal: string): void
  /** C: `char *zsocket_gssapi_service_principal(void *zocket)`; the principal of the server for GSSAPI. */
  zsocket_gssapi_service_principal(zocket: RawSocket): string
  /** C: `void zsocket_set_gssapi_service_principal(void *zocket, const char *gssapi_service_principal)`; the principal of the server for GSSAPI. */
  zsocket_set_gssapi_service_principal(zocket: RawSocket, gssapi_service_principal: string): void
  /** C: `int zsocket_ipv6(void *zocket)`; whether IPv6 is used besides IPv4. */
  zsocket_ipv6(zocket: RawSocket): number
  /** C: `void zsocket_set_ipv6(void *zocket, int ipv6)`; whether IPv6 is used besides IPv4. */
  zsocket_set_ipv6(zocket: RawSocket, ipv6: number): void
  /** C: `int zsocket_immediate(void *zocket)`; whether messages wait for completed connections only. */
  zsocket_immediate(zocket: RawSocket): number
  /** C: `void zsocket_set_immediate(void *zocket, int immediate)`; whether messages wait for completed connections only. */
  zsocket_set_immediate(zocket: RawSocket, immediate: number): void
  /** C: `int zsocket_sndhwm(void *zocket)`; the most messages that wait to be sent to a peer. */
  zsocket_sndhwm(zocket: RawSocket): number
  /** C: `void zsocket_set_sndhwm(void *zocket, int sndhwm)`; the most messages that wait to be sent to a peer. */
  zsocket_set_sndhwm(zocket: RawSocket, sndhwm: number): void
  /** C: `int zsocket_rcvhwm(void *zocket)`; the most messages that wait to be received from a peer. */
  zsocket_rcvhwm(zocket: RawSocket): number
  /** C: `void zsocket_set_rcvhwm(void *zocket, int rcvhwm)`; the most messages that wait to be received from a peer. */
  zsocket_set_rcvhwm(zocket: RawSocket, rcvhwm: number): void
  /** C: `int zsocket_maxmsgsize(void *zocket)`; the size of the greatest frame accepted; a peer that sends more is cut off. */
  zsocket_maxmsgsize(zocket: RawSocket): number
  /** C: `void zsocket_set_maxmsgsize(void *zocket, int maxmsgsize)`; the size of the greatest frame accepted; a peer that sends more is cut off. */
  zsocket_set_maxmsgsize(zocket: RawSocket, maxmsgsize: number): void
  /** C: `int zsocket_multicast_hops(void *zocket)`; how many routers a multicast packet may pass. */
  zsocket_multicast_hops(zocket: RawSocket): number
  /** C: `void zsocket_set_multicast_hops(void *zocket, int multicast_hops)`; how many routers a multicast packet may pass. */
  zsocket_set_multicast_hops(zocket: RawSocket, multicast_hops: number): void
  /** C: `void zsocket_set_xpub_verbose(void *zocket, int xpub_verbose)`; whether an XPUB receives repeated subscriptions, too. */
  zsocket_set_xpub_verbose(zocket: RawSocket, xpub_verbose: number): void
  /** C: `int zsocket_tcp_keepalive(void *zocket)`; whether TCP looks after idle connections. */
  zsocket_tcp_keepalive(zocket: RawSocket): number
  /** C: `void zsocket_set_tcp_keepalive(void *zocket, int tcp_keepalive)`; whether TCP looks after idle connections. */
  zsocket_set_tcp_keepalive(zocket: RawSocket, tcp_keepalive: number): void
  /** C: `int zsocket_tcp_keepalive_idle(void *zocket)`; how long a connection is idle before TCP looks after it. */
  zsocket_tcp_keepalive_idle(zocket: RawSocket): number
  /** C: `void zsocket_set_tcp_keepalive_idle(void *zocket, int tcp_keepalive_idle)`; how long a connection is idle before TCP looks after it. */
  zsocket_set_tcp_keepalive_idle(zocket: RawSocket, tcp_keepalive_idle: number): void
  /** C: `int zsocket_tcp_keepalive_cnt(void *zocket)`; how often TCP looks in vain before it gives up. */
  zsocket_tcp_keepalive_cnt(zocket: RawSocket): number
  /** C: `void zsocket_set_tcp_keepalive_cnt(void *zocket, int tcp_keepalive_cnt)`; how often TCP looks in vain before it gives up. */
  zsocket_set_tcp_keepalive_cnt(zocket: RawSocket, tcp_keepalive_cnt: number): void
  /** C: `int zsocket_tcp_keepalive_intvl(void *zocket)`; how long TCP waits before it looks again. */
  zsocket_tcp_keepalive_intvl(zocket: RawSocket): number
  /** C: `void zsocket_set_tcp_keepalive_intvl(void *zocket, int tcp_keepalive_intvl)`; how long TCP waits before it looks again. */
  zsocket_set_tcp_keepalive_intvl(zocket: RawSocket, tcp_keepalive_intvl: number): void
  /** C: `char *zsocket_tcp_accept_filter(void *zocket)`; the IPv4 addresses from which connections are accepted. */
  zsocket_tcp_accept_filter(zocket: RawSocket): string
  /** C: `void zsocket_set_tcp_accept_filter(void *zocket, const char *tcp_accept_filter)`; the IPv4 addresses from which connections are accepted. */
  zsocket_set_tcp_accept_filter(zocket: RawSocket, tcp_accept_filter: string): void
  /** C: `char *zsocket_last_endpoint(void *zocket)`; the endpoint that was bound or connected last, with its real port. */
  zsocket_last_endpoint(zocket: RawSocket): string
  /** C: `void zsocket_set_router_raw(void *zocket, int router_raw)`; whether a ROUTER speaks plain TCP. */
  zsocket_set_router_raw(zocket: RawSocket, router_raw: number): void
  /** C: `int zsocket_ipv4only(void *zocket)`; whether IPv4 only is used. */
  zsocket_ipv4only(zocket: RawSocket): number
  /** C: `void zsocket_set_ipv4only(void *zocket, int ipv4only)`; whether IPv4 only is used. */
  zsocket_set_ipv4only(zocket: RawSocket, ipv4only: number): void
  /** C: `void zsocket_set_delay_attach_on_connect(void *zocket, int delay_attach_on_connect)`; whether messages wait for completed connections only. */
  zsocket_set_delay_attach_on_connect(zocket: RawSocket, delay_attach_on_connect: number): void
  /** C: `int zsocket_hwm(void *zocket)`; both high-water marks, `sndhwm` and `rcvhwm`. */
  zsocket_hwm(zocket: RawSocket): number
  /** C: `void zsocket_set_hwm(void *zocket, int hwm)`; both high-water marks, `sndhwm` and `rcvhwm`. */
  zsocket_set_hwm(zocket: RawSocket, hwm: number): void
  /** C: `int zsocket_swap(void *zocket)`; the size of the swap file of libzmq 2. */
  zsocket_swap(zocket: RawSocket): number
  /** C: `void zsocket_set_swap(void *zocket, int swap)`; the size of the swap file of libzmq 2. */
  zsocket_set_swap(zocket: RawSocket, swap: number): void
  /** C: `int zsocket_affinity(void *zocket)`; which I/O threads of the context serve the connections. */
  zsocket_affinity(zocket: RawSocket): number
  /** C: `void zsocket_set_affinity(void *zocket, int affinity)`; which I/O threads of the context serve the connections. */
  zsocket_set_affinity(zocket: RawSocket, affinity: number): void
  /** C: `char *zsocket_identity(void *zocket)`; the routing id by which a ROUTER knows this socket. */
  zsocket_identity(zocket: RawSocket): string
  /** C: `void zsocket_set_identity(void *zocket, const char *identity)`; the routing id by which a ROUTER knows this socket. */
  zsocket_set_identity(zocket: RawSocket, identity: string): void
  /** C: `int zsocket_rate(void *zocket)`; the rate of multicast. */
  zsocket_rate(zocket: RawSocket): number
  /** C: `void zsocket_set_rate(void *zocket, int rate)`; the rate of multicast. */
  zsocket_set_rate(zocket: RawSocket, rate: number): void
  /** C: `int zsocket_recovery_ivl(void *zocket)`; how long a multicast receiver may be away without losing messages. */
  zsocket_recovery_ivl(zocket: RawSocket): number
  /** C: `void zsocket_set_recovery_ivl(void *zocket, int recovery_ivl)`; how long a multicast receiver may be away without losing messages. */
  zsocket_set_recovery_ivl(zocket: RawSocket, recovery_ivl: number): void
  /** C: `int zsocket_recovery_ivl_msec(void *zocket)`; the multicast recovery interval of libzmq 2. */
  zsocket_recovery_ivl_msec(zocket: RawSocket): number
  /** C: `void zsocket_set_recovery_ivl_msec(void *zocket, int recovery_ivl_msec)`; the multicast recovery interval of libzmq 2. */
  zsocket_set_recovery_ivl_msec(zocket: RawSocket, recovery_ivl_msec: number): void
  /** C: `int zsocket_mcast_loop(void *zocket)`; the multicast loop-back of libzmq 2. */
  zsocket_mcast_loop(zocket: RawSocket): number
  /** C: `void zsocket_set_mcast_loop(void *zocket, int mcast_loop)`; the multicast loop-back of libzmq 2. */
  zsocket_set_mcast_loop(zocket: RawSocket, mcast_loop: number): void
  /** C: `int zsocket_rcvtimeo(void *zocket)`; how long receiving waits. */
  zsocket_rcvtimeo(zocket: RawSocket): number
  /** C: `void zsocket_set_rcvtimeo(void *zocket, int rcvtimeo)`; how long receiving waits. */
  zsocket_set_rcvtimeo(zocket: RawSocket, rcvtimeo: number): void
  /** C: `int zsocket_sndtimeo(void *zocket)`; how long sending waits. */
  zsocket_sndtimeo(zocket: RawSocket): number
  /** C: `void zsocket_set_sndtimeo(void *zocket, int sndtimeo)`; how long sending waits. */
  zsocket_set_sndtimeo(zocket: RawSocket, sndtimeo: number): void
  /** C: `int zsocket_sndbuf(void *zocket)`; the size of the system's send buffer. */
  zsocket_sndbuf(zocket: RawSocket): number
  /** C: `void zsocket_set_sndbuf(void *zocket, int sndbuf)`; the size of the system's send buffer. */
  zsocket_set_sndbuf(zocket: RawSocket, sndbuf: number): void
  /** C: `int zsocket_rcvbuf(void *zocket)`; the size of the system's receive buffer. */
  zsocket_rcvbuf(zocket: RawSocket): number
  /** C: `void zsocket_set_rcvbuf(void *zocket, int rcvbuf)`; the size of the system's receive buffer. */
  zsocket_set_rcvbuf(zocket: RawSocket, rcvbuf: number): void
  /** C: `int zsocket_linger(void *zocket)`; how long messages may wait to be sent after closing. */
  zsocket_linger(zocket: RawSocket): number
  /** C: `void zsocket_set_linger(void *zocket, int linger)`; how long messages may wait to be sent after closing. */
  zsocket_set_linger(zocket: RawSocket, linger: number): void
  /** C: `int zsocket_reconnect_ivl(void *zocket)`; how long to wait before connecting again. */
  zsocket_reconnect_ivl(zocket: RawSocket): number
  /** C: `void zsocket_set_reconnect_ivl(void *zocket, int reconnect_ivl)`; how long to wait before connecting again. */
  zsocket_set_reconnect_ivl(zocket: RawSocket, reconnect_ivl: number): void
  /** C: `int zsocket_reconnect_ivl_max(void *zocket)`; what the wait before connecting again grows to, doubling each time. */
  zsocket_reconnect_ivl_max(zocket: RawSocket): number
  /** C: `void zsocket_set_reconnect_ivl_max(void *zocket, int reconnect_ivl_max)`; what the wait before connecting again grows to, doubling each time. */
  zsocket_set_reconnect_ivl_max(zocket: RawSocket, reconnect_ivl_max: number): void
  /** C: `int zsocket_backlog(void *zocket)`; how many connections may wait to be accepted. */
  zsocket_backlog(zocket: RawSocket): number
  /** C: `void zsocket_set_backlog(void *zocket, int backlog)`; how many connections may wait to be accepted. */
  zsocket_set_backlog(zocket: RawSocket, backlog: number): void
  /** C: `void zsocket_set_subscribe(void *zocket, const char *subscribe)`; subscribes to messages that begin with a prefix. */
  zsocket_set_subscribe(zocket: RawSocket, subscribe: string): void
  /** C: `void zsocket_set_unsubscribe(void *zocket, const char *unsubscribe)`; ends a subscription. */
  zsocket_set_unsubscribe(zocket: RawSocket, unsubscribe: string): void
  /** C: `int zsocket_type(void *zocket)`; the type of the socket. */
  zsocket_type(zocket: RawSocket): number
  /** C: `int zsocket_rcvmore(void *zocket)`; whether more frames follow the one received last. */
  zsocket_rcvmore(zocket: RawSocket): number
  /** C: `int zsocket_fd(void *zocket)`; the file descriptor that tells when `events` changes. */
  zsocket_fd(zocket: RawSocket): number
  /** C: `int zsocket_events(void *zocket)`; what can be done without waiting. */
  zsocket_events(zocket: RawSocket): number
}
