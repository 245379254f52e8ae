// What is in index.js and what in later.cjs.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { lazyLoading } from './lazy.mjs'

/**
 * @typedef {object} Parts
 * @property {Later[]} later the modules of later.cjs that src/index.ts exports
 * @property {Map<string, string[]>} shared modules of index.js that later.cjs uses, and all their exports
 */

/**
 * @typedef {object} Later
 * @property {string} path
 * @property {string} [namespace] its name, when it is exported as an object
 * @property {string[]} exported
 */

/** @typedef {Record<string, { imports: { path: string }[] }>} Graph */

const ENTRY = 'src/index.ts'
/** The namespaces with which most programs begin. */
const EARLY = ['zctx', 'zmq', 'zsocket', 'zstr']
/** The files of classes and functions with which few do. */
const LATE =
  /^sockets\/(authenticator|beacon|certificate|certificate-store|curve|gossip|proxy|streams|web-streams)\.ts$/
const NAMESPACE = /^export \* as (\w+) from '\.\/(.+)'$/gm
const MEMBERS = /^export \{([^}]*)\} from '\.\/(.+)'$/gm

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
  const candidates = lateExports(readFileSync(ENTRY, 'utf8'))
  const early = reachable(graph, new Set(candidates.map(({ path }) => path)))
  const later = candidates.filter(({ path }) => !early.has(path))
  const uses = Object.entries(graph)
    .filter(([path]) => !early.has(path))
    .flatMap(([, { imports }]) => imports.map(({ path }) => path))
  const shared = [...early].filter((path) => uses.includes(path))
  const exported = await exportsOf([...shared, ...later.map(({ path }) => path)])
  return {
    later: later.map((each) =>
      each.namespace ? { ...each, exported: exported.get(each.path) ?? [] } : each,
    ),
    shared: new Map(shared.map((path) => [path, exported.get(path) ?? []])),
  }
}

/**
 * @param {string} source
 * @returns {Later[]}
 */
function lateExports(source) {
  const namespaces = [...source.matchAll(NAMESPACE)]
    .filter(([, name = '']) => !EARLY.includes(name))
    .map(([, namespace = '', file = '']) => ({ path: pathOf(file), namespace, exported: [] }))
  const members = [...source.matchAll(MEMBERS)]
    .filter(([, , file = '']) => LATE.test(file))
    .map(([, list = '', file = '']) => ({ path: pathOf(file), exported: valuesOf(list) }))
  return [...namespaces, ...members]
}

/** @param {string} file */
function pathOf(file) {
  return join('src', file).replaceAll('\\', '/')
}

/**
 * The names in an export list that are not types.
 *
 * @param {string} list
 */
function valuesOf(list) {
  return list.split(',').flatMap((each) => each.trim().match(/^\w+$/) ?? [])
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
 * src/index.ts with stand-ins for what is in later.cjs, which load it when they are used.
 *
 * @param {Parts} parts
 * @param {{ path: string, name: string }[]} shared what later.cjs needs
 * @returns {import('esbuild').StdinOptions}
 */
export function startEntry({ later }, shared) {
  const found = new Map(later.map((each) => [each.path, each]))
  /** @type {(line: string, head: string, file: string) => string} */
  const standIn = (line, _head, file) => {
    const module = found.get(pathOf(file))
    if (!module) return line
    return module.namespace ? lazyNamespace(module.namespace, module.exported) : lazyMembers(module.exported)
  }
  const source = readFileSync(ENTRY, 'utf8').replaceAll(NAMESPACE, standIn).replaceAll(MEMBERS, standIn)
  const lines = [
    ...shared.map(
      ({ path, name }, index) => `import { ${name} as $${index} } from './${path.slice('src/'.length)}'`,
    ),
    `import { createRequire } from 'node:module'`,
    `const values = () => ({ ${shared.map(({ path, name }, index) => `'${path}:${name}': $${index}`).join(', ')} })`,
    lazyLoading,
  ]
  const contents = later.length > 0 ? `${lines.join('\n')}\n${source}` : source
  return { contents, loader: 'ts', sourcefile: ENTRY, resolveDir: 'src' }
}

/**
 * @param {string} name
 * @param {string[]} exported
 */
function lazyNamespace(name, exported) {
  const getters = exported.map((each) => `get ${each}() { return $${name}().${each} }`)
  return `let found_${name}\nconst $${name} = () => (found_${name} ??= load().${name})\nexport const ${name} = { ${getters.join(', ')} }`
}

/** @param {string[]} names classes in PascalCase, functions in camelCase */
function lazyMembers(names) {
  return names
    .map((name) =>
      /^[A-Z]/.test(name)
        ? `export const ${name} = lazyClass('${name}')`
        : `export function ${name}(...args) { return load().${name}(...args) }`,
    )
    .join('\n')
}

/**
 * @param {Parts} parts
 * @returns {import('esbuild').StdinOptions}
 */
export function laterEntry({ later }) {
  const contents = later
    .map(({ namespace, path, exported }) =>
      namespace
        ? `export * as ${namespace} from '../${path}'`
        : `export { ${exported.join(', ')} } from '../${path}'`,
    )
    .join('\n')
  return { contents, loader: 'ts', sourcefile: 'src/later.ts', resolveDir: 'src' }
}
