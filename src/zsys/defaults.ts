import { flag, integer } from '../arguments.ts'
import { C } from '../raw/index.ts'

/** What CZMQ gives to every socket that it makes from now on, in all threads: to zsocks and to those of actors. */

/**
 * How long the messages of a zsock made from now on may wait to be sent when it is destroyed; 0 at first.
 *
 * C: `zsys_set_linger`
 * @param linger - Milliseconds; 0 drops them, -1 waits for ever.
 */
export function setLinger(linger: number): void {
  // C's size_t becomes an int again: its 32 bits are what counts.
  C.zsys_set_linger(integer('linger', linger, -1) >>> 0)
}

/**
 * The send high-water mark of zsocks made from now on; 1000 at first.
 *
 * C: `zsys_set_sndhwm`
 * @param sndhwm - Messages; 0 is without limit.
 */
export function setSndhwm(sndhwm: number): void {
  C.zsys_set_sndhwm(integer('sndhwm', sndhwm, 0))
}

/**
 * The receive high-water mark of zsocks made from now on; 1000 at first.
 *
 * C: `zsys_set_rcvhwm`
 * @param rcvhwm - Messages; 0 is without limit.
 */
export function setRcvhwm(rcvhwm: number): void {
  C.zsys_set_rcvhwm(integer('rcvhwm', rcvhwm, 0))
}

/**
 * The high-water mark of the pipe between an actor made from now on and its program, both ways; 1000 at first.
 *
 * C: `zsys_set_pipehwm`
 * @param pipehwm - Messages; 0 is without limit.
 */
export function setPipehwm(pipehwm: number): void {
  C.zsys_set_pipehwm(integer('pipehwm', pipehwm, 0))
}

/**
 * The high-water mark of actors' pipes, in messages.
 *
 * C: `zsys_pipehwm`
 */
export function pipehwm(): number {
  return C.zsys_pipehwm()
}

/**
 * Whether zsocks made from now on use IPv6 besides IPv4; off at first.
 *
 * C: `zsys_set_ipv6`
 */
export function setIpv6(ipv6: boolean): void {
  C.zsys_set_ipv6(flag('ipv6', ipv6))
}

/**
 * Whether new zsocks use IPv6.
 *
 * C: `zsys_ipv6`
 */
export function ipv6(): boolean {
  return C.zsys_ipv6() !== 0
}

/**
 * Whether binding a zsock uses the listening descriptor that systemd opened for the endpoint, if there is one.
 *
 * C: `zsys_set_auto_use_fd`
 */
export function setAutoUseFd(autoUseFd: boolean): void {
  C.zsys_set_auto_use_fd(flag('autoUseFd', autoUseFd))
}

/**
 * Whether systemd's descriptors are used.
 *
 * C: `zsys_auto_use_fd`
 */
export function autoUseFd(): boolean {
  return C.zsys_auto_use_fd() !== 0
}
