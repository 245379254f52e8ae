import timers from 'node:timers'
import type { Certificate } from '../certificate.ts'

/** What has happened in a store. */
export interface CertificateChange {
  /** `changed` when a certificate has other metadata than before. */
  readonly type: 'added' | 'changed' | 'removed'
  /** As it is now; of a removed one, as it was. */
  readonly certificate: Certificate
}

type Certificates = ReadonlyMap<string, Certificate>

/** All certificates as added ones, then what happens, as it is found. */
export async function* changesOf(
  read: () => Promise<Certificates>,
  interval: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<CertificateChange, undefined> {
  let before: Certificates = new Map()
  for (;;) {
    signal?.throwIfAborted()
    const now = new Map(await read())
    yield* differences(before, now)
    before = now
    await pause(interval, signal)
  }
}

async function pause(interval: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await timers.promises.setTimeout(interval, undefined, { signal })
  } catch {
    signal?.throwIfAborted()
  }
}

function* differences(before: Certificates, now: Certificates): Generator<CertificateChange> {
  for (const [key, certificate] of before) if (!now.has(key)) yield { type: 'removed', certificate }
  for (const [key, certificate] of now) {
    const old = before.get(key)
    if (!old) yield { type: 'added', certificate }
    else if (text(old) !== text(certificate)) yield { type: 'changed', certificate }
  }
}

function text(certificate: Certificate): string {
  return JSON.stringify([...certificate.metadata].sort())
}
