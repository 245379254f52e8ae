import { beforeExit } from '../lifecycle.ts'
import { descriptorCalls } from '../raw/descriptors.ts'
import { bindDrain, drainFrames, receiveInto } from '../raw/drain.ts'
import { DONTWAIT } from '../raw/generated/constants.ts'
import { bindMessages, sendFrame } from '../raw/messages.ts'
import { closeDescriptorAtThreadEnd } from '../raw/thread-end.ts'
import type { EventLoop, Watcher } from './watcher.ts'

/**
 * Readiness without an addon: one `poll(2)` at a time on a thread of libuv, over all descriptors that are watched and
 * keep the process alive, and a pipe that wakes it when they change. It is bounded, because a worker that is
 * terminated waits for it.
 */

/** The longest time of one `poll(2)` in milliseconds. */
const BOUND = 200

interface Watched {
  readonly descriptor: number
  readonly onReady: () => void
  started: boolean
  referenced: boolean
}

const watched = new Set<Watched>()
let pipe: [number, number] | undefined
/** What the call that is under way waits for; null when there is none. */
let waiting: Set<Watched> | null = null
let scheduled = false

/**
 * The way that needs no addon. Its functions are bound here, when the first socket is made: while that goes on, a
 * worker should not be terminated.
 */
export function pollLoop(): EventLoop {
  descriptorCalls()
  bindDrain()
  bindMessages()
  return {
    way: 'poll',
    watch,
    drain: drainFrames,
    into: receiveInto,
    sender:
      (socket) =>
      (frame, flags = DONTWAIT) =>
        sendFrame(socket, frame, flags),
  }
}

function watch(descriptor: number, onReady: () => void): Watcher {
  wakePipe()
  const self: Watched = { descriptor, onReady, started: false, referenced: false }
  const set = (change: Partial<Watched>) => () => {
    Object.assign(self, change)
    update(self)
  }
  return {
    start: set({ started: true }),
    stop: set({ started: false }),
    ref: set({ referenced: true }),
    unref: set({ referenced: false }),
    close: set({ started: false, referenced: false }),
  }
}

/** Only what keeps the process alive is waited for: for the others nobody has asked. */
function update(self: Watched): void {
  const wanted = self.started && self.referenced
  if (wanted) watched.add(self)
  else watched.delete(self)
  if (waiting) {
    if (wanted && !waiting.has(self)) wake()
    else if (watched.size === 0) wake()
    return
  }
  if (wanted && !scheduled) {
    scheduled = true
    queueMicrotask(wait)
  }
}

function wake(): void {
  if (pipe) descriptorCalls().poke(pipe[1])
}

function wakePipe(): [number, number] {
  if (!pipe) {
    pipe = descriptorCalls().pipe()
    for (const end of pipe) closeDescriptorAtThreadEnd(end)
    beforeExit({ end: wake })
  }
  return pipe
}

function wait(): void {
  scheduled = false
  if (waiting || watched.size === 0) return
  const [wakeEnd] = wakePipe()
  const members = [...watched]
  waiting = new Set(members)
  descriptorCalls().poll([wakeEnd, ...members.map((each) => each.descriptor)], BOUND, ([woken, ...ready]) => {
    waiting = null
    if (woken) descriptorCalls().drain(wakeEnd)
    try {
      members.forEach((each, index) => {
        if (ready[index] && each.started) each.onReady()
      })
    } finally {
      // Whoever was not told because another one threw is told next time
      wait()
    }
  })
}
