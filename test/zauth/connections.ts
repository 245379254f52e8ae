import { type Zctx, type Zsock, type Zsocket, zmq, zpoller, zsocket, zstr } from '../../src/index.ts'

/** How long a client that is let in may take, and how long one that is kept out is given. */
const DEADLINE = 5000
const REFUSAL = 250

/** A PUSH that is bound and a PULL that connects, as the self-tests of CZMQ use them. */
export interface Pair {
  server: Zsocket
  client: Zsocket
}

/** A fresh pair, not yet bound. */
export function pair(context: Zctx): Pair {
  const server = zsocket.new(context, zmq.PUSH)
  const client = zsocket.new(context, zmq.PULL)
  zsocket.setSndtimeo(server, REFUSAL)
  return { server, client }
}

/** Whether a message passes from the server to the client; both are gone afterwards. `expected` says how long to wait. */
export function connects(context: Zctx, { server, client }: Pair, expected: boolean): boolean {
  if (expected) zsocket.setSndtimeo(server, DEADLINE)
  const port = zsocket.bind(server, 'tcp://127.0.0.1:*')
  zsocket.connect(client, `tcp://127.0.0.1:${port}`)
  const came = passes(server, client, expected)
  zsocket.destroy(context, client)
  zsocket.destroy(context, server)
  return came
}

/** A PUSH has nobody to send to until a client was let in. */
export function passes(server: Zsocket | Zsock, client: Zsocket | Zsock, expected: boolean): boolean {
  try {
    zstr.send(server, 'Hello, World')
  } catch {
    return false
  }
  const poller = zpoller.new(client)
  const came = zpoller.wait(poller, expected ? DEADLINE : REFUSAL) === client
  zpoller.destroy(poller)
  return came && zstr.recv(client) === 'Hello, World'
}
