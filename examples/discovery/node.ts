import { Beacon, Pull, Push, zuuid } from 'czmq'
import { decode, encode, MAGIC } from './announcement.ts'
import type { Options } from './command-line.ts'

/** One of several programs that find each other and say hello. */
export class Node {
  readonly #options: Options
  readonly #beacon: Beacon
  readonly #inbox = new Pull()
  readonly #id: Buffer
  /** The nodes that were found, by their id. */
  readonly #peers = new Map<string, Push>()
  /** Who has said hello. */
  readonly #greeters = new Set<string>()

  constructor(options: Options) {
    this.#options = options
    this.#beacon = new Beacon({ port: options.port, interface: options.interface })
    using uuid = zuuid.new()
    this.#id = zuuid.data(uuid)
  }

  /**
   * Runs until it has found so many others, and all of them have said hello: then they have found this one, too, and it
   * may go.
   *
   * @returns Whether that was in time.
   */
  async meet(): Promise<boolean> {
    const endpoint = await this.#inbox.bind(`tcp://${this.#beacon.hostname}:*`)
    const port = Number(endpoint.slice(endpoint.lastIndexOf(':') + 1))
    this.#beacon.noEcho = true
    this.#beacon.subscribe(MAGIC)
    this.#beacon.publish(encode({ id: this.#id, port }), { interval: 100 })
    const timer = setTimeout(() => this.#end(), this.#options.patience)
    await Promise.all([this.#findOthers(), this.#hearOthers()])
    clearTimeout(timer)
    return this.#isDone
  }

  async #findOthers(): Promise<void> {
    for await (const { address, data } of this.#beacon) {
      const found = decode(data)
      if (found) await this.#greet(found.id.toString('hex'), `tcp://${address}:${found.port}`)
      if (this.#isDone) this.#end()
    }
  }

  /** Once each. */
  async #greet(id: string, endpoint: string): Promise<void> {
    if (this.#peers.has(id)) return
    this.#say(`found a node at ${endpoint}`)
    const peer = new Push()
    this.#peers.set(id, peer)
    peer.connect(endpoint)
    await peer.send([this.#id, this.#options.name])
  }

  async #hearOthers(): Promise<void> {
    for await (const [id, name] of this.#inbox) {
      this.#greeters.add(String(id?.toString('hex')))
      this.#say(`${name} says hello`)
      if (this.#isDone) this.#end()
    }
  }

  get #isDone(): boolean {
    const { peers } = this.#options
    return this.#peers.size >= peers && this.#greeters.size >= peers
  }

  /** What was said is delivered before the process ends. */
  #end(): void {
    this.#beacon.close()
    this.#inbox.close()
    for (const peer of this.#peers.values()) peer.close()
  }

  #say(text: string): void {
    console.log(`${this.#options.name}: ${text}`)
  }
}
