// Bundles src/index.ts into the folder given: `node scripts/setup/bundle.mjs FOLDER`. Node takes about 0.4 ms for each
// module that it loads, and the package has over a hundred; and 3 ms to compile 100 KB. So what every program needs is
// in index.js, and the namespaces that few need are in later.cjs, which is loaded when one of them is first used.

import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { builtins, sharedBy, sharedModules } from './bundle/modules.mjs'
import { plainNamespaces } from './bundle/namespaces.mjs'
import { divide, laterEntry, startEntry } from './bundle/parts.mjs'

/** @type {import('esbuild').BuildOptions} */
const options = {
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  // Names stay as they are, for stack traces
  minifyWhitespace: true,
  minifySyntax: true,
  // Node shows the whole line of an uncaught error
  lineLimit: 160,
  sourcesContent: false,
  logLevel: 'warning',
  write: false,
}
const folder = process.argv[2] ?? 'dist'

/** later.cjs is a function, which index.js calls with one that gives what both use. */
const PROLOGUE =
  '"use strict";const ownUrl=require("node:url").pathToFileURL(__filename).href;module.exports=(shared)=>{const module={exports:{}};'
/** Programs of worker threads that the package starts, each in a file of its own. */
const PROGRAMS = {
  'zap-agent': 'src/zap-agent/main.ts',
  'agent-program': 'src/raw/agent/agent-program.ts',
}

/** @param {import('esbuild').BuildOptions} more */
async function bundle(more) {
  const { outputFiles = [] } = await build({ ...options, ...more })
  mkdirSync(folder, { recursive: true })
  for (const { path, text } of outputFiles)
    writeFileSync(join(folder, basename(path)), path.endsWith('.map') ? text : plainNamespaces(text))
  return outputFiles.map(({ text }) => text).join('')
}

const parts = await divide(options)
const later =
  parts.later.length === 0
    ? ''
    : await bundle({
        stdin: laterEntry(parts),
        outfile: 'later.cjs',
        format: 'cjs',
        banner: { js: PROLOGUE },
        define: { 'import.meta.url': 'ownUrl' },
        footer: { js: 'return module.exports}' },
        plugins: [builtins, sharedModules(parts)],
      })
await bundle({
  stdin: startEntry(parts, sharedBy(later)),
  outfile: 'index.js',
  format: 'esm',
  plugins: [builtins],
})
await bundle({ entryPoints: PROGRAMS, outdir: folder, format: 'esm', plugins: [builtins] })
