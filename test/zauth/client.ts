import { type Zctx, type Zsocket, zframe, zmq, zmsg, zsocket } from '../../src/index.ts'

/** Somebody who speaks ZAP by hand, as libzmq does inside. */
export function askerOf(context: Zctx): Zsocket {
  const socket = zsocket.new(context, zmq.DEALER)
  zsocket.setRcvtimeo(socket, 5000)
  zsocket.connect(socket, 'inproc://zeromq.zap.01')
  return socket
}

/** Asks, with the envelope of a request. */
export function ask(socket: Zsocket, ...frames: (string | Uint8Array)[]): void {
  sendFrames(socket, '', ...frames)
}

/** Sends frames as they are. */
export function sendFrames(socket: Zsocket, ...frames: (string | Uint8Array)[]): void {
  const message = zmsg.new()
  for (const each of frames) zmsg.addmem(message, Buffer.from(each))
  zmsg.send(message, socket)
}

/** The next answer without its envelope: null when there is none. */
export function answer(socket: Zsocket): Buffer[] | null {
  const message = zmsg.recv(socket)
  if (!message) return null
  const frames = zmsg.frames(message).map((each) => zframe.data(each))
  zmsg.destroy(message)
  return frames.slice(1)
}
