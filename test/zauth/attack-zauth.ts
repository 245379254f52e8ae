import { zauth, zctx } from '../../src/index.ts'
import { attack, report } from '../zmq/attack.ts'

const context = zctx.new()
const auth = zauth.new(context)

report(
  attack(zauth, {
    new: () => [zctx.new()],
    destroy: () => [zauth.new(zctx.new())],
    allow: () => [auth, '127.0.0.1'],
    deny: () => [auth, '127.0.0.1'],
    configurePlain: () => [auth, '*', new Map([['user', 'password']])],
    configureCurve: () => [auth, '*', zauth.CURVE_ALLOW_ANY],
    setVerbose: () => [auth, false],
  }),
)
