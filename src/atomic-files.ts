import { randomBytes } from 'node:crypto'
import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileFailure } from './certificate-file.ts'

/** A file to be written. */
export interface NewFile {
  readonly path: string
  readonly text: string
  /** Its permissions, from the first moment; the process's umask may take some away. */
  readonly mode: number
}

/** For everybody to read, as far as the umask says. */
export const PUBLIC_MODE = 0o666
/** For its owner alone. */
export const SECRET_MODE = 0o600

const { O_WRONLY, O_CREAT, O_EXCL } = constants
/** For making a file that is not there yet. */
export const NEW: number = O_WRONLY | O_CREAT | O_EXCL

/** A name in the same folder that nobody uses; hidden, so that no store takes it for a certificate. */
export function temporaryPath(path: string): string {
  return join(dirname(path), `.certificate-${randomBytes(8).toString('hex')}`)
}

/**
 * Writes files, so that under each path there is either what was there before or the new file, whole. When one cannot be
 * written, all stay as they were.
 *
 * @throws {@link CzmqError} `ENOENT`, `EACCES`, `ENOSPC`, `EISDIR`, …
 */
export function writeFiles(files: readonly NewFile[]): void {
  const temporary = new Map<NewFile, string>()
  let current = ''
  try {
    for (const file of files) {
      current = file.path
      refuseDirectory(file.path)
      temporary.set(file, temporaryPath(file.path))
      writeWhole(temporary.get(file) as string, file)
    }
    placeAll(temporary)
  } catch (error) {
    for (const path of temporary.values()) rmSync(path, { force: true })
    throw fileFailure(error as NodeJS.ErrnoException, current)
  }
}

/** Gives whole files their places. When one cannot have its own, the others are as they were before. */
function placeAll(temporary: ReadonlyMap<NewFile, string>): void {
  const files = [...temporary]
  const before = new Map<string, string | null>()
  try {
    for (const [{ path }] of files.slice(0, -1)) before.set(path, keepOld(path))
    for (const [{ path }, whole] of files) renameSync(whole, path)
  } catch (error) {
    for (const [path, old] of before) {
      if (old === null) rmSync(path, { force: true })
      else renameSync(old, path)
    }
    throw error
  } finally {
    for (const old of before.values()) if (old !== null) rmSync(old, { force: true })
  }
}

/** Another name of the same file, or a copy where a file has only one; null when there is no file. */
function keepOld(path: string): string | null {
  const old = temporaryPath(path)
  try {
    linkSync(path, old)
    return old
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
  }
  copyFileSync(path, old, constants.COPYFILE_EXCL)
  return old
}

/** Renaming would find out too late: after other files have taken their places. */
function refuseDirectory(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) throw isDirectory()
}

/** What the system says when a file is to take the place of a directory. */
export function isDirectory(): Error {
  return Object.assign(new Error('is a directory'), { code: 'EISDIR' })
}

function writeWhole(path: string, { text, mode }: NewFile): void {
  const descriptor = openSync(path, NEW, mode)
  try {
    writeFileSync(descriptor, text)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
