import { endpoint, text } from './arguments.ts'
import { invalidValue } from './errors.ts'

/** What an agent's socket shall be attached to. */
export interface Attachment {
  action: 'bind' | 'connect'
  address: string
}

/** Only authenticators may be there; any other socket ends the process (`ctx.cpp:809`). */
const ZAP_ENDPOINT = 'inproc://zeromq.zap.01'

/** An endpoint that an agent may be told to bind or connect a socket to. */
export function agentEndpoint(name: string, value: unknown): string {
  const checked = endpoint(name, value)
  if (checked === ZAP_ENDPOINT) throw invalidValue(name, 'is the endpoint of authentication')
  if (/^(udp|wss?|vmci|tipc):/i.test(checked)) throw invalidValue(name, 'must be tcp://, ipc:// or inproc://')
  return checked
}

/** A list of endpoints with commas between; `@` binds, `>` connects, and without either the endpoint is bound. */
export function agentEndpoints(name: string, value: unknown): Attachment[] {
  return text(name, value)
    .split(',')
    .map((each) => ({
      action: each.startsWith('>') ? 'connect' : 'bind',
      address: agentEndpoint(name, each.replace(/^[@>]/, '')),
    }))
}
