import { Pull, Push } from 'czmq'

const sender = new Push()
const receiver = new Pull()
await sender.bind('inproc://pipeline')
receiver.connect('inproc://pipeline')
await sender.send('hello')
const [message] = await receiver.receive()
console.log(String(message))
