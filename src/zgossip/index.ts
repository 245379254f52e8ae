/**
 * Gossip: nodes that are connected in any way tell each other keys and values, until all of them know all. For what
 * changes slowly: configuration, who is there, where a service is. A key can get another value, but cannot be taken
 * back.
 *
 * It is not CZMQ's actor, which any stranger ends with four bytes and which hangs the program when its news is not
 * received; but it speaks the same protocol, with CZMQ's nodes, too.
 *
 * @example
 * ```ts
 * const base = zgossip.new('base')
 * const port = zgossip.bind(base, 'tcp://127.0.0.1:*')
 * const node = zgossip.new('node')
 * zgossip.connect(node, `tcp://127.0.0.1:${port}`)
 * zgossip.publish(node, 'service', 'tcp://127.0.0.1:9000')
 * zgossip.recv(base) // { key: 'service', value: 'tcp://127.0.0.1:9000' }
 * ```
 */
import { agentEndpoint } from '../agent-endpoints.ts'
import { boundedText, text } from '../arguments.ts'
import { CzmqError, invalidValue } from '../errors.ts'
import { nothingReceived } from '../failure.ts'
import { type AnyHandle, adopt, destroyHandle, pointerOf, socketOf } from '../handle.ts'
import { LARGEST_VALUE, LONGEST_KEY } from '../raw/agent/gossip-codec.ts'
import type { Security } from '../raw/agent/socket-set-up.ts'
import { request, startAgent } from '../raw/agent/start.ts'
import { DONTWAIT } from '../raw/generated/constants.ts'
import { C } from '../raw/index.ts'
import { moreFollows, receiveBytes } from '../raw/messages.ts'
import { checkedKey } from '../security-arguments.ts'
import { globalContext, type Zgossip } from '../socket-kinds.ts'
import { zgossipKind } from './kind.ts'

export type { Zgossip } from '../socket-kinds.ts'
export { create as new }

/** Something that the network knows. */
export interface ZgossipTuple {
  /** Its name. */
  key: string
  /** What it is now. */
  value: string
}

/** Security of the sockets that are made from now on. */
const security = new WeakMap<AnyHandle, Security>()

function pointer(self: Zgossip): ReturnType<typeof pointerOf> {
  return pointerOf(zgossipKind, self, 'self')
}

/**
 * A new node, in CZMQ's process-wide context. Blocks for some 50 ms, until its thread runs. Fresh.
 *
 * C: `zactor_new (zgossip, name)`
 * @param name - What it is called in the log.
 * @throws {@link CzmqError} `EMFILE`, `EAGAIN` when no thread can be started, `ETIMEDOUT` when it does not run in time.
 */
function create(name = 'zgossip'): Zgossip {
  const checked = boundedText('name', name, 255)
  const self = adopt(zgossipKind, startAgent('gossip', globalContext()).control)
  request(self.pointer, 'name', checked)
  return self
}

/**
 * Ends a node. What it published stays known to the others. Takes the node; again, it does nothing.
 *
 * C: `zactor_destroy`
 */
export function destroy(self: Zgossip): void {
  destroyHandle(zgossipKind, self, 'self')
}

/**
 * Lets other nodes connect, and answers the port; 0 when there is none.
 *
 * C: `BIND`
 * @param endpoint - `tcp://127.0.0.1:*` takes the first free port from 49152.
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for a malformed endpoint.
 * @throws {@link CzmqError} `EADDRINUSE`, `EADDRNOTAVAIL`, `EACCES`, `EPROTONOSUPPORT`, …
 */
export function bind(self: Zgossip, endpoint: string): number {
  const control = pointer(self)
  const { publicKey, secretKey, zapDomain } = securityOf(self)
  const checked = agentEndpoint('endpoint', endpoint)
  const keys = secretKey === undefined ? {} : { ...bothKeys(publicKey, secretKey), curveServer: true }
  return request(control, 'bind', checked, { ...keys, ...(zapDomain && { zapDomain }) }) as number
}

/**
 * Connects to a node; the connection is made in the background, and again when it breaks.
 *
 * C: `CONNECT`
 * @param serverKey - The public key of the node, 40 characters of Z85, if it has one; then {@link setPublickey} and
 *   {@link setSecretkey} must be called before.
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for a malformed endpoint or key, or a missing key of this node.
 * @throws {@link CzmqError} `EPROTONOSUPPORT`, `EINVAL`, …
 */
