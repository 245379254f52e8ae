import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { C, type Zcert, zcert } from '../../src/index.ts'
import { runCode } from '../helpers/child.ts'
import { freshFolder } from '../helpers/folder.ts'
import { loadInC, saveInC } from './peer.ts'

/** The time of writing is the only difference there may be. */
const withoutTime = (path: string) =>
  readFileSync(path, 'utf8').replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/, 'TIME')
const mode = (path: string) => statSync(path).mode & 0o777

describe('the files of a zcert', () => {
  const folder = freshFolder()
  let path: string
  let cert: Zcert

  beforeEach(() => {
    path = join(folder(), 'cert.txt')
    cert = zcert.new()
    zcert.setMeta(cert, 'name', 'Joe')
    zcert.setMeta(cert, 'email', "joe's@example.org #1")
    zcert.setMeta(cert, 'organization/unit', '')
  })

  afterEach(() => zcert.destroy(cert))

  it('are those that C writes, byte for byte', () => {
    const other = join(folder(), 'other.txt')
    zcert.save(cert, path)
    assert.equal(C.zcert_save(cert.pointer as Parameters<typeof C.zcert_save>[0], other), 0)
    for (const suffix of ['', '_secret']) {
      assert.match(withoutTime(path + suffix), /TIME/)
      assert.equal(withoutTime(path + suffix), withoutTime(other + suffix))
      assert.equal(mode(path + suffix), mode(other + suffix))
    }
  })

  it('are those that C writes when there is no metadata', () => {
    const { publicKey, secretKey } = saveInC(path)
    using bare = zcert.newFromTxt(publicKey, secretKey)
    zcert.save(bare, join(folder(), 'ours'))
    for (const suffix of ['', '_secret'])
      assert.equal(withoutTime(join(folder(), `ours${suffix}`)), withoutTime(path + suffix))
  }).timeout(30_000)

  it('are read by C', () => {
    zcert.save(cert, path)
    const told = loadInC(path)
    assert.deepEqual([told.publicKey, told.secretKey], [zcert.publicTxt(cert), zcert.secretTxt(cert)])
    rmSync(`${path}_secret`)
    assert.equal(loadInC(path).secretKey, '0'.repeat(40))
  }).timeout(30_000)

  it('can be written one at a time', () => {
    zcert.savePublic(cert, path)
    assert.deepEqual(readdirSync(folder()), ['cert.txt'])
    using publicOnly = zcert.load(path)
    assert.equal(zcert.secretTxt(publicOnly), null)
    zcert.saveSecret(cert, `${path}_secret`)
    using both = zcert.load(path)
    assert.ok(zcert.eq(both, cert))
    using direct = zcert.load(`${path}_secret`)
    assert.ok(zcert.eq(direct, cert))
  })

  it('are read without the secret key for those who need no more', () => {
    zcert.save(cert, path)
    for (const each of [path, `${path}_secret`]) {
      using loaded = zcert.load(each, { secret: false })
      assert.equal(zcert.secretKey(loaded), null)
      assert.equal(zcert.publicTxt(loaded), zcert.publicTxt(cert))
    }
  })

  it('replace what was there before, and nothing else is left', () => {
    writeFileSync(path, 'before')
    writeFileSync(`${path}_secret`, 'before', { mode: 0o644 })
    zcert.save(cert, path)
    assert.equal(mode(`${path}_secret`), 0o600)
    using loaded = zcert.load(path)
    assert.ok(zcert.eq(loaded, cert))
    assert.deepEqual(readdirSync(folder()).sort(), ['cert.txt', 'cert.txt_secret'])
  })

  it('do not write through a link that somebody has put there', () => {
    const victim = join(folder(), 'victim')
    writeFileSync(victim, 'before', { mode: 0o666 })
    symlinkSync(victim, `${path}_secret`)
    zcert.save(cert, path)
    assert.equal(readFileSync(victim, 'utf8'), 'before')
    assert.equal(mode(`${path}_secret`), 0o600)
  })

  it('are not written without a secret key, which would overwrite one', () => {
    zcert.save(cert, path)
    using publicOnly = zcert.load(path, { secret: false })
    for (const save of [zcert.save, zcert.saveSecret])
      assert.throws(() => save(publicOnly, path), { code: 'ERR_INVALID_ARG_VALUE', message: /no secret key/ })
    using loaded = zcert.load(path)
    assert.ok(zcert.eq(loaded, cert))
  })

  it('have paths that fit into 256 bytes of CZMQ', () => {
    const longest = `${folder()}/${'x'.repeat(248 - folder().length - 1)}`
    zcert.save(cert, longest)
    using loaded = zcert.load(longest)
    assert.ok(zcert.eq(loaded, cert))
    assert.equal(loadInC(longest).secretKey, zcert.secretTxt(cert))
    for (const call of [zcert.save, zcert.savePublic, zcert.saveSecret])
      assert.throws(() => call(cert, `${longest}x`), { code: 'ERR_INVALID_ARG_VALUE' })
    assert.throws(() => zcert.load(`${longest}x`), { code: 'ERR_INVALID_ARG_VALUE' })
  }).timeout(30_000)

  describe('that cannot be written', () => {
    const failures: [string, string, () => string][] = [
      ['in a folder that does not exist', 'ENOENT', () => join(folder(), 'none/cert')],
      ['below a file', 'ENOTDIR', () => join(path, 'cert')],
      ['in place of a folder', 'EISDIR', () => join(folder(), 'sub')],
      ['in place of a folder, the secret one', 'EISDIR', () => join(folder(), 'other')],
    ]
    for (const [situation, code, where] of failures) {
      it(`${situation} throw ${code} and leave nothing behind`, () => {
        mkdirSync(join(folder(), 'sub'))
        mkdirSync(join(folder(), 'other_secret'))
        writeFileSync(path, 'a file')
        const before = readdirSync(folder())
        const isHidden = (error: Error) => !inspect(error).includes(zcert.secretTxt(cert) ?? '')
        assert.throws(() => zcert.save(cert, where()), { name: 'CzmqError', code })
        assert.throws(() => zcert.save(cert, where()), isHidden)
        assert.deepEqual(readdirSync(folder()), before)
      })
    }
  })

  describe('that cannot be read', () => {
    const cases: [string, string, (path: string) => void][] = [
      ['is not there', 'ENOENT', () => {}],
      ['is a folder', 'EISDIR', (each) => mkdirSync(each)],
      ['is a pipe', 'EINVAL', (each) => void execFileSync('mkfifo', [each])],
      ['is a device', 'EINVAL', (each) => symlinkSync('/dev/zero', each)],
      ['is empty', 'EBADMSG', (each) => writeFileSync(each, '')],
      ['is something else', 'EBADMSG', (each) => writeFileSync(each, '-----BEGIN PRIVATE KEY-----\nabc\n')],
      ['is binary', 'EBADMSG', (each) => writeFileSync(each, Buffer.alloc(1000, 0xff))],
      ['is too large', 'EFBIG', (each) => writeFileSync(each, '#'.repeat(65_537))],
      ['is a loop of links', 'ELOOP', (each) => symlinkSync(each, each)],
    ]
    for (const [situation, code, make] of cases) {
      it(`throws ${code} when it ${situation}`, () => {
        make(path)
        assert.throws(() => zcert.load(path), {
          name: 'CzmqError',
          code,
          message: new RegExp(`^${code}: .*cert.txt`),
        })
      })
    }

    it('says so when the secret file is damaged, although the public one is not', () => {
      zcert.save(cert, path)
      writeFileSync(`${path}_secret`, 'damaged!')
      assert.throws(() => zcert.load(path), { code: 'EBADMSG', message: /cert.txt_secret/ })
      zcert.destroy(zcert.load(path, { secret: false }))
    })

    it('refuses a secret key without a public key', () => {
      zcert.save(cert, path)
      const secret = readFileSync(`${path}_secret`, 'utf8')
      writeFileSync(`${path}_secret`, secret.replace(/ {4}public-key.*\n/, ''))
      assert.throws(() => zcert.load(path), { code: 'EBADMSG', message: /no public key/ })
    })

    it('names the line that is wrong, and no key', () => {
      zcert.save(cert, path)
      const secret = readFileSync(`${path}_secret`, 'utf8')
      const cut = secret.slice(0, -5)
      const unquoted = secret.replace('secret-key =', 'secret-key')
      for (const text of [cut, `${cut}~~~"\n`, `${cut}"\n`, unquoted]) {
        writeFileSync(`${path}_secret`, text)
        const isHidden = (error: Error) => !inspect(error).includes((zcert.secretTxt(cert) ?? '').slice(0, 8))
        assert.throws(() => zcert.load(path), isHidden)
        assert.throws(() => zcert.load(path), { code: 'EBADMSG', message: /line \d+|secret-key/ })
      }
    })
  })

  it('are refused on request when everybody can read the secret key', () => {
    zcert.save(cert, path)
    const refuse = () => zcert.load(path, { refuseExposed: true })
    for (const allowed of [0o600, 0o400, 0o640]) {
      chmodSync(`${path}_secret`, allowed)
      zcert.destroy(refuse())
    }
    for (const exposed of [0o644, 0o604, 0o602, 0o666]) {
      chmodSync(`${path}_secret`, exposed)
      assert.throws(refuse, { code: 'ERR_CZMQ_EXPOSED', message: /cert.txt_secret/ })
      zcert.destroy(zcert.load(path))
      zcert.destroy(zcert.load(path, { refuseExposed: true, secret: false }))
    }
  })

  it('are not read with options that do not exist', () => {
    zcert.save(cert, path)
    const misspelt = { refuseExpsed: true } as object
    assert.throws(() => zcert.load(path, misspelt), { code: 'ERR_INVALID_ARG_VALUE' })
    const wrong = { secret: 'no' } as object
    assert.throws(() => zcert.load(path, wrong), { code: 'ERR_INVALID_ARG_TYPE' })
    zcert.destroy(zcert.load(path, { secret: undefined } as object))
  })

  it('are for their owner alone from the first moment', async () => {
    const shim = join(folder(), 'shim.so')
    writeFileSync(`${shim}.c`, SHIM)
    execFileSync('cc', ['-shared', '-fPIC', '-o', shim, `${shim}.c`, '-ldl'])
    const log = join(folder(), 'log')
    const { code, stderr } = await runCode(
      `import { zcert } from '$src/index.ts'
      process.umask(0)
      const cert = zcert.new()
      zcert.save(cert, '${path}')
      zcert.destroy(cert)`,
      { env: { LD_PRELOAD: shim, OPEN_LOG: log, OPEN_FOLDER: folder() } },
    )
    assert.equal(code, 0, stderr)
    const modes = readFileSync(log, 'utf8').trim().split('\n')
    assert.deepEqual(modes, ['600 excl', '666 excl'])
    assert.equal(mode(`${path}_secret`), 0o600)
  }).timeout(30_000)

  it('are not there when the disk is full', async () => {
    const disk = join(folder(), 'disk')
    mkdirSync(disk)
    const { stdout, stderr } = await runCode(
      `import { execFileSync, spawnSync } from 'node:child_process'
      const inner = \`import { zcert } from '$src/index.ts'
        import { readdirSync, writeFileSync } from 'node:fs'
        const cert = zcert.new()
        zcert.save(cert, '${disk}/good')
        try { writeFileSync('${disk}/filler', Buffer.alloc(1e6)) } catch {}
        try { zcert.save(cert, '${disk}/cert') } catch (error) { console.log(error.code) }
        console.log(readdirSync('${disk}').sort().join())
        zcert.destroy(cert)\`
      const mount = 'mount -t tmpfs -o size=64k none ${disk} && exec "$@"'
      const args = ['-rm', 'sh', '-c', mount, 'sh', process.execPath, '--import', 'tsx', '--input-type=module', '--eval', inner]
      const { stdout, stderr } = spawnSync('unshare', args, { encoding: 'utf8' })
      console.log(stdout + stderr)`,
    )
    assert.equal(stdout.trim(), 'ENOSPC\nfiller,good,good_secret', stderr)
  }).timeout(30_000)

  it('throw EACCES to those who may not read or write them', async () => {
    zcert.save(cert, path)
    chmodSync(folder(), 0o755)
    const { stdout, stderr } = await runCode(
      `import { zcert } from '$src/index.ts'
      import { readdirSync, chmodSync } from 'node:fs'
      const attempt = (call) => { try { call(); return 'done' } catch (error) { return error.code } }
      const cert = zcert.new()
      if (process.getuid() === 0) process.setuid(65534)
      else for (const each of ['${path}_secret', '${folder()}']) chmodSync(each, each === '${folder()}' ? 0o555 : 0)
      console.log(attempt(() => zcert.save(cert, '${folder()}/new')))
      console.log(attempt(() => zcert.load('${path}')))
      console.log(attempt(() => zcert.load('${path}', { secret: false })))
      console.log(readdirSync('${folder()}').sort().join())`,
    )
    assert.equal(stdout.trim(), 'EACCES\nEACCES\ndone\ncert.txt,cert.txt_secret', stderr)
    chmodSync(folder(), 0o755)
    assert.ok(existsSync(path))
  }).timeout(30_000)
})

/** Logs the permissions with which files are made in a folder. */
const SHIM = `
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void note (const char *path, int flags, int mode)
{
    const char *folder = getenv ("OPEN_FOLDER");
    if (!folder || strncmp (path, folder, strlen (folder)) || !(flags & O_CREAT) || strstr (path, "/log"))
        return;
    FILE *log = fopen (getenv ("OPEN_LOG"), "a");
    fprintf (log, "%o %s\\n", mode, flags & O_EXCL? "excl": "");
    fclose (log);
}

#define SHIM_OPEN(name) \\
int name (const char *path, int flags, ...) \\
{ \\
    static int (*real) (const char *, int, ...); \\
    if (!real) \\
        real = (int (*) (const char *, int, ...)) dlsym (RTLD_NEXT, #name); \\
    va_list args; \\
    va_start (args, flags); \\
    int mode = va_arg (args, int); \\
    va_end (args); \\
    note (path, flags, mode); \\
    return real (path, flags, mode); \\
}
SHIM_OPEN (open)
SHIM_OPEN (open64)
`
