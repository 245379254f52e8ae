import type { inspect } from 'node:util'
import { type NewFile, PUBLIC_MODE, SECRET_MODE } from '../atomic-files.ts'
import { certificatePath, SECRET } from '../certificate-file.ts'
import { type CertificateContent, publicText, secretText } from '../certificate-text.ts'
import { keyBytes } from '../curve-keys.ts'
import { illegalConstructor, invalidValue } from '../errors.ts'
import { curveKeypair, curvePublic } from '../zmq/curve.ts'
import {
  boolean,
  type CertificateMetadata,
  keyFrom,
  metadataFrom,
  optionsOf,
} from './certificate/arguments.ts'
import { loadCertificate, writeFiles } from './certificate/files.ts'

export type { CertificateMetadata } from './certificate/arguments.ts'

/** What a {@link Certificate} says about its owner. */
export interface CertificateOptions {
  /** Text by name; together up to 512 bytes on the wire. Authentication hands it to the application. */
  metadata?: CertificateMetadata | undefined
}

/** The keys of a {@link Certificate}: each is 32 bytes, or 40 characters of Z85. */
export interface CertificateKeys extends CertificateOptions {
  /** Known to the peers. It can be left out where there is a secret key. */
  publicKey?: string | Uint8Array | undefined
  /** Known to the owner alone; without it the certificate is somebody else's. */
  secretKey?: string | Uint8Array | null | undefined
}

/** How a {@link Certificate} is read. */
export interface CertificateLoadOptions {
  /** `false` reads the public file only, for programs that need no more. Default: true. */
  secret?: boolean | undefined
  /** Read a secret key although every user of the system can do so, too. Default: false. */
  allowExposed?: boolean | undefined
}

/** What JSON shows of a {@link Certificate}. */
export interface CertificateJson {
  /** See {@link Certificate.publicKey}. */
  publicKey: string
  /** See {@link Certificate.metadata}. */
  metadata: Record<string, string>
}

const MAKE = Symbol('make')
let make: (content: CertificateContent) => Certificate
let contentIn: (certificate: Certificate) => CertificateContent
let hasContent: (value: object) => boolean

/**
 * A pair of CURVE keys, or the public key of somebody else, with metadata that says whose they are. It does not change.
 * Its secret key is shown nowhere: not in errors, nor by `console.log`, nor as JSON. On disk it has CZMQ's format.
 *
 * @example
 * ```ts
 * const certificate = Certificate.generate({ metadata: { name: 'Pieter Hintjens' } })
 * await certificate.save('server.txt') // and server.txt_secret, for the owner alone
 * await certificate.toPublic().save('for-clients.txt')
 * const again = await Certificate.load('server.txt')
 * ```
 */
export class Certificate {
  readonly #content: CertificateContent

  static {
    make = (content) => new Certificate(MAKE, content)
    contentIn = (certificate) => certificate.#content
    hasContent = (value) => #content in value
  }

  /** @internal */
  constructor(permission: symbol, content: CertificateContent) {
    if (permission !== MAKE)
      throw illegalConstructor('Certificates are made by Certificate.generate, fromKeys and load')
    this.#content = content
    Object.freeze(this)
  }

  /**
   * A certificate with a new pair of keys.
   *
   * @throws TypeError `ERR_INVALID_ARG_VALUE` for metadata that a certificate file cannot hold, RangeError
   *   `ERR_OUT_OF_RANGE` for too much of it.
   * @throws {@link CzmqError} `ENOTSUP` when libzmq was built without CURVE.
   */
  static generate(options: CertificateOptions = {}): Certificate {
    const metadata = metadataFrom(optionsOf(options, ['metadata']).metadata)
    return make({ ...curveKeypair(), metadata })
  }

  /**
   * A certificate with these keys. Borrows.
   *
   * @throws TypeError `ERR_INVALID_ARG_VALUE` for something else than keys, for a secret key that does not belong to the
   *   public key, and as {@link generate}.
   * @throws {@link CzmqError} `ENOTSUP` when there is a secret key and libzmq was built without CURVE.
   */
  static fromKeys(keys: CertificateKeys): Certificate {
    const { publicKey, secretKey, metadata } = optionsOf(keys, ['publicKey', 'secretKey', 'metadata'])
    const secret = secretKey === undefined || secretKey === null ? null : keyFrom('secretKey', secretKey)
    const known =
      publicKey === undefined && secret !== null ? curvePublic(secret) : keyFrom('publicKey', publicKey)
    const content = { publicKey: known, secretKey: secret, metadata: metadataFrom(metadata) }
    requirePair(content, 'secretKey')
    return make(content)
  }

