import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { checkLayers } from '../../scripts/check-layers.ts'

/** A tree in which every import is allowed. */
const good: Record<string, string> = {
  'src/raw/types.ts': 'export type Pointer = bigint',
  'src/raw/generated/index.ts': "import { a } from './zsock.ts'\nexport const all = [a]",
  'src/raw/generated/zsock.ts': "import type { Pointer } from '../types.ts'\nexport const a: Pointer = 1n",
  'src/errors.ts': "import os from 'node:os'\nexport const name = os.EOL",
  'src/raw/index.ts':
    "import koffi from 'koffi'\nimport '../errors.ts'\nimport './generated/index.ts'\nexport { koffi }",
  'src/handle.ts': "import './errors.ts'\nimport './lifecycle.ts'\nimport './raw/index.ts'",
  'src/lifecycle.ts': "import './errors.ts'\nimport './arguments.ts'",
  'src/arguments.ts': 'export {}',
  'src/zctx/index.ts': "import '../handle.ts'\nimport '../raw/index.ts'\nimport './new.ts'",
  'src/zctx/new.ts': 'export {}',
  'src/zsocket/index.ts': "import '../zctx/index.ts'",
  'src/event-loop/index.ts': "import '../raw/index.ts'",
  'src/sockets/push.ts': "import '../event-loop/index.ts'\nimport '../zsocket/index.ts'",
  'src/index.ts': "export * as zctx from './zctx/index.ts'\nexport { Push } from './sockets/push.ts'",
  'packages/remote/src/index.ts': "import 'czmq'\nimport './service.ts'",
  'packages/remote/src/service.ts': 'export {}',
  'examples/pipeline/main.ts': "import 'czmq'\nimport 'node:fs'\nimport '../table.ts'",
  'examples/table.ts': 'export default 1',
  'benchmark/main.ts': "import 'czmq'\nimport 'zeromq'",
  'test/zctx.test.ts': "import '../src/zctx/index.ts'",
  'ARCHITECTURE.md': '# Edges\n\n```edges\n# a comment\nzsocket -> zctx\n```\n\nzsocket -> nothing here\n',
}

