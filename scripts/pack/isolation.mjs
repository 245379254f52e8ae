// A world without compilers and without the libraries of the system.

import { mkdirSync, realpathSync, symlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { excerpt, findProgram, run, SetupError } from '../setup/machine.mjs'

/** @typedef {import('../setup/machine.mjs').Machine} Machine */
/** @typedef {import('../setup/machine.mjs').Outcome} Outcome */
/** @typedef {(folder: string, args: string[]) => string} World runs Node in a folder, and answers what it printed */

const libraries = /^lib(czmq|zmq|sodium)\.so/
/** Hides the files that come before `--`, then runs the rest. */
const script = `while [ "$1" != -- ]; do mount --bind /dev/null "$1" || exit 1; shift; done; shift; cd "$1"; shift
exec env -i PATH="$1" HOME="$2" TMPDIR="$2" "$3" "\${@:4}"`

/**
 * @param {Machine} machine
 * @returns {World}
 */
export function hidden(machine) {
  const problem = run(machine, 'unshare', ['-m', 'true'])
  if (!problem.ok) throw new SetupError(`the libraries of the system cannot be hidden: ${problem.problem}`)
  const files = libraryFiles(machine)
  const programs = join(machine.project, 'build/pack/programs')
  mkdirSync(programs)
  symlinkSync(process.execPath, join(programs, 'node'))
  const home = join(machine.project, 'build/pack/home')
  mkdirSync(home)
  return (folder, args) => {
    const words = [...files, '--', folder, programs, home, process.execPath, ...args]
    const outcome = run(machine, 'unshare', ['-m', 'bash', '-c', script, 'bash', ...words])
    if (!outcome.ok) throw new SetupError(`node ${args[0]} failed:\n${excerpt(outcome.problem)}`)
    return outcome.output
  }
}

/**
 * The files themselves; links lead to them.
 *
 * @param {Machine} machine
 */
function libraryFiles(machine) {
  const found = run(machine, 'find', [
    '/lib/',
    '/usr/lib/',
    '/usr/local/lib/',
    '-name',
    'lib*.so*',
    '-type',
    'f',
  ])
  return found.output.split('\n').filter((path) => libraries.test(basename(path)))
}

/**
 * The program of npm that Node comes with, to be run by Node itself.
 *
 * @param {Machine} machine
 */
export function npmProgram(machine) {
  const npm = findProgram(machine, 'npm')
  if (npm === null) throw new SetupError('there is no npm')
  return realpathSync(npm)
}
