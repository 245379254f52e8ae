import assert from 'node:assert/strict'
import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fits } from '../../scripts/setup/engines.mjs'
import type { Machine } from '../../scripts/setup/machine.mjs'
import { setUp } from '../../scripts/setup/main.mjs'
import { installPackages, installSystem, lockFile, makeSandbox, type Sandbox } from './sandbox.ts'

const aptGet = 'apt-get -q -o DPkg::Lock::Timeout=120'
const install = `${aptGet} install -y --no-install-recommends`
const libraryFolder = '/usr/lib/x86_64-linux-gnu'

describe('setup', () => {
  let sandbox: Sandbox

  function use(overrides: Partial<Machine> = {}): Sandbox {
    sandbox?.remove()
    sandbox = makeSandbox(overrides)
    return sandbox
  }

  beforeEach(() => use())
  afterEach(() => sandbox.remove())

  /** The text of everything setup said. */
  const report = (): string => sandbox.said.join('\n')

  /** A script for apt-get whose `install` puts the library into the system. */
  const aptInstalls = (): string =>
    `case "$*" in *install*) /bin/mkdir -p "${sandbox.machine.root}${libraryFolder}"; : > "${sandbox.machine.root}${libraryFolder}/libczmq.so.4";; esac`

  describe('version of Node', () => {
    const range = '^20.19.0 || >=22.12.0'
    for (const version of ['20.19.0', '20.20.2', '22.12.0', '24.9.0']) {
      it(`accepts ${version}`, () => assert.equal(fits(version, range), true))
    }
    for (const version of ['18.20.0', '20.18.3', '21.7.0', '22.11.0']) {
      it(`refuses ${version}`, () => assert.equal(fits(version, range), false))
    }

    it('says which version is needed', () => {
      use({ nodeVersion: '18.20.0' })
      assert.equal(setUp('start', sandbox.machine), 1)
      assert.equal(report(), 'setup: this is Node 18.20.0, and czmq needs Node ^20.19.0 || >=22.12.0')
    })
  })

  describe('profile', () => {
    it('refuses one it does not know', () => {
      assert.equal(setUp('dance', sandbox.machine), 1)
      assert.match(report(), /unknown profile "dance"; it is one of start, test, benchmark, build/)
    })

    it('start demands neither headers nor a compiler', () => {
      installPackages(sandbox)
      sandbox.writeSystem(`${libraryFolder}/libczmq.so.4`)
      assert.equal(setUp('start', sandbox.machine), 0)
    })

    it('build demands nothing of the system', () => {
      installPackages(sandbox)
      assert.equal(setUp('build', sandbox.machine), 0)
      assert.deepEqual(sandbox.said, ['Building czmq', 'Building the examples'])
    })

    const extras = {
      test: [' iproute2 python3-zmq', ', the program ip, the Python package zmq'],
      benchmark: ['', ''],
    }
    for (const [profile, [extra, title]] of Object.entries(extras)) {
      it(`${profile} demands headers and a compiler`, () => {
        installPackages(sandbox)
        sandbox.writeSystem(`${libraryFolder}/libczmq.so.4`)
        sandbox.writeSystem('var/lib/apt/lists/x_Packages')
        sandbox.program('apt-get')
        assert.equal(setUp(profile, sandbox.machine), 1)
        assert.equal(sandbox.calls()[0], `${install} libczmq-dev gcc libc6-dev${extra}`)
        assert.ok(
          report().includes(`czmq.h and zmq.h, a C compiler${title} cannot be found although`),
          report(),
        )
      })
    }

    it('test demands networks only of root, who alone can make them, and where they can be installed', () => {
      for (const [uid, programs] of [
        [1000, ['apt-get']],
        [0, []],
        [0, ['apt-get', 'ip']],
      ] as const) {
        use({ uid })
        installPackages(sandbox)
        installSystem(sandbox)
        for (const each of programs) sandbox.program(each)
        assert.equal(setUp('test', sandbox.machine), 0, report())
      }
    })

    it("test demands Python's zmq where it can be installed, and takes it from wherever it is", () => {
      const complete = () => {
        installPackages(sandbox)
        installSystem(sandbox)
        rmSync(join(sandbox.machine.root, 'usr/lib/python3'), { recursive: true })
        sandbox.program('ip')
      }
      complete()
      assert.equal(setUp('test', sandbox.machine), 0, report())
      sandbox.program('apt-get', 'exit 100')
      assert.equal(setUp('test', sandbox.machine), 1)
      assert.match(report(), /the Python package zmq missing\. Run: .*install .* python3-zmq/)
      sandbox.program('python3')
      assert.equal(setUp('test', sandbox.machine), 0)
      use({ uid: 1000 })
      complete()
      sandbox.program('apt-get')
      sandbox.program('sudo', 'exit 1')
      assert.equal(setUp('test', sandbox.machine), 0)
    })

    it('test is content with a complete machine', () => {
      installPackages(sandbox)
      installSystem(sandbox)
      assert.equal(setUp('test', sandbox.machine), 0)
      assert.equal(setUp('test', sandbox.machine), 0)
      assert.deepEqual(sandbox.said, ['Building czmq', 'Building the examples'])
    })

    it('test asks pkg-config where headers are in an unusual place', () => {
      installPackages(sandbox)
      sandbox.writeSystem(`${libraryFolder}/libczmq.so.4`)
      sandbox.writeSystem('usr/include/stdio.h')
      sandbox.program('cc')
      sandbox.program('pkg-config')
      assert.equal(setUp('test', sandbox.machine), 0)
      assert.deepEqual(sandbox.calls()[0], 'pkg-config --exists libczmq libzmq')
    })
  })

  describe('looking for libczmq', () => {
    beforeEach(() => installPackages(sandbox))

    it('finds it in a folder of LD_LIBRARY_PATH', () => {
      sandbox.write('native/libczmq.so.4', '')
      sandbox.machine.env.LD_LIBRARY_PATH = `/nowhere:${join(sandbox.machine.project, 'native')}`
      assert.equal(setUp('start', sandbox.machine), 0)
    })

    it('finds it in the cache of the loader', () => {
      sandbox.program('ldconfig', 'echo "	libczmq.so.4 (libc6,x86-64) => /opt/lib/libczmq.so.4"')
      assert.equal(setUp('start', sandbox.machine), 0)
    })

    it('finds ldconfig in /sbin, which need not be in PATH', () => {
      sandbox.program('ldconfig', 'echo "	libczmq.so.4 (libc6,x86-64) => /opt/lib/libczmq.so.4"')
      sandbox.writeSystem('sbin/ldconfig')
      const ldconfig = join(sandbox.machine.env.PATH ?? '', 'ldconfig')
      renameSync(ldconfig, join(sandbox.machine.root, 'sbin/ldconfig'))
      assert.equal(setUp('start', sandbox.machine), 0)
    })

    it('does not take a library for another architecture', () => {
      sandbox.program('ldconfig', 'echo "	libczmq.so.4 (libc6) => /lib/i386-linux-gnu/libczmq.so.4"')
      assert.equal(setUp('start', sandbox.machine), 1)
    })

    it('does not take a library of another major version', () => {
      sandbox.program('ldconfig', 'echo "	libczmq.so.41 (libc6,x86-64) => /opt/lib/libczmq.so.41"')
      assert.equal(setUp('start', sandbox.machine), 1)
    })

    it('is content with the library that CZMQ_LIBRARY names', () => {
      sandbox.write('my-czmq.so', '')
      sandbox.machine.env.CZMQ_LIBRARY = join(sandbox.machine.project, 'my-czmq.so')
      assert.equal(setUp('start', sandbox.machine), 0)
    })

    it('installs nothing in place of a wrong CZMQ_LIBRARY', () => {
      sandbox.program('apt-get')
      sandbox.machine.env.CZMQ_LIBRARY = '/nowhere/libczmq.so'
      assert.equal(setUp('start', sandbox.machine), 1)
      assert.equal(report(), 'setup: CZMQ_LIBRARY is "/nowhere/libczmq.so", and there is no such library')
      assert.deepEqual(sandbox.calls(), [])
    })
  })

  describe('installing with apt', () => {
    beforeEach(() => installPackages(sandbox))

    it('installs the library alone for start', () => {
      sandbox.writeSystem('var/lib/apt/lists/x_Packages')
      sandbox.program('apt-get', aptInstalls())
      assert.equal(setUp('start', sandbox.machine), 0)
      assert.deepEqual(sandbox.calls().slice(0, -2), [`${install} libczmq4`])
      assert.equal(sandbox.said[0], 'Installing libczmq4 with apt-get')
    })

    it('asks no questions', () => {
      sandbox.writeSystem('var/lib/apt/lists/x_Packages')
      sandbox.program('apt-get', `echo "frontend $DEBIAN_FRONTEND" >> "$LOG"\n${aptInstalls()}`)
      assert.equal(setUp('start', sandbox.machine), 0)
      assert.equal(sandbox.calls()[1], 'frontend noninteractive')
    })

    it('fetches the package lists first where there are none', () => {
      sandbox.writeSystem('var/lib/apt/lists/lock')
      sandbox.program('apt-get', aptInstalls())
      assert.equal(setUp('start', sandbox.machine), 0)
      assert.deepEqual(sandbox.calls().slice(0, 2), [`${aptGet} update`, `${install} libczmq4`])
    })

    it('renews old package lists when the installation fails, and tries again', () => {
      sandbox.writeSystem('var/lib/apt/lists/x_Packages')
      const updated = join(sandbox.machine.root, 'updated')
      const body = `case "$*" in *update*) : > ${updated};; *) [ -e ${updated} ] || exit 100;; esac\n${aptInstalls()}`
      sandbox.program('apt-get', body)
      assert.equal(setUp('start', sandbox.machine), 0)
      const expected = [`${install} libczmq4`, `${aptGet} update`, `${install} libczmq4`]
      assert.deepEqual(sandbox.calls().slice(0, 3), expected)
    })

    it('shows what apt-get said and the command when it fails for good', () => {
      sandbox.program('apt-get', 'echo "E: no network for $*" >&2; exit 100')
      assert.equal(setUp('start', sandbox.machine), 1)
      assert.match(report(), /E: no network for .*update\nE: no network for .*install/)
      const command = 'apt-get update && apt-get install -y --no-install-recommends libczmq4'
      assert.ok(report().endsWith(`libczmq missing. Run: ${command}`), report())
    })

    it('prints the command, and does nothing, where it may not become root', () => {
      use({ uid: 1000 })
      installPackages(sandbox)
      sandbox.program('apt-get')
      sandbox.program('sudo', 'exit 1')
      assert.equal(setUp('test', sandbox.machine), 1)
      const command =
        'sudo apt-get update && sudo apt-get install -y --no-install-recommends libczmq4 libczmq-dev gcc libc6-dev'
      assert.ok(report().endsWith(`Run: ${command}`), report())
      assert.deepEqual([...new Set(sandbox.calls())], ['sudo -n true'])
    })

    it('prints the command where there is no sudo', () => {
      use({ uid: 1000 })
      sandbox.program('apt-get')
      assert.equal(setUp('start', sandbox.machine), 1)
      assert.match(report(), /libczmq missing\. Run: sudo apt-get update && sudo apt-get install/)
    })

    it('uses sudo where that asks for no password', () => {
      use({ uid: 1000 })
      installPackages(sandbox)
      sandbox.program('apt-get')
      sandbox.program('sudo', aptInstalls())
      assert.equal(setUp('start', sandbox.machine), 0)
      const sudo = 'sudo -n env DEBIAN_FRONTEND=noninteractive'
      assert.deepEqual(sandbox.calls().slice(1, 3), [
        `${sudo} ${aptGet} update`,
        `${sudo} ${install} libczmq4`,
      ])
    })

    it('gives advice where no package manager is known', () => {
      assert.equal(setUp('start', sandbox.machine), 1)
      assert.match(report(), /libczmq missing, and there is neither apt-get nor brew/)
      assert.match(report(), /CZMQ_LIBRARY=\/path\/to\/libczmq\.so/)
    })
  })

  describe('installing with brew', () => {
    beforeEach(() => {
      use({ platform: 'darwin', arch: 'arm64', uid: 501 })
      installPackages(sandbox)
    })

    it('installs czmq', () => {
      const folder = join(sandbox.machine.root, 'opt/homebrew/lib')
      const body = `case "$*" in install*) /bin/mkdir -p ${folder}; : > ${folder}/libczmq.4.dylib;; esac`
      sandbox.program('brew', body)
      assert.equal(setUp('start', sandbox.machine), 0)
      assert.equal(sandbox.calls().includes('brew install czmq'), true)
    })

    it('finds the library under an unusual prefix', () => {
      sandbox.write('homebrew/lib/libczmq.dylib', '')
      sandbox.program('brew', `echo ${join(sandbox.machine.project, 'homebrew')}`)
      assert.equal(setUp('start', sandbox.machine), 0)
      assert.equal(sandbox.calls().includes('brew install czmq'), false)
    })

    it('shows what brew said and the command when it fails', () => {
      sandbox.program('brew', 'echo "Error: no bottle" >&2; exit 1')
      assert.equal(setUp('start', sandbox.machine), 1)
      assert.match(report(), /Error: no bottle\nlibczmq missing\. Run: brew install czmq$/)
    })

    it('gives advice where there is no brew', () => {
      assert.equal(setUp('start', sandbox.machine), 1)
      assert.match(report(), /Install Homebrew, then run: brew install czmq$/)
    })

    it('names the command that brings a compiler', () => {
      assert.equal(setUp('test', sandbox.machine), 1)
      assert.match(report(), /Run: xcode-select --install$/)
    })
  })

  describe('npm packages', () => {
    const npmInstalls = (): string => {
      const folder = join(sandbox.machine.project, 'node_modules')
      return `/bin/mkdir -p ${folder}; /bin/cp ${sandbox.machine.project}/ready.json ${folder}/.package-lock.json`
    }

    beforeEach(() => {
      installSystem(sandbox)
      sandbox.write('ready.json', sandbox.read('package-lock.json'))
    })

    it('are installed where there are none, those for the build too', () => {
      sandbox.program('npm', npmInstalls())
      sandbox.write('node_modules/typescript/package.json', '{}')
      setUp('start', sandbox.machine)
      assert.deepEqual(sandbox.calls(), [
        'npm ci --include=dev --ignore-scripts --no-audit --no-fund --loglevel=error',
      ])
      assert.equal(sandbox.said[0], 'Installing the npm packages')
    })

    for (const [change, entry] of [
      ['version', { version: '6.0.1', integrity: 'sha512-a' }],
      ['content', { version: '6.0.0', integrity: 'sha512-b' }],
    ] as const) {
      it(`are installed when the lock file names another ${change}`, () => {
        installPackages(sandbox)
        sandbox.write('package-lock.json', lockFile({ 'node_modules/typescript': entry }))
        sandbox.write('ready.json', sandbox.read('package-lock.json'))
        sandbox.program('npm', npmInstalls())
        assert.equal(setUp('start', sandbox.machine), 0)
        assert.match(sandbox.calls()[0] ?? '', /^npm ci/)
      })
    }

    it('are installed when a folder is missing', () => {
      installPackages(sandbox)
      rmSync(join(sandbox.machine.project, 'node_modules/typescript'), { recursive: true })
      sandbox.program('npm')
      assert.equal(setUp('start', sandbox.machine), 1)
      assert.match(report(), /npm ci succeeded, and yet node_modules is incomplete/)
    })

    it('of other platforms may be missing, those of this one may not', () => {
      installPackages(sandbox)
      const { packages } = JSON.parse(sandbox.read('package-lock.json'))
      const mac = { version: '1.0.0', optional: true, os: ['darwin'], cpu: ['arm64'] }
      sandbox.write('package-lock.json', lockFile({ ...packages, 'node_modules/native-darwin': mac }))
      assert.equal(setUp('start', sandbox.machine), 0)
      const linux = { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'] }
      sandbox.write('package-lock.json', lockFile({ ...packages, 'node_modules/native-linux': linux }))
      assert.equal(setUp('start', sandbox.machine), 1)
    })

    it('that cannot be installed end setup with what npm said', () => {
      sandbox.program('npm', 'echo "npm error code ENOTFOUND" >&2; exit 1')
      assert.equal(setUp('start', sandbox.machine), 1)
      assert.match(report(), /setup: npm ci failed:\nnpm error code ENOTFOUND$/)
      assert.equal(sandbox.has('dist'), false)
    })

    it('that cannot be installed for a long reason end setup with its beginning and end', () => {
      const body = 'i=0; while [ $i -lt 99 ]; do i=$((i + 1)); echo "line $i."; done; exit 1'
      sandbox.program('npm', body)
      assert.equal(setUp('start', sandbox.machine), 1)
      assert.match(report(), /line 1\.\n.*line 12\.\n…\nline 85\.\n.*line 99\.$/s)
    })
  })

  describe('build', () => {
    beforeEach(() => installPackages(sandbox))

    /** Builds once more and tells what was compiled. */
    const rebuild = (): string[] => {
      const before = sandbox.calls().length
      assert.equal(setUp('build', sandbox.machine), 0)
      return sandbox.calls().slice(before)
    }

    it('compiles library and examples once', () => {
      assert.deepEqual(rebuild(), ['tsc src', 'tsc examples'])
      assert.equal(sandbox.read('dist/index.js'), 'index')
      assert.equal(sandbox.read('build/examples/pipeline/main.js'), 'main')
      assert.deepEqual(rebuild(), [])
    })

    it('compiles both again when the library changes', () => {
      rebuild()
      sandbox.write('src/index.ts', 'inde2')
      assert.deepEqual(rebuild(), ['tsc src', 'tsc examples'])
      assert.equal(sandbox.read('dist/index.js'), 'inde2')
    })

    it('compiles the examples alone when they change', () => {
      rebuild()
      sandbox.write('examples/pipeline/main.ts', 'mai2')
      assert.deepEqual(rebuild(), ['tsc examples'])
    })

    for (const name of ['tsconfig.json', 'package-lock.json']) {
      it(`compiles again when ${name} changes`, () => {
        rebuild()
        sandbox.write(name, `${sandbox.read(name)} `)
        assert.deepEqual(rebuild(), ['tsc src', 'tsc examples'])
      })
    }

    it('bundles again when the bundling changes', () => {
      rebuild()
      sandbox.write('scripts/setup/bundle.mjs', `${sandbox.read('scripts/setup/bundle.mjs')}\n`)
      assert.deepEqual(rebuild(), ['tsc src'])
    })

    it('compiles again when the output was removed', () => {
      rebuild()
      rmSync(join(sandbox.machine.project, 'dist'), { recursive: true })
      assert.deepEqual(rebuild(), ['tsc src'])
    })

    it('removes the output of deleted sources', () => {
      sandbox.write('src/old.ts', 'old')
      rebuild()
      assert.equal(sandbox.has('dist/old.js'), true)
      rmSync(join(sandbox.machine.project, 'src/old.ts'))
      rebuild()
      assert.equal(sandbox.has('dist/old.js'), false)
      assert.equal(sandbox.has('dist/index.js'), true)
    })

    it('removes the output when all examples are gone', () => {
      rebuild()
      rmSync(join(sandbox.machine.project, 'examples'), { recursive: true })
      assert.deepEqual(rebuild(), [])
      assert.equal(sandbox.has('build/examples'), false)
    })

    it('overwrites what an interrupted build left behind', () => {
      sandbox.write('dist.new/rest.js', 'rest')
      sandbox.write('dist.old/rest.js', 'rest')
      rebuild()
      assert.deepEqual([sandbox.has('dist/rest.js'), sandbox.has('dist.old')], [false, false])
    })

    it('shows the errors of the compiler, and fails until they are gone', () => {
      sandbox.write('src/index.ts', 'BROKEN')
      assert.equal(setUp('build', sandbox.machine), 1)
      assert.equal(setUp('build', sandbox.machine), 1)
      assert.match(report(), /building czmq failed:\nindex\.ts\(1,1\): error TS1: this is broken/)
      assert.equal(sandbox.has('dist'), false)
      sandbox.write('src/index.ts', 'index')
      assert.deepEqual(rebuild(), ['tsc src', 'tsc examples'])
    })

    it('is not content with old output after a failure', () => {
      rebuild()
      sandbox.write('examples/pipeline/main.ts', 'BROKEN')
      assert.equal(setUp('build', sandbox.machine), 1)
      assert.match(report(), /building the examples failed/)
      sandbox.write('examples/pipeline/main.ts', 'main')
      assert.deepEqual(rebuild(), ['tsc examples'])
    })
  })
})
