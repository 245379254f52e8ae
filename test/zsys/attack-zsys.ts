import { C, zsys } from '../../src/index.ts'
import type { Pointer } from '../../src/raw/types.ts'
import { attack, report } from '../zmq/attack.ts'

const none = () => []

report(
  attack(zsys, {
    autoUseFd: none,
    catchInterrupts: none,
    debug: () => ['text'],
    error: () => ['text'],
    hasCurve: none,
    hostname: none,
    info: () => ['text'],
    init: none,
    interface: none,
    interrupted: none,
    ipv6: none,
    ipv6Address: none,
    ipv6McastAddress: none,
    maxMsgsz: none,
    notice: () => ['text'],
    pipehwm: none,
    setAutoUseFd: () => [false],
    setInterface: () => [''],
    setInterrupted: () => [false],
    setIoThreads: () => [1],
    setIpv6: () => [false],
    setIpv6Address: () => [''],
    setIpv6McastAddress: () => [''],
    setLinger: () => [0],
    setLogident: () => ['test'],
    setLogsender: () => [null],
    setLogstream: () => [null],
    setLogsystem: () => [false],
    setMaxMsgsz: () => [1000],
    setMaxSockets: () => [1000],
    setPipehwm: () => [1000],
    setRcvhwm: () => [1000],
    setSndhwm: () => [1000],
    socketLimit: none,
    sockname: () => [0],
    version: none,
    warning: () => ['text'],
  }),
)

/** What the settings that got through do to a socket. */
const socket = C.zsock_new(0) as Pointer<'zsock_t'>
C.zsock_destroy([socket])
