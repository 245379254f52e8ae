/**
 * A worker process: pulls parts of files, hashes them and counts their lines, and pushes what it found to the sink.
 *
 * One blocking call after the other: it has nothing else to do.
 */
import { CzmqError, zctx, zmq, zsocket } from 'czmq'
import { Hasher } from './hasher.ts'
import { type Answer, END, receivePart, sendAnswer } from './messages.ts'

/** How often to look whether the main program is still there, in milliseconds. */
const HEARTBEAT = 100

const [worker = '', parent = '', jobsEndpoint = '', resultsEndpoint = ''] = process.argv.slice(2)
const context = zctx.new()
work(Number(worker), connect(zmq.PULL, jobsEndpoint), connect(zmq.PUSH, resultsEndpoint))
zctx.destroy(context)

function work(worker: number, jobs: zsocket.Zsocket, results: zsocket.Zsocket): void {
  const hasher = new Hasher()
  answer(results, { worker, kind: 'ready' })
  while (hasParent()) {
    if (!zsocket.poll(jobs, HEARTBEAT)) continue
    const part = receivePart(jobs)
    if (part === END) return
    if (part === null) continue
    const result = hasher.add(part)
    answer(results, result ? { worker, kind: 'done', result } : { worker, kind: 'part' })
  }
}

/** Sends as soon as that is possible: without a main program that would be never. */
function answer(results: zsocket.Zsocket, content: Answer): void {
  while (hasParent()) {
    try {
      sendAnswer(results, content)
      return
    } catch (error) {
      if (!(error instanceof CzmqError && error.code === 'EAGAIN')) throw error
    }
  }
}

/** A main program that was killed cannot say 'end', but the system gives its children another parent. */
function hasParent(): boolean {
  return process.ppid === Number(parent)
}

function connect(type: number, endpoint: string): zsocket.Zsocket {
  const socket = zsocket.new(context, type)
  // A worker belongs to one run: it must not find the next one at the same port.
  zsocket.setReconnectIvl(socket, -1)
  zsocket.setSndtimeo(socket, HEARTBEAT)
  zsocket.connect(socket, endpoint)
  return socket
}
