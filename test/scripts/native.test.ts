import assert from 'node:assert/strict'
import { isNativeSettled, settleNative } from '../../scripts/setup/native.mjs'
import { makeSandbox, type Sandbox } from './sandbox.ts'

describe('setup of the addon', () => {
  let sandbox: Sandbox
  const compiler = 'for last; do :; done; while [ "$1" != -o ]; do shift; done; /bin/cp "$last" "$2"'

  beforeEach(() => {
    sandbox = makeSandbox({ nodeHeaders: '/headers' })
    sandbox.write('native/watcher.c', 'int x;')
  })
  afterEach(() => sandbox.remove())

  it('compiles it where there are a compiler and headers', () => {
    sandbox.program('cc', compiler)
    assert.equal(isNativeSettled(sandbox.machine), false)
    settleNative(sandbox.machine)
    assert.equal(sandbox.read('build/Release/czmq.node'), 'int x;')
    assert.match(sandbox.calls()[0] ?? '', /^cc .*-I\/headers .*native\/watcher\.c$/)
    assert.equal(isNativeSettled(sandbox.machine), true)
  })

  it('compiles it again when its source changes', () => {
    sandbox.program('cc', compiler)
    settleNative(sandbox.machine)
    sandbox.write('native/watcher.c', 'int y;')
    assert.equal(isNativeSettled(sandbox.machine), false)
  })

  it('says once that there is no compiler, and goes on', () => {
    settleNative(sandbox.machine)
    assert.deepEqual(sandbox.said, [
      'Without a C compiler the addon is not built; sockets use poll(2), which is somewhat slower',
    ])
    assert.equal(isNativeSettled(sandbox.machine), true)
    sandbox.program('cc', compiler)
    assert.equal(isNativeSettled(sandbox.machine), false, 'a compiler was installed since')
  })

  it("says once that Node's headers are missing", () => {
    sandbox.program('cc', compiler)
    sandbox.machine.nodeHeaders = null
    settleNative(sandbox.machine)
    assert.match(sandbox.said.join(), /Without Node's headers/)
    assert.equal(isNativeSettled(sandbox.machine), true)
  })

  it('goes on when it does not compile, and tries again when it has changed', () => {
    sandbox.program('cc', 'echo "watcher.c:1: error" >&2; exit 1')
    settleNative(sandbox.machine)
    assert.match(sandbox.said.join('\n'), /does not compile here.*\nwatcher\.c:1: error/)
    assert.equal(isNativeSettled(sandbox.machine), true)
    sandbox.write('native/watcher.c', 'int y;')
    assert.equal(isNativeSettled(sandbox.machine), false)
  })
})
