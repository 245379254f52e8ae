import assert from 'node:assert/strict'
import { Certificate, Context, Handle, Push, Socket } from '../../src/index.ts'

const code = (value: string) => ({ name: 'TypeError', code: value })

describe('misuse that JavaScript itself would refuse', () => {
  it('has a code when a class cannot be made by new', () => {
    for (const each of [Handle, Certificate, Socket]) {
      assert.throws(() => Reflect.construct(each, [8, {}]), code('ERR_ILLEGAL_CONSTRUCTOR'), each.name)
    }
  })

  it('is not possible with a second argument of Context', () => {
    for (const each of [null, 1, () => 'no handle', Push]) {
      const context: Context = Reflect.construct(Context, [{}, each])
      assert.equal(context.handle.kind, 'zctx')
      context.close()
    }
  })

  it('has a code when a value has no JSON, and none of it is sent', async () => {
    using push = new Push()
    const circle: unknown[] = []
    circle.push(circle)
    for (const each of [undefined, () => 1, 1n, circle]) {
      await assert.rejects(push.sendJson(each), code('ERR_INVALID_ARG_VALUE'))
    }
  })

  it('has a code when JSON goes with wrong options', async () => {
    using push = new Push()
    for (const each of [null, 'options', 1, { frames: null }, { frames: 1 }, { frames: 'text' }]) {
      await assert.rejects(push.sendJson(1, each as never), code('ERR_INVALID_ARG_TYPE'))
    }
  })

  it('comes back as it is when it comes from the value', async () => {
    using push = new Push()
    const own = new RangeError('own')
    const value = {
      toJSON: () => {
        throw own
      },
    }
    await assert.rejects(push.sendJson(value), (error) => error === own)
  })

  it('has a code when messages are no list', async () => {
    using push = new Push()
    for (const each of [null, undefined, 1, {}, Symbol('s')]) {
      await assert.rejects(push.sendMany(each as never), code('ERR_INVALID_ARG_TYPE'))
    }
  })
})
