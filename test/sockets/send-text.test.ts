import assert from 'node:assert/strict'
import { Pull, Push } from '../../src/sockets/classes.ts'

describe('text that is sent', () => {
  async function assertArriveAsUtf8(texts: string[]): Promise<void> {
    using pull = new Pull({ receiveTimeout: 2000 })
    using push = new Push({ sendTimeout: 2000 })
    push.connect(await pull.bind('tcp://127.0.0.1:*'))
    for (const text of texts) {
      await push.send(text)
      assert.deepEqual(await pull.receive(), [Buffer.from(text)])
    }
  }

  for (const [name, character] of Object.entries({ 'one byte': 'x', 'two bytes': 'é', 'four bytes': '🙂' })) {
    it(`arrives as UTF-8 at every size around 1 KiB, with characters of ${name}`, async () => {
      const sizes = Array.from({ length: 15 }, (_, index) => 1016 + index)
      const filler = (size: number) => 'x'.repeat(size - 2 * Buffer.byteLength(character))
      await assertArriveAsUtf8(sizes.map((size) => character + filler(size) + character))
    })
  }

  it('arrives when it is empty, contains NUL, is 1 MB long', async () => {
    await assertArriveAsUtf8(['', 'a\0b', '\0', `${'é'.repeat(500_000)}\0`])
  })

  it('has U+FFFD for halves of surrogate pairs, as Buffer.from does', async () => {
    await assertArriveAsUtf8(['\ud800', 'a\udc00b', `${'x'.repeat(2000)}\ud800`])
  })
})
