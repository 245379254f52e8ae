import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** Somebody between a client and a server, who reads what they say, and may change it. */
export class Relay {
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  /** What clients have said, by connection. */
  readonly said: Buffer[] = []
  /** Changes what clients say. */
  tamper: (bytes: Buffer) => Buffer = (bytes) => bytes

  private constructor(port: number) {
    this.#server = createServer((client) => {
      const index = this.said.push(Buffer.alloc(0)) - 1
      const upstream = connect(port, '127.0.0.1')
      client.on('data', (bytes: Buffer) => {
        this.said[index] = Buffer.concat([this.said[index] ?? Buffer.alloc(0), bytes])
        upstream.write(this.tamper(bytes))
      })
      upstream.on('data', (bytes: Buffer) => client.write(bytes))
      this.#couple(client, upstream)
      this.#couple(upstream, client)
    })
  }

  #couple(one: Socket, other: Socket): void {
    this.#sockets.add(one)
    one.on('error', () => {})
    one.on('close', () => {
      this.#sockets.delete(one)
      other.destroy()
    })
  }

  /** @param address - Of the server: `tcp://127.0.0.1:5555`. */
  static async before(address: string): Promise<Relay> {
    const relay = new Relay(Number(address.split(':')[2]))
    relay.#server.listen(0, '127.0.0.1')
    await once(relay.#server, 'listening')
    return relay
  }

  get address(): string {
    return `tcp://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  close(): void {
    this.#server.close()
    for (const each of this.#sockets) each.destroy()
  }
}
