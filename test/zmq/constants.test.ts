import assert from 'node:assert/strict'
import os from 'node:os'
import { C, zmq } from '../../src/index.ts'
import * as constants from '../../src/raw/generated/constants.ts'
import * as errno from '../../src/zmq/errno.ts'

describe('the constants of zmq', () => {
  it('are all those of the C headers', () => {
    const { MSG_T_SIZE: _, ...expected } = constants
    for (const [name, value] of Object.entries(expected)) assert.equal(Reflect.get(zmq, name), value, name)
    assert.ok(Object.keys(expected).length > 200)
  })

  it('have the size of a zmq_msg_t in place of the option of that name', () => {
    const context = C.zmq_ctx_new()
    assert.ok(context)
    assert.equal(zmq.MSG_T_SIZE, C.zmq_ctx_get(context, constants.MSG_T_SIZE))
    C.zmq_ctx_term(context)
  })

  it('have the errno values of the system', () => {
    for (const [name, value] of Object.entries(errno)) {
      assert.equal(value, Reflect.get(os.constants.errno, name), name)
      assert.equal(Reflect.get(zmq, name), value, name)
    }
  })
})
