import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pull, Push, types, zframe, zmsg } from '../../src/index.ts'

const { Frame, Message } = types
const texts = (message: types.Message): string[] => message.contents.map(String)

describe('Frame', () => {
  it('holds a copy of what it is made of', () => {
    using text = new Frame('grün\0x')
    using bytes = new Frame(Buffer.from([1, 2]))
    using empty = new Frame()
    assert.equal(String(text), 'grün\0x')
    assert.deepEqual(bytes.data, Buffer.from([1, 2]))
    assert.deepEqual([...bytes], [1, 2])
    assert.deepEqual([text.size, bytes.size, empty.size], [7, 2, 0])
    assert.equal(bytes.more, false)
    assert.equal(bytes.metadata('Peer-Address'), null)
  })

  it('can be copied, compared and given new content', () => {
    using frame = new Frame('a')
    using copy = frame.dup()
    assert.equal(frame.equals(copy), true)
    copy.reset(Buffer.from('b'))
    assert.equal(frame.equals(copy), false)
  })

  it('can be around a handle', () => {
    const handle = zframe.from('x')
    using frame = new Frame(handle)
    assert.equal(frame.handle, handle)
    frame.destroy()
    frame.destroy()
    assert.throws(() => new Frame(handle), { code: 'ERR_CZMQ_DESTROYED' })
    assert.throws(() => frame.data, { code: 'ERR_CZMQ_DESTROYED' })
  })

  it('refuses everything else', () => {
    using frame = new Frame()
    for (const each of [null, 1, 1n, Symbol('x'), {}, [], new Proxy(frame, {})]) {
      assert.throws(() => Reflect.construct(Frame, [each]), { code: 'ERR_INVALID_ARG_TYPE' })
      assert.throws(() => Reflect.apply(frame.equals, frame, [each === null ? 0 : {}]), {
        code: 'ERR_INVALID_ARG_TYPE',
      })
      assert.throws(() => Reflect.apply(frame.metadata, frame, [each]), { code: 'ERR_INVALID_ARG_TYPE' })
      assert.throws(() => Reflect.apply(frame.reset, frame, [each]), { code: 'ERR_INVALID_ARG_TYPE' })
    }
  })
})

