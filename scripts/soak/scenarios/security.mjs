// Authenticators and certificates.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  Authenticator,
  Certificate,
  CertificateStore,
  Context,
  curveClient,
  curveServer,
  Reply,
  Request,
  zauth,
  zcert,
  zcertstore,
  zctx,
} from 'czmq'

/** @typedef {import('../scenarios.mjs').Scenario} Scenario */

/** Clients are let in, some by a handler, in a context of its own. @param {(authenticator: Authenticator, context: Context) => void} leave @returns {Scenario} */
function authenticators(leave) {
  const [server, client] = [Certificate.generate(), Certificate.generate()]
  const step = async (/** @type {number} */ round) => {
    const context = new Context()
    const authenticator = new Authenticator({ context })
    if (round % 2) authenticator.use(async (request) => ({ status: request.accepted ? 200 : 400 }))
    const [reply, request] = [new Reply({ context, linger: 0 }), new Request({ context, linger: 0 })]
    curveServer(reply, { certificate: server, allow: [client] })
    curveClient(request, { serverKey: server.publicKey, certificate: client })
    request.connect(await reply.bind('tcp://127.0.0.1:*'))
    await request.send('question')
    await reply.send(await reply.receive({ timeout: 10_000 }))
    await request.receive({ timeout: 10_000 })
    leave(authenticator, context)
  }
  return { step }
}

/** @returns {Scenario} */
function agents() {
  const step = () => {
    const context = zctx.new()
    const auth = zauth.new(context)
    zauth.allow(auth, '127.0.0.1')
    zauth.configurePlain(auth, '*', new Map([['admin', 'secret']]))
    if (Math.random() < 0.5) auth.destroy()
    context.destroy()
  }
  return { step }
}

/** Made, written, read, found, changed. @returns {Scenario} */
function certificates() {
  const folder = mkdtempSync(join(tmpdir(), 'czmq-soak-'))
  const step = async (/** @type {number} */ round) => {
    const file = join(folder, `number-${round % 20}`)
    const made = Certificate.generate({ metadata: { name: `number ${round}` } })
    await made.save(file)
    await Certificate.load(`${file}_secret`)
    const store = new CertificateStore(folder)
    await store.lookup(made.publicKey)
    const certificate = zcert.load(file)
    zcert.setMeta(certificate, 'round', String(round))
    zcert.dup(certificate).destroy()
    certificate.destroy()
    const files = zcertstore.new(folder)
    zcertstore.lookup(files, made.publicKey)?.destroy()
    for (const each of zcertstore.certs(files)) each.destroy()
    if (round % 2) files.destroy()
    else zcert.new()
  }
  return { step, end: () => rmSync(folder, { recursive: true }) }
}

/** @type {Record<string, () => Scenario | Promise<Scenario>>} */
export const scenarios = {
  authenticators: () =>
    authenticators((authenticator, context) => {
      authenticator.close()
      context.close()
    }),
  'authenticators-with-contexts': () => authenticators((_, context) => context.close()),
  'authentication-actors': agents,
  certificates,
}
