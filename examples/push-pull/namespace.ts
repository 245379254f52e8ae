import { zctx, zmq, zsocket, zstr } from 'czmq'

const context = zctx.new()
const sender = zsocket.new(context, zmq.PUSH)
const receiver = zsocket.new(context, zmq.PULL)
zsocket.bind(sender, 'inproc://pipeline')
zsocket.connect(receiver, 'inproc://pipeline')
zstr.send(sender, 'hello')
console.log(zstr.recv(receiver))
zctx.destroy(context)
