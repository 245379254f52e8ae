/**
 * What travels between the processes, and its form on the wire.
 *
 *   ventilator to worker:  file number, 'more' or 'last', bytes    one part of a file
 *                          'end'                                   there are no more files
 *   worker to sink:        worker number, 'ready'                  the first message of a worker
 *                          worker number, 'part'                   took a part of a file
 *                          worker number, 'done', file number, digest, lines, bytes
 *
 * A worker answers every message but the last, so the ventilator knows how much each has still to do. The main program
 * has asynchronous sockets, which take and give arrays of frames; the workers have the namespaces.
 */
import { zframe, zmsg, type zsocket, zstr } from 'czmq'

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

/** The message to a worker that there are no more files. */
export const END = 'end'

/** The message to a worker with a part of a file. */
export function partMessage({ file, last, content }: Part): (number | string | Uint8Array)[] {
  return [file, last ? 'last' : 'more', content]
}

/** The next part of a file; `null` when a signal came instead. */
export function receivePart(jobs: zsocket.Zsocket): Part | typeof END | null {
  const message = zmsg.recv(jobs)
  if (message === null) return null
  try {
    const [first, order, frame] = [zmsg.popstr(message), zmsg.popstr(message), zmsg.first(message)]
    if (first === END) return END
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

/** What a worker says in a message; `null` when it is nothing that a worker would say. */
export function answerIn(message: Buffer[]): Answer | null {
  const [worker, kind, file, digest = '', lines, bytes] = message.map(String)
  if (kind === 'ready' || kind === 'part') return { worker: Number(worker), kind }
  if (kind !== 'done') return null
  return {
    worker: Number(worker),
    kind,
    result: { file: Number(file), digest, lines: Number(lines), bytes: Number(bytes) },
  }
}
