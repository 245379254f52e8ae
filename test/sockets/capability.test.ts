import assert from 'node:assert/strict'
import { zmq } from '../../src/index.ts'
import { capability, curveKeyPair, version } from '../../src/sockets/capability.ts'
import { runCode } from '../helpers/child.ts'

describe('version', () => {
  it('is three numbers', () => {
    assert.equal(version, `${zmq.VERSION_MAJOR}.${zmq.VERSION_MINOR}.${zmq.VERSION_PATCH}`)
    assert.match(version, /^\d+\.\d+\.\d+$/)
  })
})

describe('capability', () => {
  it('tells what libzmq says', () => {
    const names = ['ipc', 'pgm', 'tipc', 'norm', 'curve', 'gssapi', 'draft']
    assert.deepEqual(Object.keys(capability), names)
    for (const [name, value] of Object.entries(capability)) assert.equal(value, zmq.has(name))
    assert.equal(capability.ipc, true)
  })

  it('cannot be changed', () => {
    assert.throws(() => Object.assign(capability, { ipc: false }), TypeError)
    assert.equal(capability.ipc, true)
  })

  it('loads no library before it is asked', async () => {
    const { code, stdout, stderr } = await runCode(
      `import { capability, version } from '$src/sockets/capability.ts'
       console.log(version)
       try { capability.ipc } catch ({ code }) { console.log(code) }`,
      { env: { CZMQ_LIBRARY: '/nowhere/libczmq.so' } },
    )
    assert.deepEqual(
      { code, stderr, stdout },
      { code: 0, stderr: '', stdout: `${version}\nERR_CZMQ_LIBRARY\n` },
    )
  })
})

describe('curveKeyPair', () => {
  it('gives a fresh pair of keys in Z85', () => {
    const { publicKey, secretKey } = curveKeyPair()
    assert.equal(zmq.curvePublic(secretKey), publicKey)
    assert.equal(publicKey.length, 40)
    assert.notEqual(curveKeyPair().secretKey, secretKey)
  })
})
