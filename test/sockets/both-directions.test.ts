import assert from 'node:assert/strict'
import { setImmediate as turn } from 'node:timers/promises'
import { Dealer } from '../../src/sockets/classes.ts'
import { internals } from '../../src/sockets/socket.ts'

describe('a socket that waits in both directions', () => {
  it('rests until something happens', async () => {
    const dealer = new Dealer()
    const { core } = internals(dealer)
    const pending = Promise.allSettled([dealer.receive(), dealer.send('nobody is there')])
    await turn()
    let kicks = 0
    const { kick } = core
    core.kick = () => {
      kicks++
      kick.call(core)
    }
    for (let each = 0; each < 20; each++) await turn()
    dealer.close()
    await pending
    assert.ok(kicks <= 2, `it looked ${kicks} times`)
  })

  it('sends and receives as soon as there is a peer', async () => {
    const dealer = new Dealer()
    const peer = new Dealer()
    const received = dealer.receive()
    const sent = dealer.send('question')
    peer.connect(await dealer.bind('tcp://127.0.0.1:*'))
    const [question] = await peer.receive()
    await peer.send(['answer', question ?? null])
    await sent
    assert.deepEqual((await received).map(String), ['answer', 'question'])
    dealer.close()
    peer.close()
  })
})
