import { connect, type Socket } from 'node:net'

/** The longest time that a server may keep a connection that its client has ended. */
const DEADLINE = 20_000

/** A TCP or ipc connection to a ZeroMQ socket, over which anything can be written. */
export class Peer {
  readonly #socket: Socket
  readonly #closed: Promise<void>
  readonly #isTcp: boolean
  #received: Buffer = Buffer.alloc(0)
  #wake: () => void = () => {}
  #isClosed = false
  #written = 0
  /** How many bytes are written; what comes behind them is lost, and the connection ends. */
  limit: number = Number.POSITIVE_INFINITY
  /** Changes what is written; `at` is how much was written before. */
  spoil: (bytes: Buffer, at: number) => Buffer = (bytes) => bytes

  /** @param address - As ZeroMQ has it: `tcp://127.0.0.1:5555`, `ipc:///tmp/socket`. */
  constructor(address: string) {
    const [, host = '', port] = /^tcp:\/\/(.*):(\d+)$/.exec(address) ?? []
    this.#isTcp = port !== undefined
    this.#socket = port ? connect(Number(port), host) : connect(address.slice('ipc://'.length))
    this.#socket.setNoDelay(true)
    this.#socket.on('data', (bytes: Buffer) => {
      this.#received = Buffer.concat([this.#received, bytes])
      this.#wake()
    })
    // A server may reset what is hostile
    this.#socket.on('error', () => {})
    this.#closed = new Promise((resolve) => {
      this.#socket.once('close', () => {
        this.#isClosed = true
        this.#wake()
        resolve()
      })
    })
  }

  /** Everything that the server has sent. */
  get received(): Buffer {
    return this.#received
  }

  get closed(): boolean {
    return this.#isClosed
  }

  write(bytes: Buffer): void {
    const spoilt = this.spoil(bytes, this.#written).subarray(0, Math.max(0, this.limit - this.#written))
    this.#written += bytes.length
    if (this.#socket.writable && spoilt.length > 0) this.#socket.write(spoilt)
    if (this.#written >= this.limit && this.#socket.writable) this.#socket.end()
  }

  /** Waits until so much has come, but no longer than `patience` milliseconds: whether it has. */
  async has(size: number, patience = 250): Promise<boolean> {
    const end = performance.now() + patience
    while (this.#received.length < size && !this.#isClosed && performance.now() < end)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, end - performance.now())
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    return this.#received.length >= size
  }

  /** Ends this side and waits until the server does, too. */
  async end(): Promise<void> {
    this.#socket.end()
    await this.gone()
  }

  /** Ends without a farewell. */
  reset(): void {
    if (this.#isTcp) this.#socket.resetAndDestroy()
    else this.#socket.destroy()
  }

  destroy(): void {
    this.#socket.destroy()
  }

  /** Waits until the connection is closed. */
  async gone(deadline = DEADLINE): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`the server keeps a connection for ${deadline} ms`)),
        deadline,
      )
    })
    await Promise.race([this.#closed, late]).finally(() => clearTimeout(timer))
  }
}