export function connect(self: Zgossip, endpoint: string, serverKey?: string): void {
  const control = pointer(self)
  const { publicKey, secretKey } = securityOf(self)
  const checked = agentEndpoint('endpoint', endpoint)
  if (serverKey === undefined) {
    request(control, 'connect', checked, {})
    return
  }
  const keys = { serverKey: checkedKey('serverKey', serverKey), ...bothKeys(publicKey, secretKey) }
  request(control, 'connect', checked, keys)
}

function bothKeys(publicKey: string | undefined, secretKey: string | undefined): Security {
  if (publicKey === undefined) throw invalidValue('self', 'has no public key: call setPublickey first')
  if (secretKey === undefined) throw invalidValue('self', 'has no secret key: call setSecretkey first')
  return { publicKey, secretKey }
}

/**
 * Tells a key and its value to all nodes; this one hears of it, too. What is known already is not told again.
 *
 * C: `PUBLISH`
 * @param key - 1 to 255 bytes.
 * @param value - Up to 1 MiB.
 */
export function publish(self: Zgossip, key: string, value: string): void {
  const control = pointer(self)
  const name = boundedText('key', key, LONGEST_KEY)
  const checked = text('value', value)
  const size = Buffer.byteLength(checked)
  if (size > LARGEST_VALUE)
    throw invalidValue('value', `must have at most ${LARGEST_VALUE} bytes; it has ${size}`)
  request(control, 'publish', name, checked)
}

/**
 * How many keys this node knows.
 *
 * C: `STATUS`
 */
export function status(self: Zgossip): number {
  return request(pointer(self), 'status') as number
}

/**
 * The port that the node was bound to last; 0 before, and for transports without ports.
 *
 * C: `PORT`
 */
export function port(self: Zgossip): number {
  return request(pointer(self), 'port') as number
}

/**
 * Receives what the node has learned, or was told to publish. Blocks until there is something; `null` when a signal
 * with a listener came. News waits without limit.
 *
 * C: `DELIVER`
 * @throws {@link CzmqError} `ETERM` when the context is ending.
 */
export function recv(self: Zgossip): ZgossipTuple | null {
  return receive(self, 0)
}

/**
 * Receives news if there is some, else `null`. Does not block.
 *
 * C: `DELIVER`
 * @throws {@link CzmqError} As {@link recv}.
 */
export function recvNowait(self: Zgossip): ZgossipTuple | null {
  return receive(self, DONTWAIT)
}

function receive(self: Zgossip, flags: number): ZgossipTuple | null {
  const socket = socketOf(pointer(self) && self, 'self')
  const frames: string[] = []
  do {
    const frame = receiveBytes(socket, flags)
    if (frame === null) return nothingReceived('zmq_msg_recv')
    frames.push(frame.toString())
  } while (moreFollows())
  const [, key = '', value = ''] = frames
  return { key, value }
}

/**
 * Sets the public key of this node, for sockets that it makes afterwards. A draft in CZMQ.
 *
 * C: `SET PUBLICKEY`
 * @param key - 40 characters of Z85.
 * @throws {@link CzmqError} `ENOTSUP` when libzmq was built without CURVE.
 */
export function setPublickey(self: Zgossip, key: string): void {
  pointer(self)
  securityOf(self).publicKey = withCurve(checkedKey('key', key))
}

/**
 * Sets the secret key of this node. From now on {@link bind} lets in only nodes that know its public key. A draft in CZMQ.
 *
 * C: `SET SECRETKEY`
 * @param key - 40 characters of Z85.
 * @throws {@link CzmqError} `ENOTSUP` when libzmq was built without CURVE.
 */
export function setSecretkey(self: Zgossip, key: string): void {
  pointer(self)
  securityOf(self).secretKey = withCurve(checkedKey('key', key))
}

/**
 * Sets the domain of authentication, about whose clients an authenticator is asked. Before {@link bind}.
 *
 * C: `ZAP DOMAIN`
 * @param domain - 1 to 255 bytes.
 */
export function zapDomain(self: Zgossip, domain: string): void {
  pointer(self)
  securityOf(self).zapDomain = boundedText('domain', domain, 255)
}

function withCurve(key: string): string {
  if (C.zmq_has('curve') === 1) return key
  throw new CzmqError('ENOTSUP', 'This libzmq was built without CURVE')
}

function securityOf(self: Zgossip): Security {
  const found = security.get(self) ?? {}
  security.set(self, found)
  return found
}

/**
 * Writes what the node does to CZMQ's log.
 *
 * C: `VERBOSE`
 */
export function verbose(self: Zgossip): void {
  request(pointer(self), 'verbose')
}
