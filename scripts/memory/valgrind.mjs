// Runs the exercise under valgrind's memcheck, and tells what it finds in Node and koffi from what is ours: of the addon,
// or of a library that was called. Nothing of ours is suppressed.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { excerpt, findProgram, run, SetupError } from '../setup/machine.mjs'

/** @typedef {import('../setup/machine.mjs').Machine} Machine */
/** @typedef {{ kind: string, text: string, frames: { object: string, name: string }[] }} Finding */

const options = [
  '--tool=memcheck',
  '--leak-check=full',
  '--show-leak-kinds=definite,indirect',
  '--num-callers=40',
]
/** Code made while the program runs would be unknown to valgrind. */
const nodeOptions = ['--jitless', '--expose-gc']
const ours = /\/(czmq\.node|libczmq\.so|libzmq\.so)/
/** What asks for memory, copies and compares for others. */
const servants = /\/(vgpreload_\w+|libc|libstdc\+\+)[-.]/

/**
 * @param {Machine} machine
 * @param {string} addon folder with build/Release/czmq.node
 * @returns {string[]} what is wrong
 */
export function runValgrind(machine, addon) {
  if (findProgram(machine, 'valgrind') === null)
    throw new SetupError('there is no valgrind. Run: sudo apt-get install valgrind')
  machine.say('The exercise under valgrind (about a minute)')
  const file = join(machine.project, 'build/memory/valgrind.xml')
  const output = ['--xml=yes', `--xml-file=${file}`]
  const program = [process.execPath, ...nodeOptions, 'scripts/memory/exercise.mjs']
  const outcome = run(machine, 'valgrind', [...options, ...output, ...program], { CZMQ_PREBUILD: addon })
  if (!outcome.output.endsWith('exercised\n')) return [`the exercise failed:\n${excerpt(outcome.problem)}`]
  const found = findings(readFileSync(file, 'utf8'))
  const wrong = found.filter(isOurs)
  machine.say(`valgrind: ${wrong.length} errors of ours, ${found.length - wrong.length} of Node and koffi`)
  return wrong.map(describe)
}

/**
 * @param {string} xml
 * @returns {Finding[]}
 */
export function findings(xml) {
  return [...xml.matchAll(/<error>([\s\S]*?)<\/error>/g)].map(([, error = '']) => ({
    kind: field(error, 'kind'),
    text: field(error, 'what') || field(error, 'text'),
    // Of several stacks the first says where it happened, the others where the memory came from
    frames: [...error.matchAll(/<frame>([\s\S]*?)<\/frame>/g)].map(([, frame = '']) => ({
      object: field(frame, 'obj'),
      name: field(frame, 'fn'),
    })),
  }))
}

/**
 * @param {string} xml
 * @param {string} name
 */
function field(xml, name) {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? ''
}

/**
 * Memory that Node asked for is ours to give back where we had it made: but it never frees an external that is there at
 * the end. V8 looks at the whole stack, whether something was written there or not.
 *
 * @param {Finding} finding
 */
export function isOurs({ kind, frames }) {
  const [at, caller] = frames.filter(({ object }) => !servants.test(object))
  const isHere = at !== undefined && ours.test(at.object)
  if (kind.startsWith('Uninit')) return isHere
  if (!kind.startsWith('Leak_')) return frames.some(({ object }) => ours.test(object))
  const isMade = /^napi_(?!create_external)/.test(at?.name ?? '') && ours.test(caller?.object ?? '')
  return isHere || isMade
}

/** @param {Finding} finding */
function describe({ kind, text, frames }) {
  const lines = frames.slice(0, 12).map(({ object, name }) => `    ${name || '?'} (${object})`)
  return [`${kind}: ${text}`, ...lines].join('\n')
}
