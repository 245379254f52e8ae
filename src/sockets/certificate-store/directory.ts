import fs, { type BigIntStats, type Dirent } from 'node:fs'
import { join } from 'node:path'
import { fileFailure, SECRET } from '../../certificate-file.ts'
import { readCertificate, writeNewFile } from '../certificate/files.ts'
import { type Certificate, publicCertificate, publicFileOf } from '../certificate.ts'
import type { CertificateProblem, Shelf } from './shelf.ts'

/** What was read from a file, and what the file was like then. */
interface Known {
  readonly state: string
  readonly found: Certificate | Error
}

/** A file that was changed more recently than this many milliseconds can change again without a new time stamp. */
const SETTLED = 100

/** How many files are read at once: enough to keep Node's threads busy. */
const AT_ONCE = 16

/** The certificates in a directory and the directories below; a file is read again when it has changed. */
export class DirectoryShelf implements Shelf {
  readonly #directory: string
  /** By path, in the order of paths. */
  #files: ReadonlyMap<string, Known> = new Map()
  /** The latest reading that was asked for. */
  #last: Promise<void> = Promise.resolve()
  /** The one that has not started yet. */
  #next: Promise<void> | null = null

  /** The certificates of this directory. */
  constructor(directory: string) {
    this.#directory = directory
  }

  async read(): Promise<ReadonlyMap<string, Certificate>> {
    await this.#refresh()
    const certificates = new Map<string, Certificate>()
    for (const { found } of this.#files.values()) {
      if (!(found instanceof Error) && !certificates.has(found.publicKey))
        certificates.set(found.publicKey, found)
    }
    return certificates
  }

  problems(): readonly CertificateProblem[] {
    return [...this.#files].flatMap(([path, { found }]) =>
      found instanceof Error ? [{ path, error: found }] : [],
    )
  }

  async add(certificate: Certificate, name = defaultName(certificate)): Promise<void> {
    const path = join(this.#directory, name)
    try {
      await fs.promises.mkdir(this.#directory, { recursive: true })
    } catch (error) {
      throw fileFailure(error as NodeJS.ErrnoException, this.#directory)
    }
    await writeNewFile(publicFileOf(certificate, path))
  }

  async remove(publicKey: string): Promise<boolean> {
    await this.#refresh()
    const paths = [...this.#files].filter(
      ([, { found }]) => !(found instanceof Error) && found.publicKey === publicKey,
    )
    for (const [path] of paths) await removeFile(path)
    return paths.length > 0
  }

  /** One reading after the other; all calls until it starts share the next one, so each sees what was there before it. */
  #refresh(): Promise<void> {
    this.#next ??= this.#start()
    return this.#next
  }

  #start(): Promise<void> {
    const reading = this.#last.then(() => {
      this.#next = null
      return this.#readAll()
    })
    this.#last = reading.catch(() => {})
    return reading
  }

  async #readAll(): Promise<void> {
    const paths = (await filesBelow(this.#directory)).sort()
    const files = new Map<string, Known>()
    for (let at = 0; at < paths.length; at += AT_ONCE) {
      const some = paths.slice(at, at + AT_ONCE)
      const found = await Promise.all(some.map(async (path) => [path, await this.#readFile(path)] as const))
      for (const [path, known] of found) if (known) files.set(path, known)
    }
    this.#files = files
  }

  async #readFile(path: string): Promise<Known | null> {
    try {
      const state = stateOf(await fs.promises.stat(path, { bigint: true }))
      const before = this.#files.get(path)
      return before?.state === state ? before : { state, found: await readOne(path) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      return { state: '', found: fileFailure(error as NodeJS.ErrnoException, path) }
    }
  }
}

async function readOne(path: string): Promise<Certificate | Error> {
  try {
    return publicCertificate(await readCertificate(path))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw error
    return error as Error
  }
}

let unsettled = 0

function stateOf({ ino, size, mtimeNs, ctimeNs, ctimeMs }: BigIntStats): string {
  const doubt = Math.abs(Date.now() - Number(ctimeMs)) < SETTLED ? `?${unsettled++}` : ''
  return `${ino} ${size} ${mtimeNs} ${ctimeNs}${doubt}`
}

/**
 * Nothing hidden, no secret files, no links to directories; a directory that is not there is empty. One below that cannot
 * be read is listed itself, to be found among the problems.
 */
async function filesBelow(root: string): Promise<string[]> {
  try {
    return await filesIn(root)
  } catch (error) {
    throw fileFailure(error as NodeJS.ErrnoException, root)
  }
}

async function filesIn(directory: string): Promise<string[]> {
  const paths: string[] = []
  for (const entry of await entriesOf(directory)) {
    if (entry.name.startsWith('.')) continue
    const path = join(directory, entry.name)
    if (entry.isDirectory()) paths.push(...(await filesIn(path).catch(() => [path])))
    else if (!entry.name.endsWith(SECRET)) paths.push(path)
  }
  return paths
}

async function entriesOf(directory: string): Promise<Dirent[]> {
  try {
    return await fs.promises.readdir(directory, { withFileTypes: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

async function removeFile(path: string): Promise<void> {
  try {
    await fs.promises.rm(path, { force: true })
  } catch (error) {
    throw fileFailure(error as NodeJS.ErrnoException, path)
  }
}

/** Z85 has characters that file names must not have. */
function defaultName(certificate: Certificate): string {
  return `${certificate.publicKeyBytes.toString('hex')}.txt`
}
