// What a self-contained build can be made for, and with which programs.

import { SetupError } from '../setup/machine.mjs'

/**
 * @typedef {object} Target
 * @property {string} arch as `process.arch`
 * @property {string} triplet of GNU, as in the names of a cross compiler
 * @property {Record<string, string[]>} threads functions of libpthread, by the version of glibc in which they were new
 * @property {string} elf as `readelf -h` names the machine
 */

/** Functions that glibc 2.34 took from libpthread into libc, and that are called here. */
const threads = [
  ...['__pthread_key_create', 'pthread_create', 'pthread_detach', 'pthread_join', 'pthread_once'],
  ...['pthread_mutex_trylock', 'pthread_mutexattr_init', 'pthread_mutexattr_destroy'],
  ...['pthread_mutexattr_settype', 'pthread_sigmask'],
]

/** @type {Target[]} */
const targets = [
  {
    arch: 'x64',
    triplet: 'x86_64-linux-gnu',
    threads: {
      '2.2.5': threads,
      '2.3.3': ['pthread_condattr_setclock'],
      '2.3.4': ['pthread_setaffinity_np'],
      2.12: ['pthread_setname_np'],
    },
    elf: 'Advanced Micro Devices X86-64',
  },
  {
    arch: 'arm64',
    triplet: 'aarch64-linux-gnu',
    threads: {
      2.17: [...threads, 'pthread_condattr_setclock', 'pthread_setaffinity_np', 'pthread_setname_np'],
    },
    elf: 'AArch64',
  },
]

/**
 * @param {string} arch
 * @returns {Target}
 */
export function targetOf(arch) {
  const found = targets.find((each) => each.arch === arch)
  if (found) return found
  throw new SetupError(`no build for "${arch}"; there is ${targets.map((each) => each.arch).join(', ')}`)
}

/**
 * A program of the compiler for the target, by the name that native and cross compilers have.
 *
 * @param {Target} target
 * @param {string} program such as `gcc`
 */
export function tool(target, program) {
  return `${target.triplet}-${program}`
}
