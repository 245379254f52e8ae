import assert from 'node:assert/strict'
import fc from 'fast-check'
import { keyBytes } from '../../src/curve-keys.ts'
import { type Zauth, type Zctx, type Zsocket, zauth, zctx, zmq } from '../../src/index.ts'
import { answer, ask, askerOf, sendFrames } from './client.ts'

describe('zauth answers requests', () => {
  let context: Zctx
  let auth: Zauth
  let asker: Zsocket

  beforeEach(() => {
    context = zctx.new()
    auth = zauth.new(context)
    asker = askerOf(context)
  })

  afterEach(() => zctx.destroy(context))

  const status = (...frames: (string | Uint8Array)[]) => {
    ask(asker, ...frames)
    return String(answer(asker)?.[2])
  }
  const from = (address: string, ...rest: (string | Uint8Array)[]) =>
    status('1.0', 'id', 'domain', address, '', ...rest)

  it('as RFC 27 has them', () => {
    ask(asker, '1.0', Buffer.from([0, 255]), 'domain', '127.0.0.1', 'me', 'NULL')
    assert.deepEqual(
      answer(asker),
      ['1.0', Buffer.from([0, 255]), '200', 'OK', '', ''].map((each) => Buffer.from(each)),
    )
    zauth.deny(auth, '127.0.0.1')
    ask(asker, '1.0', 'id', '', '127.0.0.1', '', 'NULL')
    assert.deepEqual(answer(asker)?.map(String), ['1.0', 'id', '400', 'NO ACCESS', '', ''])
  })

  it('with the user, and metadata as ZMTP has it', () => {
    const { publicKey } = zmq.curveKeypair()
    zauth.configureCurve(auth, '*', [
      {
        publicKey,
        metadata: new Map([
          ['Name', 'é'],
          ['E', ''],
        ]),
      },
    ])
    ask(asker, '1.0', 'id', '', '127.0.0.1', '', 'CURVE', keyBytes(publicKey))
    const [, , code, , userId, metadata] = answer(asker) ?? []
    assert.deepEqual([String(code), String(userId)], ['200', publicKey])
    assert.deepEqual(metadata, Buffer.from('\x04Name\0\0\0\x02\xc3\xa9\x01E\0\0\0\0', 'latin1'))
  })

  it('of GSSAPI, which has authenticated already, with its principal', () => {
    ask(asker, '1.0', 'id', '', '127.0.0.1', '', 'GSSAPI', 'me@REALM')
    const [, , code, , userId] = answer(asker) ?? []
    assert.deepEqual([String(code), String(userId)], ['200', 'me@REALM'])
  })

  it('by address, by ranges and in both families', () => {
    for (const each of ['10.0.0.0/8', '192.0.2.1', '2001:db8::/32', 'fe80::1']) zauth.deny(auth, each)
    const expected = {
      '10.255.0.1': '400',
      '::ffff:10.1.1.1': '400',
      '11.0.0.1': '200',
      '192.0.2.1': '400',
      '192.0.2.2': '200',
      '2001:db8:1::1': '400',
      '2001:db9::1': '200',
      'fe80::1%eth0': '400',
      '::1': '200',
      '': '200',
      nonsense: '200',
    }
    const found = Object.keys(expected).map((each) => [each, from(each, 'NULL')])
    assert.deepEqual(Object.fromEntries(found), expected)
  })

  it('of IPv4 by no range of IPv6 but those that stand for IPv4, and the other way round', () => {
    zauth.deny(auth, '::/0')
    const addresses = [
      '192.0.2.1',
      '::ffff:192.0.2.1',
      '0:0:0:0:0:FFFF:c000:0201',
      '::1',
      'fe80::1%lo',
      '2001:db8::1',
    ]
    const statuses = () => addresses.map((each) => from(each, 'NULL'))
    assert.deepEqual(statuses(), ['200', '200', '200', '400', '400', '400'])
    zauth.deny(auth, '::ffff:192.0.2.0/120')
    assert.deepEqual(statuses(), ['400', '400', '400', '400', '400', '400'])
  })

  it('of all of IPv4 by its range, and of nobody else', () => {
    zauth.deny(auth, '0.0.0.0/0')
    const addresses = ['192.0.2.1', '::ffff:192.0.2.1', '::', '::1', 'localhost:0:0:1', '']
    assert.deepEqual(
      addresses.map((each) => from(each, 'NULL')),
      ['400', '400', '200', '200', '200', '200'],
    )
  })

  it('by no address of one interface, which would mean all of them', () => {
    for (const each of ['fe80::1%eth0', '127.0.0.1%lo', 'fe80::%eth0/10'])
      for (const say of [zauth.allow, zauth.deny])
        assert.throws(() => say(auth, each), { code: 'ERR_INVALID_ARG_VALUE' }, each)
  })

  it('of nobody but those allowed, even if they are denied, too', () => {
    zauth.deny(auth, '10.0.0.1')
    zauth.allow(auth, '10.0.0.0/24')
    const addresses = ['10.0.0.1', '10.0.0.2', '10.0.1.1', '::1', '']
    assert.deepEqual(
      addresses.map((each) => from(each, 'NULL')),
      ['200', '200', '400', '400', '400'],
    )
  })

  it('by domain, of which one that is not named has what is said for all', () => {
    zauth.configurePlain(auth, 'one', new Map([['user', '1']]))
    zauth.configurePlain(auth, '', new Map([['user', '*']]))
    const cases = [
      ['one', '1'],
      ['one', '*'],
      ['two', '1'],
      ['two', '*'],
      ['', '*'],
    ] as const
    assert.deepEqual(
      cases.map(([domain, password]) => status('1.0', 'id', domain, '::1', '', 'PLAIN', 'user', password)),
      ['200', '400', '400', '200', '200'],
    )
  })

  it('of passwords that look alike', () => {
    zauth.configurePlain(
      auth,
      '*',
      new Map([
        ['user', 'secret'],
        ['empty', ''],
        ['ü', 'ö'],
      ]),
    )
    const cases: [string | Uint8Array, string | Uint8Array, string][] = [
      ['user', 'secret', '200'],
      ['user', 'secre', '400'],
      ['user', 'secret\0', '400'],
      ['user', '', '400'],
      ['user\0', 'secret', '400'],
      ['empty', '', '200'],
      ['', '', '400'],
      ['ü', 'ö', '200'],
      [Buffer.from('ü', 'latin1'), Buffer.from('ö', 'latin1'), '400'],
      ['constructor', '', '400'],
      ['__proto__', '', '400'],
    ]
    for (const [user, password, expected] of cases)
      assert.equal(from('::1', 'PLAIN', user, password), expected, `${user} ${password}`)
  })

  it('that make no sense with a refusal, or not at all', () => {
    const long = 'x'.repeat(256)
    for (const frames of [
      ['2.0', 'id', '', '::1', '', 'NULL'],
      ['1.0', 'id', '', '::1', '', 'NULL', 'more'],
      ['1.0', 'id', '', '::1', '', 'OTHER'],
      ['1.0', 'id', '', '::1', '', 'PLAIN', 'user'],
      ['1.0', 'id', '', '::1', '', 'PLAIN', 'user', 'password', 'more'],
      ['1.0', 'id', '', '::1', '', 'PLAIN', 'user', long],
      ['1.0', 'id', '', '::1', '', 'CURVE'],
      ['1.0', 'id', '', '::1', '', 'CURVE', 'short'],
      ['1.0', 'id', '', '::1', '', 'CURVE', Buffer.alloc(33)],
      ['1.0', 'id', '', '::1', '', 'GSSAPI'],
      ['1.0', 'id', '', '::1', ''],
      ['1.0', 'id'],
    ])
      assert.equal(status(...frames), '400', String(frames))
    for (const frames of [[], ['1.0'], ['1.0', 'id', long, '::1', '', 'NULL']]) ask(asker, ...frames)
    sendFrames(asker, 'no envelope')
    sendFrames(asker, ...Array.from({ length: 100 }, () => 'no envelope'))
    ask(asker, '1.0', 'last', '', '::1', '', 'NULL')
    assert.deepEqual(String(answer(asker)?.[1]), 'last')
  })

  it('whatever they are', () => {
    const frame = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc
        .constantFrom('1.0', '', 'id', '127.0.0.1', 'NULL', 'PLAIN', 'CURVE', 'GSSAPI')
        .map((each) => Buffer.from(each)),
    )
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 12 }), (frames) => {
        sendFrames(asker, '', ...frames)
        ask(asker, '1.0', 'probe', '', '::1', '', 'NULL')
        let id = ''
        while (id !== 'probe') id = String(answer(asker)?.[1])
      }),
      { numRuns: 500, seed: 27 },
    )
  })

  it('many at once, each its own', () => {
    const ids = Array.from({ length: 2000 }, (_, index) => String(index))
    for (const each of ids.slice(0, 900)) ask(asker, '1.0', each, '', '::1', '', 'NULL')
    const answered = ids.slice(0, 900).map(() => String(answer(asker)?.[1]))
    assert.deepEqual(answered, ids.slice(0, 900))
  })
})
