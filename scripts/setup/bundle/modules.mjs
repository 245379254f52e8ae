// Modules that a bundle does not contain.

import { createRequire } from 'node:module'
import { relative } from 'node:path'

/** @typedef {import('./parts.mjs').Parts} Parts */

const require = createRequire(import.meta.url)

/**
 * Node's own modules by `process.getBuiltinModule`: an import statement makes a module of each, which takes 0.3 ms.
 *
 * @type {import('esbuild').Plugin}
 */
export const builtins = {
  name: 'builtins',
  setup(build) {
    build.onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: 'builtin', sideEffects: false }))
    build.onLoad({ filter: /./, namespace: 'builtin' }, ({ path }) => ({
      contents: [
        `const all = /* @__PURE__ */ (() => process.getBuiltinModule('${path}'))()`,
        'export default all',
        membersOf(Object.keys(require(path)), (name) => `all.${name}`),
      ].join('\n'),
    }))
  },
}

/**
 * In later.cjs: what index.js contains already. It asks for it by `shared('path:name')`.
 *
 * @param {Parts} parts
 * @returns {import('esbuild').Plugin}
 */
export function sharedModules({ shared }) {
  return {
    name: 'shared-modules',
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const file = relative(process.cwd(), path).replaceAll('\\', '/')
        const names = shared.get(file)
        return names && { contents: membersOf(names, (name) => `shared('${file}:${name}')`) }
      })
    },
  }
}

const SHARED = /\bshared\s*\(\s*"([^":]+):(\w+)"\s*\)/g

/**
 * What a bundle asks `shared` for.
 *
 * @param {string} text
 */
export function sharedBy(text) {
  // A string may go on in the next line
  const whole = text.replaceAll('\\\n', '')
  const found = [...whole.matchAll(SHARED)].map(([, path = '', name = '']) => ({ path, name }))
  if (found.length !== whole.split(/\bshared\s*\(\s*"/).length - 1)
    throw new Error('not everything that later.cjs shares with index.js was found')
  return found
}

/**
 * Exports whose values exist already. Those that nobody imports are dropped.
 *
 * @param {readonly string[]} names
 * @param {(name: string) => string} value
 */
function membersOf(names, value) {
  const members = names.filter((each) => /^[A-Za-z]\w*$/.test(each) && each !== 'default')
  return [
    ...members.map((each) => `const _${each} = /* @__PURE__ */ (() => ${value(each)})()`),
    `export { ${members.map((each) => `_${each} as ${each}`).join(', ')} }`,
  ].join('\n')
}
