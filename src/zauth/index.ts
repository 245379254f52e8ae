/**
 * Authentication: who may connect to the sockets of a context. It works on a thread of its own, so clients are let in
 * while this one blocks. Sockets ask it when they use PLAIN, CURVE or GSSAPI, and without any of them (NULL) when they have
 * a ZAP domain; connections by `inproc://` are never asked about. An authentication lives as long as its context. Should its
 * thread end before, for lack of memory, nobody comes in, and its functions throw `EPIPE` until there is another one.
 *
 * @example
 * ```ts
 * const context = zctx.new()
 * const auth = zauth.new(context)
 * zauth.configureCurve(auth, '*', zauth.CURVE_ALLOW_ANY)
 * zauth.deny(auth, '192.0.2.0/24')
 * zctx.destroy(context)
 * ```
 */
import { boundedText, flag, text } from '../arguments.ts'
import { invalidType, invalidValue } from '../errors.ts'
import { destroyHandle, pointerOf } from '../handle.ts'
import { agentOf } from '../raw/compat/zauth.ts'
import type { ZapAgent } from '../raw/zap-agent.ts'
import { parseRange } from '../zap/addresses.ts'
import {
  type Clients,
  keySource,
  type PasswordOptions,
  type Passwords,
  passwordSource,
} from '../zap/sources.ts'
import type { Zcertstore } from '../zcertstore/kind.ts'
import type { Zctx } from '../zctx/kind.ts'
import { type Zauth, zauthKind } from './kind.ts'
import { open } from './open.ts'
import { clientsIn, isStore } from './store.ts'

export type { Clients, KnownClient, PasswordOptions, Passwords } from '../zap/sources.ts'
export type { Zauth } from './kind.ts'
export { create as new }

/** As location: whoever has the server's public key may come in. */
export const CURVE_ALLOW_ANY = '*'

/** The longest ZAP domain of a socket in bytes. */
const LONGEST_DOMAIN = 255

function agent(self: Zauth): ZapAgent {
  return agentOf(pointerOf(zauthKind, self))
}

/**
 * The authentication of a context, which may have one. At first everybody may come in without a mechanism, and nobody with
 * PLAIN or CURVE. Blocks until its thread has started: some 50 ms for the first, less than 1 ms later. Fresh.
 *
 * C: `zauth_new`
 * @throws {@link CzmqError} `EADDRINUSE` when the context has an authentication already, here or in another thread;
 *   `EMFILE`, `ETERM`, `ETIMEDOUT`.
 */
function create(context: Zctx): Zauth {
  return open(context)
}

/**
 * Ends an authentication: from then on everybody may come in, but to sockets that enforce a ZAP domain. Connections stay.
 * Takes it; again, it does nothing.
 *
 * C: `zauth_destroy`
 */
export function destroy(self: Zauth): void {
  destroyHandle(zauthKind, self)
}

/**
 * Allows an address. From the first on all others are denied, also clients by ipc, which have none; what is allowed
 * cannot be denied.
 *
 * C: `zauth_allow`
 * @param address - IPv4 or IPv6, or a range: `'127.0.0.1'`, `'10.0.0.0/8'`, `'2001:db8::/32'`. No range of IPv6 has
 *   addresses of IPv4: `'::/0'` is all of IPv6, and `'0.0.0.0/0'` all of IPv4, whether the socket has both or not.
 * @throws TypeError `ERR_INVALID_ARG_TYPE`, `ERR_INVALID_ARG_VALUE`.
 */
export function allow(self: Zauth, address: string): void {
  agent(self).order({ do: 'allow', address: range(address) })
}

/**
 * Denies an address, as long as none is allowed. Clients by ipc have no address, so none is denied.
 *
 * C: `zauth_deny`
 * @param address - As for {@link allow}.
 * @throws TypeError `ERR_INVALID_ARG_TYPE`, `ERR_INVALID_ARG_VALUE`.
 */
export function deny(self: Zauth, address: string): void {
  agent(self).order({ do: 'deny', address: range(address) })
}

function range(address: unknown): string {
  const checked = text('address', address)
  if (!parseRange(checked))
    throw invalidValue('address', "must be an IP address or a range like '10.0.0.0/8', without an interface")
  return checked
}

/**
 * Says who may come in with PLAIN, in place of what was said before for the domain.
 *
 * C: `zauth_configure_plain`
 * @param domain - The ZAP domain of the sockets that this is for; `'*'` or `''` for all that have none of their own here.
 * @param passwords - By user; or a file of lines `user=password`, which is read again when it changes. While there is no
 *   such file nobody may come in.
 * @throws TypeError `ERR_INVALID_ARG_TYPE`, `ERR_INVALID_ARG_VALUE`: also for an option that does not exist.
 * @throws {@link CzmqError} `ERR_CZMQ_EXPOSED` as `options` say.
 */
export function configurePlain(
  self: Zauth,
  domain: string,
  passwords: Passwords,
  options: PasswordOptions = {},
): void {
  const source = passwordSource(passwords, passwordOptions(options))
  agent(self).order({ do: 'plain', domain: zapDomain(domain), source })
}

/** A misspelt option must not mean less security. */
function passwordOptions(value: unknown): PasswordOptions {
  if (typeof value !== 'object' || value === null) throw invalidType('options', 'an object', value)
  if (Object.keys(value).some((each) => each !== 'refuseExposed'))
    throw invalidValue('options', 'has no such option; there is refuseExposed')
  const { refuseExposed = false } = value as PasswordOptions
  return { refuseExposed: flag('options.refuseExposed', refuseExposed) === 1 }
}

/**
 * Says who may come in with CURVE, in place of what was said before for the domain. What their certificates say is
 * metadata of their messages (`zframe.meta`), and `'User-Id'` is their public key.
 *
 * C: `zauth_configure_curve`
 * @param domain - As for {@link configurePlain}.
 * @param location - {@link CURVE_ALLOW_ANY}; or a directory of certificates, which is read again when it changes. While
 *   there is no such directory nobody may come in. Or a store of certificates, clients or public keys, as they are now.
 * @throws TypeError `ERR_INVALID_ARG_TYPE`, `ERR_INVALID_ARG_VALUE`.
 */
export function configureCurve(self: Zauth, domain: string, location: Clients | Zcertstore): void {
  const clients = isStore(location) ? clientsIn(location) : location
  const source = clients === CURVE_ALLOW_ANY ? 'any' : keySource('location', clients)
  agent(self).order({ do: 'curve', domain: zapDomain(domain), source })
}

function zapDomain(domain: unknown): string {
  return domain === '' ? domain : boundedText('domain', domain, LONGEST_DOMAIN)
}

/**
 * Whether each decision is written to CZMQ's log (`zsys.setLogstream`, …), without names and keys; off at first.
 *
 * C: `zauth_set_verbose`
 */
export function setVerbose(self: Zauth, verbose: boolean): void {
  agent(self).order({ do: 'verbose', verbose: flag('verbose', verbose) === 1 })
}
