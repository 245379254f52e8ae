// Is anything in a tarball that nobody needs, and do the links in its documents lead somewhere?

import { posix } from 'node:path'
import { run } from '../setup/machine.mjs'

/** @typedef {import('../setup/machine.mjs').Machine} Machine */
/** @typedef {import('./tarballs.mjs').Tarball} Tarball */

const expected = {
  czmq: [
    /^(README|CHANGELOG)\.md$|^LICENSE$|^package\.json$/,
    /^dist\/(index|zap-agent|agent-program)\.js$|^dist\/later\.cjs$/,
    /^dist\/.+\.d\.ts$/,
    /^docs\/guide\/[\w.-]+\.md$/,
    /^examples\/.+\.ts$/,
  ],
  native: [/^README\.md$|^package\.json$|^versions\.json$|^czmq\.node$/, /^LICENSES\/[\w.-]+\.txt$/],
}
const link = /\]\(([^)\s#]+)[^)]*\)/g

/**
 * @param {Machine} machine
 * @param {Tarball} tarball
 * @returns {string[]}
 */
export function contentProblems(machine, { name, file, entries }) {
  const patterns = name === 'czmq' ? expected.czmq : expected.native
  const superfluous = entries.filter((path) => !patterns.some((pattern) => pattern.test(path)))
  const absent = patterns.filter((pattern) => !entries.some((path) => pattern.test(path)))
  const dead = entries
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) =>
      deadLinks(path, run(machine, 'tar', ['xzOf', file, `package/${path}`]).output, entries),
    )
  return [
    ...superfluous.map((path) => `${name}: ${path} is superfluous`),
    ...absent.map((pattern) => `${name}: nothing is like ${pattern}`),
    ...dead.map((each) => `${name}: ${each}`),
  ]
}

/**
 * @param {string} path
 * @param {string} text
 * @param {string[]} entries
 */
function deadLinks(path, text, entries) {
  return [...text.matchAll(link)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => !entries.includes(posix.join(posix.dirname(path), target)))
    .map((target) => `${path} links to ${target}, which is not there`)
}
