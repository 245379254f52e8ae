import assert from 'node:assert/strict'
import { build } from '../../src/zmsg/assemble.ts'

describe('A message that cannot be built to its end', () => {
  it('is freed, with the frames that it has', () => {
    const data = new Uint8Array(8 * 2 ** 20)
    const error = new Error('no more')
    const before = process.memoryUsage().rss
    for (let count = 0; count < 100; count++) {
      assert.throws(
        () =>
          build((append) => {
            append(data)
            throw error
          }),
        error,
      )
    }
    const grown = process.memoryUsage().rss - before
    assert.ok(grown < 20 * data.length, `${grown} bytes more`)
  })
})
