import assert from 'node:assert/strict'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { C } from '../../src/raw/index.ts'
import type { Pointer } from '../../src/raw/types.ts'
import { runCode } from '../helpers/child.ts'
import { freshFolder } from '../helpers/folder.ts'

/** The keys of metadata, as C lists them. */
function countOfKeys(cert: Pointer<'zcert_t'>): number {
  const keys = C.zcert_meta_keys(cert)
  const size = C.zlist_size(keys)
  C.zlist_destroy([keys])
  return size
}

describe('C: certificates', () => {
  const folder = freshFolder()

  it('pass the self-test of zcert', () => {
    const path = join(folder(), 'mycert.txt')
    const cert = C.zcert_new()
    C.zcert_set_meta(cert, 'email', 'ph@imatix.com')
    C.zcert_set_meta(cert, 'name', 'Pieter Hintjens')
    C.zcert_set_meta(cert, 'organization', 'iMatix Corporation')
    C.zcert_set_meta(cert, 'version', '%d', 1)
    assert.equal(C.zcert_meta(cert, 'email'), 'ph@imatix.com')
    assert.equal(C.zcert_meta(cert, 'version'), '1')
    assert.equal(countOfKeys(cert), 4)

    const shadow = C.zcert_dup(cert)
    assert.ok(shadow)
    assert.ok(C.zcert_eq(cert, shadow))
    C.zcert_destroy([shadow])

    assert.equal(C.zcert_save(cert, path), 0)
    assert.ok(existsSync(path) && existsSync(`${path}_secret`))
    const loaded = C.zcert_load(path)
    assert.ok(loaded)
    assert.ok(C.zcert_eq(cert, loaded))
    C.zcert_destroy([loaded])

    rmSync(`${path}_secret`)
    const publicOnly = C.zcert_load(path)
    assert.ok(publicOnly)
    assert.equal(C.zcert_secret_txt(publicOnly), '0'.repeat(40))
    C.zcert_destroy([publicOnly])
    C.zcert_destroy([cert])
  })

  it('pass the self-test of zcertstore', () => {
    const directory = join(folder(), 'certs')
    const store = C.zcertstore_new(directory)
    mkdirSync(directory)
    const cert = C.zcert_new()
    const key = C.zcert_public_txt(cert)
    C.zcert_set_meta(cert, 'name', 'John Doe')
    C.zcert_save(cert, join(directory, 'mycert.txt'))
    C.zcert_destroy([cert])
    const found = C.zcertstore_lookup(store, key)
    assert.ok(found)
    assert.equal(C.zcert_meta(found, 'name'), 'John Doe')
    assert.equal(C.zcertstore_lookup(store, 'x'), null)
    C.zcertstore_destroy([store])
  })

  it('are taken by a store in memory', () => {
    const store = C.zcertstore_new(null)
    const cert = C.zcert_new()
    const key = C.zcert_public_txt(cert)
    const reference: [Pointer<'zcert_t'> | null] = [cert]
    C.zcertstore_insert(store, reference)
    assert.deepEqual(reference, [null])
    assert.equal(C.zcertstore_lookup(store, key), cert)
    const stores: [Pointer<'zcertstore_t'> | null] = [store]
    C.zcertstore_destroy(stores)
    assert.deepEqual(stores, [null])
  })

  it('are shown by the function of CZMQ 2', async () => {
    const { stdout, stderr } = await runCode(
      `import { C } from '$src/raw/index.ts'
      const store = C.zcertstore_new(null)
      const cert = C.zcert_new()
      C.zcert_set_meta(cert, 'name', '%s', 'John %d Doe')
      console.log(C.zcert_public_txt(cert))
      C.zcertstore_insert(store, [cert])
      C.zcertstore_dump(store)
      C.zcertstore_destroy([store])`,
      { env: { ZSYS_LOGSTREAM: 'stderr' } },
    )
    assert.match(stderr, /name = "John %d Doe"/)
    assert.ok(stderr.includes(`public-key = "${stdout.trim()}"`), stderr)
  }).timeout(30_000)
})
