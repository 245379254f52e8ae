import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

type Addon = Record<string, (...values: unknown[]) => unknown>

/** The one that node-gyp-build would find. */
const FOLDER = process.env.CZMQ_PREBUILD ?? join(import.meta.dirname, '../..')
const FILE = join(FOLDER, 'build/Release/czmq.node')

describe('the addon, in wrong hands', () => {
  let addon: Addon

  before(function () {
    if (!existsSync(FILE)) this.skip()
    addon = createRequire(import.meta.url)(FILE) as Addon
  })

  it('watches no descriptor that is none', () => {
    for (const descriptor of [-1, 1 << 20, 'x', null, undefined, {}])
      assert.throws(() => addon.watch?.(descriptor, () => undefined), { code: 'ERR_CZMQ_ADDON' })
  })

  it('makes no functions for what is no address of a socket', () => {
    for (const name of ['sender', 'textSender', 'receiver'])
      for (const each of [undefined, null, 1, 'x', {}, Symbol('x')])
        assert.throws(() => addon[name]?.(each), Error, `${name} ${String(each)}`)
  })

  it('has its functions refuse whatever they do not take', () => {
    const values = [[], [null], [{}], [1n], ['x'], [new Uint8Array(8)], [1n, new Int32Array(1), 0, {}, [], 1]]
    for (const name of [
      'configure',
      'watch',
      'start',
      'stop',
      'reference',
      'unreference',
      'close',
      'drain',
    ]) {
      for (const each of values) assert.throws(() => addon[name]?.(...each), Error, name)
    }
  })
})