  /**
   * Reads a certificate that {@link save} or CZMQ wrote: from `path_secret` if that exists, with both keys, else from
   * `path`.
   *
   * @param path - Of the public file, up to 248 bytes: CZMQ would cut a longer one.
   * @throws TypeError (rejects with) `ERR_INVALID_ARG_VALUE` for an option that does not exist, and when the keys in the
   *   file do not belong together.
   * @throws {@link CzmqError} (rejects with) `ENOENT`, `EACCES`, `EISDIR`, …, also when the secret file exists and cannot
   *   be read; `EBADMSG` when something else is in the file, `EINVAL` when it is a device or a pipe, `EFBIG` for more than
   *   64 KiB, `ERR_CZMQ_EXPOSED` when everybody can read or change the secret key.
   */
  static async load(path: string, options: CertificateLoadOptions = {}): Promise<Certificate> {
    const checked = certificatePath('path', path)
    const { secret, allowExposed } = optionsOf(options, ['secret', 'allowExposed'])
    const content = await loadCertificate(checked, {
      secret: boolean('options.secret', secret ?? true),
      refuseExposed: !boolean('options.allowExposed', allowExposed ?? false),
    })
    requirePair(content, 'path')
    return make(content)
  }

  /** The public key: 40 characters of Z85. */
  get publicKey(): string {
    return this.#content.publicKey
  }

  /** The secret key: 40 characters of Z85; `null` when this is the certificate of somebody else. */
  get secretKey(): string | null {
    return this.#content.secretKey
  }

  /** The 32 bytes of {@link publicKey}. A copy. */
  get publicKeyBytes(): Buffer {
    return keyBytes(this.#content.publicKey)
  }

  /** The 32 bytes of {@link secretKey}; `null` when there is none. A copy. */
  get secretKeyBytes(): Buffer | null {
    const { secretKey } = this.#content
    return secretKey === null ? null : keyBytes(secretKey)
  }

  /** What is known about the owner. A copy. */
  get metadata(): Map<string, string> {
    return new Map(this.#content.metadata)
  }

  /** The same without the secret key: for everybody to see. */
  toPublic(): Certificate {
    return make({ ...this.#content, secretKey: null })
  }

  /**
   * The same keys with other metadata.
   *
   * @throws As {@link generate}.
   */
  withMetadata(metadata: CertificateMetadata): Certificate {
    return make({ ...this.#content, metadata: metadataFrom(metadata) })
  }

  /**
   * Writes it to `path`, and if it has a secret key also to `path_secret`, with both keys, which only the owner can read
   * (mode 0600). Each file is there whole or not at all. CZMQ's `zcert_load` reads them.
   *
   * @param path - Of the public file, up to 248 bytes.
   * @throws {@link CzmqError} (rejects with) `ENOENT`, `EACCES`, `EISDIR`, `ENOSPC`, …; then all is as it was.
   */
  async save(path: string): Promise<void> {
    await writeFiles(filesOf(this, certificatePath('path', path)))
  }

  /** What `JSON.stringify` shows: no secret key. */
  toJSON(): CertificateJson {
    return { publicKey: this.publicKey, metadata: Object.fromEntries(this.#content.metadata) }
  }

  /** What `console.log` shows: no secret key. */
  [Symbol.for('nodejs.util.inspect.custom')](_depth: number, options: object, show: typeof inspect): string {
    const { publicKey, metadata } = this.toJSON()
    return `Certificate ${show({ publicKey, secretKey: this.secretKey === null ? null : new Hidden(), metadata }, options)}`
  }
}

/** Stands for a secret key. */
class Hidden {
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '<not shown>'
  }
}

/** Whether a value is a certificate of this class, and not something like it. */
export function isCertificate(value: unknown): value is Certificate {
  return typeof value === 'object' && value !== null && hasContent(value)
}

/** A certificate that was read, without its secret key. */
export function publicCertificate(content: CertificateContent): Certificate {
  return make({ ...content, secretKey: null })
}

/** The public file of a certificate. */
export function publicFileOf(certificate: Certificate, path: string): NewFile {
  return { path, text: publicText(contentIn(certificate)), mode: PUBLIC_MODE }
}

function filesOf(certificate: Certificate, path: string): NewFile[] {
  const open = publicFileOf(certificate, path)
  if (certificate.secretKey === null) return [open]
  return [{ path: path + SECRET, text: secretText(contentIn(certificate)), mode: SECRET_MODE }, open]
}

function requirePair({ publicKey, secretKey }: CertificateContent, name: string): void {
  if (secretKey === null || curvePublic(secretKey) === publicKey) return
  throw invalidValue(name, 'has a secret key that does not belong to the public key')
}
