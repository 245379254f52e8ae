/**
 * Makes `src/zsocket/options.ts` and `src/zsock/options.ts` from the table of socket options and its descriptions.
 *
 *     node --import tsx scripts/generate-options.ts              writes the files
 *     node --import tsx scripts/generate-options.ts --check      compares only; exits 1 when they differ
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Namespace, optionsModule } from './generate-options/emit.ts'

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
  for (const namespace of [zsocket, zsock]) {
    const path = join(ROOT, 'src', namespace.name, 'options.ts')
    const text = formatted(path, optionsModule(namespace))
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue
    if (process.argv.includes('--check')) {
      process.stderr.write(
        `generate-options: src/${namespace.name}/options.ts is not what the generator makes\n`,
      )
      process.exitCode = 1
    } else writeFileSync(path, text)
  }
}

main()
