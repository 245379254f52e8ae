// `npm run pack:check`: packs everything, and uses it as somebody does who has Node and npm only: no compiler, and no
// libczmq, libzmq or libsodium of the system. It has to be root for that, to hide them in a mount namespace.

import { rmSync } from 'node:fs'
import { contentProblems } from './pack/contents.mjs'
import { hidden } from './pack/isolation.mjs'
import { installed, tryBundle, tryPrograms } from './pack/programs.mjs'
import { tarballs } from './pack/tarballs.mjs'
import { run, SetupError, thisMachine } from './setup/machine.mjs'

const machine = thisMachine()
try {
  main()
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  console.error(`pack:check: ${error.message}`)
  process.exitCode = 1
}

function main() {
  const packed = tarballs(machine)
  for (const { file, bytes, entries } of packed)
    console.log(`${(bytes / 1e6).toFixed(2)} MB  ${entries.length} files  ${file}`)
  const problems = packed.flatMap((tarball) => [
    ...contentProblems(machine, tarball),
    ...toolProblems(['publint/src/cli.js', 'run', tarball.file, '--strict']),
  ])
  // What is in "later" only index.js asks for.
  const rules = ['--profile', 'esm-only', '--exclude-entrypoints', 'later']
  for (const { name, file } of packed)
    if (name === 'czmq')
      problems.push(...toolProblems(['@arethetypeswrong/cli/dist/index.js', file, ...rules]))
  if (problems.length > 0) throw new SetupError(problems.join('\n'))
  console.log('publint, attw, contents and links: fine')
  const world = hidden(machine)
  const folder = installed(world, packed)
  try {
    for (const line of [...tryPrograms(world, folder), ...tryBundle(world, folder)]) console.log(line)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** @param {string[]} words a file in node_modules, and its arguments */
function toolProblems([file, ...args]) {
  const outcome = run(machine, process.execPath, [`node_modules/${file}`, ...args])
  return outcome.ok ? [] : [`${file}:\n${outcome.problem}`]
}
