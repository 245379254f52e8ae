/** What a program leaves behind when it ends; each answers what keeps it reachable, or blocks. */
import { writeSync } from 'node:fs'
import { isMainThread, parentPort } from 'node:worker_threads'

type Library = typeof import('../../src/index.ts')
type Zctx = ReturnType<Library['zctx']['new']>
type Zsocket = ReturnType<Library['zsocket']['new']>
type Situation = (library: Library) => unknown

const PUSH = 8
const PULL = 7
/** Nobody listens on the port of the discard protocol. */
const ABSENT = 'tcp://127.0.0.1:9'

/** Someone who receives what lingers. */
const PEER = process.env.PEER ?? ABSENT

function pending(endpoint: string, linger: number): Situation {
  return ({ zctx, zsocket, zstr }) => {
    const context = zctx.new()
    zctx.setLinger(context, linger)
    const socket = zsocket.new(context, PUSH)
    zsocket.connect(socket, endpoint)
    zstr.send(socket, 'last words')
    return socket
  }
}

type Wait = (library: Library, socket: Zsocket, milliseconds: number) => unknown

/**
 * Says `ready` and waits for ever; says `returned` when the waiting was interrupted. The rehearsal binds what the wait
 * needs, so that a Worker can be ended during nothing but the wait.
 */
function blocked(type: number, wait: Wait): Situation {
  return (library) => {
    const socket = library.zsocket.new(library.zctx.new(), type)
    attempt(library, socket, wait, 0)
    announce()
    attempt(library, socket, wait, -1)
    writeSync(1, 'returned\n')
  }
}

function attempt(library: Library, socket: Zsocket, wait: Wait, milliseconds: number): void {
  library.zsocket.setRcvtimeo(socket, milliseconds)
  library.zsocket.setSndtimeo(socket, milliseconds)
  try {
    wait(library, socket, milliseconds)
  } catch (error) {
    const { code } = error as { code?: string }
    if (code !== 'EINTR' && code !== 'EAGAIN') throw error
  }
}

function oneFrame(zmsg: Library['zmsg']): ReturnType<Library['zmsg']['new']> {
  const message = zmsg.new()
  zmsg.addstr(message, 'to nobody')
  return message
}

/** A client that was let in, and what both belong to. */
function authenticated(linger: number): Situation {
  return ({ zauth, zctx, zsocket, zstr }) => {
    const context = zctx.new()
    const auth = zauth.new(context)
    const sockets = [zsocket.new(context, PULL), zsocket.new(context, PUSH)] as const
    zsocket.setZapDomain(sockets[0], 'global')
    const port = zsocket.bind(sockets[0], 'tcp://127.0.0.1:*')
    zsocket.connect(sockets[1], `tcp://127.0.0.1:${port}`)
    zstr.send(sockets[1], 'let in')
    zstr.recv(sockets[0])
    zctx.setLinger(context, linger)
    return [auth, sockets]
  }
}

/** All of the others at once. */
const everything: Situation = (library) =>
  Object.entries(situations).map(
    ([name, leave]) => name !== 'everything' && !name.startsWith('blocked') && leave(library),
  )

/** By name; one that starts with `blocked` says `ready` by itself, because it does not return unless interrupted. */
export const situations: Record<string, Situation> = {
  'a context': ({ zctx }) => zctx.new(),
  'an open socket': ({ zctx, zsocket }) => zsocket.new(zctx.new(), PUSH),
  'bound and connected sockets': ({ zctx, zsocket }) => {
    const context = zctx.new()
    const sockets = [zsocket.new(context, PULL), zsocket.new(context, PUSH)] as const
    const port = zsocket.bind(sockets[0], 'tcp://127.0.0.1:*')
    zsocket.connect(sockets[1], `tcp://127.0.0.1:${port}`)
    return sockets
  },
  'a shadow with a socket': ({ zctx, zsocket }) => {
    const context = zctx.new()
    return [context, zsocket.new(zctx.shadow(context), PUSH)]
  },
  'a socket in the global context': ({ zctx, zsocket }) => zsocket.new(zctx.global(), PUSH),
  'a message to be dropped': pending(PEER, 0),
  'a message for an absent peer': pending(ABSENT, 300),
  'a message that lingers': pending(PEER, 200),
  'a message that lingers for ever': pending(PEER, -1),
  'a raw zsock': ({ C }) => C.zsock_new(PUSH),
  'a raw actor': ({ C }) => C.zactor_new(C.zproxy, null),
  'a zsock': ({ zsock }) => zsock.newPush(`>${ABSENT}`),
  'an authentication': ({ zauth, zctx }) => zauth.new(zctx.new()),
  'an authentication that was asked': authenticated(0),
  'an authentication of a context that lingers': authenticated(-1),
  'an authentication of the global context': ({ zauth, zctx }) => zauth.new(zctx.global()),
  'a poller': ({ zctx, zsocket, zpoller }) => zpoller.new(zsocket.new(zctx.new(), PULL)),
  everything,
  'blocked in zstr.recv': blocked(PULL, ({ zstr }, socket) => zstr.recv(socket)),
  'blocked in zmsg.recv': blocked(PULL, ({ zmsg }, socket) => zmsg.recv(socket)),
  'blocked in zsocket.poll': blocked(PULL, ({ zsocket }, socket, time) => zsocket.poll(socket, time)),
  'blocked in zsocket.wait': blocked(PULL, ({ zsocket }, socket) => zsocket.wait(socket)),
  'blocked in zpoller.wait': blocked(PULL, ({ zpoller }, socket, time) =>
    zpoller.wait(zpoller.new(socket), time),
  ),
  'blocked in zmq.poll': blocked(PULL, ({ zmq }, socket, time) =>
    zmq.poll([zmq.pollitem({ socket, events: zmq.POLLIN })], time),
  ),
  'blocked in zstr.send': blocked(PUSH, ({ zstr }, socket) => zstr.send(socket, 'to nobody')),
  'blocked in zmsg.send': blocked(PUSH, ({ zmsg }, socket) => zmsg.send(oneFrame(zmsg), socket)),
  'blocked in zsocket.sendmem': blocked(PUSH, ({ zsocket }, socket) =>
    zsocket.sendmem(socket, Buffer.from('to nobody')),
  ),
  'blocked in zctx.destroy': (library) => {
    library.zctx.destroy((pending(ABSENT, 0)(library) as Zsocket).owner as Zctx)
    const socket = pending(ABSENT, -1)(library) as Zsocket
    announce()
    library.zctx.destroy(socket.owner as Zctx)
    writeSync(1, 'returned\n')
  },
}

/** Says that the program is ready to be ended. */
export function announce(): void {
  if (isMainThread) writeSync(1, 'ready\n')
  else parentPort?.postMessage('ready')
}
