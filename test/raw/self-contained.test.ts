import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { libraryFile } from '../../src/raw/library-file.ts'
import { type RunOptions, runCode } from '../helpers/child.ts'

const PROJECT = join(import.meta.dirname, '../..')
const PACKAGE = `@czmq/native-${process.platform}-${process.arch}`
const HEADERS = join(dirname(dirname(process.execPath)), 'include/node')
const REPORT = `import { library, Pair } from '$src/index.ts'
  const [one, other] = [new Pair(), new Pair()]
  await one.bind('inproc://a')
  other.connect('inproc://a')
  await other.send('arrived')
  console.log(String(await one.receive()), library.origin, library.path, library.addon?.origin, library.addon?.path)`
const FAILING = `import { C } from '$src/raw/index.ts'
  try { C.zsys_init() } catch (error) { console.log(error.code, error.message) }`

let folder = ''

/** Installs a package, for those who look in `modules`. Its file is made of the addon's source and needs the system's libczmq. */
function install(modules: string, change: (source: string) => string = (source) => source): string {
  const place = join(folder, modules, PACKAGE)
  mkdirSync(place, { recursive: true })
  const [source, file] = [join(place, 'addon.c'), join(place, 'czmq.node')]
  writeFileSync(source, change(readFileSync(join(PROJECT, 'native/watcher.c'), 'utf8')))
  const link = ['-shared', '-fPIC', '-Wl,--no-as-needed', '-o', file, source, libraryFile()]
  execFileSync('cc', ['-std=gnu11', '-fvisibility=hidden', `-I${HEADERS}`, ...link])
  writeFileSync(join(place, 'package.json'), JSON.stringify({ name: PACKAGE, main: './czmq.node' }))
  return file
}

/** Compiles a library of these functions, which all answer 0. */
function libraryWith(name: string, functions: string[]): string {
  const [source, file] = [join(folder, `${name}.c`), join(folder, `${name}.so`)]
  writeFileSync(source, functions.map((each) => `int ${each} (void) { return 0; }\n`).join(''))
  execFileSync('cc', ['-shared', '-fPIC', '-o', file, source])
  return file
}

async function print(code: string, env: Record<string, string>, options: RunOptions = {}): Promise<string> {
  const { CZMQ_LIBRARY: _, CZMQ_EVENT_LOOP: __, ...own } = process.env
  const {
    code: status,
    signal,
    stdout,
    stderr,
  } = await runCode(code, { ...options, env: { ...own, ...env } })
  assert.deepEqual({ status, signal, stderr }, { status: 0, signal: null, stderr: '' })
  return stdout
}

async function failure(path: string): Promise<string> {
  const text = await print(FAILING, { CZMQ_LIBRARY: path })
  assert.match(text, /^ERR_CZMQ_LIBRARY /)
  return text
}

describe('the package for the platform', () => {
  let file = ''

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'czmq-package-'))
    file = install('good')
  })

  after(() => rmSync(folder, { recursive: true }))

  it('is where library and addon are looked for first', async () => {
    const text = await print(REPORT, { NODE_PATH: join(folder, 'good') })
    // What its functions are part of is the library that the stand-in needs.
    assert.equal(text, `arrived package ${libraryFile()} package ${file}\n`)
  })

  it('lends its addon to the library that CZMQ_LIBRARY names', async () => {
    const env = { NODE_PATH: join(folder, 'good'), CZMQ_LIBRARY: libraryFile() }
    assert.equal(await print(REPORT, env), `arrived CZMQ_LIBRARY ${libraryFile()} package ${file}\n`)
  })

  it('is passed over when it is damaged', async () => {
    writeFileSync(install('damaged'), 'this is no library')
    const text = await print(REPORT, { NODE_PATH: join(folder, 'damaged') })
    assert.ok(text.startsWith(`arrived system ${libraryFile()} `), text)
    assert.doesNotMatch(text, / package /)
  })

  it('has no addon for sources of another version', async () => {
    install('other', (source) => source.replace('INTERFACE = 1 ', 'INTERFACE = 999 '))
    const text = await print(REPORT, { NODE_PATH: join(folder, 'other') })
    assert.ok(text.startsWith(`arrived package ${libraryFile()} `), text)
    assert.doesNotMatch(text, / package .* package /)
  })
})

describe('the error without a library', () => {
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'czmq-unfit-'))
  })

  after(() => rmSync(folder, { recursive: true }))

  it('says that a file is for another architecture', async () => {
    const other = join(folder, 'other.so')
    const header = Buffer.from('7f454c46020101000000000000000000'.padEnd(128, '0'), 'hex')
    header.writeUInt16LE(process.arch === 's390x' ? 62 : 22, 18)
    writeFileSync(other, header)
    const [mine, its] = [process.arch, process.arch === 's390x' ? 'x64' : 's390x']
    assert.ok((await failure(other)).includes(`${other}: it is for ${its}, and this Node is for ${mine}\n`))
  })

  it('says that CZMQ is too old', async () => {
    const old = libraryWith('two', ['zctx_new', 'zmq_version'])
    assert.match(await failure(old), /two\.so: it is CZMQ 2, which is too old; CZMQ 4 is needed\n/)
  })

  it('says that libzmq is too old', async () => {
    const old = libraryWith('zmq', ['zsys_init', 'zmq_version'])
    assert.match(await failure(old), /zmq\.so: its libzmq is too old; 4\.1 or later is needed\n/)
  })

  it('says that there are no functions of libzmq', async () => {
    const bare = libraryWith('bare', ['zsys_init'])
    assert.match(await failure(bare), /bare\.so: it does not show the functions of libzmq\n/)
  })

  it('says what to run on musl', async () => {
    const musl = `process.report.getReport = () => ({ header: {} })\n`
    const text = await print(musl + FAILING, { CZMQ_LIBRARY: '/absent.so' })
    assert.match(text, /To install it: apk add czmq /)
    assert.doesNotMatch(text, /apt-get/)
  })

  it('says that the package is not installed', async () => {
    const hidden = `import koffi from 'koffi'
      const { load } = koffi
      koffi.load = (path, ...rest) => {
        if (path !== null) throw new Error('hidden')
        const libc = load(path, ...rest)
        return new Proxy(libc, { get: (target, name) => name === 'func' ? () => () => null : target[name] })
      }
      const { C } = await import('$src/raw/index.ts')
      try { C.zsys_init() } catch (error) { console.log(error.message) }`
    const text = await print(hidden, { NODE_PATH: '' })
    assert.ok(text.includes(`\n  ${PACKAGE}: not installed\n`), text)
  })
})
