import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { C, type Pointer, type Ref, zmq } from '../../src/index.ts'
import { runCode } from '../helpers/child.ts'

describe('C.zsys', () => {
  it('answers one context, whoever asks', () => {
    assert.ok(C.zsys_init())
    assert.equal(C.zsys_init(), C.zsys_init())
  })

  it('tells its version, as far as it is asked', () => {
    const [major, minor, patch]: [Ref<number>, Ref<number>, Ref<number>] = [[0], [0], [0]]
    C.zsys_version(major, minor, patch)
    assert.equal(major[0], 4)
    assert.ok(Number(minor[0]) >= 0 && Number(patch[0]) >= 0)
  })

  it('formats strings of any length', () => {
    assert.equal(C.zsys_sprintf('%s %d', 'number', 42), 'number 42')
    const long = 'x'.repeat(10_000)
    assert.equal(C.zsys_sprintf('%s!', long), `${long}!`)
    assert.equal(C.zsys_sprintf('%s', '%s%n'), '%s%n')
  })

  it('names the types of sockets', () => {
    assert.equal(C.zsys_sockname(zmq.ROUTER), 'ROUTER')
  })

  it('makes and closes sockets of its own context', () => {
    const socket = C.zsys_socket(zmq.PAIR, null, 0)
    assert.ok(socket)
    assert.equal(C.zsys_close(socket, null, 0), 0)
  })

  it('makes pipes', () => {
    const back: Ref<Pointer<'zsock_t'>> = [null]
    const front = C.zsys_create_pipe(back)
    assert.ok(front && back[0])
    C.zstr_send(front, 'through')
    assert.equal(C.zstr_recv(back[0]), 'through')
    C.zsock_destroy([front])
    C.zsock_destroy(back)
    assert.equal(back[0], null)
  })

  it('knows its variables, in both directions', () => {
    assert.equal(C.zsys_interrupted, 0)
    C.zsys_interrupted = 1
    C.zctx_interrupted = 1
    assert.deepEqual([C.zsys_interrupted, C.zctx_interrupted], [1, 1])
    C.zsys_interrupted = 0
    C.zctx_interrupted = 0
  })

  it('remembers where beacons go', () => {
    C.zsys_set_interface('eth%s')
    assert.equal(C.zsys_interface(), 'eth%s')
    C.zsys_set_interface('')
    assert.equal(C.zsys_interface(), '')
  })

  it('writes its log where it is told', async () => {
    const { stderr, stdout } = await runCode(`
      import { C } from '$src/index.ts'
      C.zsys_error('%s', 'nowhere')
      C.zsys_set_logstream(C.fdopen(2, 'a'))
      C.zsys_set_logident('name')
      C.zsys_warning('%s-%d', 'a%n', 5)
      C.zsys_set_logstream(null)
      C.zsys_info('%s', 'nowhere')`)
    assert.match(stderr, /^W: \(name\) \S+ \S+ a%n-5\n$/)
    assert.equal(stdout, '')
  })

  describe('with files', () => {
    let folder: string
    let file: string

    before(() => {
      folder = mkdtempSync(join(tmpdir(), 'czmq-'))
      file = join(folder, '100%s')
      writeFileSync(file, 'four')
    })
    after(() => rmSync(folder, { recursive: true }))

    it('tells what they are', () => {
      assert.equal(C.zsys_file_exists(file), true)
      assert.equal(C.zsys_file_size(file), 4)
      assert.equal(C.zsys_file_mode(file), statSync(file).mode)
      assert.equal(C.zsys_file_modified(file), Math.floor(statSync(file).mtimeMs / 1000))
      assert.equal(C.zsys_file_exists(join(folder, 'no')), false)
      assert.equal(C.zsys_file_size(join(folder, 'no')), -1)
      assert.equal(C.zsys_file_mode(join(folder, 'no')), -1)
      assert.equal(C.zsys_file_modified(join(folder, 'no')), 0)
    })

    it('makes and deletes them', () => {
      assert.equal(C.zsys_dir_create('%s/one/%s', folder, 'two'), 0)
      assert.ok(statSync(join(folder, 'one/two')).isDirectory())
      assert.equal(C.zsys_dir_delete('%s/one/two', folder), 0)
      assert.equal(C.zsys_file_delete(file), 0)
      assert.equal(C.zsys_file_exists(file), false)
      assert.equal(C.zsys_dir_change(join(folder, 'no')), -1)
    })
  })
})
