import assert from 'node:assert/strict'
import { RateLimit } from '../../src/zap-agent/limits.ts'

describe('a limit of requests a second', () => {
  const cases: [what: string, one: string, same: string, other: string][] = [
    ['a network of IPv6', '2001:db8::1', '2001:db8:0:0:ffff::2', '2001:db8:0:1::1'],
    ['an IPv4 address', '::ffff:192.0.2.1', '192.0.2.1', '192.0.2.2'],
    ['a network on one interface', 'fe80::1%eth0', 'fe80::2%eth0', 'fe80::1%eth1'],
    ['a user who comes by ipc', 'localhost:1000:1000:7', 'localhost:1000:1000:8', 'localhost:1001:1001:7'],
    ['other text', 'localhost', 'localhost', 'nonsense'],
  ]
  for (const [what, one, same, other] of cases) {
    it(`holds for ${what} as a whole`, () => {
      const limit = new RateLimit(1)
      assert.deepEqual(
        [one, same, other].map((each) => limit.admits(each, 0)),
        [true, false, true],
      )
      assert.ok(limit.admits(same, 1000))
    })
  }
})
