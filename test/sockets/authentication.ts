import { zmq } from '../../src/index.ts'

const DEADLINE = 10_000

/** Waits until something is so. */
export async function eventually(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + DEADLINE
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`not within ${DEADLINE} ms: ${condition}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** The keys of a client, and the options by which it and a server use CURVE. */
export function keysOf(): { publicKey: string; options: { server: object; client: object } } {
  const server = zmq.curveKeypair()
  const client = zmq.curveKeypair()
  return {
    publicKey: client.publicKey,
    options: {
      server: { curveServer: true, curveSecretKey: server.secretKey },
      client: {
        curveServerKey: server.publicKey,
        curvePublicKey: client.publicKey,
        curveSecretKey: client.secretKey,
      },
    },
  }
}
