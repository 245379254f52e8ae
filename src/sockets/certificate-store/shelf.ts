import type { Certificate } from '../certificate.ts'

/** A file that should be a certificate and is none. */
export interface CertificateProblem {
  /** Of the file. */
  readonly path: string
  /** What is wrong with it. */
  readonly error: Error
}

/** Where a store has its certificates. */
export interface Shelf {
  /** What is there now, by public key. */
  read(): Promise<ReadonlyMap<string, Certificate>>
  /** What of it cannot be used. */
  problems(): readonly CertificateProblem[]
  /** Adds one, under a name where there are names; its key is not there yet. */
  add(certificate: Certificate, name: string | undefined): Promise<void>
  /** Removes the one with this key, if there is one. */
  remove(publicKey: string): Promise<boolean>
}

/** Certificates in memory. */
export class MemoryShelf implements Shelf {
  readonly #certificates = new Map<string, Certificate>()

  async read(): Promise<ReadonlyMap<string, Certificate>> {
    return this.#certificates
  }

  problems(): readonly CertificateProblem[] {
    return []
  }

  async add(certificate: Certificate): Promise<void> {
    this.#certificates.set(certificate.publicKey, certificate)
  }

  async remove(publicKey: string): Promise<boolean> {
    return this.#certificates.delete(publicKey)
  }
}