describe('Message', () => {
  it('is a list of frames', () => {
    using message = new Message(['b', Buffer.from('c')])
    message.push('a')
    message.append(new Frame('d'))
    message.push(Buffer.from('0'))
    assert.deepEqual(texts(message), ['0', 'a', 'b', 'c', 'd'])
    assert.deepEqual([...message].map(String), ['0', 'a', 'b', 'c', 'd'])
    assert.equal(message.size, 5)
    assert.equal(message.contentSize, 5)
  })

  it('gives its first frame away, or any', () => {
    using message = new Message(['a', 'b', 'c'])
    using first = message.pop()
    const [, last] = message.frames
    assert.ok(last)
    using removed = message.remove(last)
    assert.deepEqual([String(first), String(removed), ...texts(message)], ['a', 'c', 'b'])
    assert.equal(message.remove(last), null)
    using empty = new Message()
    assert.equal(empty.pop(), null)
  })

  it('owns its frames', () => {
    using message = new Message(['a'])
    const [frame] = message
    assert.ok(frame)
    using other = new Message()
    assert.throws(() => other.append(frame), { code: 'ERR_CZMQ_BORROWED' })
    assert.throws(() => frame.destroy(), { code: 'ERR_CZMQ_BORROWED' })
    message.destroy()
    assert.throws(() => frame.data, { code: 'ERR_CZMQ_DESTROYED' })
    const taken = new Frame('x')
    other.push(taken)
    assert.throws(() => taken.data, { code: 'ERR_CZMQ_TAKEN' })
  })

  it('can be copied and compared', () => {
    using message = new Message(['a', 'b'])
    using copy = message.dup()
    assert.equal(message.equals(copy), true)
    copy.append('c')
    assert.equal(message.equals(copy), false)
  })

  it('can be saved and loaded', () => {
    const folder = mkdtempSync(join(tmpdir(), 'czmq-'))
    try {
      using message = new Message(['a', '', 'c'])
      message.save(join(folder, 'message'))
      using loaded = Message.load(join(folder, 'message'))
      assert.equal(loaded.equals(message), true)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('can be around a handle', () => {
    const handle = zmsg.new()
    zmsg.addstr(handle, 'x')
    using message = new Message(handle)
    assert.equal(message.handle, handle)
    assert.deepEqual(texts(message), ['x'])
    message.destroy()
    message.destroy()
    assert.throws(() => new Message(handle), { code: 'ERR_CZMQ_DESTROYED' })
  })

  it('refuses everything else, and leaves nothing behind', () => {
    using message = new Message(['x'])
    for (const each of [null, 1, 1n, Symbol('x'), {}, [1], ['a', null]]) {
      assert.throws(() => Reflect.construct(Message, [each]), { code: 'ERR_INVALID_ARG_TYPE' })
      for (const name of ['push', 'append', 'remove', 'equals', 'metadata', 'save'] as const)
        assert.throws(() => Reflect.apply(message[name], message, [each]), { code: 'ERR_INVALID_ARG_TYPE' })
    }
    // A proxy has the frames of its message, which are lent
    assert.throws(() => new Message(new Proxy(message, {})), { code: 'ERR_CZMQ_BORROWED' })
    assert.throws(() => Message.load('/nonsense/file'), { code: 'ENOENT' })
  })
})

describe('a Message between sockets', () => {
  let push: Push
  let pull: Pull

  beforeEach(async () => {
    push = new Push()
    pull = new Pull()
    push.connect(await pull.bind('tcp://127.0.0.1:*'))
  })
  afterEach(() => {
    push.close()
    pull.close()
  })

  it('is taken when it was sent', async () => {
    const message = new Message(['a', Buffer.alloc(0), 'c'])
    await message.send(push)
    assert.throws(() => message.size, { code: 'ERR_CZMQ_DESTROYED' })
    assert.deepEqual((await pull.receive()).map(String), ['a', '', 'c'])
    await assert.rejects(message.send(push), { code: 'ERR_CZMQ_DESTROYED' })
  })

  it('sends nothing when it has no frames', async () => {
    await new Message().send(push)
    await push.send('next')
    assert.equal(String(await pull.receive()), 'next')
  })

  it('is unchanged when it was not sent', async () => {
    using alone = new Push()
    using message = new Message(['a'])
    const controller = new AbortController()
    const sending = message.send(alone, { signal: controller.signal })
    controller.abort(new Error('enough'))
    await assert.rejects(sending, /enough/)
    await assert.rejects(message.send(alone, { timeout: 0 }), { code: 'EAGAIN' })
    const closing = message.send(alone)
    alone.close()
    await assert.rejects(closing, { code: 'EAGAIN' })
    await assert.rejects(message.send(alone), { code: 'EBADF' })
    assert.deepEqual(texts(message), ['a'])
  })

  it('tells what the connection says', async () => {
    await push.send(['a', 'b'])
    using message = await Message.recv(pull)
    assert.deepEqual(texts(message), ['a', 'b'])
    assert.equal(message.metadata('Peer-Address'), '127.0.0.1')
    assert.equal(message.metadata('Socket-Type'), 'PUSH')
    assert.equal(message.metadata('Nonsense'), null)
    assert.equal(message.frames[1]?.metadata('Socket-Type'), 'PUSH')
    assert.deepEqual(
      message.frames.map((frame) => frame.more),
      [true, false],
    )
  })

  it('waits in turn with other calls', async () => {
    const first = pull.receive()
    const second = Message.recv(pull)
    const third = pull.receive()
    for (const each of ['1', '2', '3']) await push.send(each)
    assert.equal(String(await first), '1')
    using message = await second
    assert.deepEqual(texts(message), ['2'])
    assert.equal(String(await third), '3')
  })

  it('may be one that the socket had taken before, without metadata', async () => {
    using left = new Pull()
    using right = new Push()
    right.connect(await left.bind('inproc://before'))
    for (const each of ['1', '2', '3']) await right.send(each)
    assert.equal(String(await left.receive()), '1')
    for (const each of ['2', '3']) {
      using message = await Message.recv(left)
      assert.deepEqual(texts(message), [each])
      assert.equal(message.metadata('Socket-Type'), null)
    }
  })

  it('ends waiting by signal, time-out and closing', async () => {
    const controller = new AbortController()
    const aborted = Message.recv(pull, { signal: controller.signal })
    const late = Message.recv(pull, { timeout: 1 })
    await assert.rejects(late, { code: 'EAGAIN' })
    controller.abort(new Error('enough'))
    await assert.rejects(aborted, /enough/)
    const closed = Message.recv(pull)
    pull.close()
    await assert.rejects(closed, { code: 'EAGAIN' })
    await assert.rejects(Message.recv(pull), { code: 'EBADF' })
  })

  it('refuses what is no socket that can do it', async () => {
    using message = new Message()
    for (const each of [undefined, null, 1, {}, pull.handle, new Proxy(pull, {})]) {
      await assert.rejects(async () => await Reflect.apply(Message.recv, Message, [each]), {
        code: 'ERR_INVALID_ARG_TYPE',
      })
      await assert.rejects(async () => await Reflect.apply(message.send, message, [each]), {
        code: 'ERR_INVALID_ARG_TYPE',
      })
    }
    await assert.rejects(async () => await Reflect.apply(Message.recv, Message, [push]), {
      code: 'ERR_INVALID_ARG_TYPE',
    })
    await assert.rejects(async () => await Reflect.apply(message.send, message, [pull]), {
      code: 'ERR_INVALID_ARG_TYPE',
    })
  })
})
