import { readdirSync } from 'node:fs'
import { fileFailure } from '../certificate-file.ts'
import { CzmqError, invalidType, invalidValue } from '../errors.ts'
import { onDestroy } from '../handle.ts'
import { agentOf } from '../raw/compat/zauth.ts'
import { MECHANISM } from '../raw/generated/constants.ts'
import { C } from '../raw/index.ts'
import { readInteger } from '../raw/socket-option-access.ts'
import { ALL_DOMAINS, newPrivateDomain } from '../zap/domains.ts'
import { curveKeypair } from '../zmq/curve.ts'
import { type CurveClients, curveSource } from './authenticator/clients.ts'
import { Authenticator, authenticatorOf } from './authenticator.ts'
import { CertificateStore } from './certificate-store.ts'
import { type Identity, identityFrom, type ServerKey, serverKeyFrom } from './curve/keys.ts'
import type { SecurityOptions } from './options/security.ts'
import { internals, isSocket, type Socket } from './socket.ts'
import { closedError } from './waiting.ts'

export type { Identity, KeyPair, PublicKey, ServerKey } from './curve/keys.ts'

/** What {@link curveServer} needs. */
export interface CurveServerOptions {
  /** The server's certificate, with its secret key; or the path of its files. */
  certificate: Identity
  /**
   * Who may come in: `'*'` for whoever knows the server's public key; or a directory of certificates, as a path or a store,
   * which is read again when it changes; or certificates or public keys, as they are now.
   */
  allow: CurveClients
}

/** What {@link curveClient} needs. */
export interface CurveClientOptions {
  /** The server's public key, its public certificate, or the path of that. */
  serverKey: ServerKey
  /** The client's certificate, with its secret key; or the path of its files. New keys that nobody knows if absent. */
  certificate?: Identity | undefined
}

type SecureSocket = Socket & SecurityOptions

/**
 * Makes a socket a server of CURVE: connections are encrypted, and only clients that are allowed get in. Call it before
 * `bind` and `connect`. Messages tell the client's public key as `'User-Id'`, and the metadata of its certificate. When
 * its authenticator is closed, nobody gets in any more, unless the next one is told who may: `curve(…, { domain: socket.zapDomain })`. `docs/guide/security.md` goes through it step by step, and says
 * why a client is not let in.
 *
 * @returns The authenticator of the socket's context, which is made if there is none.
 * @example
 * ```ts
 * const certificate = Certificate.generate()
 * const server = new Reply()
 * curveServer(server, { certificate, allow: '*' })
 * const address = await server.bind('tcp://127.0.0.1:*')
 * const client = new Request()
 * curveClient(client, { serverKey: certificate.publicKey })
 * client.connect(address)
 * ```
 * @throws TypeError `ERR_INVALID_ARG_TYPE`, `ERR_INVALID_ARG_VALUE`: also for a certificate without a secret key, keys that
 *   do not belong together, and a socket that uses a mechanism already.
 * @throws {@link CzmqError} `ENOTSUP` when libzmq was built without CURVE; `EBUSY` when the socket is bound or connected,
 *   `EBADF` when it is closed; `ERR_CZMQ_EXPOSED` when every user of the system can read the secret key, `ENOENT`, `EACCES`,
 *   `EBADMSG`, … for files; `EADDRINUSE` when something else authenticates in the context.
 */
export function curveServer(socket: Socket, options: CurveServerOptions): Authenticator {
  const { certificate, allow } = optionsOf(options, ['certificate', 'allow'])
  const secure = fresh(socket)
  if (secure.zapDomain === ALL_DOMAINS)
    throw invalidValue('socket', `has the ZAP domain '${ALL_DOMAINS}', by which all domains are meant`)
  const { secretKey } = identityFrom('options.certificate', certificate)
  checkAllowed(allow)
  const authenticator = authenticatorOf(socket.context) ?? new Authenticator({ context: socket.context })
  const domain = secure.zapDomain ?? ownDomain(secure, authenticator)
  authenticator.curve(allow, { domain })
  secure.zapDomain = domain
  secure.zapEnforceDomain = true
  secure.curveSecretKey = secretKey
  secure.curveServer = true
  return authenticator
}

