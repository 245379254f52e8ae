import assert from 'node:assert/strict'
import { Pull, Push } from '../../src/sockets/classes.ts'

describe('a turn of the event loop with asynchronous sockets', () => {
  /** How many messages of `size` bytes are sent and received until an immediate gets its turn. */
  async function messagesInOneTurn(size: number, most: number): Promise<number> {
    using pull = new Pull({ receiveTimeout: 2000 })
    using push = new Push({ sendTimeout: 2000 })
    push.connect(await pull.bind('tcp://127.0.0.1:*'))
    await push.send('connected')
    await pull.receive()
    const data = Buffer.alloc(size)
    let over = false
    let messages = 0
    setImmediate(() => {
      over = true
    })
    while (!over && messages < most) {
      await push.send(data)
      messages++
    }
    for (let received = 0; received < messages; received++) await pull.receive()
    return messages
  }

  it('is over after a few messages of 1 MiB', async () => {
    assert.ok((await messagesInOneTurn(2 ** 20, 100)) < 10)
  })

  it('is over after some hundred small messages', async () => {
    const messages = await messagesInOneTurn(1, 2000)
    assert.ok(messages > 50 && messages < 2000, `${messages} messages`)
  })
})
