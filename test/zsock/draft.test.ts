import assert from 'node:assert/strict'
import { C, type CzmqError, zsock } from '../../src/index.ts'

const CONSTRUCTORS = {
  zsock_new_server: zsock.newServer,
  zsock_new_client: zsock.newClient,
  zsock_new_radio: zsock.newRadio,
  zsock_new_dish: zsock.newDish,
  zsock_new_gather: zsock.newGather,
  zsock_new_scatter: zsock.newScatter,
  zsock_new_dgram: zsock.newDgram,
}
const METHODS = {
  zsock_join: zsock.join,
  zsock_leave: zsock.leave,
  zsock_routing_id: zsock.routingId,
  zsock_set_routing_id: zsock.setRoutingId,
  zsock_has_in: zsock.hasIn,
}
const ARGUMENTS: Record<string, unknown[]> = {
  zsock_join: ['group'],
  zsock_leave: ['group'],
  zsock_set_routing_id: [1],
}

describe('draft functions of zsock', () => {
  for (const [name, construct] of Object.entries(CONSTRUCTORS)) {
    it(`${construct.name} makes a socket, or tells that the library has none`, () => {
      if (name === 'zsock_new_dgram' && C.zmq_has('draft') === 1) {
        assert.throws(() => construct(), { code: 'ENOTSUP', message: /Datagram/ })
        return
      }
      if (name in C) {
        using self = construct()
        assert.equal(zsock.typeStr(self), construct.name.slice(3).toUpperCase())
        return
      }
      assert.throws(() => construct(), { code: 'ERR_CZMQ_SYMBOL' })
    })
  }

  for (const [name, method] of Object.entries(METHODS)) {
    it(`${method.name} works, or tells that the library has none`, () => {
      using self = zsock.newPull()
      const call = method as (...args: unknown[]) => unknown
      try {
        call(self, ...(ARGUMENTS[name] ?? []))
        assert.ok(name in C)
      } catch (error) {
        assert.equal((error as CzmqError).code, name in C ? 'ENOTSUP' : 'ERR_CZMQ_SYMBOL')
      }
    })

    it(`${method.name} refuses wrong arguments first`, () => {
      const call = method as (...args: unknown[]) => unknown
      assert.throws(() => call({}, 'group'), { code: 'ERR_INVALID_ARG_TYPE' })
      using self = zsock.newPull()
      if (name === 'zsock_join' || name === 'zsock_leave') {
        for (const group of ['', 'x'.repeat(256), 'a\0']) {
          assert.throws(() => call(self, group), { code: 'ERR_INVALID_ARG_VALUE' })
        }
      }
      if (name === 'zsock_set_routing_id') {
        for (const id of [-1, 2 ** 32]) assert.throws(() => call(self, id), { code: 'ERR_OUT_OF_RANGE' })
      }
    })
  }
})
