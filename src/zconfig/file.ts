import { constants, fstatSync, statSync, writeFileSync } from 'node:fs'
import { text } from '../arguments.ts'
import { CzmqError, invalidValue } from '../errors.ts'
import { readUpTo, withFile } from '../files.ts'
import type { Zconfig } from './kind.ts'
import { build, parse, read, strSave } from './text.ts'
import { type Origin, pointer, replant, treeOf } from './tree.ts'

const { O_RDONLY, O_WRONLY, O_CREAT, O_TRUNC } = constants
/** More than the most items of the longest lines need. */
const LARGEST_FILE = 1 << 25

interface Loaded {
  content: Buffer
  origin: Origin
}

function readFile(path: string, syscall: string): Loaded {
  const loaded = withFile(syscall, path, O_RDONLY, (descriptor) => ({
    origin: { path, stamp: stampOf(fstatSync(descriptor, { bigint: true })) },
    content: readUpTo(descriptor, 0, LARGEST_FILE + 1, syscall),
  }))
  if (loaded.content.length <= LARGEST_FILE) return loaded
  throw new CzmqError('EFBIG', `EFBIG: ${syscall} '${path}'`, { syscall })
}

function stampOf(status: { ino: bigint; size: bigint; mtimeNs: bigint }): string {
  return `${status.ino} ${status.size} ${status.mtimeNs}`
}

/**
 * A tree of what is in a file. Lines that begin with `#` become comments of the root; other comments are not kept. Fresh.
 *
 * C: `zconfig_load`
 * @param filename - The path.
 * @throws {@link CzmqError} `ENOENT`, `EACCES`, `EISDIR`, `ENAMETOOLONG`, …; `EINVAL` for a device or a pipe; `EBADMSG`,
 *   with the number of the line, for what is not ZPL; `EMSGSIZE` for more than 20000 items and comments, `EFBIG` for more
 *   than 32 MiB.
 */
export function load(filename: string): Zconfig {
  const { content, origin } = readFile(text('filename', filename), 'zconfig_load')
  return parse(content, 'zconfig_load', origin)
}

/**
 * Writes a tree to a file, which C's `zconfig_load` reads. What was in the file before is lost.
 *
 * C: `zconfig_save`
 * @param filename - The path; `'-'` is stdout.
 * @throws {@link CzmqError} `ENOENT`, `EACCES`, `EISDIR`, `ENOSPC`, …
 */
export function save(self: Zconfig, filename: string): void {
  const saved = strSave(self)
  const path = text('filename', filename)
  if (path === '-') {
    process.stdout.write(saved)
    return
  }
  const stamp = withFile('zconfig_save', path, O_WRONLY | O_CREAT | O_TRUNC, (descriptor) => {
    writeFileSync(descriptor, saved)
    return stampOf(fstatSync(descriptor, { bigint: true }))
  })
  const tree = treeOf(self)
  if (tree.origin?.path === path) tree.origin = { path, stamp }
}

/**
 * The path that the tree was loaded from; `null` for one that was not loaded.
 *
 * C: `zconfig_filename`
 */
export function filename(self: Zconfig): string | null {
  pointer(self)
  return treeOf(self).origin?.path ?? null
}

/**
 * Whether the file that the tree was loaded from has changed since, or is not there any more; false for a tree that
 * was not loaded.
 *
 * C: `zconfig_has_changed`
 */
export function hasChanged(self: Zconfig): boolean {
  pointer(self)
  const { origin } = treeOf(self)
  if (origin === null) return false
  try {
    return stampOf(statSync(origin.path, { bigint: true })) !== origin.stamp
  } catch {
    return true
  }
}

/**
 * Loads the file of a tree again. Handles of items below the root end. When it throws, the tree is as it was.
 *
 * C: `zconfig_reload`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for a tree that was not loaded, and for an item that is not the root;
 *   {@link CzmqError} as {@link load}.
 */
export function reload(self: Zconfig): void {
  pointer(self)
  const tree = treeOf(self)
  if (self.owner !== null) throw invalidValue('self', 'must be the root of its tree')
  if (tree.origin === null) throw invalidValue('self', 'was not loaded from a file')
  const { content, origin } = readFile(tree.origin.path, 'zconfig_reload')
  const source = read(content, 'zconfig_reload')
  replant(self, build(source), source.count, new Map())
  tree.origin = origin
}
