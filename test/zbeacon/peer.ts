import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Host } from './network.ts'

/** Programs in C that use libczmq's `zbeacon`, compiled when the first is started. */

let program = ''

function compiled(): string {
  if (program) return program
  const folder = mkdtempSync(join(tmpdir(), 'czmq-peer-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  program = join(folder, 'peer')
  const source = join(import.meta.dirname, 'peer.c')
  execFileSync('cc', ['-Wall', '-Werror', source, '-o', program, '-lczmq', '-lzmq'], { stdio: 'inherit' })
  return program
}

/** A beacon of C, on a host. */
export class Peer {
  readonly #child: ChildProcess
  readonly #lines: AsyncIterator<string>

  /** Announces `data`, unless that is empty, and listens for what begins with `filter`. */
  constructor(host: Host, port: number, data: string, filter: string) {
    const args = ['netns', 'exec', host.name, compiled(), String(port), data, filter]
    const child = spawn('ip', args, { stdio: ['pipe', 'pipe', 'inherit'] })
    this.#child = child
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  }

  /** What it says next: first its address, then for each beacon its sender's address and the data in hexadecimal. */
  async says(): Promise<string> {
    const { value, done } = await this.#lines.next()
    if (done) throw new Error('the peer has ended')
    return value
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null) return
    const ended = once(this.#child, 'exit')
    this.#child.stdin?.end()
    await ended
  }
}
