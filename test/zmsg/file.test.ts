import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { C } from '../../src/raw/index.ts'
import { cast } from '../../src/raw/types.ts'
import * as zmsg from '../../src/zmsg/index.ts'
import { messageOf, textsOf } from './texts.ts'

describe('zmsg.save and zmsg.load', () => {
  let folder: string
  let path: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'czmq-'))
    path = join(folder, 'message %s%n ü')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('keep a message in a file', () => {
    using message = messageOf('a', 'bc', 'x'.repeat(100_000))
    zmsg.save(message, path)
    using loaded = zmsg.load(path)
    assert.equal(zmsg.eq(message, loaded), true)
  })

  it('keep empty frames and empty messages, which C cannot', () => {
    for (const texts of [[], [''], ['a', '', 'b', '']]) {
      using message = messageOf(...texts)
      zmsg.save(message, path)
      using loaded = zmsg.load(path)
      assert.deepEqual(textsOf(loaded), texts)
    }
  })

  it('replace what was in the file', () => {
    using long = messageOf('x'.repeat(1_000))
    using short = messageOf('a')
    zmsg.save(long, path)
    zmsg.save(short, path)
    using loaded = zmsg.load(path)
    assert.deepEqual(textsOf(loaded), ['a'])
  })

  it('write what C reads', () => {
    using message = messageOf('a', 'bc', 'def')
    zmsg.save(message, path)
    const file = C.fopen(path, 'r')
    assert.ok(file)
    const loaded = C.zmsg_load(file)
    C.fclose(file)
    assert.ok(loaded)
    assert.equal(C.zmsg_eq(cast<'zmsg_t'>(message.pointer), loaded), true)
    C.zmsg_destroy([loaded])
  })

  it('read what C writes, and write the same bytes', () => {
    using message = messageOf('a', 'bc', 'def')
    const file = C.fopen(path, 'w')
    assert.ok(file)
    assert.equal(C.zmsg_save(cast<'zmsg_t'>(message.pointer), file), 0)
    C.fclose(file)
    const bytes = readFileSync(path)
    using loaded = zmsg.load(path)
    assert.equal(zmsg.eq(message, loaded), true)
    zmsg.save(message, path)
    assert.deepEqual(readFileSync(path), bytes)
  })

  it('throw the errors of the file system', () => {
    using message = messageOf('a')
    const missing = join(folder, 'no', 'such')
    assert.throws(() => zmsg.save(message, missing), {
      name: 'CzmqError',
      code: 'ENOENT',
      errno: constants.errno.ENOENT,
      syscall: 'zmsg_save',
    })
    assert.throws(() => zmsg.load(missing), { name: 'CzmqError', code: 'ENOENT', syscall: 'zmsg_load' })
    assert.throws(() => zmsg.save(message, folder), { code: 'EISDIR' })
    assert.throws(() => zmsg.load(folder), { code: 'EISDIR' })
    assert.throws(() => zmsg.load(''), { code: 'ENOENT' })
    assert.throws(() => zmsg.load('x'.repeat(10_000)), { code: 'ENAMETOOLONG' })
  })

  it('throw ENOSPC when the disk is full', function () {
    if (!existsSync('/dev/full')) this.skip()
    using message = messageOf('a')
    assert.throws(() => zmsg.save(message, '/dev/full'), { code: 'ENOSPC' })
  })

  it('wait for nobody at the other end of a pipe', function () {
    if (process.platform === 'win32') this.skip()
    execFileSync('mkfifo', [path])
    using message = messageOf('a')
    assert.throws(() => zmsg.save(message, path), { code: 'ENXIO' })
    assert.throws(() => zmsg.load(path), { code: 'EINVAL', syscall: 'zmsg_load' })
  })

  it('refuse a device without end', function () {
    if (!existsSync('/dev/zero')) this.skip()
    assert.throws(() => zmsg.load('/dev/zero'), { code: 'EINVAL' })
  })

  it('throw EFBIG for a file of more than 2 GiB', () => {
    writeFileSync(path, '')
    truncateSync(path, 2 ** 31 + 1)
    assert.throws(() => zmsg.load(path), { name: 'CzmqError', code: 'EFBIG' })
  })

  it('throw EMSGSIZE for millions of frames within a second', () => {
    writeFileSync(path, new Uint8Array(8 * 2 ** 20))
    const start = performance.now()
    assert.throws(() => zmsg.load(path), { name: 'CzmqError', code: 'EMSGSIZE', syscall: 'zmsg_load' })
    assert.ok(performance.now() - start < 1_000)
  })

  it('load 100 000 frames, and not one more', () => {
    writeFileSync(path, new Uint8Array(8 * 100_000))
    using loaded = zmsg.load(path)
    assert.equal(zmsg.size(loaded), 100_000)
    writeFileSync(path, new Uint8Array(8 * 100_001))
    assert.throws(() => zmsg.load(path), { code: 'EMSGSIZE' })
  })

  const broken = {
    'a frame that is cut off': [5, 0, 0, 0, 0, 0, 0, 0, 65],
    'a length that is cut off': [1, 0, 0, 0, 0, 0, 0, 0, 65, 5, 0],
    'a length that no memory has': [255, 255, 255, 255, 255, 255, 255, 255, 65],
    'a length of 2 to the 63rd': [0, 0, 0, 0, 0, 0, 0, 128, 65],
    'something else': [...Buffer.from('this is text and no message')],
  }
  for (const [what, bytes] of Object.entries(broken)) {
    it(`throw EBADMSG for ${what}`, () => {
      writeFileSync(path, Buffer.from(bytes))
      assert.throws(() => zmsg.load(path), { name: 'CzmqError', code: 'EBADMSG' })
    })
  }

  it('refuse paths that are none', () => {
    using message = messageOf('a')
    assert.throws(() => zmsg.save(message, `${path}\0`), { code: 'ERR_INVALID_ARG_VALUE' })
    assert.throws(() => zmsg.load(`${path}\0`), { code: 'ERR_INVALID_ARG_VALUE' })
    assert.throws(() => Reflect.apply(zmsg.load, null, [1]), { code: 'ERR_INVALID_ARG_TYPE' })
  })
})
