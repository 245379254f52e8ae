/** A process that uses `zsocket` and `zsock` with `zauth`, and blocks; to be attacked. */
import {
  type AnySocket,
  zauth,
  zctx,
  zframe,
  zmq,
  zmsg,
  zpoller,
  zsock,
  zsocket,
} from '../../../src/index.ts'
import {
  breach,
  HONEST,
  INSIDER,
  judge,
  measure,
  type Order,
  PASSWORDS,
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
const NAMES = {
  Reply: zmq.REP,
  Router: zmq.ROUTER,
  Pull: zmq.PULL,
  XPublisher: zmq.XPUB,
  Subscriber: zmq.SUB,
}

const targets: Target[] = []
const uses = new Map<AnySocket, { type: string; mechanism: Target['mechanism'] }>()
const context = zctx.new()
const authentications = [zauth.new(context), zauth.new(zctx.global())]
for (const each of authentications) {
  zauth.configurePlain(each, '*', PASSWORDS)
  zauth.configureCurve(each, '*', [honestKey, insiderKey])
}

/** What both kinds of sockets have. */
interface Options<Kind> {
  setMaxmsgsize(socket: Kind, size: number): void
  setHandshakeIvl(socket: Kind, milliseconds: number): void
  setLinger(socket: Kind, milliseconds: number): void
  setPlainServer(socket: Kind, server: 0 | 1): void
  setCurveServer(socket: Kind, server: 0 | 1): void
  setCurveSecretkey(socket: Kind, key: string): void
}

function protect<Kind>(socket: Kind, mechanism: Target['mechanism'], options: Options<Kind>): void {
  options.setMaxmsgsize(socket, 100_000)
  options.setHandshakeIvl(socket, 3000)
  options.setLinger(socket, 0)
  if (mechanism === 'PLAIN') options.setPlainServer(socket, 1)
  if (mechanism !== 'CURVE') return
  options.setCurveServer(socket, 1)
  options.setCurveSecretkey(socket, secretKey)
}

function ofContext(mechanism: Target['mechanism'], type: keyof typeof NAMES): void {
  const socket = zsocket.new(context, NAMES[type])
  protect(socket, mechanism, zsocket)
  if (type === 'Subscriber') zsocket.setSubscribe(socket, '')
  const port = zsocket.bind(socket, 'tcp://127.0.0.1:*')
  targets.push({ type, mechanism, address: `tcp://127.0.0.1:${port}`, serverKey })
  uses.set(socket, { type, mechanism })
}

const own: zsock.Zsock[] = []

function ofItsOwn(mechanism: Target['mechanism'], type: keyof typeof NAMES): void {
  const socket = zsock.new(NAMES[type])
  own.push(socket)
  protect(socket, mechanism, zsock)
  if (type === 'Subscriber') zsock.setSubscribe(socket, '')
  const address = `ipc://${folder}/${mechanism}-${type}`
  zsock.bind(socket, address)
  targets.push({ type, mechanism, address, serverKey })
  uses.set(socket, { type, mechanism })
}

for (const mechanism of ['NULL', 'PLAIN', 'CURVE'] as const)
  for (const type of Object.keys(NAMES) as (keyof typeof NAMES)[]) {
    ofContext(mechanism, type)
    ofItsOwn(mechanism, type)
  }

const poller = zpoller.new(...uses.keys())
let ended = false

const OTHER = { type: '', mechanism: 'NULL' } as const

/** A request without an envelope makes a REP readable, and there is nothing to read: so this must not block. */
function take(socket: AnySocket): void {
  const message = zmsg.recvNowait(socket)
  if (!message) return
  // The routing id that ROUTER puts in front says nothing
  const last = zmsg.last(message)
  const { type, mechanism } = uses.get(socket) ?? OTHER
  judge({ type, mechanism }, last && zframe.meta(last, 'User-Id'), known)
  if (type === 'Reply' || type === 'Router') zmsg.send(message, socket)
  else zmsg.destroy(message)
}

/** Blocks most of the time, as programs of this storey do. */
function turn(): void {
  if (ended) return
  try {
    for (let count = 0; count < 100; count++) {
      const socket = zpoller.wait(poller, 20)
      if (!socket) break
      take(socket)
    }
  } catch (error) {
    breach(String(error))
  }
  setImmediate(turn)
}

process.on('message', (order: Order) => {
  if (order === 'measure') tell({ health: measure(0) })
  else end()
})

// Whoever attacks may end by a failure
process.on('disconnect', () => process.exit(1))

function end(): void {
  ended = true
  zpoller.destroy(poller)
  for (const each of own) zsock.destroy(each)
  for (const each of authentications) zauth.destroy(each)
  zctx.destroy(context)
  process.removeAllListeners('disconnect')
  process.disconnect()
}

tell({ targets })
turn()