describe('layer check', () => {
  let root: string

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'czmq-layers-'))
  })
  afterEach(() => rmSync(root, { recursive: true }))

  /** What the check says of the good tree with these files in addition. */
  function check(files: Record<string, string>): string[] {
    for (const [path, text] of Object.entries({ ...good, ...files })) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    return checkLayers(root).map(({ file, line, message }) => `${file}:${line}: ${message}`)
  }

  it('is content when every import points down', () => {
    assert.deepEqual(check({}), [])
  })

  it('is content with an empty folder', () => {
    assert.deepEqual(checkLayers(root), [])
  })

  const violations: [title: string, path: string, text: string, expected: string][] = [
    [
      'raw importing a namespace',
      'src/raw/loader.ts',
      "\nimport '../zctx/index.ts'",
      'src/raw/loader.ts:2: raw imports src/zctx/index.ts: upwards, to zctx',
    ],
    [
      'raw importing handles',
      'src/raw/loader.ts',
      "import '../handle.ts'",
      'src/raw/loader.ts:1: raw imports src/handle.ts: upwards, to foundation',
    ],
    [
      'errors importing raw',
      'src/errors.ts',
      "import './raw/index.ts'",
      'src/errors.ts:1: errors imports src/raw/index.ts: upwards, to raw',
    ],
    [
      'a namespace importing the sockets',
      'src/zctx/new.ts',
      "import '../sockets/push.ts'",
      'src/zctx/new.ts:1: zctx imports src/sockets/push.ts: upwards, to sockets',
    ],
    [
      'a socket importing the index',
      'src/sockets/pull.ts',
      "import '../index.ts'",
      'src/sockets/pull.ts:1: sockets imports src/index.ts: upwards, to index',
    ],
    [
      'siblings without an edge',
      'src/zctx/new.ts',
      "import '../zsocket/index.ts'",
      'src/zctx/new.ts:1: zctx imports src/zsocket/index.ts: ARCHITECTURE.md names no edge "zctx -> zsocket"',
    ],
    [
      'a type of a sibling',
      'src/zctx/new.ts',
      "export type A =\n  import('../zsocket/index.ts').B",
      'src/zctx/new.ts:2: zctx imports src/zsocket/index.ts: ARCHITECTURE.md names no edge "zctx -> zsocket"',
    ],
    [
      'a re-export of a sibling',
      'src/zctx/new.ts',
      "export { b } from '../zsocket/index.ts'",
      'src/zctx/new.ts:1: zctx imports src/zsocket/index.ts: ARCHITECTURE.md names no edge "zctx -> zsocket"',
    ],
    [
      'an import at run time',
      'src/zctx/new.ts',
      "await import('../sockets/push.ts')",
      'src/zctx/new.ts:1: zctx imports src/sockets/push.ts: upwards, to sockets',
    ],
    [
      'require',
      'src/zctx/new.ts',
      "require('../sockets/push.ts')",
      'src/zctx/new.ts:1: zctx imports src/sockets/push.ts: upwards, to sockets',
    ],
    [
      'generated code importing raw',
      'src/raw/generated/zmsg.ts',
      "import '../index.ts'",
      'src/raw/generated/zmsg.ts:1: generated code imports src/raw/index.ts; it may import only ../types',
    ],
    [
      'generated code importing a package',
      'src/raw/generated/zmsg.ts',
      "import 'node:fs'",
      'src/raw/generated/zmsg.ts:1: generated code imports node:fs; it may import only ../types',
    ],
    [
      'src importing itself by name',
      'src/zctx/new.ts',
      "import 'czmq'",
      'src/zctx/new.ts:1: src imports czmq, which is itself',
    ],
    [
      'src importing a test',
      'src/zctx/new.ts',
      "import '../../test/helpers.ts'",
      'src/zctx/new.ts:1: zctx imports test/helpers.ts, which belongs to no layer',
    ],
    [
      'a file directly in src importing a namespace',
      'src/kinds.ts',
      "import './zctx/index.ts'",
      'src/kinds.ts:1: foundation imports src/zctx/index.ts: upwards, to zctx',
    ],
    [
      'a package reaching into src',
      'packages/remote/src/service.ts',
      "import '../../../src/index.ts'",
      'packages/remote/src/service.ts:1: packages/remote imports src/index.ts; outside its folder it may use only the public name czmq',
    ],
    [
      'a package reaching into another',
      'packages/engine/index.ts',
      "import '../remote/src/index.ts'",
      'packages/engine/index.ts:1: packages/engine imports packages/remote/src/index.ts; outside its folder it may use only the public name czmq',
    ],
    [
      'a package importing a part of czmq',
      'packages/remote/src/service.ts',
      "import 'czmq/dist/raw/index.js'",
      'packages/remote/src/service.ts:1: imports czmq/dist/raw/index.js; only the public name czmq may be used',
    ],
    [
      'an example reaching into dist',
      'examples/pipeline/main.ts',
      "import '../../dist/index.js'",
      'examples/pipeline/main.ts:1: examples imports dist/index.js; outside its folder it may use only the public name czmq',
    ],
    [
      'an example importing another package',
      'examples/pipeline/main.ts',
      "import 'zeromq'",
      'examples/pipeline/main.ts:1: an example imports zeromq; it may import only czmq',
    ],
    [
      'a benchmark reaching into src',
      'benchmark/main.ts',
      "import '../src/raw/index.ts'",
      'benchmark/main.ts:1: benchmark imports src/raw/index.ts; outside its folder it may use only the public name czmq',
    ],
    [
      'the native word in a comment',
      'src/zctx/new.ts',
      '// Koffi',
      'src/zctx/new.ts:1: koffi outside src/raw',
    ],
    [
      'export default',
      'src/zctx/new.ts',
      '\nexport default function a() {}',
      'src/zctx/new.ts:2: default export',
    ],
    [
      'export default of an expression',
      'src/zctx/new.ts',
      'export default 1',
      'src/zctx/new.ts:1: default export',
    ],
    [
      'a name exported as default',
      'src/zctx/new.ts',
      'const a = 1\nexport { a as default }',
      'src/zctx/new.ts:2: default export',
    ],
    [
      'export *',
      'src/zctx/index.ts',
      "export * from './new.ts'",
      'src/zctx/index.ts:1: export * instead of a list',
    ],
    [
      'an edge that cannot be read',
      'ARCHITECTURE.md',
      '```edges\nzsocket -> zctx\nzsocket, zctx\n```',
      'ARCHITECTURE.md:3: not of the form "a -> b": zsocket, zctx',
    ],
  ]

  for (const [title, path, text, expected] of violations) {
    it(`reports ${title}`, () => assert.deepEqual(check({ [path]: text }), [expected]))
  }

  it('takes an absent ARCHITECTURE.md for one without edges', () => {
    check({})
    rmSync(join(root, 'ARCHITECTURE.md'))
    assert.deepEqual(
      checkLayers(root).map(({ message }) => message),
      ['zsocket imports src/zctx/index.ts: ARCHITECTURE.md names no edge "zsocket -> zctx"'],
    )
  })

  it('ignores words in texts and comments that look like imports', () => {
    const text = "// import '../sockets/push.ts'\nexport const a = \"import '../sockets/push.ts'\""
    assert.deepEqual(check({ 'src/zctx/new.ts': text }), [])
  })

  it('reports in the order of files and lines', () => {
    const upwards = "import './index.ts'"
    const found = check({ 'src/zctx/new.ts': `export default 1\nimport '../index.ts'`, 'src/a.ts': upwards })
    assert.deepEqual(
      found.map((line) => line.split(': ')[0]),
      ['src/a.ts:1', 'src/zctx/new.ts:1', 'src/zctx/new.ts:2'],
    )
  })

  it('as a program prints the violations and exits with 1', () => {
    check({ 'src/zctx/new.ts': 'export default 1' })
    assert.deepEqual(run(), { status: 1, stderr: 'src/zctx/new.ts:1: default export\n' })
  })

  it('as a program prints nothing and exits with 0 when all is well', () => {
    check({})
    assert.deepEqual(run(), { status: 0, stderr: '' })
  })

  function run(): { status: number | null; stderr: string } {
    const command = ['--import', 'tsx', 'scripts/check-layers.ts', root]
    const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' })
    return { status, stderr }
  }
})
