// What is in index.js and what in later.cjs.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

/**
 * @typedef {object} Parts
 * @property {Later[]} later the namespaces of later.cjs
 * @property {Map<string, string[]>} shared modules of index.js that later.cjs uses, and all their exports
 */

/**
 * @typedef {object} Later
 * @property {string} name
 * @property {string} path
 * @property {string[]} exported
 */

/** @typedef {Record<string, { imports: { path: string }[] }>} Graph */

const ENTRY = 'src/index.ts'
/** The namespaces with which most programs begin. */
const EARLY = ['zctx', 'zmq', 'zsocket', 'zstr']
const NAMESPACE = /^export \* as (\w+) from '\.\/(.+)'$/gm

/**
 * @param {import('esbuild').BuildOptions} options
 * @returns {Promise<Parts>}
 */
export async function divide(options) {
  const { metafile } = await build({
    ...options,
    entryPoints: [ENTRY],
    format: 'esm',
    metafile: true,
    write: false,
  })
  const graph = metafile.inputs
  const namespaces = [...readFileSync(ENTRY, 'utf8').matchAll(NAMESPACE)]
    .map(([, name = '', file = '']) => ({ name, path: join('src', file).replaceAll('\\', '/') }))
    .filter(({ name }) => !EARLY.includes(name))
  const early = reachable(graph, new Set(namespaces.map(({ path }) => path)))
  const later = namespaces.filter(({ path }) => !early.has(path))
  const uses = Object.entries(graph)
    .filter(([path]) => !early.has(path))
    .flatMap(([, { imports }]) => imports.map(({ path }) => path))
  const shared = [...early].filter((path) => uses.includes(path))
  const exported = await exportsOf([...shared, ...later.map(({ path }) => path)])
  return {
    later: later.map((each) => ({ ...each, exported: exported.get(each.path) ?? [] })),
    shared: new Map(shared.map((path) => [path, exported.get(path) ?? []])),
  }
}

/**
 * The modules that the entry needs when it does not import some of them itself.
 *
 * @param {Graph} graph
 * @param {Set<string>} without
 */
function reachable(graph, without) {
  /** @type {Set<string>} */
  const found = new Set()
  /** @param {string} path */
  const visit = (path) => {
    const module = graph[path]
    if (!module || found.has(path)) return
    found.add(path)
    for (const each of module.imports) if (path !== ENTRY || !without.has(each.path)) visit(each.path)
  }
  visit(ENTRY)
  return found
}

/** @param {string[]} paths */
async function exportsOf(paths) {
  const { metafile } = await build({
    entryPoints: paths,
    bundle: false,
    format: 'esm',
    metafile: true,
    write: false,
    outdir: 'unwritten',
    logLevel: 'warning',
  })
  return new Map(
    Object.values(metafile.outputs).map(({ exports, inputs }) => [Object.keys(inputs)[0] ?? '', exports]),
  )
}

/**
 * src/index.ts with objects in place of the namespaces of later.cjs, which load it when one of their members is used.
 *
 * @param {Parts} parts
 * @param {{ path: string, name: string }[]} shared what later.cjs needs
 * @returns {import('esbuild').StdinOptions}
 */
export function startEntry({ later }, shared) {
  const names = new Map(later.map((each) => [each.name, each]))
  const source = readFileSync(ENTRY, 'utf8').replaceAll(NAMESPACE, (line, name) => {
    const found = names.get(name)
    return found ? lazyNamespace(found) : line
  })
  const lines = [
    ...shared.map(
      ({ path, name }, index) => `import { ${name} as $${index} } from './${path.slice('src/'.length)}'`,
    ),
    `import { createRequire } from 'node:module'`,
    `const values = () => ({ ${shared.map(({ path, name }, index) => `'${path}:${name}': $${index}`).join(', ')} })`,
    'let loaded',
    `const load = () => {
      if (loaded) return loaded
      const shared = values()
      return loaded = find()((id) => shared[id])
    }`,
    // The second for a program that was bundled with this package, but not with its later.cjs
    `const find = () => {
      const require = createRequire(import.meta.url)
      try { return require('./later.cjs') } catch { return require('czmq/later') }
    }`,
  ]
  const contents = later.length > 0 ? `${source}\n${lines.join('\n')}` : source
  return { contents, loader: 'ts', sourcefile: ENTRY, resolveDir: 'src' }
}

/** @param {Later} later */
function lazyNamespace({ name, exported }) {
  const getters = exported.map((each) => `get ${each}() { return $${name}().${each} }`)
  return `let found_${name}\nconst $${name} = () => (found_${name} ??= load().${name})\nexport const ${name} = { ${getters.join(', ')} }`
}

/**
 * @param {Parts} parts
 * @returns {import('esbuild').StdinOptions}
 */
export function laterEntry({ later }) {
  const contents = later.map(({ name, path }) => `export * as ${name} from '../${path}'`).join('\n')
  return { contents, loader: 'ts', sourcefile: 'src/later.ts', resolveDir: 'src' }
}
