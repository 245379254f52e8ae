import assert from 'node:assert/strict'
import { C, zctx, zsock, zsocket, zstr } from '../../src/index.ts'
import { PULL, PUSH } from '../../src/raw/generated/constants.ts'
import { sendBytes } from '../../src/raw/messages.ts'
import { runCode } from '../helpers/child.ts'
import { closeSockets, openSockets, type Sockets, setTimeouts } from './sockets.ts'

describe('zsock.signal and wait', () => {
  let sockets: Sockets

  beforeEach(() => {
    sockets = openSockets()
  })
  afterEach(() => closeSockets(sockets))

  for (const status of [0, 1, 123, 255]) {
    it(`carry the status ${status}, to C and from C too`, () => {
      const { output, input } = sockets
      zsock.signal(output, status)
      assert.equal(zsock.wait(input), status)
      zsock.signal(output, status)
      assert.equal(C.zsock_wait(input.pointer), status)
      C.zsock_signal(output.pointer, status)
      assert.equal(zsock.wait(input), status)
    })
  }

  it('take no other message for a signal', () => {
    const { output, input } = sockets
    const magic = Buffer.from('0011223344556677', 'hex')
    zstr.send(output, '12345678')
    zstr.send(output, '')
    zsock.send(output, 'bs', magic, 'more')
    zsock.send(output, 'sb', 'more', magic)
    zsock.send(output, 'b', Buffer.concat([magic, Buffer.of(0)]))
    zsock.send(output, 'b', magic.subarray(0, 7))
    zsock.send(output, 'b', Buffer.from(magic).reverse())
    zsock.signal(output, 7)
    assert.equal(zsock.wait(input), 7)
    zsock.send(output, 'b', magic)
    assert.equal(zsock.wait(input), 0)
  })

  it('refuse a status that is no byte', () => {
    for (const status of [-1, 256, 1.5, Number.NaN]) {
      assert.throws(() => zsock.signal(sockets.output, status), { code: 'ERR_OUT_OF_RANGE' })
    }
  })

  it('throw EAGAIN when the time is over', () => {
    setTimeouts(sockets.input, 0)
    assert.throws(() => zsock.wait(sockets.input), { code: 'EAGAIN', syscall: 'zsock_wait' })
    using lonely = zsock.newPush()
    setTimeouts(lonely, 0)
    assert.throws(() => zsock.signal(lonely, 0), { code: 'EAGAIN', syscall: 'zsock_signal' })
  })

  it('throw ENOTSUP on sockets that cannot', () => {
    assert.throws(() => zsock.wait(sockets.output), { code: 'ENOTSUP' })
    assert.throws(() => zsock.signal(sockets.input, 0), { code: 'ENOTSUP' })
  })

  it('work on a zsocket', () => {
    using context = zctx.new()
    const sender = zsocket.new(context, PUSH)
    const receiver = zsocket.new(context, PULL)
    for (const each of [sender, receiver]) setTimeouts(each, 2000)
    zsocket.bind(receiver, 'inproc://zsock.signal')
    zsocket.connect(sender, 'inproc://zsock.signal')
    zsock.signal(sender, 3)
    assert.equal(zsock.wait(receiver), 3)
  })
})

describe('zsock.flush', () => {
  it('drops the rest of a message, and nothing else', () => {
    const sockets = openSockets()
    const { output, input } = sockets
    zsock.send(output, 'sss', 'a', 'b', 'c')
    zsock.send(output, 's', 'd')
    assert.equal(zstr.recv(input), 'a')
    zsock.flush(input)
    assert.equal(zstr.recv(input), 'd')
    zsock.flush(input)
    zsock.flush(output)
    closeSockets(sockets)
  })
})

describe('zsock.setUnbounded', () => {
  it('sets both high-water marks to 0', () => {
    using self = zsock.newPush()
    assert.equal(C.zsock_sndhwm(self.pointer), 1000)
    zsock.setUnbounded(self)
    assert.equal(C.zsock_sndhwm(self.pointer), 0)
    assert.equal(C.zsock_rcvhwm(self.pointer), 0)
  })

  it('lets a queue grow beyond the default', () => {
    using input = zsock.newPull()
    using output = zsock.newPush()
    for (const each of [input, output]) {
      zsock.setUnbounded(each)
      setTimeouts(each, 0)
    }
    zsock.bind(input, 'inproc://zsock.unbounded')
    zsock.connect(output, 'inproc://zsock.unbounded')
    for (let count = 0; count < 5000; count++) sendBytes(zsock.resolve(output), Buffer.of(1), 1, 0)
    let received = 0
    while (zsock.recv(input, 'b') !== null) received++
    assert.equal(received, 5000)
  })
})

describe('zsock.is, resolve and typeStr', () => {
  it('tell a living zsock from everything else', () => {
    const self = zsock.newPush()
    assert.equal(zsock.is(self), true)
    assert.equal(zsock.resolve(self), C.zsock_resolve(self.pointer))
    assert.notEqual(zsock.resolve(self), self.pointer)
    assert.equal(zsock.typeStr(self), 'PUSH')
    assert.equal(zsock.type(self), PUSH)
    zsock.destroy(self)
    using context = zctx.new()
    const other = zsocket.new(context, PUSH)
    for (const value of [self, other, context, null, undefined, {}, 1n, new Proxy(self, {})]) {
      assert.equal(zsock.is(value), false)
    }
    assert.equal(zsock.resolve(other), other.pointer)
    assert.throws(() => zsock.typeStr(other as never), { code: 'ERR_INVALID_ARG_TYPE' })
  })
})

describe('a signal of the system with a listener', () => {
  it('interrupts zsock.recv and brecv with null, zsock.wait with EINTR', async () => {
    const { code, stdout, stderr } = await runCode(`
      import { spawn } from 'node:child_process'
      import { zsock } from '$src/index.ts'
      let heard = 0
      process.on('SIGUSR2', () => heard++)
      const self = zsock.newPull('@inproc://zsock.interrupted')
      zsock.setRcvtimeo(self, 10_000)
      const script = 'while kill -USR2 ' + process.pid + ' 2>/dev/null; do sleep 0.02; done'
      const sender = spawn('sh', ['-c', script], { stdio: 'ignore' })
      await new Promise((resolve) => process.once('SIGUSR2', resolve))
      const begin = Date.now()
      console.log(zsock.recv(self, 's'), zsock.brecv(self, 's'))
      try { zsock.wait(self) } catch (error) { console.log(error.code) }
      console.log(Date.now() - begin < 10_000)
      sender.kill('SIGKILL')
      await new Promise((resolve) => sender.once('exit', resolve))
      console.log(heard > 1)`)
    assert.deepEqual(
      { code, stdout, stderr },
      { code: 0, stdout: 'null null\nEINTR\ntrue\ntrue\n', stderr: '' },
    )
  })
})
