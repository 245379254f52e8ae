import { VERSION_MAJOR, VERSION_MINOR, VERSION_PATCH } from '../raw/generated/constants.ts'
import { C } from '../raw/index.ts'

export { type CurveKeypair, curveKeypair as curveKeyPair } from '../zmq/curve.ts'

/** The version of the libzmq that this package was made for; `zmq.version()` tells that of the one that is loaded. */
export const version: string = `${VERSION_MAJOR}.${VERSION_MINOR}.${VERSION_PATCH}`

/** What a libzmq may have been built with. */
export interface Capability {
  /** The `ipc://` transport. */
  readonly ipc: boolean
  /** The `pgm://` and `epgm://` transports. */
  readonly pgm: boolean
  /** The `tipc://` transport. */
  readonly tipc: boolean
  /** The `norm://` transport. */
  readonly norm: boolean
  /** CURVE security. */
  readonly curve: boolean
  /** GSSAPI security. */
  readonly gssapi: boolean
  /** Draft sockets. */
  readonly draft: boolean
}

const has = (name: keyof Capability) => C.zmq_has(name) === 1

/**
 * What the loaded libzmq can do. It is asked when a property is read, because importing this package loads no library.
 *
 * C: `zmq_has`
 * @example
 * ```ts
 * capability.curve // true when keys and encryption can be used
 * ```
 */
export const capability: Capability = Object.freeze({
  get ipc() {
    return has('ipc')
  },
  get pgm() {
    return has('pgm')
  },
  get tipc() {
    return has('tipc')
  },
  get norm() {
    return has('norm')
  },
  get curve() {
    return has('curve')
  },
  get gssapi() {
    return has('gssapi')
  },
  get draft() {
    return has('draft')
  },
})
