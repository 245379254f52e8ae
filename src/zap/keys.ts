import { directoryState, readCertificates } from '../certificate-directory.ts'
import type { Metadata } from '../certificate-metadata.ts'
import { isPassing, NotNow } from './not-now.ts'

/** Which clients may come in with CURVE. */
export interface Keys {
  /**
   * What is known about a key, 40 characters of Z85; null when it may not come in.
   *
   * @param moment - Requests of the same moment had all come before the first of them was looked at.
   * @throws NotNow
   */
  lookup(publicKey: string, moment: number): Metadata | null
}

const NOTHING: Metadata = new Map()

/** Every client that knows the server's key. */
export const ANY_KEY: Keys = { lookup: () => NOTHING }

/** Keys in memory. */
export class KeyMap implements Keys {
  readonly #keys: ReadonlyMap<string, Metadata>

  constructor(keys: ReadonlyMap<string, Metadata>) {
    this.#keys = keys
  }

  lookup(publicKey: string): Metadata | null {
    return this.#keys.get(publicKey) ?? null
  }
}

/**
 * The certificates in a directory and the directories in it, read again when a file has come, gone or changed; so whoever
 * is removed does not come in any more. Bad files are skipped; while there is no directory, nobody comes in.
 */
export class KeyDirectory implements Keys {
  readonly #path: string
  #state: string | null = null
  #keys: ReadonlyMap<string, Metadata> = new Map()
  #moment = Number.NaN

  constructor(path: string) {
    this.#path = path
    try {
      this.#refresh()
    } catch {
      // The first lookup tries again
    }
  }

  lookup(publicKey: string, moment: number): Metadata | null {
    if (moment !== this.#moment) this.#refresh()
    this.#moment = moment
    return this.#keys.get(publicKey) ?? null
  }

  /**
   * The state is taken before reading: what is written meanwhile is read next time. So is what could not be read, and what
   * was not there.
   */
  #refresh(): void {
    const passing: Error[] = []
    const report = (_path: string, error: Error) => {
      if (isPassing(error)) passing.push(error)
    }
    const state = directoryState(this.#path, report)
    if (state !== this.#state) this.#keys = readCertificates(this.#path, report)
    this.#state = state === '' || passing.length > 0 ? null : state
    if (passing.length > 0) throw new NotNow()
  }
}
