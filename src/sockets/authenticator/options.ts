import { boundedText } from '../../arguments.ts'
import { invalidType, invalidValue } from '../../errors.ts'
import { ALL_DOMAINS } from '../../zap/domains.ts'
import type { Passwords } from '../../zap/sources.ts'
import type { Authenticator } from '../authenticator.ts'
import type { Context } from '../context.ts'
import type { CurveClients } from './clients.ts'

/** How many clients may ask to be let in; those beyond are put off (300), and their sockets try again. */
export interface AuthenticationLimits {
  /** How many handlers may be at work at once. Default: 1000. */
  pending?: number | undefined
  /**
   * How many times a second each address may ask; as many at once. Of IPv6 all addresses of a `/64` count together, and
   * by ipc all processes of a user. Default: without limit.
   */
  rate?: number | undefined
}

/** What an {@link Authenticator} is made with; each is a method, too. */
export interface AuthenticatorOptions {
  /** Whose clients it authenticates; the shared {@link context} if absent. */
  context?: Context | undefined
  /** The ZAP domain that `plain` and `curve` are for; all domains if absent. */
  domain?: string | undefined
  /** See {@link Authenticator.allow}; at least one if it is given. */
  allow?: string | Iterable<string> | undefined
  /** See {@link Authenticator.deny}. */
  deny?: string | Iterable<string> | undefined
  /** See {@link Authenticator.plain}. */
  plain?: Passwords | undefined
  /** See {@link Authenticator.curve}. */
  curve?: CurveClients | undefined
  /** See {@link Authenticator.limit}. */
  limits?: AuthenticationLimits | undefined
}

/** For which sockets a setting is. */
export interface DomainOptions {
  /** The ZAP domain of the sockets; those that have no setting of their own if absent, but for those that `curveServer` makes. */
  domain?: string | undefined
}

/** For which sockets passwords are, and what is put up with in a file of them. */
export interface PlainOptions extends DomainOptions {
  /** Take a file although every user of the system can read or change it. Default: false. */
  allowExposed?: boolean | undefined
}

/** How a handler is asked. */
export interface UseOptions {
  /** The longest time to wait for it in milliseconds; then the client is put off (300). Default: 5000. */
  timeout?: number | undefined
}

/** How many requests were decided since the authenticator was made. */
export interface AuthenticationCounters {
  /** Let in (200). */
  readonly accepted: number
  /** Put off (300), because of a limit, or because the handler has said so or took too long. */
  readonly later: number
  /** Kept out (400). */
  readonly refused: number
  /** Kept out because the handler has failed (500). */
  readonly failed: number
  /** Not understood; from something else than libzmq. */
  readonly malformed: number
  /** Of those put off: because of a limit. */
  readonly limited: number
  /** Decisions that readers were not told, because they are too slow. */
  readonly missed: number
}

const LONGEST_DOMAIN = 255

/** A misspelt option must not mean less security. */
export function checkNames(name: string, value: unknown, names: readonly string[]): void {
  if (typeof value !== 'object' || value === null) throw invalidType(name, 'an object', value)
  const other = Object.keys(value).find((each) => !names.includes(each))
  if (other !== undefined)
    throw invalidValue(`${name}.${other}`, `is not an option; there are ${names.join(', ')}`)
}

/** A ZAP domain. */
export function domainFrom(name: string, value: unknown, standard = ALL_DOMAINS): string {
  if (value === undefined) return standard
  return value === '' ? ALL_DOMAINS : boundedText(name, value, LONGEST_DOMAIN)
}

/** One address or several. */
export function several(name: string, value: unknown): Iterable<string> {
  if (value === undefined) return []
  if (typeof value === 'string') return [value]
  if (typeof value === 'object' && value !== null && Symbol.iterator in value)
    return value as Iterable<string>
  throw invalidType(name, 'an address, or an iterable of them', value)
}

/** {@link several}, but not none: an empty list of who may come in would let everybody in. */
export function someOf(name: string, value: unknown): string[] {
  const found = [...several(name, value)]
  if (value !== undefined && found.length === 0)
    throw invalidValue(name, 'is empty, which would let every address in; leave it out for that')
  return found
}
