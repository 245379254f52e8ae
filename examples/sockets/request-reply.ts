import { Reply, Request } from 'czmq'

const server = new Reply()
const client = new Request()
client.connect(await server.bind('tcp://127.0.0.1:*'))

async function answer(): Promise<void> {
  for await (const [name] of server) await server.send(`hello ${name}`)
}

const answering = answer()
await client.send('Ada')
const [reply] = await client.receive()
console.log(String(reply))
server.close()
await answering
