/**
 * What holds for the whole process: defaults of `zsock` sockets, CZMQ's log, signals, versions. CZMQ's own context
 * (`zctx.global()`), in which `zsock` and the actors live, is made when the library is loaded and ends with the process.
 *
 * Only in `C`, because Node has it: `zsys_file_…`, `zsys_dir_…` (`node:fs`), `zsys_udp_…` (`node:dgram`), `zsys_sprintf`
 * and so on (template strings, `util.format`), `zsys_daemonize` (`child_process.spawn` with `detached`), `zsys_run_as`
 * (`process.setuid`). Only in `C`, because they cannot be made safe: `zsys_shutdown`, which takes the context away from
 * every thread; `zsys_handler_…` and `zsys_catch_interrupts` of C, which take the signals away from Node;
 * `zsys_set_thread_sched_policy`, `zsys_set_thread_priority` and `zsys_thread_affinity_…`, which the system may refuse
 * with the first socket only, and then libzmq ends the process. `zsys_socket`, `zsys_close`, `zsys_create_pipe` and
 * `zsys_sockname`'s like are for CZMQ itself.
 *
 * @example
 * ```ts
 * const release = zsys.catchInterrupts()
 * zsys.setLogstream('stderr')
 * zsys.info('ready on ' + zsys.hostname())
 * release()
 * ```
 */
export { maxMsgsz, setIoThreads, setMaxMsgsz, setMaxSockets, socketLimit } from './context.ts'
export {
  autoUseFd,
  ipv6,
  pipehwm,
  setAutoUseFd,
  setIpv6,
  setLinger,
  setPipehwm,
  setRcvhwm,
  setSndhwm,
} from './defaults.ts'
export { catchInterrupts, interrupted, setInterrupted } from './interrupts.ts'
export {
  debug,
  error,
  info,
  type LogStream,
  notice,
  setLogident,
  setLogsender,
  setLogstream,
  setLogsystem,
  warning,
} from './log.ts'
export {
  interface,
  ipv6Address,
  ipv6McastAddress,
  setInterface,
  setIpv6Address,
  setIpv6McastAddress,
} from './network.ts'
export { hasCurve, hostname, init, sockname, type Version, version } from './system.ts'
