import { randomUUID } from 'node:crypto'
import type { Callable } from '../bind.ts'
import * as zmq from '../generated/constants.ts'
import { hasRoomFor } from '../headroom.ts'
import { koffi } from '../koffi.ts'
import { lastErrno } from '../memory.ts'
import { moreFollows, receiveBytes, receiveText, sendBytes } from '../messages.ts'
import { joinWithin, runJoinable } from '../threads.ts'
import type { Pointer } from '../types.ts'
import { native } from './native.ts'
import { type Home, newHome } from './zbeacon-home.ts'

/**
 * libczmq 4's `zbeacon` on a thread of its own. It has one socket for commands, which end the process when they are
 * wrong, and for what it receives. So that nobody who receives can send commands, that socket is a DEALER with two
 * peers: ours for commands, and a PULL for everybody. A DEALER gives its messages to all peers in turn, but not to
 * one whose queue is full: that of ours is filled before the actor starts, and nobody ever reads it.
 */
export interface Actor {
  /** The actor's end. */
  readonly pipe: Pointer<'void'>
  /** Where commands go in. */
  readonly control: Pointer<'void'>
  /** Where messages come out: the sender's address, and data. Messages that nobody receives are dropped when it is full. */
  readonly output: Pointer<'void'>
  readonly thread: bigint
  readonly home: Home
}

/** How long to wait for what an actor does at once. */
const PATIENCE = 5000

/** Whether the system has room for the descriptors and threads of two actors; if not, errno says why. */
export function hasRoomForActors(): boolean {
  return hasRoomFor(5)
}

/** Starts an actor on a UDP port; null when it cannot listen there. {@link hasRoomForActors} is asked before. */
export function startActor(port: number): { actor: Actor; hostname: string } | null {
  const sockets = connectedSockets()
  if (!sockets) return null
  const thread = startThread(sockets.pipe)
  if (thread === null) {
    closeAll(sockets)
    return null
  }
  const actor = { ...sockets, thread }
  const hostname = configure(actor, port)
  if (hostname) return { actor, hostname }
  stopActor(actor)
  return null
}

/** The address of the interface; empty or null when there is none, or the port is taken. */
function configure({ output, control }: Actor, port: number): string | null {
  const started = uninterrupted(() => receiveBytes(output, 0)) !== null
  if (!started || !command({ control }, 'CONFIGURE', String(port))) return null
  const hostname = uninterrupted(() => receiveText(output, 0))
  set(output, zmq.RCVTIMEO, -1)
  return hostname
}

const EINTR = 4

/** A signal with a listener interrupts no waiting that is as short as this. */
function uninterrupted<Result>(receive: () => Result | null): Result | null {
  let result: Result | null
  do result = receive()
  while (result === null && lastErrno() === EINTR)
  return result
}

type Sockets = Omit<Actor, 'thread'>

/** Null when there are too many. */
function connectedSockets(): Sockets | null {
  const home = newHome()
  const made = [zmq.DEALER, zmq.DEALER, zmq.PULL].map((type) => home.open(type))
  const [pipe, control, output] = made
  if (!pipe || !control || !output) {
    for (const each of made) if (each) home.close(each)
    home.end()
    return null
  }
  const sockets = { pipe, control, output, home }
  connect(sockets)
  return sockets
}

/** The name is taken back at the end, so that nobody else can connect to the actor. */
function connect({ pipe, control, output }: Sockets): void {
  const endpoint = `inproc://zbeacon-${randomUUID()}`
  for (const each of [pipe, control, output]) set(each, zmq.LINGER, 0)
  set(pipe, zmq.SNDHWM, 1)
  set(pipe, zmq.SNDTIMEO, 0)
  set(control, zmq.RCVHWM, 1)
  set(control, zmq.SNDTIMEO, PATIENCE)
  set(output, zmq.RCVTIMEO, PATIENCE)
  native.zmq_bind(pipe, endpoint)
  native.zmq_connect(control, endpoint)
  while (sendBytes(pipe, new Uint8Array(0), 0, zmq.DONTWAIT) >= 0);
  set(pipe, zmq.SNDHWM, QUEUE)
  native.zmq_connect(output, endpoint)
  native.zmq_unbind(pipe, endpoint)
}

/** How many messages may wait at least, besides those of the receiving side's high-water mark. */
const QUEUE = 1000

function set(socket: Pointer, option: number, value: number): void {
  native.zmq_setsockopt(socket, option, new Uint8Array(Int32Array.of(value).buffer), 4)
}

/** Sends a command; false when the actor does not take it. */
export function command({ control }: Pick<Actor, 'control'>, ...frames: (string | Uint8Array)[]): boolean {
  return frames.every((frame, index) => {
    const bytes = typeof frame === 'string' ? Buffer.from(frame) : frame
    const flags = index < frames.length - 1 ? zmq.SNDMORE : 0
    return sendBytes(control, bytes, bytes.length, flags) >= 0
  })
}

/** The actor owns its sockets for as long as its thread lives; if that does not end, they stay open. */
export function stopActor(actor: Actor): void {
  command(actor, '$TERM')
  if (joinWithin(actor.thread, PATIENCE)) closeAll(actor)
}

function closeAll({ pipe, control, output, home }: Sockets): void {
  for (const each of [output, control, pipe]) home.close(each)
  home.end()
}

interface SignalCalls {
  fill: Callable
  mask: Callable
}

let calls: SignalCalls | undefined

/** A signal that came to the actor's thread would end it; so it gets none. */
function startThread(pipe: Pointer): bigint | null {
  if (process.platform === 'win32') return null
  const libc = koffi.load(null)
  calls ??= {
    fill: libc.func('int sigfillset(void *)'),
    mask: libc.func('int pthread_sigmask(int, void *, void *)'),
  }
  const [all, before] = [Buffer.alloc(SIGSET_SIZE), Buffer.alloc(SIGSET_SIZE)]
  calls.fill(all)
  calls.mask(SIG_SETMASK, all, before)
  const thread = runJoinable('zbeacon', pipe)
  calls.mask(SIG_SETMASK, before, null)
  return thread
}

/** At least a `sigset_t`. */
const SIGSET_SIZE = 128
const SIG_SETMASK = process.platform === 'darwin' ? 3 : 2

/** One message of an actor, or of whatever else its output is connected to; null when none has come. */
export function receiveBeacon(socket: Pointer, flags: number): { address: string; data: Buffer } | null {
  for (;;) {
    const address = receiveText(socket, flags)
    if (address === null) return null
    // One frame only: the rest of a message whose beginning someone else has taken
    if (!moreFollows()) continue
    const data = receiveBytes(socket, flags)
    if (data === null) return null
    while (moreFollows()) receiveBytes(socket, flags)
    return { address, data }
  }
}
