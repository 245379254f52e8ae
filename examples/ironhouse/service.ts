/** Greets clients by the names in their certificates: `service CERTIFICATE FOLDER-OF-CLIENTS`. */
import { curveServer, Reply, types } from 'czmq'

const [certificate = '', allow = ''] = process.argv.slice(2)
const server = new Reply()
const doorkeeper = curveServer(server, { certificate, allow })
process.send?.(await server.bind('tcp://127.0.0.1:*'))
// Whoever has started it closes the channel when it shall end
process.once('disconnect', () => {
  doorkeeper.close()
  server.close()
})

void tellOfRefusals()
await serve()

async function tellOfRefusals(): Promise<void> {
  for await (const { status, address } of doorkeeper) {
    if (status !== 200) console.log(`service: somebody from ${address} was kept out`)
  }
}

async function serve(): Promise<void> {
  while (!server.closed) {
    try {
      using request = await types.Message.recv(server)
      await server.send(`hello, ${request.metadata('name')}`)
    } catch (error) {
      if (!server.closed) throw error
    }
  }
}
