/**
 * The same as `secure.c` with czmq: `secure.ts serve|handler|pull|push MECHANISM …`. `handler` is `serve` with a function
 * that decides about every client.
 */
import { Authenticator, curveClient, curveServer, Pull, Push, Router } from 'czmq'

const SERVER = {
  publicKey: 'rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7',
  secretKey: 'JTKVSB%%)wK0E.X)V>+}o?pNmC{O&4W4b!Ni{Lh6',
}
const CLIENT = {
  publicKey: 'Yne@$w-vo<fVvi]a<NY6T1ed:M$fCG*[IaLV{hID',
  secretKey: 'D:)Q[IlAW!ahhC2ac:9*A}h:p?([4%wOTJ%JR%cs',
}

const [mode, mechanism, ...args] = process.argv.slice(2)
if (mode === 'pull') await pull(Number(args[0]))
else if (mode === 'push') await push(Number(args[0]), Number(args[1]), String(args[2]))
else await serve(mode === 'handler')

/** The input is closed when the other end is done. */
async function inputEnds(): Promise<void> {
  for await (const _ of process.stdin);
}

async function serve(asks: boolean): Promise<void> {
  const authenticator = new Authenticator({ plain: new Map([['admin', 'secret']]), curve: '*' })
  if (asks) authenticator.use(async ({ accepted }) => ({ status: accepted ? 200 : 400 }))
  const router = new Router({ zapDomain: 'global', linger: 0, plainServer: mechanism === 'plain' })
  if (mechanism === 'curve') curveServer(router, { certificate: SERVER, allow: '*' })
  console.log(await router.bind('tcp://127.0.0.1:*'))
  void inputEnds().then(() => router.close())
  for await (const message of router) await router.send(message)
  authenticator.close()
}

async function pull(count: number): Promise<void> {
  const socket = new Pull()
  if (mechanism === 'curve') curveServer(socket, { certificate: SERVER, allow: '*' })
  console.log(await socket.bind('tcp://127.0.0.1:*'))
  await socket.receive()
  const start = performance.now()
  let received = 1
  for await (const _message of socket) if (++received === count) break
  console.log((performance.now() - start) / 1000)
  socket.close()
}

async function push(count: number, size: number, address: string): Promise<void> {
  const socket = new Push()
  if (mechanism === 'curve') curveClient(socket, { serverKey: SERVER.publicKey, certificate: CLIENT })
  socket.connect(address)
  const data = Buffer.alloc(size)
  for (let sent = 0; sent < count; sent++) await socket.send(data)
  await inputEnds()
  socket.close()
}
