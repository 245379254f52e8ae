import { types } from 'node:util'
import { text } from '../../arguments.ts'
import type { Metadata } from '../../certificate-metadata.ts'
import { invalidType, invalidValue } from '../../errors.ts'
import { FAILED, LATER, metadataProblem, REFUSED, type Verdict, type ZapStatus } from '../../zap/reply.ts'
import type { ZapRequest } from '../../zap/request.ts'
import { checkNames } from './options.ts'
import { userIdOf } from './request.ts'

/** What a handler decides. */
export interface Ruling {
  /** 200 lets the client in, 300 puts it off, 400 keeps it out, 500 says that this could not be decided. */
  readonly status: ZapStatus
  /** What messages of the client tell as `'User-Id'`; what it is called already if absent. */
  readonly userId?: string | undefined
  /**
   * What messages of the client tell besides what its certificate says, or in its place. For a name that neither has they
   * tell what the client claims about itself: so give each name that the application trusts, if need be with `''`.
   */
  readonly metadata?: Readonly<Record<string, string>> | undefined
  /** A word for people, up to 255 bytes. */
  readonly text?: string | undefined
}

const STANDARD = { 200: 'OK', 300: LATER.text, 400: REFUSED.text, 500: FAILED.text } as const
const LONGEST_TEXT = 255
const LONGEST_USER_ID = 65_535

/**
 * The reply that a ruling means.
 *
 * @throws TypeError For what cannot be sent: then the client stays out.
 */
export function verdictFrom(ruling: unknown, { credentials }: ZapRequest, before: Verdict): Verdict {
  if (typeof ruling !== 'object' || ruling === null)
    throw invalidType('decision', 'an object with a status', ruling)
  checkNames('decision', ruling, ['status', 'userId', 'metadata', 'text'])
  const { status, userId = userIdOf(credentials), metadata, text: words } = ruling as Partial<Ruling>
  if (status !== 200 && status !== 300 && status !== 400 && status !== 500)
    throw invalidValue('decision.status', 'must be 200, 300, 400 or 500')
  return {
    status,
    text: bounded('decision.text', words ?? STANDARD[status], LONGEST_TEXT),
    userId: bounded('decision.userId', userId, LONGEST_USER_ID),
    metadata: metadata === undefined ? before.metadata : metadataOf(metadata, before.metadata),
  }
}

function bounded(name: string, value: unknown, most: number): string {
  const checked = text(name, value)
  if (Buffer.byteLength(checked) > most) throw invalidValue(name, `must have at most ${most} bytes`)
  return checked
}

/** A name that a certificate vouches for must not become one that the client can claim. */
function metadataOf(value: unknown, known: Metadata): Metadata {
  if (typeof value !== 'object' || value === null) throw invalidType('decision.metadata', 'an object', value)
  const entries = types.isMap(value) ? [...value] : Object.entries(value)
  const metadata = new Map([...known, ...(entries as [string, string][])])
  const problem = metadataProblem(metadata)
  if (problem !== null) throw invalidValue('decision.metadata', problem)
  return metadata
}
