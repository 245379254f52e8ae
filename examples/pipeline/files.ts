import { closeSync, constants, type Dirent, fstatSync, openSync, readdirSync, readSync } from 'node:fs'
import { sep } from 'node:path'

/**
 * The files of a folder. Their names are bytes, because not every name on a disk is UTF-8.
 */

/** Something that could not be read, and why. */
export interface Problem {
  path: Buffer
  reason: string
}

/** What is in a folder. */
export interface Found {
  /** Paths relative to the folder, in the order of their bytes: the same everywhere. */
  files: Buffer[]
  /** How many there are of each kind of thing that is neither a file nor a folder. */
  skipped: Map<string, number>
  /** Folders that could not be read. */
  problems: Problem[]
}

/** Everything below a folder but what bears the names left out. Symbolic links are not followed, so it ends. */
export function findFiles(folder: string, leftOut: ReadonlySet<string>): Found {
  const found: Found = { files: [], skipped: new Map(), problems: [] }
  const folders: Buffer[] = [Buffer.alloc(0)]
  for (let path = folders.pop(); path !== undefined; path = folders.pop()) {
    for (const entry of entriesOf(folder, path, found.problems)) {
      if (leftOut.has(entry.name.toString())) continue
      const inside = path.length === 0 ? entry.name : Buffer.concat([path, Buffer.from(sep), entry.name])
      if (entry.isFile()) found.files.push(inside)
      else if (entry.isDirectory()) folders.push(inside)
      else count(found.skipped, kindOf(entry))
    }
  }
  found.files.sort(Buffer.compare)
  return found
}

function entriesOf(folder: string, path: Buffer, problems: Problem[]): Dirent<Buffer>[] {
  try {
    return readdirSync(absolute(folder, path), { withFileTypes: true, encoding: 'buffer' })
  } catch (error) {
    problems.push({ path, reason: reasonOf(error) })
    return []
  }
}

function kindOf(entry: Dirent<Buffer>): string {
  if (entry.isSymbolicLink()) return 'symbolic links'
  if (entry.isFIFO()) return 'FIFOs'
  return entry.isSocket() ? 'sockets' : 'devices'
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function absolute(folder: string, path: Buffer): Buffer {
  return Buffer.concat([Buffer.from(folder + sep), path])
}

/** What a failed call of the file system says, without the path, which need not be printable. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.message.replace(/, \w+( '.*)?$/s, '')
}

/** A part of a file. */
export interface FilePart {
  content: Buffer
  last: boolean
}

/** The parts of a file, each read into `buffer`: so its size does not matter. The last one does not fill it. */
export function* readParts(folder: string, path: Buffer, buffer: Buffer): Generator<FilePart> {
  const descriptor = openFile(absolute(folder, path))
  try {
    for (let last = false; !last; ) {
      const content = fill(buffer, descriptor)
      last = content.length < buffer.length
      yield { content, last }
    }
  } finally {
    closeSync(descriptor)
  }
}

/** One that has become something else in the meantime is refused, not waited for or followed. */
function openFile(path: Buffer): number {
  const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW } = constants
  const descriptor = openSync(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW)
  if (fstatSync(descriptor).isFile()) return descriptor
  closeSync(descriptor)
  throw new Error('it is no longer a file')
}

/** What it answers is shorter than the buffer only at the end of the file. */
function fill(buffer: Buffer, descriptor: number): Buffer {
  let size = 0
  while (size < buffer.length) {
    const more = readSync(descriptor, buffer, size, buffer.length - size, null)
    if (more === 0) break
    size += more
  }
  return buffer.subarray(0, size)
}
