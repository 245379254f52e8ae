import { endpoint as checkedEndpoint, text } from '../arguments.ts'
import { type CzmqError, invalidType, invalidValue } from '../errors.ts'
import { failure } from '../failure.ts'
import { socketOf } from '../handle.ts'
import { noteBound, unbinding } from '../inproc-hazards.ts'
import { C } from '../raw/index.ts'
import type { Pointer } from '../raw/types.ts'
import { refuseBind, refuseConnect, refuseDisconnect } from '../socket-hazards.ts'
import type { Zsock } from '../socket-kinds.ts'
import { handOverFd, refuseUnusableFd } from '../socket-options.ts'
import { zsockPointer } from './pointer.ts'

/** The dynamic ports of IANA. */
const FIRST_PORT = 49152
const LAST_PORT = 65535

/** `tcp://host:*`, `tcp://host:!`, and both with a range of ports: `*[60000-]`, `![-60000]`, `*[55000-55999]`. */
const EPHEMERAL = /^(tcp:\/\/.*:)([*!])(?:\[(\d*)-(\d*)\])?$/s

/** What {@link attach} does with an endpoint that does not say it itself. */
export type Attachment = 'bind' | 'connect'

interface PortRange {
  /** The endpoint up to the port. */
  prefix: string
  first: number
  last: number
  random: boolean
}

/**
 * Binds a socket and answers its port; 0 for transports without ports. `tcp://127.0.0.1:*` takes the first free port
 * from 49152 on, `:!` a random one; `:*[60000-]`, `:![-60000]` and `:*[55000-55999]` limit where it looks.
 * `tcp://127.0.0.1:0` takes one that the system chooses.
 *
 * C: `zsock_bind`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for a malformed endpoint or range, RangeError `ERR_OUT_OF_RANGE` for a port
 *   above 65535.
 * @throws {@link CzmqError} `EADDRINUSE`, `EADDRNOTAVAIL`, `ENODEV`, `EPROTONOSUPPORT`, `EINVAL`, `EACCES`, …
 */
export function bind(self: Zsock, address: string): number {
  const pointer = zsockPointer(self)
  const checked = bindable(self, 'address', address)
  const range = portRange('address', checked)
  const port = range ? bindWithin(pointer, range, checked) : bindTo(pointer, checked)
  handOverFd(socketOf(self, 'self'))
  noteBound(self, checked)
  return port
}

/** An endpoint that this socket may be told to bind to. */
function bindable(self: Zsock, name: string, value: unknown): string {
  const checked = checkedEndpoint(name, value)
  refuseBind(socketOf(self, 'self'), checked)
  refuseUnusableFd(socketOf(self, 'self'))
  portRange(name, checked)
  return checked
}

function portRange(name: string, address: string): PortRange | null {
  const found = EPHEMERAL.exec(address)
  if (!found) return null
  const [, prefix = '', mark, least, most] = found
  const first = Number(least || FIRST_PORT)
  const last = Number(most || LAST_PORT)
  if (first < 1 || last > LAST_PORT || first > last) {
    throw invalidValue(
      name,
      `must name ports from 1 to 65535, the lower one first; it names ${first}-${last}`,
    )
  }
  return { prefix, first, last, random: mark === '!' }
}

function bindTo(pointer: Pointer<'zsock_t'>, address: string): number {
  const port = C.zsock_bind(pointer, '%s', address)
  if (port === -1) throw failure('zsock_bind', { address })
  if (!/^(tcp|udp|ws|wss):/.test(address)) return 0
  return port || Number(/:(\d+)(?:\/.*)?$/.exec(C.zsock_last_endpoint(pointer) ?? '')?.[1] ?? 0)
}

/**
 * Tries one port after the other, here and not in C, which would go on after a failure that no port mends: with a
 * host that cannot be resolved, for minutes.
 */
