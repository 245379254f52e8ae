// Compiles libsodium, libzmq, libczmq and the addon for a target, and links them to one file.

import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { excerpt, findProgram, run, SetupError } from '../setup/machine.mjs'
import { tool } from './targets.mjs'

/** @typedef {import('../setup/machine.mjs').Machine} Machine */
/** @typedef {import('./targets.mjs').Target} Target */
/** @typedef {{ machine: Machine, target: Target, folder: string, date: string }} Job */

/** What the programs belong to. */
const programs = {
  'dpkg-source': 'dpkg-dev',
  cmake: 'cmake',
  make: 'make',
  autoreconf: 'autoconf automake libtool',
  'pkg-config': 'pkg-config',
}
/** What libzmq's CMakeLists.txt finds out by running programs, which a cross compiler cannot: so on every Linux. */
const zeromqAnswers = [
  ...['EVENTFD_CLOEXEC', 'SOCK_CLOEXEC', 'O_CLOEXEC', 'SO_BINDTODEVICE', 'SO_KEEPALIVE', 'SO_PRIORITY'],
  ...['TCP_KEEPCNT', 'TCP_KEEPIDLE', 'TCP_KEEPINTVL', 'TIPC', 'GETRANDOM'],
  ...['PTHREAD_SETNAME_2', 'PTHREAD_SET_AFFINITY'],
]
const warnings = ['-Wall', '-Wextra', '-Werror']

/**
 * @param {Machine} machine
 * @param {Target} target
 */
export function requirePrograms(machine, target) {
  const needed = { ...programs, [tool(target, 'g++')]: `g++-${target.triplet.replaceAll('_', '-')}` }
  const missing = Object.entries(needed).filter(([name]) => findProgram(machine, name) === null)
  if (missing.length > 0)
    throw new SetupError(`run: sudo apt-get install ${missing.map(([, owner]) => owner).join(' ')}`)
  if (machine.nodeHeaders === null)
    throw new SetupError("there are no Node headers beside this Node's program")
}

/**
 * @param {Job} job with the unpacked sources in its folder
 * @returns {string} the file
 */
export function compileAll(job) {
  compileSodium(job)
  compileByCmake(job, 'zeromq3', [
    ...['-DBUILD_SHARED=OFF', '-DBUILD_STATIC=ON', '-DBUILD_TESTS=OFF', '-DWITH_DOCS=OFF'],
    ...['-DWITH_PERF_TOOL=OFF', '-DWITH_LIBBSD=OFF', '-DWITH_TLS=OFF', '-DENABLE_WS=OFF'],
    ...['-DENABLE_CURVE=ON', '-DWITH_LIBSODIUM=ON', '-DWITH_LIBSODIUM_STATIC=ON'],
    // The one of C++ needs glibc 2.30
    '-DZMQ_CV_IMPL=pthreads',
    ...zeromqAnswers.map((name) => `-DZMQ_HAVE_${name}=1`),
  ])
  const without = ['UUID', 'SYSTEMD', 'LZ4', 'LIBCURL', 'NSS', 'LIBMICROHTTPD']
  compileByCmake(job, 'czmq', [
    ...['-DCZMQ_BUILD_SHARED=OFF', '-DCZMQ_BUILD_STATIC=ON', '-DBUILD_TESTING=OFF'],
    ...without.map((name) => `-DCZMQ_WITH_${name}=OFF`),
  ])
  return link(job, [compileAddon(job), compileOldGlibc(job)])
}

/** @param {Job} job */
function compileSodium(job) {
  job.machine.say('Building libsodium')
  const script = 'cd "$1" && shift && autoreconf -fi && exec ./configure "$@"'
  const { triplet } = job.target
  const options = [
    `--host=${triplet}`,
    `--prefix=${job.folder}/prefix`,
    ...['--disable-shared', '--enable-static', '--with-pic', '--disable-dependency-tracking'],
    `CC=${tool(job.target, 'gcc')}`,
    `CFLAGS=${flags(job).join(' ')}`,
  ]
  const source = `${job.folder}/libsodium`
  must(job, 'sh', ['-c', script, 'sh', source, ...options])
  must(job, 'make', ['-C', source, `-j${cpus().length}`, 'install'])
}

/**
 * @param {Job} job
 * @param {string} name of the source
 * @param {string[]} options
 */
