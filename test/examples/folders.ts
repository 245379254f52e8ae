import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Names and contents of files. */
export type Files = Record<string, string | Buffer>

const made: string[] = []

/** A new folder with these files, until {@link removeFolders}. */
export function makeFolder(files: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'czmq pipeline '))
  made.push(folder)
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** For `afterEach`. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
}

/** So many small files. */
export function manyFiles(number: number): Files {
  return Object.fromEntries(
    Array.from({ length: number }, (_, index) => [`${index}.txt`, `content of ${index}\n`]),
  )
}

/** What the table should say about these files: computed here, in one process and another way. */
export function expected(files: Files): { files: string; bytes: string; lines: string; digest: string } {
  const sorted = Object.entries(files)
    .map(([name, content]) => ({ name: Buffer.from(name), content: Buffer.from(content) }))
    .sort((a, b) => Buffer.compare(a.name, b.name))
  const list = sorted.map(({ name, content }) =>
    Buffer.concat([Buffer.from(`${sha256(content)}  `), name, Buffer.of(0)]),
  )
  return {
    files: String(sorted.length),
    bytes: String(sorted.reduce((sum, { content }) => sum + content.length, 0)),
    lines: String(
      sorted.reduce((sum, { content }) => sum + content.toString('latin1').split('\n').length - 1, 0),
    ),
    digest: sha256(Buffer.concat(list)),
  }
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
