import assert from 'node:assert/strict'
import * as draft from '../../src/sockets/draft.ts'

describe('draft sockets', () => {
  for (const [name, Class] of Object.entries(draft)) {
    it(`${name} says that the library lacks it`, () => {
      assert.throws(() => new Class(), {
        name: 'CzmqError',
        code: 'ERR_CZMQ_SYMBOL',
        message: new RegExp(name),
      })
    })
  }

  it('are all that libzmq has', () => {
    assert.deepEqual(Object.keys(draft).sort(), [
      'Channel',
      'Client',
      'Datagram',
      'Dish',
      'Gather',
      'Peer',
      'Radio',
      'Scatter',
      'Server',
    ])
  })
})
