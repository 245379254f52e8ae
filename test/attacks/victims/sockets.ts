/** A process with sockets of all types on the event loop and an authenticator for each mechanism, to be attacked. */
import { setInterval } from 'node:timers/promises'
import {
  Authenticator,
  Context,
  Dealer,
  Publisher,
  Pull,
  Push,
  Reply,
  Request,
  Router,
  type Socket,
  Stream,
  Subscriber,
  types,
  XPublisher,
  XSubscriber,
  zmq,
} from '../../../src/index.ts'
import {
  breach,
  HONEST,
  INSIDER,
  judge,
  measure,
  type Order,
  PASSWORDS,
  SECRET,
  type Target,
  tell,
} from './report.ts'

const [folder = '', honestKey = '', insiderKey = ''] = process.argv.slice(2)
const known = new Map([
  [HONEST, HONEST],
  [INSIDER, INSIDER],
  [honestKey, HONEST],
  [insiderKey, INSIDER],
])
const { publicKey, secretKey } = zmq.curveKeypair()
const serverKey = Buffer.from(zmq.z85Decode(publicKey)).toString('hex')

/** All but PAIR, which keeps what its second peers leave behind: see security-attacks.md. */
const CLASSES = {
  Router,
  Reply,
  Pull,
  Publisher,
  XPublisher,
  Subscriber,
  XSubscriber,
  Dealer,
  Request,
  Push,
  Stream,
}
const MECHANISMS = {
  NULL: {},
  PLAIN: { plainServer: true },
  CURVE: { curveServer: true, curveSecretKey: secretKey },
}
/** Short, so that those who say nothing have to go while the test watches. */
const LIMITS = { maxMessageSize: 100_000, handshakeInterval: 3000, linger: 0 }

/** Also without a mechanism clients are asked about where there is a domain. */
const EXTRAS: Record<string, object> = { Router: { zapDomain: 'x' } }

const sockets: Socket[] = []
const targets: Target[] = []
let observed = 0

type Mechanism = Target['mechanism']

async function serve(mechanism: Mechanism): Promise<void> {
  const context = new Context()
  const authenticator = new Authenticator({ context, plain: PASSWORDS, curve: [honestKey, insiderKey] })
  void watch(authenticator, mechanism)
  for (const type of Object.keys(CLASSES) as (keyof typeof CLASSES)[]) {
    if (type === 'Stream' && mechanism !== 'NULL') continue
    const options = { context, ...LIMITS, ...MECHANISMS[mechanism], ...EXTRAS[type] }
    const socket = new CLASSES[type](type === 'Stream' ? { context, linger: 0 } : options)
    sockets.push(socket)
    if (type === 'Reply') void observe(socket)
    for (const address of ['tcp://127.0.0.1:*', `ipc://${folder}/${mechanism}-${type}`])
      targets.push({ type, mechanism, address: await socket.bind(address), serverKey })
    void use(socket, mechanism)
  }
}

/** Nobody but those who are known may be let in, where there are names. */
async function watch(authenticator: Authenticator, mechanism: Mechanism): Promise<void> {
  for await (const { status, userId } of authenticator)
    if (status === 200 && mechanism !== 'NULL' && !known.has(userId)) breach(`${userId} was let in`)
}

async function observe({ events }: Socket): Promise<void> {
  for await (const { type } of events) if (type.startsWith('handshake:error')) observed++
}

async function use(socket: Socket, mechanism: Mechanism): Promise<void> {
  try {
    if (socket instanceof Publisher) await publish(socket)
    else if (socket instanceof Reply || socket instanceof Router)
      for (;;) await answer(socket, { type: socket.constructor.name, mechanism })
    else if (socket instanceof Request || socket instanceof Push) return
    else if (socket instanceof Subscriber) socket.subscribe('')
    for (;;) await take(socket as Pull, { type: socket.constructor.name, mechanism })
  } catch (error) {
    if (!socket.closed) breach(`${socket.type}: ${error}`)
  }
}

async function publish(socket: Publisher): Promise<void> {
  for await (const _ of setInterval(20)) await socket.send(SECRET)
}

async function answer(socket: Reply | Router, use: Pick<Target, 'type' | 'mechanism'>): Promise<void> {
  using message = await types.Message.recv(socket)
  judge(use, message.metadata('User-Id'), known)
  await socket.send([...message].map((each) => each.data))
}

async function take(socket: Pull, use: Pick<Target, 'type' | 'mechanism'>): Promise<void> {
  using message = await types.Message.recv(socket)
  judge(use, message.metadata('User-Id'), known)
}

process.on('message', (order: Order) => {
  if (order === 'measure') tell({ health: measure(observed) })
  else end()
})

// Whoever attacks may end by a failure
process.on('disconnect', () => process.exit(1))

function end(): void {
  for (const each of sockets) each.close()
  for (const { context } of sockets) context.close()
  process.removeAllListeners('disconnect')
  process.disconnect()
}

for (const mechanism of Object.keys(MECHANISMS) as Mechanism[]) await serve(mechanism)
tell({ targets })
