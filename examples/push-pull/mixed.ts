import { Pull, zctx, zmq, zsocket, zstr } from 'czmq'

const context = zctx.new()
const sender = zsocket.new(context, zmq.PUSH)
const receiver = zsocket.new(context, zmq.PULL)
zsocket.bind(sender, 'inproc://pipeline')
zsocket.connect(receiver, 'inproc://pipeline')
zstr.send(sender, 'hello')
const [message] = await Pull.from(receiver).receive()
console.log(String(message))
zctx.destroy(context)
