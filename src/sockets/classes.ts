import { type Readable, readable } from './readable.ts'
import { type CommonOptions, Socket } from './socket.ts'
import { SocketType } from './socket-types.ts'
import { type Writable, writable } from './writable.ts'

/** A socket of a pipeline that sends to whoever pulls, in turn. */
export class Push extends Socket {
  constructor(options?: CommonOptions) {
    super(SocketType.Push, options)
  }
}
export interface Push extends Writable {}
Object.assign(Push.prototype, writable)

/** A socket of a pipeline that receives from all that push. */
export class Pull extends Socket {
  constructor(options?: CommonOptions) {
    super(SocketType.Pull, options)
  }
}
export interface Pull extends Readable {}
Object.assign(Pull.prototype, readable)

/** Asks, and waits for the reply. */
export class Request extends Socket {
  constructor(options?: CommonOptions) {
    super(SocketType.Request, options)
  }
}
export interface Request extends Readable, Writable {}
Object.assign(Request.prototype, readable, writable)

/** Answers requests. */
export class Reply extends Socket {
  constructor(options?: CommonOptions) {
    super(SocketType.Reply, options)
  }
}
export interface Reply extends Readable, Writable {}
Object.assign(Reply.prototype, readable, writable)
