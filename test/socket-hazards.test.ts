import assert from 'node:assert/strict'
import { type AddressInfo, createServer } from 'node:net'
import { C, zctx, zmq, zsock, zsocket } from '../src/index.ts'
import { Push } from '../src/sockets/classes.ts'

/** What libzmq 4.3.4 without drafts answers with an abort. */
describe('what would make libzmq end the process', () => {
  const drafts = C.zmq_has('draft') === 1

  it('a socket of a draft type is refused where there are no drafts', function () {
    if (drafts) this.skip()
    const context = zctx.new()
    try {
      for (let type = 12; type <= 20; type++) {
        assert.throws(() => zsocket.new(context, type), { code: 'ERR_CZMQ_SYMBOL' })
        assert.throws(() => zsock.new(type), { code: 'ERR_CZMQ_SYMBOL' })
      }
    } finally {
      zctx.destroy(context)
    }
  })

  it('a SOCKS proxy is refused when connecting by tcp, in every storey', async () => {
    const refusing = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => refusing.once('listening', resolve))
    const proxy = `127.0.0.1:${(refusing.address() as AddressInfo).port}`
    await new Promise((resolve) => refusing.close(resolve))
    const context = zctx.new()
    const socket = zsocket.new(context, zmq.PUSH)
    const self = zsock.new(zmq.PUSH)
    const push = new Push({ socksProxy: proxy })
    try {
      zsocket.setSocksProxy(socket, proxy)
      zsock.setSocksProxy(self, proxy)
      const expected = { code: 'ENOTSUP', address: 'tcp://127.0.0.1:9' }
      assert.throws(() => zsocket.connect(socket, 'tcp://127.0.0.1:9'), expected)
      assert.throws(() => zsock.connect(self, 'tcp://127.0.0.1:9'), expected)
      assert.throws(() => push.connect('tcp://127.0.0.1:9'), expected)
      zsocket.connect(socket, 'inproc://proxies-are-for-tcp')
    } finally {
      push.close()
      self.destroy()
      zctx.destroy(context)
    }
  })
})
