import { mkdirSync, writeFileSync } from 'node:fs'
import * as czmq from '../../src/index.ts'

/** How objects of each kind are made, in the ways that calls may meet them. `n` chooses among variants. */

/** A state in which a call may find an object. */
export type State = 'fresh' | 'used' | 'destroyed' | 'borrowed' | 'orphaned'
export const STATES: readonly State[] = ['fresh', 'used', 'destroyed', 'borrowed', 'orphaned']

interface Factory {
  readonly fresh: (n: number) => object
  /** As it is after some work. */
  readonly used?: (n: number) => object
  /** One that belongs to another, and its owner. */
  readonly owned?: (n: number) => readonly [object, czmq.Handle]
  /** It has a thread, so there is one for many calls. */
  readonly costly?: true
}

const { zmq, zctx, zsocket, zsock, zstr, zframe, zmsg } = czmq
const TYPES = [
  [zmq.PAIR, zmq.PAIR],
  [zmq.PUB, zmq.SUB],
  [zmq.SUB, zmq.PUB],
  [zmq.REQ, zmq.REP],
  [zmq.REP, zmq.REQ],
  [zmq.DEALER, zmq.ROUTER],
  [zmq.ROUTER, zmq.DEALER],
  [zmq.PULL, zmq.PUSH],
  [zmq.PUSH, zmq.PULL],
  [zmq.XPUB, zmq.XSUB],
  [zmq.XSUB, zmq.XPUB],
  [zmq.STREAM, zmq.STREAM],
] as const
const KEY = 'x'.repeat(40)
let names = 0
let shared: czmq.Zctx | undefined

export function freshName(): string {
  return `inproc://fuzz-${names++}`
}

/** In one that ends with the case. */
function contextOfCase(): czmq.Zctx {
  if (!shared || shared.destroyed) shared = zctx.new()
  return shared
}

/** Ends the sockets of a case that nobody has destroyed. */
export function endShared(): void {
  shared?.destroy()
  shared = undefined
}

function typesOf(n: number): readonly [number, number] {
  return TYPES[n % TYPES.length] ?? TYPES[0]
}

function patient<S extends czmq.Zsocket>(socket: S): S {
  zsocket.setRcvtimeo(socket, 5)
  zsocket.setSndtimeo(socket, 5)
  return socket
}

function freshSocket(n: number): czmq.Zsocket {
  return patient(zsocket.new(contextOfCase(), typesOf(n)[0]))
}

/** With a peer, and where it can receive with a message. */
function usedSocket(n: number): czmq.Zsocket {
  const [type, mate] = typesOf(n)
  const socket = patient(zsocket.new(contextOfCase(), type))
  const peer = patient(zsocket.new(contextOfCase(), mate))
  const name = type === zmq.STREAM ? 'tcp://127.0.0.1:*' : freshName()
  zsocket.bind(socket, name)
  zsocket.connect(peer, zsocket.lastEndpoint(socket) ?? name)
  if (type === zmq.SUB) zsocket.setSubscribe(socket, '')
  if ([zmq.PAIR, zmq.PUSH, zmq.DEALER, zmq.REQ].includes(mate as 0)) zstr.send(peer, 'a message')
  return socket
}

function freshSock(n: number): czmq.Zsock {
  const socket = zsock.new(typesOf(n)[0] as 0)
  zsock.setRcvtimeo(socket, 5)
  zsock.setSndtimeo(socket, 5)
  zsock.setLinger(socket, 0)
  return socket
}

function usedSock(n: number): czmq.Zsock {
  const socket = freshSock(n)
  zsock.bind(socket, n % TYPES.length === 11 ? 'tcp://127.0.0.1:*' : freshName())
  return socket
}

function message(n: number): czmq.Zmsg {
  const made = zmsg.new()
  for (let left = n % 4; left > 0; left--) zmsg.addstr(made, `frame ${left}`)
  if (n % 5 === 0) zmsg.addmem(made, Buffer.alloc(1000, n))
  return made
}

