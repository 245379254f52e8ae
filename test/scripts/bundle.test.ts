import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { plainNamespaces } from '../../scripts/setup/bundle/namespaces.mjs'
import * as source from '../../src/index.ts'

const PROJECT = join(import.meta.dirname, '../..')

function evaluate(code: string, folder = PROJECT): unknown {
  const args = ['--input-type=module', '--eval', code]
  return JSON.parse(execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' }))
}

describe('the bundle', () => {
  it('exports what the source exports, in every namespace', () => {
    const members = (all: object) =>
      Object.fromEntries(
        Object.entries(all).map(([name, value]) => [
          name,
          typeof value === 'object' && name[0] === 'z' ? Object.keys(value as object).sort() : typeof value,
        ]),
      )
    const code = `import * as all from 'czmq'
      const members = ${String(members)}
      console.log(JSON.stringify(members(all)))`
    assert.deepEqual(evaluate(code), members(source))
  })

  it('loads the rest when a namespace of it is first used, once, with the classes that everybody has', () => {
    const code = `import { CzmqError, Handle, types, zframe, zmsg } from 'czmq'
      import { createRequire } from 'node:module'
      const loaded = () => Object.keys(createRequire(import.meta.url).cache).filter((each) => /later/.test(each)).length
      const before = loaded()
      const frame = zframe.new(Buffer.from('abc'))
      const message = zmsg.new()
      zmsg.append(message, frame)
      let code
      try { zframe.size(frame) } catch (error) { code = error instanceof CzmqError && error.code }
      console.log(JSON.stringify([before, loaded(), frame instanceof Handle, code, new types.Message(['x']).size]))
      message.destroy()`
    assert.deepEqual(evaluate(code), [0, 1, true, 'ERR_CZMQ_TAKEN', 1])
  })

  it('has classes that are loaded when they are used, and are like others', () => {
    const code = `import { Certificate, Proxy as Between, Pull, Push } from 'czmq'
      const certificate = Certificate.generate()
      class Named extends Between { get label() { return 'named' } }
      const between = new Named(new Pull(), new Push())
      const errorOf = (action) => { try { action() } catch (error) { return error.code ?? error.constructor.name } }
      console.log(JSON.stringify([
        certificate instanceof Certificate,
        certificate.constructor === Certificate,
        between instanceof Between,
        between.label,
        [typeof Between, Between.name, Named.name],
        between.frontEnd instanceof Pull,
        errorOf(() => Between()),
        errorOf(() => new Between(1, 2)),
        'generate' in Certificate,
        'nothing' in Certificate,
      ]))`
    const answers = [true, true, true, 'named', ['function', 'Proxy', 'Named'], true]
    assert.deepEqual(evaluate(code), [...answers, 'TypeError', 'ERR_INVALID_ARG_TYPE', true, false])
  })

  it('shows little of itself with an error that nobody catches', () => {
    const code = `import { zctx, zmq, zsocket } from 'czmq'; zsocket.new(zctx.new(), 'PUSH')`
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
      cwd: PROJECT,
      encoding: 'utf8',
    })
    assert.equal(status, 1)
    assert.match(stderr, /TypeError: The "type" argument must be a socket type/)
    assert.ok(stderr.length < 2000, `${stderr.length} characters`)
  })

  it('works inside the bundle of a program whose packages are installed', () => {
    mkdirSync(join(PROJECT, 'build'), { recursive: true })
    const folder = mkdtempSync(join(PROJECT, 'build', 'program-'))
    try {
      const outfile = join(folder, 'program.mjs')
      buildSync({
        stdin: {
          contents: `import { zframe, zctx, zsocket, zmq, zstr } from 'czmq'
            const context = zctx.new()
            const [a, b] = [zsocket.new(context, zmq.PAIR), zsocket.new(context, zmq.PAIR)]
            zsocket.bind(a, 'inproc://a')
            zsocket.connect(b, 'inproc://a')
            zstr.send(a, 'text')
            console.log(JSON.stringify([zframe.MORE, zstr.recv(b)]))
            zctx.destroy(context)`,
          resolveDir: PROJECT,
        },
        outfile,
        bundle: true,
        platform: 'node',
        format: 'esm',
        external: ['koffi', 'node-gyp-build'],
        logLevel: 'error',
      })
      assert.deepEqual(JSON.parse(execFileSync(process.execPath, [outfile], { encoding: 'utf8' })), [
        1,
        'text',
      ])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('namespaces in a bundle', () => {
  it('have functions as plain properties, and the same length', () => {
    const text = 'var a={};__export(a,{f:()=>f2,g:()=>g,K:()=>K});function f2(){}async function g(){}var K=1;'
    const plain = plainNamespaces(text)
    assert.equal(plain.length, text.length)
    assert.match(plain, /^var a=\{\};a=\{f:f2,g:g\},__export\(a,\{K:\(\)=>K\}\) *;function/)
  })

  it('keep their lines', () => {
    const text = 'var a={};__export(a,{f:()=>f2,\ng:()=>g,\nK:()=>K});function f2(){}\nasync function g(){}'
    const plain = plainNamespaces(text)
    assert.equal(plain.length, text.length)
    assert.equal(plain.split('\n').length, text.split('\n').length)
    assert.match(plain, /^var a=\{\};a=\{f:f2,g:g\},__export/)
  })

  it('stay as they are without functions', () => {
    const text = 'var a={};__export(a,{K:()=>K});var K=1;'
    assert.equal(plainNamespaces(text), text)
  })
})
