import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { type AnySocket, Push, zcert, zctx, zmq, zsock, zsocket, zstr } from '../../src/index.ts'
import { freshFolder } from '../helpers/folder.ts'
import { thrownWhenFailing } from '../zmq/failing.ts'

/** Sends `hello` from a client in C that has keys from a file, to a server with the key that is given. */
const CLIENT = `
#include <czmq.h>

int main (int argc, char **argv)
{
    zcert_t *cert = zcert_load (argv [1]);
    zsock_t *push = zsock_new (ZMQ_PUSH);
    zcert_apply (cert, push);
    zsock_set_curve_serverkey (push, argv [2]);
    zsock_set_linger (push, 5000);
    zsock_connect (push, "%s", argv [3]);
    zstr_send (push, "hello");
    zsock_destroy (&push);
    zcert_destroy (&cert);
    return 0;
}
`

describe('zcert.apply', () => {
  const folder = freshFolder()

  function server(socket: AnySocket): AnySocket {
    using cert = zcert.new()
    zcert.apply(cert, socket)
    assert.equal(zsocket.curvePublickey(socket as never), zcert.publicTxt(cert))
    assert.equal(zsocket.curveSecretkey(socket as never), zcert.secretTxt(cert))
    return socket
  }

  it('gives its keys to sockets of every class', () => {
    const context = zctx.new()
    server(zsocket.new(context, zmq.PULL))
    zctx.destroy(context)
    const socket = zsock.new(zmq.PULL)
    using cert = zcert.new()
    zcert.apply(cert, socket)
    assert.equal(zsock.curvePublickey(socket), zcert.publicTxt(cert))
    zsock.destroy(socket)
    const push = new Push()
    zcert.apply(cert, push.handle)
    assert.equal(push.curvePublicKey, zcert.publicTxt(cert))
    assert.equal(push.curveSecretKey, zcert.secretTxt(cert))
    push.close()
  })

  it('lets a client in C with a certificate from here talk to a server with one', () => {
    const path = join(folder(), 'client')
    const source = join(folder(), 'client.c')
    execFileSync('cc', ['-x', 'c', '-o', `${source}.out`, '-', '-lczmq', '-lzmq'], { input: CLIENT })
    using client = zcert.new()
    using cert = zcert.new()
    zcert.save(client, path)
    const context = zctx.new()
    const pull = zsocket.new(context, zmq.PULL)
    zcert.apply(cert, pull)
    zsocket.setCurveServer(pull, true)
    zsocket.setRcvtimeo(pull, 10_000)
    const port = zsocket.bind(pull, 'tcp://127.0.0.1:*')
    const args = [path, zcert.publicTxt(cert), `tcp://127.0.0.1:${port}`]
    execFileSync(`${source}.out`, args, { stdio: 'inherit' })
    assert.equal(zstr.recv(pull), 'hello')
    zctx.destroy(context)
  })

  it('refuses a certificate without a secret key', () => {
    using cert = zcert.new()
    using publicOnly = zcert.newFrom(zcert.publicKey(cert), new Uint8Array(32))
    const socket = zsock.new(zmq.PULL)
    const refused = { code: 'ERR_INVALID_ARG_VALUE', message: /no secret key/ }
    assert.throws(() => zcert.apply(publicOnly, socket), refused)
    assert.equal(zsock.mechanism(socket), 0)
    zsock.destroy(socket)
  })

  it('refuses what was destroyed', () => {
    const cert = zcert.new()
    const socket = zsock.new(zmq.PULL)
    zsock.destroy(socket)
    assert.throws(() => zcert.apply(cert, socket), { code: 'ERR_CZMQ_DESTROYED' })
    zcert.destroy(cert)
    assert.throws(() => zcert.apply(cert, socket), { code: 'ERR_CZMQ_DESTROYED' })
  })

  it('throws what libzmq says', async () => {
    const call = 'zcert.apply(zcert.new(), socket)'
    assert.equal(await thrownWhenFailing('zmq_setsockopt', '-1', call), 'CzmqError EINVAL zmq_setsockopt')
  }).timeout(30_000)

  it('throws ENOTSUP when libzmq has no CURVE, and so does zcert.new', async () => {
    const without = (call: string) => thrownWhenFailing('zmq_has', 'null', call)
    assert.equal(await without('zcert.new()'), 'CzmqError ENOTSUP zcert_new')
    const keys = 'new Uint8Array(32).fill(1)'
    assert.equal(
      await without(`zcert.apply(zcert.newFrom(${keys}, ${keys}), socket)`),
      'CzmqError ENOTSUP zcert_apply',
    )
  }).timeout(30_000)
})
