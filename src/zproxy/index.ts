/**
 * Proxies that work in the background: a thread of their own passes messages between a front-end and a back-end, also
 * while the program blocks. Each command returns when it is carried out.
 *
 * It is not CZMQ's actor, which ends the process over a port that is taken and never ends while nobody takes its
 * messages; it does the same, except that it never waits for anybody.
 *
 * @example
 * ```ts
 * const proxy = zproxy.new()
 * const port = zproxy.frontend(proxy, zmq.PULL, 'tcp://127.0.0.1:*')
 * zproxy.backend(proxy, zmq.PUSH, 'inproc://workers')
 * zproxy.destroy(proxy)
 * ```
 */

import { agentEndpoint, agentEndpoints } from '../agent-endpoints.ts'
import { text } from '../arguments.ts'
import { CzmqError, invalidValue } from '../errors.ts'
import { adopt, destroyHandle, pointerOf } from '../handle.ts'
import { request, startAgent } from '../raw/agent/start.ts'
import * as zmq from '../raw/generated/constants.ts'
import { C } from '../raw/index.ts'
import { checkedKey } from '../security-arguments.ts'
import { globalContext } from '../socket-kinds.ts'
import { type Zproxy, zproxyKind } from './kind.ts'
import { checkedDomain, checkedSide, checkedType, type Side, settingsOf } from './settings.ts'

export type { Zproxy } from './kind.ts'
export type { Side } from './settings.ts'
export { create as new }

/** How much has passed, in whole messages and in bytes of their frames. */
export interface ZproxyTraffic {
  /** Whole messages. */
  messages: number
  /** The sizes of their frames. */
  bytes: number
}

/** How much has passed through an end of a proxy. */
export interface ZproxyEnd {
  /** From its peers. */
  received: ZproxyTraffic
  /** To its peers. */
  sent: ZproxyTraffic
}

/** How much has passed through a proxy. */
export interface ZproxyStatistics {
  /** Through the front-end. */
  frontend: ZproxyEnd
  /** Through the back-end. */
  backend: ZproxyEnd
}

/**
 * A new proxy in CZMQ's process-wide context, so that `inproc://` connects it with every `zsock`. It does nothing
 * before it has both ends. Blocks for some 50 ms, until its thread runs. Fresh.
 *
 * C: `zactor_new (zproxy, NULL)`
 * @throws {@link CzmqError} `EMFILE`, `EAGAIN` when no thread can be started, `ETIMEDOUT` when it does not run in time.
 */
function create(): Zproxy {
  return adopt(zproxyKind, startAgent('proxy', globalContext()).control)
}

/**
 * Ends a proxy and closes its sockets; messages on their way are dropped. Takes the proxy; again, it does nothing.
 *
 * C: `zactor_destroy`
 */
export function destroy(self: Zproxy): void {
  destroyHandle(zproxyKind, self)
}

/**
 * Makes the front-end and answers the port that it was bound to last; 0 when there is none. A front-end that it had
 * before is closed when all went well, and stays when not.
 *
 * C: `FRONTEND`
 * @param type - `zmq.PULL`, `zmq.ROUTER`, `zmq.XSUB`, …; neither STREAM nor drafts.
 * @param endpoints - With commas between; `>` before one connects, else it is bound: `tcp://127.0.0.1:*` to the first
 *   free port from 49152.
 * @param topics - What a SUB socket subscribes to; everything without them.
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for a type that a proxy cannot use, or a malformed endpoint.
 * @throws {@link CzmqError} `EADDRINUSE`, `EADDRNOTAVAIL`, `EACCES`, `EINVAL`, `ENODEV`, …
 */
export function frontend(self: Zproxy, type: number, endpoints: string, ...topics: string[]): number {
  return configure(self, 'frontend', type, endpoints, topics)
}

/**
 * Makes the back-end, as {@link frontend} makes the front-end.
 *
 * C: `BACKEND`
 * @throws As {@link frontend}.
 */
export function backend(self: Zproxy, type: number, endpoints: string, ...topics: string[]): number {
  return configure(self, 'backend', type, endpoints, topics)
}

