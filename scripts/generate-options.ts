/**
 * Makes `src/zsocket/options.ts`, `src/zsock/options.ts` and the interface of the option functions of `C` from the table
 * of socket options and its descriptions.
 *
 *     node --import tsx scripts/generate-options.ts              writes the files
 *     node --import tsx scripts/generate-options.ts --check      compares only; exits 1 when they differ
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Namespace, optionsModule } from './generate-options/emit.ts'
import { rawInterface } from './generate-options/emit-raw.ts'

const ROOT = join(import.meta.dirname, '..')
const MECHANICS = `import {
  bigintOption,
  numberOption,
  setKeyBin,
  setOption,
  setRoutingId,
  setRoutingIdBin,
  textOption,
} from '../socket-options.ts'
`

const zsocket: Namespace = {
  name: 'zsocket',
  type: 'Zsocket',
  parameter: 'socket',
  imports: `import { pointerOf } from '../handle.ts'
import type { Pointer } from '../raw/types.ts'
import { type Zsocket, zsocketKind } from '../socket-kinds.ts'
${MECHANICS}`,
  pointer: `
function pointer(socket: Zsocket): Pointer {
  return pointerOf(zsocketKind, socket, 'socket')
}
`,
}

const zsock: Namespace = {
  name: 'zsock',
  type: 'Zsock',
  parameter: 'self',
  imports: `import { pointerOf, socketOf } from '../handle.ts'
import type { Pointer } from '../raw/types.ts'
import { type Zsock, zsockKind } from '../socket-kinds.ts'
${MECHANICS}`,
  pointer: `
/** The libzmq socket inside. */
function pointer(self: Zsock): Pointer {
  pointerOf(zsockKind, self, 'self')
  return socketOf(self, 'self')
}
`,
}

/** As biome would have it. */
function formatted(path: string, text: string): string {
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome')
  const result = spawnSync(process.execPath, [biome, 'format', `--stdin-file-path=${path}`], {
    input: text,
    encoding: 'utf8',
  })
  if (result.status !== 0) throw new Error(`biome cannot format ${path}: ${result.stderr}`)
  return result.stdout
}

function main(): void {
  const modules = new Map([
    ['src/raw/compat/zsocket-option-functions.ts', rawInterface()],
    ['src/zsocket/options.ts', optionsModule(zsocket)],
    ['src/zsock/options.ts', optionsModule(zsock)],
  ])
  for (const [name, text] of modules) update(name, formatted(name, text))
}

function update(name: string, text: string): void {
  const path = join(ROOT, name)
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return
  if (!process.argv.includes('--check')) {
    writeFileSync(path, text)
    return
  }
  process.stderr.write(`generate-options: ${name} is not what the generator makes\n`)
  process.exitCode = 1
}

main()
