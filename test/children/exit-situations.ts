/** What a program leaves behind when it ends; each answers what keeps it reachable, or blocks. */
import { writeSync } from 'node:fs'
import { isMainThread, parentPort } from 'node:worker_threads'

type Library = typeof import('../../src/index.ts')
type Situation = (library: Library) => unknown

const PUSH = 8
const PULL = 7
/** Nobody listens on the port of the discard protocol. */
const ABSENT = 'tcp://127.0.0.1:9'

/** Someone who receives what lingers. */
const PEER = process.env['PEER'] ?? ABSENT

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

/** All of the others at once. */
const everything: Situation = (library) =>
  Object.entries(situations).map(
    ([name, leave]) => name !== 'everything' && !name.startsWith('blocked') && leave(library),
  )

/** By name; one that starts with `blocked` says `ready` by itself, because it does not return. */
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
  'a poller': ({ zctx, zsocket, zpoller }) => {
    const socket = zsocket.new(zctx.new(), PULL)
    return 'new' in zpoller ? [(zpoller.new as (reader: unknown) => unknown)(socket), socket] : socket
  },
  everything,
  'blocked in a receive': ({ zctx, zsocket, zstr }) => {
    const socket = zsocket.new(zctx.new(), PULL)
    announce()
    writeSync(1, `received ${zstr.recv(socket)}\n`)
  },
}

/** Says that the program is ready to be ended. */
export function announce(): void {
  if (isMainThread) writeSync(1, 'ready\n')
  else parentPort?.postMessage('ready')
}
