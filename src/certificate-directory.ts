import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readCertificate } from './certificate-file.ts'
import type { Metadata } from './certificate-metadata.ts'

/**
 * Directories of certificates, read as CZMQ's `zcertstore` reads them: the files in it and below, but hidden ones and those
 * whose names end with `_secret`. Without C, so that it can be used in any thread, and because libczmq ends the process
 * when two files have the same key. Unlike CZMQ it does not follow links to directories, which can be loops.
 */

/** What is told about a file that was skipped. */
export type ReportFile = (path: string, error: Error) => void

const SECRET = /_secret$/

/**
 * Reads the public certificates of a directory: metadata by public key (40 characters of Z85). A directory that does not
 * exist is empty. Of two files with the same key the first by name counts.
 *
 * @param report - Told about each file that is not a certificate or cannot be read; it is skipped.
 */
export function readCertificates(directory: string, report: ReportFile = () => {}): Map<string, Metadata> {
  const certificates = new Map<string, Metadata>()
  for (const path of certificateFiles(directory, report)) {
    const found = attempt(() => readCertificate(path), path, report)
    if (found && !certificates.has(found.publicKey)) certificates.set(found.publicKey, found.metadata)
  }
  return certificates
}

/** The paths of the files that can be certificates, sorted. */
export function certificateFiles(directory: string, report: ReportFile = () => {}): string[] {
  return visibleFiles(directory, report).filter((path) => !SECRET.test(path))
}

function visibleFiles(directory: string, report: ReportFile): string[] {
  const entries = attempt(() => readdirSync(directory, { withFileTypes: true }), directory, report) ?? []
  const visible = entries.filter((each) => !each.name.startsWith('.'))
  const found = visible.flatMap((each) => {
    const path = join(directory, each.name)
    return each.isDirectory() ? visibleFiles(path, report) : [path]
  })
  return found.sort()
}

/** A file that was changed more recently than this many milliseconds can change again without a new time stamp. */
const SETTLED = 100
let unsettled = 0

/**
 * Text that is another one whenever a certificate of the directory was added, changed or removed: read them again when
 * it differs from before. It looks at the files from outside, so it is cheap.
 *
 * @param report - Told about each directory that cannot be read.
 */
export function directoryState(directory: string, report: ReportFile = () => {}): string {
  return visibleFiles(directory, report).map(fileState).join('\n')
}

/** What cannot be looked at, such as a link to itself, must not hide the others. */
function fileState(path: string): string {
  const found = attempt(
    () => statSync(path, { bigint: true }),
    path,
    () => {},
  )
  if (!found) return path
  const doubt = Math.abs(Date.now() - Number(found.ctimeMs)) < SETTLED ? `?${unsettled++}` : ''
  return `${path} ${found.ino} ${found.size} ${found.mtimeNs} ${found.ctimeNs}${doubt}`
}

/** What does not exist is no failure: it may have been removed this moment. */
function attempt<Result>(read: () => Result, path: string, report: ReportFile): Result | null {
  try {
    return read()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') report(path, error as Error)
    return null
  }
}
