import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { classes } from '../../src/raw/generated/index.ts'
import { C } from '../../src/raw/index.ts'
import { runCompiled } from '../helpers/child.ts'

/** They take seconds, or take part in the network; `zsock_test` binds a port again that another process may take. */
const SKIPPED = [
  'zauth_test',
  'zbeacon_test',
  'zdir_test',
  'zfile_test',
  'zgossip_test',
  'zproxy_test',
  'zsock_test',
]

const exported = Object.values(classes)
  .flatMap((each) => Object.keys(each.prototypes))
  .filter((each) => /^z\w+_test$/.test(each) && each in C)

describe('the self-tests of libczmq', () => {
  it('are known', () => {
    assert.deepEqual(
      SKIPPED.filter((each) => !exported.includes(each)),
      [],
    )
    assert.equal(exported.length, 30)
  })

  it('pass through C, but for those that are slow or not alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'czmq-self-tests-'))
    const fast = exported.filter((each) => !SKIPPED.includes(each))
    const outcome = await runCompiled('self-tests.ts', { args: fast, cwd: folder })
    rmSync(folder, { recursive: true })
    assert.deepEqual(
      { code: outcome.code, signal: outcome.signal, ended: outcome.stderr.trim().split('\n') },
      { code: 0, signal: null, ended: fast },
    )
  })
})
