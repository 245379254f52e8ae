import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import {
  adopt,
  borrow,
  destroyHandle,
  forget,
  Handle,
  isHandle,
  type Kind,
  liveHandles,
  onDestroy,
  own,
  ownedPointerOf,
  pointerOf,
  renew,
  socketOf,
  taken,
} from '../src/handle.ts'
import type { Pointer } from '../src/raw/types.ts'
import { runCode } from './helpers/child.ts'

/** No C object: nothing here gives a pointer to C. */
const ADDRESS = 0x1234n as Pointer
const OTHER = 0x5678n as Pointer

let released: string[]

function kindOf<Name extends string>(name: Name, socket?: (pointer: Pointer) => Pointer): Kind<Name> {
  return {
    name,
    collected: true,
    endsAtExit: false,
    ...(socket && { socket }),
    release: (pointer, reason, owner) => {
      released.push(
        `${name} ${pointer.toString(16)} ${reason}${owner === null ? '' : ` of ${owner.toString(16)}`}`,
      )
    },
  }
}

const parent = kindOf('parent')
const child = kindOf('child')
const plug = kindOf('plug', () => OTHER)

describe('A handle', () => {
  beforeEach(() => {
    released = []
  })

  describe('that owns', () => {
    it('destroys its object once', () => {
      const handle = adopt(parent, ADDRESS)
      assert.equal(handle.kind, 'parent')
      assert.equal(handle.pointer, ADDRESS)
      assert.equal(handle.destroyed, false)
      assert.equal(handle.owner, null)
      handle.destroy()
      handle.destroy()
      handle[Symbol.dispose]()
      destroyHandle(parent, handle)
      assert.equal(handle.destroyed, true)
      assert.deepEqual(released, ['parent 1234 asked'])
    })

    it('is destroyed at the end of a block', () => {
      {
        using _handle = adopt(parent, ADDRESS)
        assert.deepEqual(released, [])
      }
      assert.deepEqual(released, ['parent 1234 asked'])
    })

    it('counts as alive until it is destroyed or taken', () => {
      const handles = [adopt(parent, ADDRESS), adopt(parent, OTHER), adopt(child, ADDRESS)]
      assert.equal(liveHandles(), 3)
      assert.equal(liveHandles('parent'), 2)
      assert.equal(liveHandles('no such class'), 0)
      for (const each of handles) each.destroy()
      assert.equal(liveHandles('parent'), 0)
    })

    it('throws ERR_CZMQ_DESTROYED afterwards', () => {
      const handle = adopt(parent, ADDRESS)
      handle.destroy()
      for (const use of [
        () => handle.pointer,
        () => pointerOf(parent, handle),
        () => ownedPointerOf(parent, handle),
      ]) {
        assert.throws(use, { name: 'CzmqError', code: 'ERR_CZMQ_DESTROYED', message: /parent was destroyed/ })
      }
    })
  })

  describe('that is taken', () => {
    it('is dead without destroying its object', () => {
      const handle = adopt(parent, ADDRESS)
      taken(handle)
      taken(handle)
      assert.equal(handle.destroyed, true)
      assert.equal(liveHandles(), 0)
      assert.throws(() => handle.pointer, { name: 'CzmqError', code: 'ERR_CZMQ_TAKEN' })
      assert.throws(() => pointerOf(parent, handle), { code: 'ERR_CZMQ_TAKEN' })
      assert.throws(() => ownedPointerOf(parent, handle), { code: 'ERR_CZMQ_TAKEN' })
      handle.destroy()
      forget(handle)
      own(handle)
      assert.throws(() => handle.pointer, { code: 'ERR_CZMQ_TAKEN' })
      assert.deepEqual(released, [])
    })

    it('ends the handles of what it lent', () => {
      const handle = adopt(parent, ADDRESS)
      const lent = borrow(child, OTHER, handle)
      taken(handle)
      assert.throws(() => lent.pointer, { code: 'ERR_CZMQ_DESTROYED' })
      assert.deepEqual(released, [])
    })
  })

  describe('that borrows', () => {
    it('does not count, and cannot be given away or destroyed', () => {
      const owner = adopt(parent, ADDRESS)
      const lent = borrow(child, OTHER, owner)
      assert.equal(liveHandles('child'), 0)
      assert.equal(lent.owner, owner)
      assert.equal(pointerOf(child, lent), OTHER)
      for (const use of [
        () => lent.destroy(),
        () => lent[Symbol.dispose](),
        () => ownedPointerOf(child, lent),
        () => destroyHandle(child, lent),
      ]) {
        assert.throws(use, {
          name: 'CzmqError',
          code: 'ERR_CZMQ_BORROWED',
          message: /child belongs to a parent/,
        })
      }
      owner.destroy()
      assert.throws(() => lent.pointer, { code: 'ERR_CZMQ_DESTROYED' })
      lent.destroy()
      assert.deepEqual(released, ['parent 1234 asked'])
    })

    it('from nobody ends alone', () => {
      const lent = borrow(child, OTHER)
      assert.equal(lent.owner, null)
      lent.destroy()
      assert.equal(lent.destroyed, true)
      assert.deepEqual(released, [])
    })

    it('is the caller’s once it owns', () => {
      const owner = adopt(parent, ADDRESS)
      const lent = borrow(child, OTHER, owner)
      own(lent)
      own(lent)
      assert.equal(lent.owner, null)
      assert.equal(liveHandles('child'), 1)
      owner.destroy()
      assert.equal(ownedPointerOf(child, lent), OTHER)
      lent.destroy()
      assert.deepEqual(released, ['parent 1234 asked', 'child 5678 asked'])
    })

    it('is dead once it is forgotten', () => {
      const owner = adopt(parent, ADDRESS)
      const lent = borrow(child, OTHER, owner)
      forget(lent)
      forget(lent)
      assert.throws(() => lent.pointer, { code: 'ERR_CZMQ_DESTROYED' })
      lent.destroy()
      owner.destroy()
      assert.deepEqual(released, ['parent 1234 asked'])
    })
  })

  describe('whose object was made anew', () => {
    it('stands for the new one, and the old one is the caller’s', () => {
      const thing = kindOf('thing')
      const handle = adopt(thing, ADDRESS)
      assert.equal(renew(handle, OTHER), ADDRESS)
      assert.equal(pointerOf(thing, handle), OTHER)
      assert.equal(liveHandles('thing'), 1)
      handle.destroy()
      assert.deepEqual(released, [`thing ${OTHER.toString(16)} asked`])
      assert.throws(() => renew(handle, ADDRESS), { code: 'ERR_INVALID_ARG_TYPE' })
    })
  })

  describe('that belongs to another', () => {
    it('ends before it, the last one first', () => {
      const owner = adopt(parent, ADDRESS)
      const handles = [adopt(child, 1n as Pointer, owner), adopt(child, 2n as Pointer, owner)]
      assert.equal(handles[0]?.owner, owner)
      owner.destroy()
      assert.deepEqual(released, ['child 2 asked of 1234', 'child 1 asked of 1234', 'parent 1234 asked'])
      assert.ok(handles.every((each) => each.destroyed))
    })

    it('can end earlier', () => {
      const owner = adopt(parent, ADDRESS)
      adopt(child, OTHER, owner).destroy()
      owner.destroy()
      assert.deepEqual(released, ['child 5678 asked of 1234', 'parent 1234 asked'])
    })
  })

  describe('that is a socket', () => {
    it('gives the socket inside while it is alive', () => {
      const handle = adopt(plug, ADDRESS)
      assert.equal(socketOf(handle, 'dest'), OTHER)
      handle.destroy()
      assert.throws(() => socketOf(handle, 'dest'), { code: 'ERR_CZMQ_DESTROYED' })
    })

    it('is told from one that is not', () => {
      using handle = adopt(parent, ADDRESS)
      for (const each of [handle, null, undefined, {}, 1n]) {
        assert.throws(() => socketOf(each, 'dest'), {
          name: 'TypeError',
          code: 'ERR_INVALID_ARG_TYPE',
          message: /"dest"/,
        })
      }
    })
  })

  describe('of another class', () => {
    it('is refused, like everything else', () => {
      using handle = adopt(parent, ADDRESS)
      const twin = kindOf('parent')
      const others = [
        null,
        undefined,
        0,
        1n,
        'parent',
        {},
        Object.create(handle),
        new Proxy(handle, {}),
        Handle.prototype,
      ]
      for (const each of others) {
        assert.throws(() => pointerOf(parent, each), { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE' })
        assert.throws(() => destroyHandle(parent, each), { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE' })
        assert.equal(isHandle(parent, each), false)
      }
      assert.throws(() => pointerOf(child, handle, 'frame'), {
        code: 'ERR_INVALID_ARG_TYPE',
        message: /"frame"/,
      })
      assert.throws(() => pointerOf(twin, handle), { code: 'ERR_INVALID_ARG_TYPE' })
      assert.throws(() => ownedPointerOf(child, handle), { code: 'ERR_INVALID_ARG_TYPE' })
      assert.equal(isHandle(parent, handle), true)
      assert.equal(isHandle(child, handle), false)
    })

    it('cannot be made with new', () => {
      assert.throws(() => Reflect.construct(Handle, [Symbol('make'), {}, null]), TypeError)
    })

    it('cannot be disguised', () => {
      using handle = adopt(parent, ADDRESS)
      Object.defineProperty(handle, 'pointer', { value: OTHER })
      assert.equal(pointerOf(parent, handle), ADDRESS)
    })
  })

  describe('that is watched', () => {
    it('tells before its object ends, and what it owns', () => {
      const owner = adopt(parent, ADDRESS)
      adopt(child, OTHER, owner)
      onDestroy(owner, () => released.push(`watched ${owner.destroyed}`))
      owner.destroy()
      assert.deepEqual(released, ['watched false', 'child 5678 asked of 1234', 'parent 1234 asked'])
    })

    it('tells nothing to who has stopped', () => {
      const handle = adopt(parent, ADDRESS)
      const stop = onDestroy(handle, () => assert.fail())
      stop()
      handle.destroy()
      assert.equal(released.length, 1)
    })

    it('must be alive', () => {
      const handle = adopt(parent, ADDRESS)
      handle.destroy()
      assert.throws(() => onDestroy(handle, () => {}), { code: 'ERR_INVALID_ARG_TYPE' })
    })
  })

  it('is shown with its class and what became of it', () => {
    const handle = adopt(parent, ADDRESS)
    const lent = borrow(child, OTHER, handle)
    assert.equal(inspect(handle), 'parent { 0x1234 }')
    assert.equal(inspect([lent]), '[ child { 0x5678 } ]')
    taken(handle)
    assert.equal(inspect(handle), 'parent { taken }')
    assert.equal(inspect(lent), 'child { destroyed }')
  })
})

describe('CZMQ_DEBUG=handles', function () {
  this.timeout(30_000)
  const leaveOpen = `import * as zframe from '$src/zframe/index.ts'
    import * as zmsg from '$src/zmsg/index.ts'
    function makeFrame() { return zframe.from('open') }
    const open = makeFrame()
    zframe.destroy(zframe.from('destroyed'))
    const message = zmsg.new()
    zmsg.append(message, zframe.from('taken'))
    zmsg.first(message)
    zmsg.destroy(message)`
  const collect = `async function collect(isDone) {
      for (let turn = 0; turn < 500 && !isDone(); turn++) {
        globalThis.gc()
        await new Promise((resolve) => setImmediate(resolve))
      }
    }`
  const drop = `import { diagnostics, Gossip, liveHandles, Push, zctx, zmq, zmsg, zsocket } from '$src/index.ts'
    function dropMessage() { zmsg.addstr(zmsg.new(), 'dropped') }
    function dropContext() { zsocket.new(zctx.new(), zmq.PUSH) }
    function dropSocket() { new Push().connect('inproc://nobody') }
    function dropNode() { new Gossip() }
    ${collect}
    for (const each of [dropMessage, dropMessage, dropContext, dropSocket, dropNode]) each()
    await collect(() => liveHandles() === 0 && diagnostics().leaked.length === 5)
    const { debugging, live, open, leaked } = diagnostics()
    const named = (reports) => reports.map(({ kind, count, place }) => kind + ' ' + count + ' ' + place.split(' ')[1])
    console.log(JSON.stringify({ debugging, live, open: named(open), leaked: named(leaked).sort() }))`
  const debug = { env: { CZMQ_DEBUG: 'handles' } }
  const quiet = { env: { CZMQ_DEBUG: '' } }

  it('reports at exit what is open, with the place where it was made', async () => {
    const { code, stdout, stderr } = await runCode(leaveOpen, debug)
    assert.equal(code, 0)
    assert.equal(stdout, '')
    assert.match(
      stderr,
      /^czmq: a zframe is still open at exit\. It was made at makeFrame .*\n( {4}at .*\n)+$/,
    )
  })

  it('reports sockets that are open at exit, although the exit closes them', async () => {
    const program = `import { Push } from '$src/index.ts'
      function makeSocket() { return new Push() }
      globalThis.kept = makeSocket()`
    const { code, stderr } = await runCode(program, debug)
    assert.equal(code, 0)
    assert.match(
      stderr,
      /^czmq: a zsocket is still open at exit\. It was made at makeSocket .*\n( {4}at .*\n)+$/,
    )
  })

  it('reports what a worker has left open', async () => {
    const program = `import { Worker } from 'node:worker_threads'
      new Worker("import('czmq').then(({ Push }) => { globalThis.kept = new Push() })", { eval: true })`
    const { code, stderr } = await runCode(program, debug)
    assert.equal(code, 0)
    assert.match(
      stderr,
      /^czmq: a zsocket is still open at exit\. It was made at (\[worker eval\]|file:.*\[eval1\]):1/,
    )
  })

  it('reports what was collected before it was destroyed: messages, contexts and their sockets, asynchronous ones', async () => {
    const { code, stdout, stderr } = await runCode(drop, { ...debug, execArgv: ['--expose-gc'] })
    assert.equal(code, 0)
    assert.deepEqual(JSON.parse(stdout), {
      debugging: true,
      live: {},
      open: [],
      leaked: [
        'zctx 1 dropContext',
        'zgossip 1 dropNode',
        'zmsg 2 dropMessage',
        'zsocket 1 dropContext',
        'zsocket 1 dropSocket',
      ],
    })
    const blocks =
      stderr.match(/^czmq: a \w+ was collected and had not been destroyed\. It was made at \w+/gm) ?? []
    assert.equal(blocks.length, 6)
    assert.equal(blocks.filter((each) => each.endsWith('dropMessage')).length, 2)
    assert.doesNotMatch(stderr, /still open at exit/)
  })

  it('does not mind that a report cannot be written', () => {
    const full = openSync('/dev/full', 'w')
    const program = `import * as zframe from '${join(import.meta.dirname, '../src/zframe/index.ts')}'
      globalThis.kept = zframe.from('open')`
    const { status } = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', program],
      { env: { ...process.env, ...debug.env }, stdio: ['ignore', 'ignore', full] },
    )
    closeSync(full)
    assert.equal(status, 0)
  })

  it('costs nothing unless it is asked for: no place is recorded', async () => {
    const program = `import { diagnostics, zframe } from '$src/index.ts'
      globalThis.kept = zframe.from('open')
      console.log(JSON.stringify(diagnostics()))`
    const { stdout, stderr } = await runCode(program, quiet)
    assert.deepEqual(JSON.parse(stdout), { debugging: false, live: { zframe: 1 }, open: [], leaked: [] })
    assert.equal(stderr, '')
  })

  it('is silent unless it is asked for', async () => {
    const lose = `import { zmsg } from '$src/index.ts'
      ${collect}
      let collected = false
      const registry = new FinalizationRegistry(() => { collected = true })
      function dropMessage() { registry.register(zmsg.new(), null) }
      dropMessage()
      await collect(() => collected)
      process.exitCode = collected ? 0 : 1`
    for (const program of [leaveOpen, lose]) {
      const outcome = await runCode(program, { ...quiet, execArgv: ['--expose-gc'] })
      assert.deepEqual(outcome, { code: 0, signal: null, stdout: '', stderr: '' })
    }
  })
})