function bindWithin(pointer: Pointer<'zsock_t'>, range: PortRange, address: string): number {
  const count = range.last - range.first + 1
  const start = range.random ? Math.floor(Math.random() * count) : 0
  let refused: CzmqError | undefined
  for (let step = 0; step < count; step++) {
    const port = range.first + ((start + step) % count)
    if (C.zsock_bind(pointer, '%s', range.prefix + port) === port) return port
    refused = failure('zsock_bind', { address })
    if (refused.code !== 'EADDRINUSE' && refused.code !== 'EACCES') break
  }
  throw refused
}

/**
 * The endpoint that the socket was bound to last, as it was given, with the port that was found for `*` or `!`;
 * `null` before.
 *
 * C: `zsock_endpoint`
 */
export function endpoint(self: Zsock): string | null {
  return C.zsock_endpoint(zsockPointer(self))
}

/**
 * Stops listening on an endpoint.
 *
 * C: `zsock_unbind`
 * @param address - With the real port, as {@link endpoint} tells it.
 * @throws {@link CzmqError} `ENOENT` when the socket is not bound to it, `EINVAL`, `EPROTONOSUPPORT`; `ENOTSUP` when
 *   a ROUTER or a REP is connected to it inside the process.
 */
export function unbind(self: Zsock, address: string): void {
  const pointer = zsockPointer(self)
  const checked = checkedEndpoint('address', address)
  unbinding(self, socketOf(self, 'self'), checked, () => {
    if (C.zsock_unbind(pointer, '%s', checked) === -1) throw failure('zsock_unbind', { address: checked })
  })
}

/**
 * Connects a socket; the connection itself is made in the background, and again when it breaks.
 *
 * C: `zsock_connect`
 * @throws {@link CzmqError} `EINVAL`, `EPROTONOSUPPORT`, `ENOCOMPATPROTO`, `EMFILE`.
 */
export function connect(self: Zsock, address: string): void {
  const pointer = zsockPointer(self)
  const checked = checkedEndpoint('address', address)
  refuseConnect(socketOf(self, 'self'), checked)
  if (C.zsock_connect(pointer, '%s', checked) === -1) throw failure('zsock_connect', { address: checked })
}

/**
 * Ends the connections to an endpoint.
 *
 * C: `zsock_disconnect`
 * @throws {@link CzmqError} `ENOENT` when the socket is not connected to it, `EINVAL`, `EPROTONOSUPPORT`; `ENOTSUP` for
 *   `inproc://` of a ROUTER or a REP.
 */
export function disconnect(self: Zsock, address: string): void {
  const pointer = zsockPointer(self)
  const checked = checkedEndpoint('address', address)
  refuseDisconnect(socketOf(self, 'self'), checked)
  if (C.zsock_disconnect(pointer, '%s', checked) === -1)
    throw failure('zsock_disconnect', { address: checked })
}

/**
 * Binds and connects a socket to a list of endpoints with commas between: `'@tcp://127.0.0.1:*,>inproc://there'`. `@`
 * binds and `>` connects; an endpoint without either does what `otherwise` says. All are checked first; when one
 * fails, those before it stay attached.
 *
 * C: `zsock_attach`, where `otherwise` is the boolean `serverish`
 * @param endpoints - `''` attaches to nothing. An endpoint with a comma in it is for {@link bind} or {@link connect}.
 * @throws TypeError, RangeError, {@link CzmqError} As {@link bind} and {@link connect}.
 */
export function attach(self: Zsock, endpoints: string, otherwise: Attachment): void {
  zsockPointer(self)
  if (otherwise !== 'bind' && otherwise !== 'connect') {
    throw invalidType('otherwise', "'bind' or 'connect'", otherwise)
  }
  for (const [action, address] of attachments(self, text('endpoints', endpoints), otherwise)) {
    if (action === 'bind') bind(self, address)
    else connect(self, address)
  }
}

function attachments(self: Zsock, endpoints: string, otherwise: Attachment): [Attachment, string][] {
  if (endpoints === '') return []
  return endpoints.split(',').map((each) => {
    const action = each.startsWith('@') ? 'bind' : each.startsWith('>') ? 'connect' : otherwise
    const address = each.replace(/^[@>]/, '')
    return [
      action,
      action === 'bind' ? bindable(self, 'endpoints', address) : checkedEndpoint('endpoints', address),
    ]
  })
}
