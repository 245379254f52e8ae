import { CzmqError } from '../../src/index.ts'
import { CallersError } from './hostile.ts'

/** What values throw that are looked at: they are the caller's, as a getter is, and it comes back as it is. */
const OWN = /on a proxy that has been revoked|^this is not a typed array|on a detached ArrayBuffer/

/** Whether something that was thrown, or that a promise was rejected with, can be told from others. Else what is wrong. */
export function complaint(error: unknown): string | null {
  if (error instanceof CallersError) return null
  if (!(error instanceof Error)) return `threw no Error but a ${typeof error}`
  if (error instanceof CzmqError)
    return error.code === 'UNKNOWN' ? `threw an unknown errno: ${error.stack} ${error.cause}` : null
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return null
  if (OWN.test(error.message)) return null
  const code: unknown = Reflect.get(error, 'code')
  return typeof code === 'string' && code !== ''
    ? null
    : `threw an error without code: ${error.stack ?? error}`
}