/** The last, or every `n`th of them, so that most calls meet what was there before. */
export const handles: Readonly<Record<string, Factory>> = {
  zctx: {
    fresh: () => zctx.new(),
    used: () => {
      const made = zctx.new()
      zsocket.new(made, zmq.PAIR)
      return made
    },
  },
  zsocket: {
    fresh: freshSocket,
    used: usedSocket,
    owned: (n) => {
      const context = zctx.new()
      return [zsocket.new(context, typesOf(n)[0]), context]
    },
  },
  zsock: { fresh: freshSock, used: usedSock },
  zframe: {
    fresh: (n) => zframe.new(Buffer.alloc((n * 37) % 300, n)),
    used: (n) => zframe.from(`text ${n}`),
    owned: () => {
      const whole = message(3)
      return [zmsg.first(whole) ?? whole, whole]
    },
  },
  zmsg: {
    fresh: message,
    used: (n) => {
      const made = message(n + 2)
      zmsg.first(made)
      zmsg.popstr(made)
      return made
    },
  },
  zpoller: {
    fresh: () => czmq.zpoller.new(),
    used: (n) => czmq.zpoller.new(usedSocket(n)),
  },
  zloop: {
    fresh: () => czmq.zloop.new(),
    used: (n) => {
      const loop = czmq.zloop.new()
      czmq.zloop.reader(loop, usedSocket(n), () => 0)
      return loop
    },
  },
  zcert: {
    fresh: () => czmq.zcert.new(),
    used: () => {
      const cert = czmq.zcert.new()
      czmq.zcert.setMeta(cert, 'name', 'fuzz')
      return cert
    },
  },
  zcertstore: {
    fresh: (n) => czmq.zcertstore.new(n % 2 ? null : directory()),
    used: () => {
      const store = czmq.zcertstore.new(null)
      czmq.zcertstore.insert(store, czmq.zcert.new())
      return store
    },
  },
  zchunk: {
    fresh: (n) => czmq.zchunk.new(n % 300),
    used: (n) => {
      const chunk = czmq.zchunk.new(Buffer.alloc(n % 100))
      czmq.zchunk.extend(chunk, 'more')
      return chunk
    },
  },
  zconfig: {
    fresh: () => czmq.zconfig.new('root'),
    used: () => czmq.zconfig.fromObject({ a: { b: 'c' }, d: '1' }),
    owned: () => {
      const root = czmq.zconfig.fromObject({ a: { b: 'c' } })
      return [czmq.zconfig.child(root) ?? root, root]
    },
  },
  zarmour: {
    fresh: () => czmq.zarmour.new(),
    used: (n) => {
      const made = czmq.zarmour.new()
      czmq.zarmour.setMode(made, (n % 6) as 0)
      return made
    },
  },
  zuuid: {
    fresh: () => czmq.zuuid.new(),
    used: () => {
      using first = czmq.zuuid.new()
      return czmq.zuuid.dup(first)
    },
  },
  ziflist: {
    fresh: () => czmq.ziflist.new(),
    used: () => {
      const list = czmq.ziflist.new()
      czmq.ziflist.first(list)
      return list
    },
  },
  zmonitor: {
    fresh: (n) => czmq.zmonitor.new(freshSocket(n)),
    used: (n) => {
      const made = czmq.zmonitor.new(usedSocket(n))
      czmq.zmonitor.listen(made, 'ALL')
      czmq.zmonitor.start(made)
      return made
    },
  },
  zauth: { fresh: () => czmq.zauth.new(zctx.new()), costly: true },
  zbeacon: { fresh: () => czmq.zbeacon.new(udpPort), costly: true },
  zproxy: { fresh: () => czmq.zproxy.new(), costly: true },
  zgossip: { fresh: () => czmq.zgossip.new(), costly: true },
}

/** A free one; found before the first call. */
let udpPort = 0
export function useUdpPort(port: number): void {
  udpPort = port
}

let directories = 0
function directory(): string {
  const path = `certificates-${directories++ % 5}`
  mkdirSync(path, { recursive: true })
  writeFileSync(`${path}/wrong`, 'no certificate')
  return path
}

type SocketClass = new (options: object) => czmq.Socket

/** A socket class makes its own: whatever `Socket` is above of. */
export function socketFactory(name: string): Factory | null {
  const found: unknown = Reflect.get(czmq, name)
  if (typeof found !== 'function' || !(found.prototype instanceof czmq.Socket)) return null
  const make = found as SocketClass
  return {
    fresh: () => new make({ linger: 0 }),
    used: () => {
      const socket = new make({ linger: 0 })
      socket.bindSync('tcp://127.0.0.1:*')
      return socket
    },
  }
}

export const objects: Readonly<Record<string, Factory>> = {
  Socket: {
    fresh: (n) => new czmq.Dealer({ linger: 0, sendTimeout: n }),
    used: () => {
      const socket = new czmq.Router({ linger: 0 })
      socket.bindSync('tcp://127.0.0.1:*')
      return socket
    },
  },
  Context: {
    fresh: () => new czmq.Context(),
    used: () => {
      const context = new czmq.Context()
      new czmq.Pair({ context })
      return context
    },
  },
  Authenticator: { fresh: () => new czmq.Authenticator({ context: new czmq.Context() }), costly: true },
  Beacon: { fresh: () => new czmq.Beacon({ port: udpPort, interface: '127.0.0.1' }) },
  Certificate: { fresh: (n) => czmq.Certificate.generate(n % 2 ? {} : { metadata: { name: 'fuzz' } }) },
  CertificateStore: {
    fresh: (n) => (n % 2 ? new czmq.CertificateStore() : new czmq.CertificateStore(directory())),
  },
  CzmqError: { fresh: () => new czmq.CzmqError('EAGAIN', 'fuzz') },
  Gossip: { fresh: () => new czmq.Gossip(), costly: true },
  Handle: { fresh: freshSocket, used: message },
  Observer: {
    fresh: () => new czmq.Observer(new czmq.Dealer({ linger: 0 })),
    used: () => new czmq.Router({ linger: 0 }).events,
  },
  Proxy: {
    fresh: () => new czmq.Proxy(new czmq.Router({ linger: 0 }), new czmq.Dealer({ linger: 0 })),
    used: () => {
      const proxy = new czmq.Proxy(new czmq.Pull({ linger: 0 }), new czmq.Push({ linger: 0 }))
      proxy.run().catch(() => undefined)
      return proxy
    },
  },
  'types.Frame': { fresh: (n) => new czmq.types.Frame(`frame ${n}`) },
  'types.Message': { fresh: (n) => new czmq.types.Message([`${n}`, 'b']) },
  'types.Loop': { fresh: () => new czmq.types.Loop() },
}

export { KEY }
