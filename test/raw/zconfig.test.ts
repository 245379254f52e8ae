import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { C, type Pointer } from '../../src/index.ts'

type Item = Pointer<'zconfig_t'>

const MALAMUTE = `malamute
    endpoint = ipc://@/malamute
    producer = STREAM
    consumer
        STREAM2 = .*
        STREAM3 = HAM
server
    verbose = true
`

function found(item: Item | null): Item {
  assert.ok(item)
  return item
}

describe("C's zconfig, as in CZMQ's self-test", () => {
  it('is made, saved, loaded and reloaded', () => {
    const folder = mkdtempSync(join(tmpdir(), 'czmq-zconfig-'))
    const file = join(folder, 'test.cfg')
    const root = C.zconfig_new('root', null)
    const section = C.zconfig_new('headers', root)
    C.zconfig_set_value(C.zconfig_new('email', section), 'some@random.com')
    C.zconfig_set_value(C.zconfig_new('name', section), 'Justin Kayce')
    C.zconfig_putf(root, '/curve/secret-key', '%s', 'Top Secret')
    C.zconfig_set_comment(root, '   CURVE certificate')
    C.zconfig_set_comment(root, '   -----------------')
    assert.ok(C.zconfig_comments(root))
    assert.equal(C.zconfig_save(root, file), 0)
    C.zconfig_destroy([root])
    const loaded = found(C.zconfig_load(file))
    assert.equal(C.zconfig_filename(loaded), file)
    assert.equal(C.zconfig_get(loaded, '/headers/email', null), 'some@random.com')
    assert.equal(C.zconfig_get(loaded, '/curve/secret-key', null), 'Top Secret')
    C.zconfig_savef(loaded, '%s/%s', folder, 'test.cfg')
    assert.equal(C.zconfig_has_changed(loaded), false)
    const ref: [Item | null] = [loaded]
    assert.equal(C.zconfig_reload(ref), 0)
    const reloaded = found(ref[0])
    assert.equal(C.zconfig_has_changed(reloaded), false)
    assert.equal(C.zconfig_savef(reloaded, '%s/path/that/doesnt/exist/%s', folder, 'test.cfg'), -1)
    C.zconfig_destroy([reloaded])
    rmSync(folder, { recursive: true })
  })

  it('goes through chunks and text', () => {
    const root = C.zconfig_new('root', null)
    const item = C.zconfig_new('value', C.zconfig_new('section', root))
    C.zconfig_set_value(item, 'somevalue')
    assert.equal(C.zconfig_locate(root, 'section/value'), item)
    const chunk = C.zconfig_chunk_save(root)
    const saved = C.zconfig_str_save(root)
    assert.equal(saved.length, 32)
    assert.equal(C.zchunk_strdup(chunk), saved)
    C.zconfig_destroy([root])
    const loaded = found(C.zconfig_chunk_load(chunk))
    assert.equal(C.zconfig_get(loaded, '/section/value', null), 'somevalue')
    C.zconfig_destroy([loaded])
    C.zchunk_destroy([chunk])
  })

  it('is loaded from text', () => {
    const config = found(C.zconfig_str_load(MALAMUTE))
    assert.equal(C.zconfig_get(config, 'malamute/endpoint', null), 'ipc://@/malamute')
    assert.equal(C.zconfig_get(config, 'malamute/producer', null), 'STREAM')
    const consumer = found(C.zconfig_locate(config, 'malamute/consumer'))
    const first = found(C.zconfig_child(consumer))
    assert.deepEqual([C.zconfig_name(first), C.zconfig_value(first)], ['STREAM2', '.*'])
    const second = found(C.zconfig_next(first))
    assert.deepEqual([C.zconfig_name(second), C.zconfig_value(second)], ['STREAM3', 'HAM'])
    assert.equal(C.zconfig_next(second), null)
    assert.equal(C.zconfig_get(config, 'server/verbose', null), 'true')
    const names: string[] = []
    C.zconfig_execute(
      config,
      (item: Item, _arg: unknown, level: number) => {
        names.push(`${level} ${C.zconfig_name(item)}`)
        return names.length < 3 ? 0 : -1
      },
      null,
    )
    assert.deepEqual(names, ['0 root', '1 malamute', '2 endpoint'])
    C.zconfig_destroy([config])
  })
})
