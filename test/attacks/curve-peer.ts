import { type BoxKeys, keysFrom, seal, sharedKey, unseal } from './box.ts'
import type { Peer } from './peer.ts'
import type { Random } from './random.ts'
import { COMMAND, commandBody, frame, greeting } from './zmtp.ts'

/** What an attacker does otherwise than CURVE says (RFC 26). */
export interface Deviations {
  helloVersion?: Buffer
  signature?: Buffer
  vouch?: Buffer
  cookie?: Buffer
  /** The public key that INITIATE says, when it is not the client's. */
  claims?: Buffer
}

/** Where WELCOME ends behind the server's greeting. */
const WELCOME = 64 + 2 + 168

/** The client of CURVE, by hand. */
export class CurvePeer {
  readonly #peer: Peer
  readonly #serverKey: Buffer
  readonly #keys: BoxKeys
  readonly #transient: BoxKeys
  readonly #random: Random
  #nonce = 0n
  #shared: Buffer = Buffer.alloc(32)

  constructor(peer: Peer, serverKey: Buffer, keys: BoxKeys, random: Random) {
    this.#peer = peer
    this.#serverKey = serverKey
    this.#keys = keys
    this.#random = random
    this.#transient = keysFrom(random.bytes(32))
  }

  /** Greeting, HELLO and INITIATE: whether the server has answered HELLO with WELCOME. */
  async shake(metadata: Uint8Array, deviations: Deviations = {}): Promise<boolean> {
    this.#peer.write(greeting('CURVE'))
    this.hello(deviations)
    if (!(await this.#peer.has(WELCOME))) return false
    return this.initiate(metadata, deviations)
  }

  hello({ helloVersion = Buffer.from([1, 0]), signature = Buffer.alloc(64) }: Deviations = {}): void {
    const nonce = this.#next()
    const key = sharedKey(this.#serverKey, this.#transient.secretKey)
    const box = seal(signature, Buffer.concat([Buffer.from('CurveZMQHELLO---'), nonce]), key)
    const body = [helloVersion, Buffer.alloc(72), this.#transient.publicKey, nonce, box]
    this.#peer.write(frame(commandBody('HELLO', Buffer.concat(body)), COMMAND))
  }

  /** Whether WELCOME was one. */
  initiate(metadata: Uint8Array, { vouch, cookie, claims }: Deviations = {}): boolean {
    const welcome = this.#peer.received.subarray(WELCOME - 160, WELCOME)
    const key = sharedKey(this.#serverKey, this.#transient.secretKey)
    const opened = unseal(welcome.subarray(16), long('WELCOME-', welcome.subarray(0, 16)), key)
    if (!opened) return false
    const transient = opened.subarray(0, 32)
    this.#shared = sharedKey(transient, this.#transient.secretKey)
    const nonce = this.#next()
    const plain = Buffer.concat([claims ?? this.#keys.publicKey, vouch ?? this.#vouch(transient), metadata])
    const box = seal(plain, Buffer.concat([Buffer.from('CurveZMQINITIATE'), nonce]), this.#shared)
    const data = Buffer.concat([cookie ?? opened.subarray(32), nonce, box])
    this.#peer.write(frame(commandBody('INITIATE', data), COMMAND))
    return true
  }

  #vouch(transient: Buffer): Buffer {
    const nonce = this.#random.bytes(16)
    const plain = Buffer.concat([this.#transient.publicKey, this.#serverKey])
    const box = seal(plain, long('VOUCH---', nonce), sharedKey(transient, this.#keys.secretKey))
    return Buffer.concat([nonce, box])
  }

  /** Sends a message in a box; bit 0 of its flags says that more follow, bit 1 that it is a command. */
  message(content: Uint8Array | string, flags = 0, nonce: Buffer = this.#next()): void {
    const plain = Buffer.concat([Buffer.from([flags]), Buffer.from(content as string)])
    const box = seal(plain, Buffer.concat([Buffer.from('CurveZMQMESSAGEC'), nonce]), this.#shared)
    this.#peer.write(frame(commandBody('MESSAGE', Buffer.concat([nonce, box]))))
  }

  #next(): Buffer {
    const nonce = Buffer.alloc(8)
    nonce.writeBigUInt64BE(++this.#nonce)
    return nonce
  }
}

function long(prefix: string, nonce: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(prefix), nonce])
}
