import assert from 'node:assert/strict'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import {
  Beacon,
  capability,
  Dealer,
  Gossip,
  poll,
  pollOnce,
  Request,
  Subscriber,
  types,
} from '../../src/index.ts'
import * as draft from '../../src/sockets/draft.ts'
import { closeAll, join, open } from './ends.ts'

/** As a program in JavaScript gives them. */
const misspelt = { timout: 100 } as object
const refusal = {
  name: 'TypeError',
  code: 'ERR_INVALID_ARG_VALUE',
  message: 'The "options.timout" argument is not an option of this call; there are timeout, signal',
}

/** A UDP port that nobody has. */
async function freePort(): Promise<number> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address()
  socket.close()
  return port
}

describe('options of a call', () => {
  afterEach(closeAll)

  it('that do not exist are refused by every call of a socket, and nothing is sent or taken', async () => {
    const [dealer, peer] = [open(new Dealer()), open(new Dealer())]
    await join(dealer, peer)
    await peer.send('kept')
    const calls = [
      () => dealer.send('x', misspelt),
      () => dealer.sendMany(['x'], misspelt),
      () => dealer.sendJson({}, misspelt),
      () => dealer.receive(misspelt),
      () => dealer.receiveMany(1, misspelt),
      () => dealer.receiveInto(Buffer.alloc(9), misspelt),
      () => dealer.receiveJson(misspelt),
      () => types.Message.recv(dealer, misspelt),
      () => dealer.events.receive(misspelt),
      () => pollOnce([dealer], misspelt),
      () => poll([dealer], misspelt).next(),
    ]
    for (const each of calls) await assert.rejects(each(), refusal, String(each))
    assert.equal(String(await dealer.receive({ timeout: 5000 })), 'kept')
    await dealer.send('first', { timeout: 5000 })
    assert.equal(String(await peer.receive({ timeout: 5000 })), 'first')
  })

  it('that do not exist are refused by messages, loops, gossip and beacons', async () => {
    const dealer = open(new Dealer())
    using message = new types.Message(['x'])
    await assert.rejects(message.send(dealer, misspelt), refusal)
    await assert.rejects(new types.Loop().run(misspelt), refusal)
    const gossip = new Gossip()
    await assert.rejects(gossip.receive(misspelt), refusal)
    gossip.close()
    const beacon = new Beacon({ port: await freePort(), interface: '127.0.0.1' })
    await assert.rejects(beacon.receive(misspelt), refusal)
    beacon.close()
  })

  it('may be undefined, have no prototype, and are no signal itself', async () => {
    const subscriber = open(new Subscriber())
    const options = Object.assign(Object.create(null), { timeout: 0, signal: undefined })
    await assert.rejects(subscriber.receive(options), { code: 'EAGAIN' })
    const signal = new AbortController().signal as object
    await assert.rejects(subscriber.receive(signal), { code: 'ERR_INVALID_ARG_VALUE' })
    await assert.rejects(open(new Request()).receive({ timeout: 0, routingId: 1 } as object), {
      message: /"options.routingId"/,
    })
  })

  if (capability.draft) {
    it('of draft sockets have a label besides', async () => {
      const [server, client, radio] = [
        open(new draft.Server()),
        open(new draft.Client()),
        open(new draft.Radio()),
      ]
      await join(server, client)
      await client.send('question')
      const [, { routingId }] = await server.receive({ timeout: 5000 })
      await server.send('answer', { routingId, timeout: 5000 })
      await server.sendJson('answer', { routingId })
      assert.equal(String(await client.receive({ timeout: 5000 })), 'answer')
      await assert.rejects(server.send('x', { routingId, ...misspelt }), refusal)
      await radio.send('unheard', { group: 'g' })
      await assert.rejects(radio.send('x', { group: 'g', ...misspelt }), refusal)
    })
  }
})
