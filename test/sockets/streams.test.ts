import assert from 'node:assert/strict'
import { once } from 'node:events'
import { finished, pipeline } from 'node:stream/promises'
import { setImmediate as turn } from 'node:timers/promises'
import {
  Pair,
  Pull,
  Push,
  readableStream,
  toDuplex,
  toReadable,
  toWritable,
  writableStream,
} from '../../src/index.ts'

let number = 0

/** How many messages a sender gets rid of before its peer is read. */
async function accepted(push: Push): Promise<number> {
  let count = 0
  for (; count < 1000 && push.trySend(String(count)); count++) if (count % 10 === 0) await turn()
  return count
}

describe('streams of sockets', () => {
  let push: Push
  let pull: Pull

  beforeEach(() => {
    push = new Push({ sendHighWaterMark: 5 })
    pull = new Pull({ receiveHighWaterMark: 5 })
    const address = `inproc://stream-${number++}`
    pull.bindSync(address)
    push.connect(address)
  })
  afterEach(() => {
    push.close()
    pull.close()
  })

  describe('toReadable', () => {
    it('gives messages as they come', async () => {
      const stream = toReadable(pull)
      for (const each of ['a', 'b']) await push.send([each, 'x'])
      const seen: string[] = []
      for await (const [frame] of stream) {
        seen.push(String(frame))
        if (seen.length === 2) break
      }
      assert.deepEqual(seen, ['a', 'b'])
      assert.equal(pull.closed, false)
    })

    it('ends when the socket is closed', async () => {
      const stream = toReadable(pull).resume()
      setImmediate(() => pull.close())
      await once(stream, 'end')
      assert.equal(stream.destroyed, true)
    })

    it('ends at once when the socket was closed before', async () => {
      pull.close()
      const stream = toReadable(pull).resume()
      await once(stream, 'end')
    })

    it('takes no more than it may hold', async () => {
      const stream = toReadable(pull, { highWaterMark: 3 })
      const first = once(stream, 'readable')
      await push.send('first')
      await first
      assert.ok((await accepted(push)) < 50)
      stream.destroy()
    })

    it('leaves messages where they are when it is destroyed, and the socket open', async () => {
      const stream = toReadable(pull).resume()
      await turn()
      stream.destroy()
      await finished(stream).catch(() => undefined)
      await push.send('later')
      assert.equal(String(await pull.receive({ timeout: 2000 })), 'later')
    })

    it('closes the socket if that was asked for', async () => {
      const stream = toReadable(pull, { autoClose: true })
      stream.destroy()
      await once(stream, 'close')
      assert.equal(pull.closed, true)
    })

    it('fails with what receiving fails with', async () => {
      pull.receiveTimeout = 1
      const stream = toReadable(pull).resume()
      const [error] = await once(stream, 'error')
      assert.equal(error.code, 'EAGAIN')
    })
  })

  describe('toWritable', () => {
    it('sends its chunks in order', async () => {
      const stream = toWritable(push)
      stream.write('one')
      stream.write(['two', Buffer.from('2')])
      stream.end()
      assert.deepEqual((await pull.receive()).map(String), ['one'])
      assert.deepEqual((await pull.receive()).map(String), ['two', '2'])
      await finished(stream)
      assert.equal(push.closed, false)
    })

    it('waits when the socket is full', async () => {
      const stream = toWritable(push, { highWaterMark: 2 })
      let written = 0
      while (stream.write(String(written++)) || written < 10) await turn()
      for (let each = 0; each < 200 && stream.writableLength < 2; each++) {
        stream.write(String(written++))
        await turn()
      }
      assert.equal(stream.writableNeedDrain, true)
      const drained = once(stream, 'drain')
      for (let each = 0; each < written; each++) {
        assert.equal(String(await pull.receive({ timeout: 2000 })), String(each))
      }
      await drained
      stream.end()
      await finished(stream)
    })

    it('fails when the socket is closed', async () => {
      const stream = toWritable(push)
      push.close()
      stream.write('x')
      const [error] = await once(stream, 'error')
      assert.equal(error.code, 'EBADF')
    })

    it('fails for what is no message', async () => {
      const stream = toWritable(push)
      stream.write({ no: 'message' })
      const [error] = await once(stream, 'error')
      assert.equal(error.code, 'ERR_INVALID_ARG_TYPE')
    })

    it('does not send what waits when it is destroyed', async () => {
      using alone = new Push()
      const stream = toWritable(alone)
      stream.write('never')
      stream.destroy()
      await once(stream, 'close')
      alone.connect(pull.lastEndpoint ?? '')
      await alone.send('after')
      assert.equal(String(await pull.receive({ timeout: 2000 })), 'after')
    })

    it('closes the socket after its end if that was asked for', async () => {
      const stream = toWritable(push, { autoClose: true })
      stream.end('last')
      await once(stream, 'close')
      assert.equal(push.closed, true)
      assert.equal(String(await pull.receive({ timeout: 2000 })), 'last')
    })
  })

  it('can be a pipeline', async () => {
    using left = new Pair()
    using right = new Pair()
    right.connect(await left.bind(`inproc://stream-${number++}`))
    const done = pipeline(toReadable(pull), toWritable(left, { autoClose: true }))
    for (let each = 0; each < 100; each++) {
      await push.send(String(each))
      assert.equal(String(await right.receive({ timeout: 2000 })), String(each))
    }
    pull.close()
    await done
    assert.equal(left.closed, true)
  })

  it('can be a duplex', async () => {
    using left = new Pair()
    using right = new Pair()
    right.connect(await left.bind(`inproc://stream-${number++}`))
    const duplex = toDuplex(left, { autoClose: true })
    duplex.write('question')
    assert.equal(String(await right.receive({ timeout: 2000 })), 'question')
    await right.send('answer')
    const [answer] = await once(duplex, 'data')
    assert.equal(String(answer), 'answer')
    duplex.destroy()
    await once(duplex, 'close')
    assert.equal(left.closed, true)
  })

  describe('readableStream', () => {
    it('gives messages until the socket is closed', async () => {
      const seen: string[] = []
      await push.send('a')
      for await (const [frame] of readableStream(pull)) {
        seen.push(String(frame))
        if (seen.length === 3) pull.close()
        else await push.send('b')
      }
      assert.deepEqual(seen, ['a', 'b', 'b'])
    })

    it('takes no more than it may hold', async () => {
      const stream = readableStream(pull, { highWaterMark: 2 })
      assert.ok((await accepted(push)) < 50)
      await stream.cancel()
    })

    it('leaves the socket open when it is cancelled, unless asked otherwise', async () => {
      await readableStream(pull).cancel()
      await push.send('later')
      assert.equal(String(await pull.receive({ timeout: 2000 })), 'later')
      await readableStream(pull, { autoClose: true }).cancel()
      assert.equal(pull.closed, true)
    })

    it('fails with what receiving fails with', async () => {
      pull.receiveTimeout = 1
      await assert.rejects(readableStream(pull).getReader().read(), { code: 'EAGAIN' })
    })
  })

  describe('writableStream', () => {
    it('sends what is written', async () => {
      const stream = writableStream(push, { autoClose: true })
      const writer = stream.getWriter()
      await writer.write(['a', 'b'])
      await writer.close()
      assert.equal(push.closed, true)
      assert.deepEqual((await pull.receive()).map(String), ['a', 'b'])
    })

    it('does not send what waits when it is aborted', async () => {
      using alone = new Push()
      const writer = writableStream(alone).getWriter()
      const reason = new Error('enough')
      const writing = assert.rejects(writer.write('never'), reason)
      await turn()
      await writer.abort(reason)
      await writing
      assert.equal(alone.closed, false)
    })

    it('fails when the socket is closed', async () => {
      push.close()
      await assert.rejects(writableStream(push).getWriter().write('x'), { code: 'EBADF' })
    })

    it('can be piped to', async () => {
      using left = new Pair()
      using right = new Pair()
      right.connect(await left.bind(`inproc://stream-${number++}`))
      const done = readableStream(pull).pipeTo(writableStream(left, { autoClose: true }))
      await push.send('through')
      assert.equal(String(await right.receive({ timeout: 2000 })), 'through')
      pull.close()
      await done
      assert.equal(left.closed, true)
    })
  })

  it('throw typed errors, whatever they are given', () => {
    const makers = { toReadable, toWritable, toDuplex, readableStream, writableStream }
    const hostile = [undefined, null, 1, 1n, 'x', Symbol('x'), {}, [], pull.handle, new Proxy(pull, {})]
    for (const make of Object.values(makers)) {
      for (const each of hostile)
        assert.throws(() => Reflect.apply(make, null, [each]), { code: 'ERR_INVALID_ARG_TYPE' })
    }
    for (const make of [toWritable, toDuplex, writableStream])
      assert.throws(() => Reflect.apply(make, null, [pull]), { code: 'ERR_INVALID_ARG_TYPE' })
    for (const make of [toReadable, toDuplex, readableStream])
      assert.throws(() => Reflect.apply(make, null, [push]), { code: 'ERR_INVALID_ARG_TYPE' })
    for (const options of [
      null,
      1,
      { highWaterMark: -1 },
      { highWaterMark: Number.NaN },
      { highWaterMark: '1' },
      { autoClose: 1 },
    ]) {
      assert.throws(() => Reflect.apply(toReadable, null, [pull, options]), { code: /^ERR_/ })
      assert.throws(() => Reflect.apply(writableStream, null, [push, options]), { code: /^ERR_/ })
    }
  })
})