function configure(
  self: Zproxy,
  side: Side,
  type: number,
  endpoints: string,
  topics: readonly string[],
): number {
  const control = pointerOf(zproxyKind, self, 'self')
  const configuration = {
    type: checkedType(type),
    endpoints: agentEndpoints('endpoints', endpoints),
    topics: checkedTopics(type, topics),
    options: settingsOf(self, side),
  }
  return request(control, side, configuration) as number
}

function checkedTopics(type: number, topics: readonly string[]): string[] {
  const checked = topics.map((each, index) => text(`topics[${index}]`, each))
  if (checked.some((each) => Buffer.byteLength(each) > LONGEST_TOPIC))
    throw invalidValue('topics', `must have at most ${LONGEST_TOPIC} bytes each`)
  if (type !== zmq.SUB && checked.length > 0) throw invalidValue('topics', 'are for SUB sockets')
  return type === zmq.SUB && checked.length === 0 ? [''] : checked
}

const LONGEST_TOPIC = 65_535

/**
 * From now on sends a copy of every message that passes, of either direction, to a PULL socket. A message passes only
 * when that has room for the copy.
 *
 * C: `CAPTURE`
 * @param endpoint - Where a PULL socket is bound, or will be.
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for a malformed endpoint.
 * @throws {@link CzmqError} `EPROTONOSUPPORT`, `EINVAL`, … when it cannot be connected to.
 */
export function capture(self: Zproxy, endpoint: string): void {
  request(pointerOf(zproxyKind, self, 'self'), 'capture', zmq.PUSH, agentEndpoint('endpoint', endpoint))
}

/**
 * Lets messages wait, up to the high-water marks of the sockets, until {@link resume}.
 *
 * C: `PAUSE`
 */
export function pause(self: Zproxy): void {
  request(pointerOf(zproxyKind, self, 'self'), 'pause')
}

/**
 * Goes on after {@link pause}.
 *
 * C: `RESUME`
 */
export function resume(self: Zproxy): void {
  request(pointerOf(zproxyKind, self, 'self'), 'resume')
}

/** How much has passed since the proxy was made. CZMQ's own has no such command. */
export function statistics(self: Zproxy): ZproxyStatistics {
  return request(pointerOf(zproxyKind, self, 'self'), 'statistics') as ZproxyStatistics
}

/**
 * Sets the domain of authentication of an end that is made afterwards; with one, clients need not say who they are,
 * but an authenticator is asked about their addresses.
 *
 * C: `DOMAIN`
 * @param name - 1 to 255 bytes.
 */
export function domain(self: Zproxy, side: Side, name: string): void {
  pointerOf(zproxyKind, self, 'self')
  settingsOf(self, checkedSide(side)).zapDomain = checkedDomain(name)
}

/**
 * Lets in only clients that give a name and password (PLAIN), at an end that is made afterwards.
 *
 * C: `PLAIN`
 */
export function plain(self: Zproxy, side: Side): void {
  pointerOf(zproxyKind, self, 'self')
  const settings = settingsOf(self, checkedSide(side))
  delete settings.curveServer
  settings.plainServer = true
}

/**
 * Lets in only clients that know the public key (CURVE), at an end that is made afterwards.
 *
 * C: `CURVE`
 * @param publicKey - 40 characters of Z85.
 * @param secretKey - 40 characters of Z85.
 * @throws {@link CzmqError} `ENOTSUP` when libzmq was built without CURVE.
 */
export function curve(self: Zproxy, side: Side, publicKey: string, secretKey: string): void {
  pointerOf(zproxyKind, self, 'self')
  const settings = settingsOf(self, checkedSide(side))
  const keys = {
    publicKey: checkedKey('publicKey', publicKey),
    secretKey: checkedKey('secretKey', secretKey),
  }
  if (C.zmq_has('curve') !== 1) throw new CzmqError('ENOTSUP', 'This libzmq was built without CURVE')
  delete settings.plainServer
  Object.assign(settings, keys, { curveServer: true })
}

/**
 * Writes the commands that are given from now on to CZMQ's log.
 *
 * C: `VERBOSE`
 */
export function verbose(self: Zproxy): void {
  request(pointerOf(zproxyKind, self, 'self'), 'verbose')
}
