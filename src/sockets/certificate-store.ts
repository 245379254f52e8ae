import { integer, text } from '../arguments.ts'
import { isKey } from '../curve-keys.ts'
import { CzmqError, invalidType, invalidValue } from '../errors.ts'
import { optionsOf } from './certificate/arguments.ts'
import { type Certificate, isCertificate } from './certificate.ts'
import { type CertificateChange, changesOf } from './certificate-store/changes.ts'
import { DirectoryShelf } from './certificate-store/directory.ts'
import { type CertificateProblem, MemoryShelf, type Shelf } from './certificate-store/shelf.ts'

export type { CertificateChange } from './certificate-store/changes.ts'
export type { CertificateProblem } from './certificate-store/shelf.ts'

/** How a certificate is added to a {@link CertificateStore}. */
export interface CertificateAddOptions {
  /** The name of the file in the store's directory; one made of the public key if absent. */
  name?: string | undefined
}

/** How a {@link CertificateStore} is watched. */
export interface CertificateChangesOptions {
  /** Milliseconds between two looks. Default: 1000. */
  interval?: number | undefined
  /** Ends it: the iteration rejects with the signal's reason. */
  signal?: AbortSignal | undefined
}

/** How often a store is looked at. */
const INTERVAL = 1000
const LONGEST_INTERVAL = 2 ** 31 - 1
/** A file name for all systems, without any way to another directory; hidden files and secret ones are not looked at. */
const NAME = /^(?!.*_secret$)[A-Za-z0-9_@+-][A-Za-z0-9_@+.-]{0,199}$/

/**
 * The public certificates of one's peers, found by their keys: in a directory, where CZMQ and people can change them, too,
 * or in memory. Secret keys are neither read nor kept.
 *
 * @example
 * ```ts
 * const store = new CertificateStore('clients')
 * const joe = Certificate.generate({ metadata: { name: 'Joe' } })
 * await store.add(joe, { name: 'joe.txt' })
 * const found = await store.lookup(joe.publicKey)
 * await store.remove(joe.publicKey)
 * ```
 */
export class CertificateStore implements AsyncIterable<Certificate> {
  readonly #directory: string | null
  readonly #shelf: Shelf
  /** Calls that change the store wait for each other. */
  #changing: Promise<unknown> = Promise.resolve()

  /**
   * A store.
   *
   * @param directory - Where certificates are kept, also in the directories below; it need not exist yet, and may change
   *   at any time. Hidden files are left out, and those whose names end with `_secret`; of two files with the same key
   *   the first by name counts. Without a directory the store is in memory, and empty.
   * @throws TypeError `ERR_INVALID_ARG_TYPE`, `ERR_INVALID_ARG_VALUE` for an empty name.
   */
  constructor(directory?: string) {
    if (directory !== undefined && text('directory', directory) === '')
      throw invalidValue('directory', 'must not be empty')
    this.#directory = directory ?? null
    this.#shelf = directory === undefined ? new MemoryShelf() : new DirectoryShelf(directory)
  }

  /** Where the certificates are kept; `null` for a store in memory. */
  get directory(): string | null {
    return this.#directory
  }

  /**
   * The certificate with this public key, without a secret key; `null` when there is none.
   *
   * @param publicKey - 40 characters of Z85.
   * @throws TypeError (rejects with) `ERR_INVALID_ARG_VALUE` for anything else.
   * @throws {@link CzmqError} (rejects with) `EACCES`, `ENOTDIR`, … when the directory cannot be read.
   */
  async lookup(publicKey: string): Promise<Certificate | null> {
    const key = publicKeyFrom(publicKey)
    const certificates = await this.#shelf.read()
    return certificates.get(key) ?? null
  }

  /**
   * All certificates, as they are now.
   *
   * @throws {@link CzmqError} (rejects with) As {@link lookup}.
   */
  async list(): Promise<Certificate[]> {
    return [...(await this.#shelf.read()).values()]
  }

  /**
   * The files of the directory that are no certificates, and therefore left out: look here when somebody is not let in.
   *
   * @throws {@link CzmqError} (rejects with) As {@link lookup}.
   */
  async problems(): Promise<CertificateProblem[]> {
    await this.#shelf.read()
    return [...this.#shelf.problems()]
  }

  /**
   * Adds a certificate, without its secret key; in a directory, which is made if need be, as a file.
   *
   * @throws TypeError (rejects with) `ERR_INVALID_ARG_TYPE`, `ERR_INVALID_ARG_VALUE` for a name with anything but ASCII
   *   letters, digits and `_@+-.`, or that begins with a dot or ends with `_secret`.
   * @throws {@link CzmqError} (rejects with) `EEXIST` when the key is in the store, or the file exists; `EACCES`,
   *   `ENOSPC`, …; then nothing was added.
   */
  async add(certificate: Certificate, options: CertificateAddOptions = {}): Promise<void> {
    if (!isCertificate(certificate)) throw invalidType('certificate', 'a Certificate', certificate)
    const { name } = optionsOf(options, ['name'])
    if (name !== undefined) checkName(name)
    await this.#change(async () => {
      const certificates = await this.#shelf.read()
      if (certificates.has(certificate.publicKey)) throw exists()
      await this.#shelf.add(certificate.toPublic(), name)
    })
  }

  /**
   * Removes a certificate, in a directory with its file. Who has it is not let in any more.
   *
   * @returns Whether there was one.
   * @throws TypeError, {@link CzmqError} (rejects with) As {@link lookup}.
   */
  async remove(publicKey: string): Promise<boolean> {
    const key = publicKeyFrom(publicKey)
    return this.#change(() => this.#shelf.remove(key))
  }

  /**
   * What happens in the store, whoever does it: first an `added` for each certificate that is there, then the changes, as
   * they are found. It goes on until it is left or `signal` comes, and meanwhile keeps the process alive.
   *
   * @throws TypeError, RangeError `ERR_INVALID_ARG_TYPE`, `ERR_OUT_OF_RANGE` for options.
   * @throws {@link CzmqError} (rejects with) As {@link lookup}.
   */
  changes(options: CertificateChangesOptions = {}): AsyncGenerator<CertificateChange, undefined> {
    const { interval = INTERVAL, signal } = optionsOf(options, ['interval', 'signal'])
    if (signal !== undefined && !(signal instanceof AbortSignal))
      throw invalidType('options.signal', 'an AbortSignal', signal)
    const checked = integer('options.interval', interval, 1, LONGEST_INTERVAL)
    return changesOf(() => this.#shelf.read(), checked, signal)
  }

  /** {@link list}, one after the other. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Certificate, undefined> {
    yield* await this.list()
  }

  #change<Result>(change: () => Promise<Result>): Promise<Result> {
    const done = this.#changing.then(change)
    this.#changing = done.catch(() => {})
    return done
  }
}

function publicKeyFrom(value: unknown): string {
  if (typeof value !== 'string') throw invalidType('publicKey', 'a string', value)
  if (!isKey(value)) throw invalidValue('publicKey', 'must have 40 characters of Z85')
  return value
}

function checkName(value: unknown): void {
  if (typeof value !== 'string') throw invalidType('options.name', 'a string', value)
  if (!NAME.test(value))
    throw invalidValue(
      'options.name',
      'must be a file name of letters, digits and _@+-. without a dot at its start or _secret at its end',
    )
}

function exists(): CzmqError {
  return new CzmqError('EEXIST', 'EEXIST: a certificate with this public key is in the store', { errno: 17 })
}