function compileByCmake(job, name, options) {
  job.machine.say(`Building ${name} with drafts`)
  const prefix = `${job.folder}/prefix`
  const build = `${job.folder}/${name}-build`
  const common = [
    ...['-DCMAKE_BUILD_TYPE=None', '-DENABLE_DRAFTS=ON', '-DCMAKE_INSTALL_LIBDIR=lib'],
    '-DCMAKE_SYSTEM_NAME=Linux',
    `-DCMAKE_SYSTEM_PROCESSOR=${job.target.triplet.split('-')[0]}`,
    `-DCMAKE_INSTALL_PREFIX=${prefix}`,
    `-DCMAKE_FIND_ROOT_PATH=${prefix};/usr/${job.target.triplet}`,
    ...['PACKAGE', 'LIBRARY', 'INCLUDE'].map((each) => `-DCMAKE_FIND_ROOT_PATH_MODE_${each}=ONLY`),
    '-DCMAKE_POSITION_INDEPENDENT_CODE=ON',
    `-DCMAKE_C_COMPILER=${tool(job.target, 'gcc')}`,
    `-DCMAKE_CXX_COMPILER=${tool(job.target, 'g++')}`,
    `-DCMAKE_C_FLAGS=${flags(job).join(' ')}`,
    `-DCMAKE_CXX_FLAGS=${flags(job).join(' ')}`,
  ]
  must(job, 'cmake', ['-S', `${job.folder}/${name}`, '-B', build, ...common, ...options])
  must(job, 'cmake', ['--build', build, '--parallel', String(cpus().length)])
  must(job, 'cmake', ['--install', build])
}

/**
 * The functions of Node are weak, so that a program without libuv can load the file for its library.
 *
 * @param {Job} job
 */
function compileAddon(job) {
  job.machine.say('Building the addon')
  const { machine, target, folder } = job
  const object = `${folder}/watcher.o`
  const include = ['-isystem', String(machine.nodeHeaders)]
  must(job, tool(target, 'gcc'), [
    ...['-std=gnu11', '-fvisibility=hidden', ...warnings, ...flags(job), ...include],
    ...['-c', '-o', object, 'native/watcher.c'],
  ])
  must(job, tool(target, 'objcopy'), ['--wildcard', '-W', 'uv_*', '-W', 'napi_*', object])
  return object
}

/** @param {Job} job */
function compileOldGlibc(job) {
  const object = `${job.folder}/old-glibc.o`
  must(job, tool(job.target, 'gcc'), [
    ...['-fvisibility=hidden', ...warnings, ...flags(job), '-c', '-o', object, 'packages/native/old-glibc.c'],
  ])
  return object
}

/**
 * A library that is only linked with. Since glibc 2.34 these functions are part of libc, under a version that older ones
 * do not have; but every glibc has them as part of libpthread under the versions here.
 *
 * @param {Job} job
 */
function standInForThreads({ machine, target, folder, date }) {
  const [source, map, library] = ['c', 'map', 'so.0'].map((end) => `${folder}/libpthread.${end}`)
  const versions = Object.entries(target.threads)
  const functions = versions.flatMap(([, names]) => names)
  writeFileSync(String(source), functions.map((name) => `void ${name} (void) {}\n`).join(''))
  writeFileSync(
    String(map),
    versions.map(([version, names]) => `GLIBC_${version} { ${names.join('; ')}; };\n`).join(''),
  )
  must({ machine, target, folder, date }, tool(target, 'gcc'), [
    ...['-shared', '-nostdlib', '-fno-builtin', '-o', String(library), String(source)],
    ...['-Wl,-soname,libpthread.so.0', `-Wl,--version-script,${map}`],
  ])
  return String(library)
}

/**
 * @param {Job} job
 * @param {string[]} objects
 */
function link(job, objects) {
  const { machine, target, folder } = job
  const libraries = ['libczmq.a', 'libzmq.a'].map((name) => `${folder}/prefix/lib/${name}`)
  const output = `${folder}/czmq.node`
  // Without WebSockets nothing calls it, and libczmq has functions of the same names.
  must(job, tool(target, 'ar'), ['d', `${folder}/prefix/lib/libzmq.a`, 'sha1.c.o'])
  must(job, tool(target, 'g++'), [
    ...['-shared', '-static-libstdc++', '-static-libgcc', '-o', output, ...objects],
    ...['-Wl,--whole-archive', ...libraries, '-Wl,--no-whole-archive'],
    ...[`${folder}/prefix/lib/libsodium.a`, standInForThreads(job)],
    `-Wl,--version-script,${join(machine.project, 'packages/native/exports.map')}`,
    ...['-Wl,-Bsymbolic', '-Wl,--gc-sections', '-Wl,--as-needed', '-Wl,-z,relro', '-Wl,-z,noexecstack'],
    ...['-Wl,--build-id=none', '-Wl,-soname,czmq.node', '-s', '-lm'],
  ])
  return output
}

/** @param {Job} job */
function flags({ machine, folder }) {
  return [
    ...['-O2', '-fPIC', '-ffunction-sections', '-fdata-sections', '-fstack-protector-strong', '-g0'],
    // The last one that fits counts
    `-ffile-prefix-map=${machine.project}=.`,
    `-ffile-prefix-map=${folder}=.`,
  ]
}

/**
 * @param {Job} job
 * @param {string} program
 * @param {string[]} args
 */
function must({ machine, folder, date }, program, args) {
  const prefix = `${folder}/prefix/lib/pkgconfig`
  const outcome = run(machine, program, args, {
    SOURCE_DATE_EPOCH: String(Date.parse(date) / 1000),
    LC_ALL: 'C',
    PKG_CONFIG_PATH: '',
    PKG_CONFIG_LIBDIR: prefix,
  })
  if (!outcome.ok) throw new SetupError(`${program} failed:\n${excerpt(outcome.problem)}`)
}
