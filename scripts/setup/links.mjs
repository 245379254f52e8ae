// The packages of this repository find each other in node_modules under their public names, as users' programs do.

import { existsSync, lstatSync, mkdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** @typedef {import('./machine.mjs').Machine} Machine */

/** Names, and the folders that they mean, relative to the project. */
const links = [
  { name: 'czmq', folder: '.' },
  { name: '@czmq/remote', folder: 'packages/remote' },
]

/** @param {Machine} machine */
function wanted({ project }) {
  if (!existsSync(join(project, 'packages/remote/package.json'))) return []
  return links.map(({ name, folder }) => ({
    path: join(project, 'node_modules', name),
    target: join(project, folder),
  }))
}

/**
 * @param {Machine} machine
 * @returns {boolean}
 */
export function areLinked(machine) {
  return wanted(machine).every(
    ({ path, target }) => existsSync(path) && realpathSync(path) === realpathSync(target),
  )
}

/** @param {Machine} machine */
export function link(machine) {
  for (const { path, target } of wanted(machine)) {
    if (lstatSync(path, { throwIfNoEntry: false })) rmSync(path, { recursive: true })
    mkdirSync(dirname(path), { recursive: true })
    symlinkSync(target, path, 'junction')
  }
}
