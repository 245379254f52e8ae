import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { C } from '../../src/raw/index.ts'
import { library } from '../../src/raw/library.ts'
import { type Outcome, type RunOptions, runCode } from '../helpers/child.ts'

const FAILING = `import { C } from '$src/raw/index.ts'
  try { C.zsys_init() } catch (error) { console.log(error.code, error.message) }`
const HIDE_LIBRARIES = `import koffi from 'koffi'
  const load = koffi.load
  koffi.load = (path, ...rest) => {
    if (path !== null) throw new Error('hidden')
    const loaded = load(path, ...rest)
    return new Proxy(loaded, { get: (target, name) => name === 'func' ? () => () => null : target[name] })
  }
  const { C } = await import('$src/raw/index.ts')
  try { C.zsys_init() } catch (error) { console.log(error.code, error.message) }`

/** Calls of CZMQ 3 that only count, in a library that depends on the real one. */
const SHIM = `
static int contexts = 0, sockets = 0, destroyed = 0;
static char context;
void *zctx_new (void) { contexts++; return &context; }
void zctx_destroy (void **self_p) { destroyed++; *self_p = 0; }
void *zsocket_new (void *self, int type) { sockets += self == &context ? type : 100; return 0; }
int zctx_set_linger (void *self, int linger) { return 0; }
int count_contexts (void) { return contexts; }
int count_sockets (void) { return sockets; }
int count_destroyed (void) { return destroyed; }
`

let folder = ''

/** The file of the loaded library, whatever name the loader found it by. */
function realPath(): string {
  library()
  const line = readFileSync('/proc/self/maps', 'utf8')
    .split('\n')
    .find((each) => each.includes('libczmq'))
  return realpathSync(line?.slice(line.indexOf('/')) ?? '')
}

async function run(code: string, options: RunOptions = {}): Promise<Outcome> {
  const { CZMQ_LIBRARY: _, ZSYS_LOGSTREAM: __, ...env } = process.env
  return runCode(code, { ...options, env: { ...env, ...options.env } })
}

async function print(code: string, options: RunOptions = {}): Promise<string> {
  const { code: status, signal, stdout, stderr } = await run(code, options)
  assert.deepEqual({ status, signal, stderr }, { status: 0, signal: null, stderr: '' })
  return stdout
}

