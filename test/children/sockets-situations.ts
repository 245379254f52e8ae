/** What asynchronous sockets do when their thread ends; each answers what keeps them reachable. */
type Library = typeof import('../../src/index.ts')
type Situation = (library: Library) => Promise<unknown>

/** Nobody listens on the port of the discard protocol. */
const ABSENT = 'tcp://127.0.0.1:9'
/** Someone who receives. */
const PEER = process.env.PEER ?? ABSENT
/** Someone who sends without an end. */
const SOURCE = process.env.SOURCE ?? ABSENT
/** How many messages are sent to the peer. */
export const MESSAGES = 500

async function sendAll(
  library: Library,
  options: object,
  address = PEER,
): Promise<InstanceType<Library['Push']>> {
  const push = new library.Push({ sendHighWaterMark: 0, ...options })
  push.connect(address)
  for (let index = 0; index < MESSAGES; index++) await push.send(String(index))
  return push
}

function ignore(promise: Promise<unknown>): void {
  promise.catch(() => undefined)
}

/** Sockets that do nothing, with a peer: they do not keep the process alive. */
const idle: Situation = async ({ Pull, Push }) => {
  const [pull, push] = [new Pull(), new Push()]
  push.connect(await pull.bind('tcp://127.0.0.1:*'))
  const received = pull.receive()
  await push.send('first')
  await received
  const waited = push.send('second')
  await pull.receive()
  await waited
  return [pull, push]
}

/** Those that end by themselves. */
export const idleSituations: Record<string, Situation> = {
  'idle sockets': idle,
  'an idle socket of its own context': async ({ Context, Pull }) => new Pull({ context: new Context() }),
  'sockets whose calls were aborted': async ({ Pull }) => {
    const pull = new Pull()
    await pull.bind('tcp://127.0.0.1:*')
    await pull.receive({ timeout: 5 }).catch(() => undefined)
    await pull.receive({ signal: AbortSignal.timeout(5) }).catch(() => undefined)
    return pull
  },
  'closed sockets': async (library) => {
    for (const each of (await idle(library)) as { close: () => void }[]) each.close()
  },
  'a dropped message': (library) => sendAll(library, { linger: 0 }, ABSENT),
  'a message that lingers for an absent peer': (library) => sendAll(library, { linger: 200 }, ABSENT),
  'a context that is not blocky': async (library) => {
    library.context.blocky = false
    return sendAll(library, {}, ABSENT)
  },
}

/** Those that authenticate, and do not keep the process alive. */
const authenticating: Record<string, Situation> = {
  'an authenticator': async ({ Authenticator }) => new Authenticator(),
  'a client that was let in': async (library) => {
    const certificate = library.Certificate.generate()
    const [pull, push] = [new library.Pull(), new library.Push({ linger: 0 })]
    library.curveServer(pull, { certificate, allow: '*' })
    library.curveClient(push, { serverKey: certificate.publicKey })
    push.connect(await pull.bind('tcp://127.0.0.1:*'))
    await push.send('let in')
    await pull.receive()
    return [pull, push]
  },
  'an authenticator that never decides': async ({ Authenticator, Pull, Push }) => {
    const asked = new Promise((resolve) => {
      new Authenticator().use(() => new Promise(resolve))
    })
    const [pull, push] = [new Pull({ zapDomain: 'global' }), new Push({ linger: 0 })]
    push.connect(await pull.bind('tcp://127.0.0.1:*'))
    const waits = setInterval(() => undefined, 1000)
    await asked
    clearInterval(waits)
    return [pull, push]
  },
  'a reader of decisions that has left': async ({ Authenticator }) => {
    const authenticator = new Authenticator()
    const decisions = authenticator[Symbol.asyncIterator]()
    ignore(decisions.next())
    await decisions.return?.()
    return authenticator
  },
}
Object.assign(idleSituations, authenticating)

/** Those whose messages arrive. */
export const lingering: Record<string, Situation> = {
  'messages of an open socket': (library) => sendAll(library, {}),
  'messages of a closed socket': async (library) => (await sendAll(library, {})).close(),
  'messages of a context of its own': (library) => sendAll(library, { context: new library.Context() }),
  'messages of a socket that lingers long enough': (library) => sendAll(library, { linger: 5000 }),
}

/** Those that keep their thread alive. */
export const waiting: Record<string, Situation> = {
  'a pending receive': async ({ Pull }) => {
    const pull = new Pull()
    await pull.bind('tcp://127.0.0.1:*')
    ignore(pull.receive())
  },
  'a pending iteration': async ({ Pull }) => {
    const iterate = async () => {
      for await (const message of new Pull()) if (!message) break
    }
    ignore(iterate())
  },
  'a pending decision': async ({ Authenticator }) => {
    const authenticator = new Authenticator()
    const iterate = async () => {
      for await (const decision of authenticator) if (!decision) break
    }
    ignore(iterate())
  },
  'a pending send': async ({ Push }) => ignore(new Push({ linger: 0 }).send('to nobody')),
  'a flood that comes in': async ({ Pull }) => {
    const pull = new Pull()
    pull.connect(SOURCE)
    const iterate = async () => {
      for await (const message of pull) if (!message) break
    }
    ignore(iterate())
  },
  'a flood that goes out': async ({ Push }) => {
    const push = new Push({ linger: 0 })
    push.connect(PEER)
    const flood = async () => {
      for (;;) await push.send('flood')
    }
    ignore(flood())
  },
}

export const situations: Record<string, Situation> = {
  ...idleSituations,
  ...lingering,
  ...waiting,
  'a message that lingers for ever': (library) => sendAll(library, {}, ABSENT),
  'a socket made while the process ends': async ({ Push }) => {
    const push = new Push()
    process.on('exit', () => {
      try {
        new Push()
      } catch (error) {
        process.stdout.write(`${(error as { code: string }).code}\n`)
      }
    })
    return push
  },
}
