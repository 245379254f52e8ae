/** Asks for a greeting: `client ADDRESS SERVER CERTIFICATE NAME`. Exit code 1 when it is not let in. */
import { curveClient, Request } from 'czmq'

const [address = '', serverKey = '', certificate = '', name = ''] = process.argv.slice(2)
const client = new Request({ linger: 0 })
curveClient(client, { serverKey, certificate })
client.events.once('handshake:error:auth', ({ error }) => {
  console.log(`${name}: not let in (${error.status})`)
  process.exitCode = 1
  client.close()
})
client.connect(address)

try {
  await client.send('hello')
  const [answer] = await client.receive({ timeout: 10_000 })
  console.log(`${name}: ${answer}`)
} catch (error) {
  if (!client.closed) throw error
}
client.close()