describe('the library', () => {
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'czmq-library-'))
  })

  after(() => rmSync(folder, { recursive: true }))

  it('is not loaded by the import alone', async () => {
    const mapped = `import { readFileSync } from 'node:fs'
      const isMapped = () => readFileSync('/proc/self/maps', 'utf8').includes('libczmq')
      const { C } = await import('$src/raw/index.ts')
      const before = isMapped()
      C.zsys_init()
      console.log(before, isMapped())`
    assert.equal(await print(mapped), 'false true\n')
  })

  it('is the one that CZMQ_LIBRARY names', async () => {
    const copy = join(folder, 'some-other-name.so')
    copyFileSync(realPath(), copy)
    const program = `import { readFileSync } from 'node:fs'
      import { C } from '$src/raw/index.ts'
      C.zsys_init()
      const maps = readFileSync('/proc/self/maps', 'utf8')
      console.log(maps.includes(${JSON.stringify(copy)}), /libczmq\\.so/.test(maps))`
    assert.equal(await print(program, { env: { CZMQ_LIBRARY: copy } }), 'true false\n')
  })

  it('is looked for nowhere else when CZMQ_LIBRARY is wrong', async () => {
    const wrong = join(folder, 'absent.so')
    const text = await print(FAILING, { env: { CZMQ_LIBRARY: wrong } })
    assert.match(text, /^ERR_CZMQ_LIBRARY /)
    assert.ok(text.includes(wrong))
    assert.match(text, /nothing else was tried/)
    assert.doesNotMatch(text, /libczmq\.so/)
  })

  it('is refused when it is no library', async () => {
    const text = join(folder, 'text.so')
    writeFileSync(text, 'this is no library')
    assert.match(await print(FAILING, { env: { CZMQ_LIBRARY: text } }), /^ERR_CZMQ_LIBRARY .*\n.*text\.so/)
  })

  it('is refused when it is another library', async () => {
    const libc = readFileSync('/proc/self/maps', 'utf8')
      .split('\n')
      .find((each) => /\/libm\.so/.test(each))
    const path = libc?.slice(libc.indexOf('/')) ?? ''
    assert.match(await print(FAILING, { env: { CZMQ_LIBRARY: path } }), /^ERR_CZMQ_LIBRARY .*\n.*libm\.so/)
  })

  it('that cannot be found is reported with every place and the command that installs it', async () => {
    const text = await print(HIDE_LIBRARIES)
    assert.match(text, /^ERR_CZMQ_LIBRARY /)
    for (const name of ['libczmq.so.4', 'libczmq.so.3', 'libczmq.so'])
      assert.ok(text.includes(`${name}: hidden`), name)
    assert.match(text, /apt-get install libczmq4/)
    assert.match(text, /CZMQ_LIBRARY/)
  })

  it('that was not found is looked for again', async () => {
    const program = `import { C } from '$src/raw/index.ts'
      process.env.CZMQ_LIBRARY = '/absent.so'
      try { C.zsys_init() } catch (error) { console.log(error.code) }
      delete process.env.CZMQ_LIBRARY
      console.log(typeof C.zsys_init())`
    assert.equal(await print(program), 'ERR_CZMQ_LIBRARY\nbigint\n')
  })

  it('uses functions of CZMQ 3 where it exports them', async () => {
    const [source, shim] = [join(folder, 'shim.c'), join(folder, 'shim.so')]
    writeFileSync(source, SHIM)
    execFileSync('cc', ['-shared', '-fPIC', '-Wl,--no-as-needed', '-o', shim, source, realPath()])
    const program = `import koffi from 'koffi'
      import { C } from '$src/raw/index.ts'
      const context = [C.zctx_new()]
      const socket = C.zsocket_new(context[0], 8)
      C.zctx_destroy(context)
      const count = (name) => koffi.load(process.env.CZMQ_LIBRARY).func('int count_' + name + '()')()
      console.log(socket, context[0], count('contexts'), count('sockets'), count('destroyed'), typeof C.zmsg_new())`
    assert.equal(await print(program, { env: { CZMQ_LIBRARY: shim } }), 'null null 1 8 1 bigint\n')
  })

  it('leaves SIGINT to Node', async () => {
    const program = `import { C } from '$src/raw/index.ts'
      C.zsock_destroy([C.zsock_new(8)])
      C.zsys_info('%s', 'starts what is not started yet')
      setInterval(() => {}, 1 << 30)
      console.log('ready')`
    const { code, signal, stdout } = await run(program, { onOutput: (_, child) => child.kill('SIGINT') })
    assert.deepEqual({ code, signal, stdout }, { code: null, signal: 'SIGINT', stdout: 'ready\n' })
  })

  for (const order of ['before', 'after']) {
    it(`leaves listeners alone that were installed ${order} it was loaded`, async () => {
      const listen = "process.on('SIGINT', () => { console.log('heard'); process.exit(4) })"
      const use = 'C.zsock_destroy([C.zsock_new(8)])'
      const program = `import { C } from '$src/raw/index.ts'
        ${order === 'before' ? `${listen}; ${use}` : `${use}; ${listen}`}
        setInterval(() => {}, 1 << 30)
        console.log('ready')`
      const { code, stdout } = await run(program, { onOutput: (_, child) => child.kill('SIGINT') })
      assert.deepEqual({ code, stdout: stdout.slice(0, 12) }, { code: 4, stdout: 'ready\nheard\n' })
    })
  }

  it('logs nothing by itself', async () => {
    const program = `import { C } from '$src/raw/index.ts'
      C.zsys_error('%s', 'a line'); C.zsock_new(8)
      console.log(process.env.ZSYS_LOGSTREAM)`
    assert.equal(await print(program), 'undefined\n')
  })

  it('logs where ZSYS_LOGSTREAM says', async () => {
    const program = "import { C } from '$src/raw/index.ts'\nC.zsys_error('%s', 'a line')"
    const { stdout, stderr, code } = await run(program, { env: { ZSYS_LOGSTREAM: 'stderr' } })
    assert.deepEqual({ stdout, code }, { stdout: '', code: 0 })
    assert.match(stderr, /^E: .* a line\n$/)
  })

  it('logs where zsys_set_logstream says', async () => {
    const path = join(folder, 'log')
    const program = `import { C } from '$src/raw/index.ts'
      const file = C.fopen(${JSON.stringify(path)}, 'w')
      C.zsys_set_logstream(file)
      C.zsys_error('%s', 'a line')
      C.zsys_set_logstream(null)
      C.fclose(file)`
    await print(program)
    assert.match(readFileSync(path, 'utf8'), /^E: .* a line\n$/)
  })

  it('is one for all functions', () => {
    assert.equal(library(), library())
    assert.equal(C.zsys_init(), C.zsys_init())
  })
})
