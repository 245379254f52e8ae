/** The functions that pyczmq declares, by class and without its prefix. */
const byClass: Record<string, string> = {
  zauth: `
    allow configure_curve configure_plain deny destroy new set_verbose test
  `,
  zbeacon: `
    destroy hostname new noecho publish set_interval silence socket subscribe test unsubscribe
  `,
  zcert: `
    apply destroy dup eq load meta new new_from public_key public_txt save save_public secret_key
    secret_txt set_meta
  `,
  zcertstore: `
    destroy dump insert lookup new
  `,
  zctx: `
    destroy new set_iothreads set_linger set_pipehwm set_rcvhwm set_sndhwm shadow shadow_zmq_ctx test
    underlying
  `,
  zframe: `
    data destroy dup eq more new new_empty recv recv_nowait reset send set_more size strdup streq strhex
  `,
  zloop: `
    destroy new poller poller_end poller_set_tolerant set_verbose start test timer timer_end
  `,
  zmq: `
    bind close connect ctx_get ctx_new ctx_set ctx_shutdown ctx_term disconnect errno getsockopt
    msg_close msg_copy msg_data msg_get msg_init msg_init_data msg_init_size msg_more msg_move msg_recv
    msg_send msg_set msg_size poll proxy recv recviov recvmsg send send_const sendiov sendmsg setsockopt
    socket socket_monitor strerror unbind version z85_decode z85_encode
  `,
  zmsg: `
    addstr append content_size destroy dup first last load new next pop popstr push pushstr recv remove
    save send size unwrap wrap
  `,
  zpoller: `
    destroy expired new terminated test wait
  `,
  zsocket: `
    affinity backlog bind connect curve_publickey curve_secretkey curve_server
    curve_serverkey destroy disconnect events fd identity ipv4only ipv6 last_endpoint linger maxmsgsize
    multicast_hops new plain_password plain_server plain_username poll rate rcvbuf rcvhwm rcvmore
    rcvtimeo reconnect_ivl reconnect_ivl_max recovery_ivl set_affinity set_backlog set_conflate
    set_curve_publickey set_curve_publickey_bin set_curve_secretkey set_curve_secretkey_bin
    set_curve_server set_curve_serverkey set_curve_serverkey_bin set_delay_attach_on_connect set_hwm
    set_identity set_immediate set_ipv4only set_ipv6 set_linger set_maxmsgsize set_multicast_hops
    set_plain_password set_plain_server set_plain_username set_probe_router set_rate set_rcvbuf
    set_rcvhwm set_rcvtimeo set_reconnect_ivl set_reconnect_ivl_max set_recovery_ivl set_req_correlate
    set_req_relaxed set_router_mandatory set_router_raw set_sndbuf set_sndhwm set_sndtimeo set_subscribe
    set_tcp_accept_filter set_tcp_keepalive set_tcp_keepalive_cnt set_tcp_keepalive_idle
    set_tcp_keepalive_intvl set_unsubscribe set_xpub_verbose set_zap_domain sndbuf sndhwm sndtimeo
    tcp_accept_filter tcp_keepalive tcp_keepalive_cnt tcp_keepalive_idle tcp_keepalive_intvl type
    type_str unbind zap_domain
  `,
  zstr: `
    recv recv_nowait recvx send sendm sendx test
  `,
  zsockopt: `
    test
  `,
  zsys: `
    version
  `,
}

/** Every C function that pyczmq declares: 41 of libzmq, 202 of CZMQ 2 and 3. */
export const pyczmqFunctions: readonly string[] = Object.entries(byClass).flatMap(([name, methods]) =>
  methods
    .trim()
    .split(/\s+/)
    .map((method) => `${name}_${method}`),
)
