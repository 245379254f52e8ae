import { Context, Dealer, Request, zmq } from '../../src/index.ts'
import { HONEST, PASSWORDS, type Target } from './victims/report.ts'

/** How long an honest client waits for its answer in milliseconds, and how long before it asks a REP again. */
const PATIENCE = 15_000
const AGAIN = 3000

type Exchange = (target: Target) => Promise<void>

/** Clients who ask every server that answers again and again, as long as the attack goes on. */
export class Honest {
  readonly #context = new Context()
  readonly #keys = zmq.curveKeypair()
  readonly #running: Promise<void>[] = []
  #stopped = false
  /** How many answers each of them has got. */
  readonly answers: Map<string, number> = new Map()
  /** Whoever was not served any more. */
  readonly complaints: string[] = []
  /** How many answers a REP has lost. */
  lost = 0
  /** The longest time that one has waited, in milliseconds. */
  slowest = 0

  get publicKey(): string {
    return this.#keys.publicKey
  }

  /** Starts a client for each server that answers. */
  begin(targets: readonly Target[]): void {
    const exchanges: Record<string, Exchange> = {
      Reply: (target) => this.#byRequest(target),
      Router: (target) => this.#byDealer(target),
    }
    for (const each of targets) {
      const exchange = exchanges[each.type]
      if (exchange) this.#running.push(this.#repeat(each, exchange))
    }
  }

  /** Waits for the last answers. */
  async end(): Promise<void> {
    this.#stopped = true
    await Promise.all(this.#running)
    this.#context.close()
  }

  async #repeat(target: Target, exchange: Exchange): Promise<void> {
    try {
      while (!this.#stopped) await exchange(target)
    } catch (error) {
      this.complaints.push(`${target.type} ${target.mechanism} ${target.address}: ${error}`)
    }
  }

  /** A connection of its own for every tenth question, so that handshakes have to succeed, too. */
  async #byDealer(target: Target): Promise<void> {
    using socket = new Dealer({ context: this.#context, linger: 0, ...this.#credentials(target) })
    socket.connect(target.address)
    for (let count = 0; count < 10 && !this.#stopped; count++) await this.#exchange(socket, target, PATIENCE)
  }

  /** libzmq's REP loses one answer when a stranger asks without an envelope and goes: so ask again. */
  async #byRequest(target: Target): Promise<void> {
    const end = performance.now() + PATIENCE
    for (;;) {
      using socket = new Request({ context: this.#context, linger: 0, ...this.#credentials(target) })
      socket.connect(target.address)
      try {
        for (let count = 0; count < 10; count++) await this.#exchange(socket, target, AGAIN)
        return
      } catch (error) {
        if (performance.now() > end) throw error
        this.lost++
      }
    }
  }

  async #exchange(socket: Request | Dealer, { address }: Target, timeout: number): Promise<void> {
    const start = performance.now()
    const question = `question at ${start}`
    await socket.send(question, { timeout })
    const [answer] = await socket.receive({ timeout })
    if (String(answer) !== question) throw new Error(`${address} has answered ${answer}`)
    this.slowest = Math.max(this.slowest, performance.now() - start)
    this.answers.set(address, (this.answers.get(address) ?? 0) + 1)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }

  #credentials({ mechanism, serverKey }: Target): object {
    if (mechanism === 'PLAIN') return { plainUsername: HONEST, plainPassword: PASSWORDS.get(HONEST) }
    if (mechanism === 'NULL') return {}
    const { publicKey, secretKey } = this.#keys
    const curveServerKey = zmq.z85Encode(Buffer.from(serverKey, 'hex'))
    return { curveServerKey, curvePublicKey: publicKey, curveSecretKey: secretKey }
  }
}
