import { C, zmq } from 'czmq'

const context = C.zctx_new()
const sender = C.zsocket_new(context, zmq.PUSH)
const receiver = C.zsocket_new(context, zmq.PULL)
C.zsocket_bind(sender, 'inproc://pipeline')
C.zsocket_connect(receiver, 'inproc://pipeline')
C.zstr_send(sender, 'hello')
console.log(C.zstr_recv(receiver))
C.zctx_destroy([context])