/**
 * Makes a socket a client of CURVE, which connects to nobody but the server with this key. Call it before `bind` and
 * `connect`. See {@link curveServer}. Whether it was let in only its `events` tell: `docs/guide/security.md` has a table.
 *
 * @throws TypeError `ERR_INVALID_ARG_TYPE`, `ERR_INVALID_ARG_VALUE`: also for a secret key in the place of the server's, a
 *   certificate without one, keys that do not belong together, and a socket that uses a mechanism already.
 * @throws {@link CzmqError} As {@link curveServer}.
 */
export function curveClient(socket: Socket, options: CurveClientOptions): void {
  const { serverKey, certificate } = optionsOf(options, ['serverKey', 'certificate'])
  const secure = fresh(socket)
  const own = certificate === undefined ? curveKeypair() : identityFrom('options.certificate', certificate)
  const server = serverKeyFrom('options.serverKey', serverKey)
  if (server === own.secretKey)
    throw invalidValue('options.serverKey', "is this client's secret key; it must be the server's public key")
  secure.curveServerKey = server
  secure.curvePublicKey = own.publicKey
  secure.curveSecretKey = own.secretKey
}

/** A misspelt option must not mean less security. */
function optionsOf<Options extends object>(options: Options, names: readonly string[]): Options {
  if (typeof options !== 'object' || options === null) throw invalidType('options', 'an object', options)
  const other = Object.keys(options).find((each) => !names.includes(each))
  if (other !== undefined)
    throw invalidValue(`options.${other}`, `is not an option; there are ${names.join(', ')}`)
  return options
}

/** A socket that nobody has used, so that nothing has gone over it unencrypted. */
function fresh(socket: unknown): SecureSocket {
  if (!isSocket(socket)) throw invalidType('socket', 'a socket', socket)
  const { core } = internals(socket)
  if (core.closed) throw closedError()
  if (C.zmq_has('curve') !== 1)
    throw new CzmqError('ENOTSUP', 'ENOTSUP: the loaded libzmq was built without CURVE')
  if (C.zsock_last_endpoint(core.pointer))
    throw new CzmqError('EBUSY', 'EBUSY: CURVE must be set up before the socket is bound or connected', {
      errno: 16,
    })
  if (readInteger(core.pointer, MECHANISM) !== 0)
    throw invalidValue('socket', 'uses a security mechanism already')
  return socket as SecureSocket
}

/** A directory that cannot be read is a mistake here, where somebody can be told. */
function checkAllowed(allow: unknown): void {
  if (allow === undefined || allow === null)
    throw invalidType('options.allow', "'*', the path of a directory, or an iterable of clients", allow)
  const source = curveSource('options.allow', allow)
  if (source === null || source === 'any' || !('directory' in source)) return
  try {
    readdirSync(source.directory)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOENT') throw fileFailure(error as NodeJS.ErrnoException, source.directory)
    // A store makes its directory itself, with the first certificate
    if (allow instanceof CertificateStore) return
    const message = `ENOENT: the directory '${source.directory}' of options.allow does not exist`
    throw new CzmqError('ENOENT', message, { errno: 2, cause: error })
  }
}

/**
 * A domain for this socket alone, as long as it lives. Once its authenticator is closed nobody comes in: not even whom
 * another one lets in to all domains.
 */
function ownDomain(socket: Socket, authenticator: Authenticator): string {
  const domain = newPrivateDomain()
  const agent = agentOf(authenticator.handle.pointer)
  onDestroy(internals(socket).core.handle, () => {
    agent.tell({ do: 'curve', domain, source: null })
  })
  return domain
}
