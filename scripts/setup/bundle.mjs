// Bundles src/index.ts, and the program of the authentication thread, into a file each in the folder given: `node scripts/setup/bundle.mjs FOLDER`.
// Node takes about 0.4 ms for each module that it loads, and the package has over a hundred.

import { build } from 'esbuild'

await build({
  entryPoints: {
    index: 'src/index.ts',
    'zap-agent': 'src/zap-agent/main.ts',
    'agent-program': 'src/raw/agent/agent-program.ts',
  },
  outdir: process.argv[2] ?? 'dist',
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  // The note on side effects in package.json is about dist, and would drop modules that only register something.
  ignoreAnnotations: true,
  // Names stay as they are, for stack traces
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: 'warning',
})
