/**
 * What travels between the processes, and its form on the wire.
 *
 *   ventilator to worker:  file number, 'more' or 'last', bytes    one part of a file
 *                          'end'                                   there are no more files
 *   worker to sink:        worker number, 'ready'                  the first message of a worker
 *                          worker number, 'part'                   took a part of a file
 *                          worker number, 'done', file number, digest, lines, bytes
 *
 * A worker answers every message but the last, so the ventilator knows how much each has still to do.
 */
import { CzmqError, zframe, zmsg, zsocket, zstr } from 'czmq'

/** A part of a file. The parts of a file follow each other, all to the same worker. */
export interface Part {
  file: number
  last: boolean
  content: Uint8Array
}

/** What a worker found out about a file. */
export interface Result {
  file: number
  /** SHA-256, in hexadecimal. */
  digest: string
  /** Newline characters, as `wc -l` counts. */
  lines: number
  bytes: number
}

/** What a worker says. */
export type Answer = { worker: number } & ({ kind: 'ready' | 'part' } | { kind: 'done'; result: Result })

/** Pushes a part to a worker; false when it has no connection now, or a full one. Does not block. */
export function sendPart(jobs: zsocket.Zsocket, { file, last, content }: Part): boolean {
  return push(jobs, [Buffer.from(String(file)), Buffer.from(last ? 'last' : 'more'), content])
}

/** Pushes to a worker that there are no more files; false as {@link sendPart}. */
export function sendEnd(jobs: zsocket.Zsocket): boolean {
  return push(jobs, [Buffer.from('end')])
}

function push(socket: zsocket.Zsocket, frames: Uint8Array[]): boolean {
  try {
    for (const [index, frame] of frames.entries()) {
      const more = index < frames.length - 1 ? zframe.MORE : 0
      zsocket.sendmem(socket, frame, more | zframe.DONTWAIT)
    }
    return true
  } catch (error) {
    if (error instanceof CzmqError && error.code === 'EAGAIN') return false
    throw error
  }
}

/** The next part of a file; `null` when a signal came instead. */
export function receivePart(jobs: zsocket.Zsocket): Part | 'end' | null {
  const message = zmsg.recv(jobs)
  if (message === null) return null
  try {
    const [first, order, frame] = [zmsg.popstr(message), zmsg.popstr(message), zmsg.first(message)]
    if (first === 'end') return 'end'
    return frame && { file: Number(first), last: order === 'last', content: zframe.data(frame) }
  } finally {
    zmsg.destroy(message)
  }
}

export function sendAnswer(results: zsocket.Zsocket, answer: Answer): void {
  const { worker, kind } = answer
  zstr.sendx(results, String(worker), kind, ...(answer.kind === 'done' ? textOf(answer.result) : []))
}

function textOf({ file, digest, lines, bytes }: Result): string[] {
  return [String(file), digest, String(lines), String(bytes)]
}

/** What a worker says; `null` when it is nothing that a worker would say, or a signal came instead. */
export function receiveAnswer(results: zsocket.Zsocket): Answer | null {
  const [worker, kind, file, digest = '', lines, bytes] = zstr.recvx(results) ?? []
  if (kind === 'ready' || kind === 'part') return { worker: Number(worker), kind }
  if (kind !== 'done') return null
  return {
    worker: Number(worker),
    kind,
    result: { file: Number(file), digest, lines: Number(lines), bytes: Number(bytes) },
  }
}
