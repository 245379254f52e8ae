// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.

/** C: `EFSM`. */
export const EFSM = 156384763
/** C: `EMTHREAD`. */
export const EMTHREAD = 156384766
/** C: `ENOCOMPATPROTO`. */
export const ENOCOMPATPROTO = 156384764
/** C: `ETERM`. */
export const ETERM = 156384765
/** C: `ZMQ_AFFINITY`. */
export const AFFINITY = 4
/** C: `ZMQ_BACKLOG`. */
export const BACKLOG = 19
/** C: `ZMQ_BINDTODEVICE`. */
export const BINDTODEVICE = 92
/** C: `ZMQ_BLOCKY`. */
export const BLOCKY = 70
/** C: `ZMQ_CHANNEL`. */
export const CHANNEL = 20
/** C: `ZMQ_CLIENT`. */
export const CLIENT = 13
/** C: `ZMQ_CONFLATE`. */
export const CONFLATE = 54
/** C: `ZMQ_CONNECT_RID`. */
export const CONNECT_RID = 61
/** C: `ZMQ_CONNECT_ROUTING_ID`. */
export const CONNECT_ROUTING_ID = 61
/** C: `ZMQ_CONNECT_TIMEOUT`. */
export const CONNECT_TIMEOUT = 79
/** C: `ZMQ_CURRENT_EVENT_VERSION`. */
export const CURRENT_EVENT_VERSION = 1
/** C: `ZMQ_CURRENT_EVENT_VERSION_DRAFT`. */
export const CURRENT_EVENT_VERSION_DRAFT = 2
/** C: `ZMQ_CURVE`. */
export const CURVE = 2
/** C: `ZMQ_CURVE_PUBLICKEY`. */
export const CURVE_PUBLICKEY = 48
/** C: `ZMQ_CURVE_SECRETKEY`. */
export const CURVE_SECRETKEY = 49
/** C: `ZMQ_CURVE_SERVER`. */
export const CURVE_SERVER = 47
/** C: `ZMQ_CURVE_SERVERKEY`. */
export const CURVE_SERVERKEY = 50
/** C: `ZMQ_DEALER`. */
export const DEALER = 5
/** C: `ZMQ_DEFINED_STDINT`. */
export const DEFINED_STDINT = 1
/** C: `ZMQ_DELAY_ATTACH_ON_CONNECT`. */
export const DELAY_ATTACH_ON_CONNECT = 39
/** C: `ZMQ_DGRAM`. */
export const DGRAM = 18
/** C: `ZMQ_DISCONNECT_MSG`. */
export const DISCONNECT_MSG = 111
/** C: `ZMQ_DISH`. */
export const DISH = 15
/** C: `ZMQ_DONTWAIT`. */
export const DONTWAIT = 1
/** C: `ZMQ_EVENTS`. */
export const EVENTS = 15
/** C: `ZMQ_EVENT_ACCEPTED`. */
export const EVENT_ACCEPTED = 32
/** C: `ZMQ_EVENT_ACCEPT_FAILED`. */
export const EVENT_ACCEPT_FAILED = 64
/** C: `ZMQ_EVENT_ALL`. */
export const EVENT_ALL = 65535
/** C: `ZMQ_EVENT_ALL_V1`. */
export const EVENT_ALL_V1 = 65535
/** C: `ZMQ_EVENT_ALL_V2`. */
export const EVENT_ALL_V2 = 131071
/** C: `ZMQ_EVENT_BIND_FAILED`. */
export const EVENT_BIND_FAILED = 16
/** C: `ZMQ_EVENT_CLOSED`. */
export const EVENT_CLOSED = 128
/** C: `ZMQ_EVENT_CLOSE_FAILED`. */
export const EVENT_CLOSE_FAILED = 256
/** C: `ZMQ_EVENT_CONNECTED`. */
export const EVENT_CONNECTED = 1
/** C: `ZMQ_EVENT_CONNECT_DELAYED`. */
export const EVENT_CONNECT_DELAYED = 2
/** C: `ZMQ_EVENT_CONNECT_RETRIED`. */
export const EVENT_CONNECT_RETRIED = 4
/** C: `ZMQ_EVENT_DISCONNECTED`. */
export const EVENT_DISCONNECTED = 512
/** C: `ZMQ_EVENT_HANDSHAKE_FAILED_AUTH`. */
export const EVENT_HANDSHAKE_FAILED_AUTH = 16384
/** C: `ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL`. */
export const EVENT_HANDSHAKE_FAILED_NO_DETAIL = 2048
/** C: `ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL`. */
export const EVENT_HANDSHAKE_FAILED_PROTOCOL = 8192
/** C: `ZMQ_EVENT_HANDSHAKE_SUCCEEDED`. */
export const EVENT_HANDSHAKE_SUCCEEDED = 4096
/** C: `ZMQ_EVENT_LISTENING`. */
export const EVENT_LISTENING = 8
/** C: `ZMQ_EVENT_MONITOR_STOPPED`. */
export const EVENT_MONITOR_STOPPED = 1024
/** C: `ZMQ_EVENT_PIPES_STATS`. */
export const EVENT_PIPES_STATS = 65536
/** C: `ZMQ_FAIL_UNROUTABLE`. */
export const FAIL_UNROUTABLE = 33
/** C: `ZMQ_FD`. */
export const FD = 14
/** C: `ZMQ_FORWARDER`. */
export const FORWARDER = 2
/** C: `ZMQ_GATHER`. */
export const GATHER = 16
/** C: `ZMQ_GROUP_MAX_LENGTH`. */
export const GROUP_MAX_LENGTH = 255
/** C: `ZMQ_GSSAPI`. */
export const GSSAPI = 3
/** C: `ZMQ_GSSAPI_NT_HOSTBASED`. */
export const GSSAPI_NT_HOSTBASED = 0
/** C: `ZMQ_GSSAPI_NT_KRB5_PRINCIPAL`. */
export const GSSAPI_NT_KRB5_PRINCIPAL = 2
/** C: `ZMQ_GSSAPI_NT_USER_NAME`. */
export const GSSAPI_NT_USER_NAME = 1
/** C: `ZMQ_GSSAPI_PLAINTEXT`. */
export const GSSAPI_PLAINTEXT = 65
/** C: `ZMQ_GSSAPI_PRINCIPAL`. */
export const GSSAPI_PRINCIPAL = 63
/** C: `ZMQ_GSSAPI_PRINCIPAL_NAMETYPE`. */
export const GSSAPI_PRINCIPAL_NAMETYPE = 90
/** C: `ZMQ_GSSAPI_SERVER`. */
export const GSSAPI_SERVER = 62
/** C: `ZMQ_GSSAPI_SERVICE_PRINCIPAL`. */
export const GSSAPI_SERVICE_PRINCIPAL = 64
/** C: `ZMQ_GSSAPI_SERVICE_PRINCIPAL_NAMETYPE`. */
export const GSSAPI_SERVICE_PRINCIPAL_NAMETYPE = 91
/** C: `ZMQ_HANDSHAKE_IVL`. */
export const HANDSHAKE_IVL = 66
/** C: `ZMQ_HAS_CAPABILITIES`. */
export const HAS_CAPABILITIES = 1
/** C: `ZMQ_HAUSNUMERO`. */
export const HAUSNUMERO = 156384712
/** C: `ZMQ_HEARTBEAT_IVL`. */
export const HEARTBEAT_IVL = 75
/** C: `ZMQ_HEARTBEAT_TIMEOUT`. */
export const HEARTBEAT_TIMEOUT = 77
/** C: `ZMQ_HEARTBEAT_TTL`. */
export const HEARTBEAT_TTL = 76
/** C: `ZMQ_HELLO_MSG`. */
export const HELLO_MSG = 110
/** C: `ZMQ_IDENTITY`. */
export const IDENTITY = 5
/** C: `ZMQ_IMMEDIATE`. */
export const IMMEDIATE = 39
/** C: `ZMQ_INVERT_MATCHING`. */
export const INVERT_MATCHING = 74
/** C: `ZMQ_IN_BATCH_SIZE`. */
export const IN_BATCH_SIZE = 101
/** C: `ZMQ_IO_THREADS`. */
export const IO_THREADS = 1
/** C: `ZMQ_IO_THREADS_DFLT`. */
export const IO_THREADS_DFLT = 1
/** C: `ZMQ_IPC_FILTER_GID`. */
export const IPC_FILTER_GID = 60
/** C: `ZMQ_IPC_FILTER_PID`. */
export const IPC_FILTER_PID = 58
/** C: `ZMQ_IPC_FILTER_UID`. */
export const IPC_FILTER_UID = 59
/** C: `ZMQ_IPV4ONLY`. */
export const IPV4ONLY = 31
/** C: `ZMQ_IPV6`. */
export const IPV6 = 42
/** C: `ZMQ_LAST_ENDPOINT`. */
export const LAST_ENDPOINT = 32
/** C: `ZMQ_LINGER`. */
export const LINGER = 17
/** C: `ZMQ_LOOPBACK_FASTPATH`. */
export const LOOPBACK_FASTPATH = 94
/** C: `ZMQ_MAXMSGSIZE`. */
export const MAXMSGSIZE = 22
/** C: `ZMQ_MAX_MSGSZ`. */
export const MAX_MSGSZ = 5
/** C: `ZMQ_MAX_SOCKETS`. */
export const MAX_SOCKETS = 2
/** C: `ZMQ_MAX_SOCKETS_DFLT`. */
export const MAX_SOCKETS_DFLT = 1023
/** C: `ZMQ_MECHANISM`. */
export const MECHANISM = 43
/** C: `ZMQ_METADATA`. */
export const METADATA = 95
/** C: `ZMQ_MORE`. */
export const MORE = 1
/** C: `ZMQ_MSG_T_SIZE`. */
export const MSG_T_SIZE = 6
/** C: `ZMQ_MULTICAST_HOPS`. */
export const MULTICAST_HOPS = 25
/** C: `ZMQ_MULTICAST_LOOP`. */
export const MULTICAST_LOOP = 96
/** C: `ZMQ_MULTICAST_MAXTPDU`. */
export const MULTICAST_MAXTPDU = 84
/** C: `ZMQ_NOBLOCK`. */
export const NOBLOCK = 1
/** C: `ZMQ_NOTIFY_CONNECT`. */
export const NOTIFY_CONNECT = 1
/** C: `ZMQ_NOTIFY_DISCONNECT`. */
export const NOTIFY_DISCONNECT = 2
/** C: `ZMQ_NULL`. */
export const NULL = 0
/** C: `ZMQ_ONLY_FIRST_SUBSCRIBE`. */
export const ONLY_FIRST_SUBSCRIBE = 108
/** C: `ZMQ_OUT_BATCH_SIZE`. */
export const OUT_BATCH_SIZE = 102
/** C: `ZMQ_PAIR`. */
export const PAIR = 0
/** C: `ZMQ_PEER`. */
export const PEER = 19
/** C: `ZMQ_PLAIN`. */
export const PLAIN = 1
/** C: `ZMQ_PLAIN_PASSWORD`. */
export const PLAIN_PASSWORD = 46
/** C: `ZMQ_PLAIN_SERVER`. */
export const PLAIN_SERVER = 44
/** C: `ZMQ_PLAIN_USERNAME`. */
export const PLAIN_USERNAME = 45
/** C: `ZMQ_POLLERR`. */
export const POLLERR = 4
/** C: `ZMQ_POLLIN`. */
export const POLLIN = 1
/** C: `ZMQ_POLLITEMS_DFLT`. */
export const POLLITEMS_DFLT = 16
/** C: `ZMQ_POLLOUT`. */
export const POLLOUT = 2
/** C: `ZMQ_POLLPRI`. */
export const POLLPRI = 8
/** C: `ZMQ_POLL_MSEC`. */
export const POLL_MSEC = 1
/** C: `ZMQ_PRIORITY`. */
export const PRIORITY = 112
/** C: `ZMQ_PROBE_ROUTER`. */
export const PROBE_ROUTER = 51
/** C: `ZMQ_PROTOCOL_ERROR_WS_UNSPECIFIED`. */
export const PROTOCOL_ERROR_WS_UNSPECIFIED = 805306368
/** C: `ZMQ_PROTOCOL_ERROR_ZAP_BAD_REQUEST_ID`. */
export const PROTOCOL_ERROR_ZAP_BAD_REQUEST_ID = 536870914
/** C: `ZMQ_PROTOCOL_ERROR_ZAP_BAD_VERSION`. */
export const PROTOCOL_ERROR_ZAP_BAD_VERSION = 536870915
/** C: `ZMQ_PROTOCOL_ERROR_ZAP_INVALID_METADATA`. */
export const PROTOCOL_ERROR_ZAP_INVALID_METADATA = 536870917
/** C: `ZMQ_PROTOCOL_ERROR_ZAP_INVALID_STATUS_CODE`. */
export const PROTOCOL_ERROR_ZAP_INVALID_STATUS_CODE = 536870916
/** C: `ZMQ_PROTOCOL_ERROR_ZAP_MALFORMED_REPLY`. */
export const PROTOCOL_ERROR_ZAP_MALFORMED_REPLY = 536870913
/** C: `ZMQ_PROTOCOL_ERROR_ZAP_UNSPECIFIED`. */
export const PROTOCOL_ERROR_ZAP_UNSPECIFIED = 536870912
/** C: `ZMQ_PROTOCOL_ERROR_ZMTP_CRYPTOGRAPHIC`. */
export const PROTOCOL_ERROR_ZMTP_CRYPTOGRAPHIC = 285212673
/** C: `ZMQ_PROTOCOL_ERROR_ZMTP_INVALID_METADATA`. */
export const PROTOCOL_ERROR_ZMTP_INVALID_METADATA = 268435480
/** C: `ZMQ_PROTOCOL_ERROR_ZMTP_INVALID_SEQUENCE`. */
export const PROTOCOL_ERROR_ZMTP_INVALID_SEQUENCE = 268435458
/** C: `ZMQ_PROTOCOL_ERROR_ZMTP_KEY_EXCHANGE`. */
export const PROTOCOL_ERROR_ZMTP_KEY_EXCHANGE = 268435459
/** C: `ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_ERROR`. */
export const PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_ERROR = 268435477
/** C: `ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_HELLO`. */
export const PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_HELLO = 268435475
/** C: `ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_INITIATE`. */
export const PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_INITIATE = 268435476
/** C: `ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_MESSAGE`. */
export const PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_MESSAGE = 268435474
/** C: `ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_READY`. */
export const PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_READY = 268435478
/** C: `ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_UNSPECIFIED`. */
export const PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_UNSPECIFIED = 268435473
/** C: `ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_WELCOME`. */
export const PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_WELCOME = 268435479
/** C: `ZMQ_PROTOCOL_ERROR_ZMTP_MECHANISM_MISMATCH`. */
export const PROTOCOL_ERROR_ZMTP_MECHANISM_MISMATCH = 285212674
/** C: `ZMQ_PROTOCOL_ERROR_ZMTP_UNEXPECTED_COMMAND`. */
export const PROTOCOL_ERROR_ZMTP_UNEXPECTED_COMMAND = 268435457
/** C: `ZMQ_PROTOCOL_ERROR_ZMTP_UNSPECIFIED`. */
export const PROTOCOL_ERROR_ZMTP_UNSPECIFIED = 268435456
/** C: `ZMQ_PUB`. */
export const PUB = 1
/** C: `ZMQ_PULL`. */
export const PULL = 7
/** C: `ZMQ_PUSH`. */
export const PUSH = 8
/** C: `ZMQ_QUEUE`. */
export const QUEUE = 3
/** C: `ZMQ_RADIO`. */
export const RADIO = 14
/** C: `ZMQ_RATE`. */
export const RATE = 8
/** C: `ZMQ_RCVBUF`. */
export const RCVBUF = 12
/** C: `ZMQ_RCVHWM`. */
export const RCVHWM = 24
/** C: `ZMQ_RCVMORE`. */
export const RCVMORE = 13
/** C: `ZMQ_RCVTIMEO`. */
export const RCVTIMEO = 27
/** C: `ZMQ_RECONNECT_IVL`. */
export const RECONNECT_IVL = 18
/** C: `ZMQ_RECONNECT_IVL_MAX`. */
export const RECONNECT_IVL_MAX = 21
/** C: `ZMQ_RECONNECT_STOP`. */
export const RECONNECT_STOP = 109
/** C: `ZMQ_RECONNECT_STOP_AFTER_DISCONNECT`. */
export const RECONNECT_STOP_AFTER_DISCONNECT = 3
/** C: `ZMQ_RECONNECT_STOP_CONN_REFUSED`. */
export const RECONNECT_STOP_CONN_REFUSED = 1
/** C: `ZMQ_RECONNECT_STOP_HANDSHAKE_FAILED`. */
export const RECONNECT_STOP_HANDSHAKE_FAILED = 2
/** C: `ZMQ_RECOVERY_IVL`. */
export const RECOVERY_IVL = 9
/** C: `ZMQ_REP`. */
export const REP = 4
/** C: `ZMQ_REQ`. */
export const REQ = 3
/** C: `ZMQ_REQ_CORRELATE`. */
export const REQ_CORRELATE = 52
/** C: `ZMQ_REQ_RELAXED`. */
export const REQ_RELAXED = 53
/** C: `ZMQ_ROUTER`. */
export const ROUTER = 6
/** C: `ZMQ_ROUTER_BEHAVIOR`. */
export const ROUTER_BEHAVIOR = 33
/** C: `ZMQ_ROUTER_HANDOVER`. */
export const ROUTER_HANDOVER = 56
/** C: `ZMQ_ROUTER_MANDATORY`. */
export const ROUTER_MANDATORY = 33
/** C: `ZMQ_ROUTER_NOTIFY`. */
export const ROUTER_NOTIFY = 97
/** C: `ZMQ_ROUTER_RAW`. */
export const ROUTER_RAW = 41
/** C: `ZMQ_ROUTING_ID`. */
export const ROUTING_ID = 5
/** C: `ZMQ_SCATTER`. */
export const SCATTER = 17
/** C: `ZMQ_SERVER`. */
export const SERVER = 12
/** C: `ZMQ_SHARED`. */
export const SHARED = 3
/** C: `ZMQ_SNDBUF`. */
export const SNDBUF = 11
/** C: `ZMQ_SNDHWM`. */
export const SNDHWM = 23
/** C: `ZMQ_SNDMORE`. */
export const SNDMORE = 2
/** C: `ZMQ_SNDTIMEO`. */
export const SNDTIMEO = 28
/** C: `ZMQ_SOCKET_LIMIT`. */
export const SOCKET_LIMIT = 3
/** C: `ZMQ_SOCKS_PASSWORD`. */
export const SOCKS_PASSWORD = 100
/** C: `ZMQ_SOCKS_PROXY`. */
export const SOCKS_PROXY = 68
/** C: `ZMQ_SOCKS_USERNAME`. */
export const SOCKS_USERNAME = 99
/** C: `ZMQ_SRCFD`. */
export const SRCFD = 2
/** C: `ZMQ_STREAM`. */
export const STREAM = 11
/** C: `ZMQ_STREAMER`. */
export const STREAMER = 1
/** C: `ZMQ_STREAM_NOTIFY`. */
export const STREAM_NOTIFY = 73
/** C: `ZMQ_SUB`. */
export const SUB = 2
/** C: `ZMQ_SUBSCRIBE`. */
export const SUBSCRIBE = 6
/** C: `ZMQ_TCP_ACCEPT_FILTER`. */
export const TCP_ACCEPT_FILTER = 38
/** C: `ZMQ_TCP_KEEPALIVE`. */
export const TCP_KEEPALIVE = 34
/** C: `ZMQ_TCP_KEEPALIVE_CNT`. */
export const TCP_KEEPALIVE_CNT = 35
/** C: `ZMQ_TCP_KEEPALIVE_IDLE`. */
export const TCP_KEEPALIVE_IDLE = 36
/** C: `ZMQ_TCP_KEEPALIVE_INTVL`. */
export const TCP_KEEPALIVE_INTVL = 37
/** C: `ZMQ_TCP_MAXRT`. */
export const TCP_MAXRT = 80
/** C: `ZMQ_THREAD_AFFINITY_CPU_ADD`. */
export const THREAD_AFFINITY_CPU_ADD = 7
/** C: `ZMQ_THREAD_AFFINITY_CPU_REMOVE`. */
export const THREAD_AFFINITY_CPU_REMOVE = 8
/** C: `ZMQ_THREAD_NAME_PREFIX`. */
export const THREAD_NAME_PREFIX = 9
/** C: `ZMQ_THREAD_PRIORITY`. */
export const THREAD_PRIORITY = 3
/** C: `ZMQ_THREAD_PRIORITY_DFLT`. */
export const THREAD_PRIORITY_DFLT = -1
/** C: `ZMQ_THREAD_SAFE`. */
export const THREAD_SAFE = 81
/** C: `ZMQ_THREAD_SCHED_POLICY`. */
export const THREAD_SCHED_POLICY = 4
/** C: `ZMQ_THREAD_SCHED_POLICY_DFLT`. */
export const THREAD_SCHED_POLICY_DFLT = -1
/** C: `ZMQ_TOS`. */
export const TOS = 57
/** C: `ZMQ_TYPE`. */
export const TYPE = 16
/** C: `ZMQ_UNSUBSCRIBE`. */
export const UNSUBSCRIBE = 7
/** C: `ZMQ_USE_FD`. */
export const USE_FD = 89
/** C: `ZMQ_VERSION_MAJOR`. */
export const VERSION_MAJOR = 4
/** C: `ZMQ_VERSION_MINOR`. */
export const VERSION_MINOR = 3
/** C: `ZMQ_VERSION_PATCH`. */
export const VERSION_PATCH = 4
/** C: `ZMQ_VMCI_BUFFER_MAX_SIZE`. */
export const VMCI_BUFFER_MAX_SIZE = 87
/** C: `ZMQ_VMCI_BUFFER_MIN_SIZE`. */
export const VMCI_BUFFER_MIN_SIZE = 86
/** C: `ZMQ_VMCI_BUFFER_SIZE`. */
export const VMCI_BUFFER_SIZE = 85
/** C: `ZMQ_VMCI_CONNECT_TIMEOUT`. */
export const VMCI_CONNECT_TIMEOUT = 88
/** C: `ZMQ_WSS_CERT_PEM`. */
export const WSS_CERT_PEM = 104
/** C: `ZMQ_WSS_HOSTNAME`. */
export const WSS_HOSTNAME = 106
/** C: `ZMQ_WSS_KEY_PEM`. */
export const WSS_KEY_PEM = 103
/** C: `ZMQ_WSS_TRUST_PEM`. */
export const WSS_TRUST_PEM = 105
/** C: `ZMQ_WSS_TRUST_SYSTEM`. */
export const WSS_TRUST_SYSTEM = 107
/** C: `ZMQ_XPUB`. */
export const XPUB = 9
/** C: `ZMQ_XPUB_MANUAL`. */
export const XPUB_MANUAL = 71
/** C: `ZMQ_XPUB_MANUAL_LAST_VALUE`. */
export const XPUB_MANUAL_LAST_VALUE = 98
/** C: `ZMQ_XPUB_NODROP`. */
export const XPUB_NODROP = 69
/** C: `ZMQ_XPUB_VERBOSE`. */
export const XPUB_VERBOSE = 40
/** C: `ZMQ_XPUB_VERBOSER`. */
export const XPUB_VERBOSER = 78
/** C: `ZMQ_XPUB_WELCOME_MSG`. */
export const XPUB_WELCOME_MSG = 72
/** C: `ZMQ_XREP`. */
export const XREP = 6
/** C: `ZMQ_XREQ`. */
export const XREQ = 5
/** C: `ZMQ_XSUB`. */
export const XSUB = 10
/** C: `ZMQ_ZAP_DOMAIN`. */
export const ZAP_DOMAIN = 55
/** C: `ZMQ_ZAP_ENFORCE_DOMAIN`. */
export const ZAP_ENFORCE_DOMAIN = 93
/** C: `ZMQ_ZERO_COPY_RECV`. */
export const ZERO_COPY_RECV = 10
