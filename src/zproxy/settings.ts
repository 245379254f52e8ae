import { boundedText } from '../arguments.ts'
import { invalidValue } from '../errors.ts'
import type { Handle } from '../handle.ts'
import type { Security } from '../raw/agent/socket-set-up.ts'
import * as zmq from '../raw/generated/constants.ts'

/** Which end of a proxy. */
export type Side = 'frontend' | 'backend'

/** The types that a proxy can use: all that pass whole messages and need nothing else. */
const TYPES: readonly number[] = [
  zmq.PAIR,
  zmq.PUB,
  zmq.SUB,
  zmq.REQ,
  zmq.REP,
  zmq.DEALER,
  zmq.ROUTER,
  zmq.PULL,
  zmq.PUSH,
  zmq.XPUB,
  zmq.XSUB,
]

/** Security of the ends that are not made yet. */
const settings = new WeakMap<Handle, Record<Side, Security>>()

/** What was asked for an end of a proxy. */
export function settingsOf(self: Handle, side: Side): Security {
  const found = settings.get(self) ?? { frontend: {}, backend: {} }
  settings.set(self, found)
  return found[side]
}

export function checkedSide(value: unknown): Side {
  if (value === 'frontend' || value === 'backend') return value
  throw invalidValue('side', "must be 'frontend' or 'backend'")
}

export function checkedType(value: unknown): number {
  if (typeof value === 'number' && TYPES.includes(value)) return value
  throw invalidValue('type', 'must be a type that a proxy can use: zmq.PULL, zmq.ROUTER, zmq.XSUB, …')
}

/** RFC 27 gives a domain one byte for its length. */
export function checkedDomain(value: unknown): string {
  return boundedText('domain', value, 255)
}
