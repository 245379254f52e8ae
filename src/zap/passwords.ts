import { createHash, timingSafeEqual } from 'node:crypto'
import { closeSync, fstatSync, openSync, readFileSync, statSync } from 'node:fs'
import { READ, requireHidden } from '../certificate-file.ts'
import type { PasswordFileSource } from '../raw/zap-agent.ts'
import { isPassing, NotNow } from './not-now.ts'

/** Who may come in with PLAIN. */
export interface Passwords {
  /** @throws NotNow */
  accepts(username: Uint8Array, password: Uint8Array): boolean
}

/** By the bytes of the username, each one character. */
type Table = ReadonlyMap<string, Buffer>

/** Passwords in memory. */
export class PasswordMap implements Passwords {
  readonly #table: Table

  constructor(passwords: ReadonlyMap<string, string>) {
    this.#table = new Map(
      [...passwords].map(([name, password]) => [latin1(Buffer.from(name)), digest(password)]),
    )
  }

  accepts(username: Uint8Array, password: Uint8Array): boolean {
    return matches(this.#table, username, password)
  }
}

/**
 * Passwords in a file as CZMQ's `zhash_save` writes it: lines `name=password`, where `#` begins a comment. It is read
 * again when it has changed; while it cannot be read, is no regular file, has more than 4 MiB or is exposed although that
 * is refused, nobody comes in.
 */
export class PasswordFile implements Passwords {
  readonly #source: PasswordFileSource
  #state: string | null = null
  #table: Table = new Map()

  constructor(source: PasswordFileSource) {
    this.#source = source
    try {
      this.#refresh()
    } catch {
      // The first client has it tried again
    }
  }

  accepts(username: Uint8Array, password: Uint8Array): boolean {
    this.#refresh()
    return matches(this.#table, username, password)
  }

  /** The state is taken before reading: what is written meanwhile is read next time. */
  #refresh(): void {
    try {
      const state = stateOf(this.#source.file)
      if (state !== null && state === this.#state) return
      this.#state = state
      this.#table = parsePasswords(readRegular(this.#source))
    } catch (error) {
      this.#state = null
      this.#table = new Map()
      if (isPassing(error)) throw new NotNow()
    }
  }
}

/** A file that was changed more recently than this many milliseconds can change again without a new time stamp. */
const SETTLED = 100

/** Text that is another one when the file has changed; null when that cannot be known. */
function stateOf(path: string): string | null {
  const { ino, size, mtimeNs, ctimeNs, ctimeMs } = statSync(path, { bigint: true })
  if (Math.abs(Date.now() - Number(ctimeMs)) < SETTLED) return null
  return `${ino} ${size} ${mtimeNs} ${ctimeNs}`
}

/** What is secret in a file of them. */
export const PASSWORDS = 'the passwords'

/** Larger files are not read; this is enough for some 100,000 users. */
const LARGEST = 4 * 1024 * 1024

/** Reading a pipe or a device may never end, and nobody would be authenticated meanwhile. */
function readRegular({ file, refuseExposed }: PasswordFileSource): Buffer {
  const descriptor = openSync(file, READ)
  try {
    const found = fstatSync(descriptor)
    if (!found.isFile() || found.size > LARGEST) throw new Error('not a file of passwords')
    if (refuseExposed) requireHidden(file, found.mode, PASSWORDS)
    return readFileSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** As `zhash_load` reads: of two lines with the same name the last counts. */
export function parsePasswords(file: Buffer): Table {
  const table = new Map<string, Buffer>()
  for (const line of file.toString('latin1').split('\n')) {
    const equals = line.indexOf('=')
    if (equals > 0 && !line.startsWith('#'))
      table.set(line.slice(0, equals), digest(Buffer.from(line.slice(equals + 1), 'latin1')))
  }
  return table
}

const NOBODY = digest('')

/** It takes as long for a name that does not exist, and tells nothing about how much of a password is right. */
function matches(table: Table, username: Uint8Array, password: Uint8Array): boolean {
  const expected = table.get(latin1(username))
  const equal = timingSafeEqual(digest(password), expected ?? NOBODY)
  return equal && expected !== undefined
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

/** Only digests are kept: passwords of any length compare alike, and none is in memory. */
function digest(password: Uint8Array | string): Buffer {
  return createHash('sha256').update(password).digest()
}
