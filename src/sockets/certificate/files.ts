import fs from 'node:fs'
import { isDirectory, NEW, type NewFile, temporaryPath } from '../../atomic-files.ts'
import {
  certificateFrom,
  fileFailure,
  type LoadOptions,
  READ,
  type ReadOptions,
  requireSmallFile,
  SECRET,
  withoutSecret,
} from '../../certificate-file.ts'
import type { CertificateContent } from '../../certificate-text.ts'
import type { CzmqError } from '../../errors.ts'

/** The files of certificates, without blocking the event loop. `fs.promises` costs a millisecond when first used, not before. */

/** As `readCertificate` of the layer below. */
export async function readCertificate(path: string, options: ReadOptions = {}): Promise<CertificateContent> {
  const { content, mode } = await readSmallFile(path)
  return certificateFrom(path, content, mode, options)
}

/** As `loadCertificate` of the layer below. */
export async function loadCertificate(path: string, options: LoadOptions): Promise<CertificateContent> {
  if (options.secret === false) return withoutSecret(await readCertificate(path))
  try {
    return await readCertificate(path + SECRET, options)
  } catch (error) {
    if ((error as CzmqError).code !== 'ENOENT') throw error
    return readCertificate(path, options)
  }
}

async function readSmallFile(path: string): Promise<{ content: Uint8Array; mode: number }> {
  try {
    const file = await fs.promises.open(path, READ)
    try {
      const status = await file.stat()
      requireSmallFile(status)
      return { content: await file.readFile(), mode: status.mode }
    } finally {
      await file.close()
    }
  } catch (error) {
    throw fileFailure(error as NodeJS.ErrnoException, path)
  }
}

/** How a whole file gets to its place. */
type Place = (temporary: string, path: string) => Promise<void>

/** As `writeFiles` of the layer below. */
export async function writeFiles(files: readonly NewFile[]): Promise<void> {
  await writeAndPlace(files, fs.promises.rename)
}

/** Writes a file where there is none; `EEXIST` if there is. */
export async function writeNewFile(file: NewFile): Promise<void> {
  await writeAndPlace([file], async (temporary, path) => {
    await fs.promises.link(temporary, path)
    await fs.promises.rm(temporary)
  })
}

async function writeAndPlace(files: readonly NewFile[], place: Place): Promise<void> {
  const temporary = new Map<NewFile, string>()
  let current = ''
  try {
    for (const file of files) {
      current = file.path
      const path = temporaryPath(file.path)
      temporary.set(file, path)
      await writeWhole(path, file)
    }
    await placeAll(temporary, place)
  } catch (error) {
    for (const path of temporary.values()) await fs.promises.rm(path, { force: true })
    throw fileFailure(error as NodeJS.ErrnoException, current)
  }
}

/** As `placeAll` of the layer below. */
async function placeAll(temporary: ReadonlyMap<NewFile, string>, place: Place): Promise<void> {
  const files = [...temporary]
  const before = new Map<string, string | null>()
  try {
    for (const [{ path }] of files.slice(0, -1)) before.set(path, await keepOld(path))
    for (const [{ path }, whole] of files) await place(whole, path)
  } catch (error) {
    for (const [path, old] of before) {
      if (old === null) await fs.promises.rm(path, { force: true })
      else await fs.promises.rename(old, path)
    }
    throw error
  } finally {
    for (const old of before.values()) if (old !== null) await fs.promises.rm(old, { force: true })
  }
}

async function keepOld(path: string): Promise<string | null> {
  const old = temporaryPath(path)
  try {
    await fs.promises.link(path, old)
    return old
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
  }
  await fs.promises.copyFile(path, old, fs.constants.COPYFILE_EXCL)
  return old
}

async function writeWhole(temporary: string, { path, text, mode }: NewFile): Promise<void> {
  const before = await fs.promises.lstat(path).catch(() => null)
  if (before?.isDirectory()) throw isDirectory()
  const file = await fs.promises.open(temporary, NEW, mode)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}
