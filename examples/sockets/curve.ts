import { Certificate, curveClient, curveServer, Pull, Push } from 'czmq'

const [service, ada] = [Certificate.generate(), Certificate.generate()]
const server = new Pull()
const client = new Push()
curveServer(server, { certificate: service, allow: [ada.publicKey] })
curveClient(client, { serverKey: service.publicKey, certificate: ada })
client.connect(await server.bind('tcp://127.0.0.1:*'))
await client.send('hello')
console.log(String(await server.receive()))
