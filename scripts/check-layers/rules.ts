import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import type { Import, Source, Violation } from './source.ts'

/** A unit is a folder (or a few files) whose modules may import each other. Lower layers know nothing of higher ones. */
interface Unit {
  name: string
  layer: number
}

const layers = {
  generated: 0,
  errors: 1,
  raw: 2,
  foundation: 3,
  namespaces: 4,
  sockets: 5,
  index: 6,
  packages: 7,
  programs: 8,
}

/** What even the raw layer stands on. */
const GROUND = ['errors', 'arguments']

/** The wrapper of the native library is the business of src/raw alone. */
const nativeWord = /koffi/i

export function violationsOf(source: Source, edges: ReadonlySet<string>): Violation[] {
  const unit = unitOf(source.path)
  if (unit === null) return [violation(source, 1, 'belongs to no layer')]
  const imports = source.imports.flatMap((found) => {
    const message = importProblem(source.path, unit, found, edges)
    return message === null ? [] : [violation(source, found.line, message)]
  })
  return source.path.startsWith('src/')
    ? [...imports, ...exportsOf(source), ...wordsOf(source, unit)]
    : imports
}

function violation(source: Source, line: number, message: string): Violation {
  return { file: source.path, line, message }
}

/** The unit a file is part of, from its path relative to the repository. */
function unitOf(path: string): Unit | null {
  const [top = '', folder = '', inner] = path.replace(/\.[cm]?[jt]sx?$/, '').split('/')
  if (top === 'examples' || top === 'benchmark') return { name: top, layer: layers.programs }
  if (top === 'packages') return { name: `packages/${folder}`, layer: layers.packages }
  if (top !== 'src') return null
  return inner === undefined ? fileUnit(folder) : folderUnit(folder, path)
}

/** A file directly in src: what all namespaces stand on. */
function fileUnit(name: string): Unit {
  if (name === 'index') return { name, layer: layers.index }
  if (GROUND.includes(name)) return { name: 'errors', layer: layers.errors }
  return { name: 'foundation', layer: layers.foundation }
}

function folderUnit(folder: string, path: string): Unit {
  if (path.startsWith('src/raw/generated/')) return { name: 'generated', layer: layers.generated }
  if (folder === 'raw') return { name: folder, layer: layers.raw }
  return { name: folder, layer: folder === 'sockets' ? layers.sockets : layers.namespaces }
}

function importProblem(
  path: string,
  unit: Unit,
  { specifier }: Import,
  edges: ReadonlySet<string>,
): string | null {
  if (!specifier.startsWith('.')) return packageProblem(unit, specifier)
  const target = posix.join(posix.dirname(path), specifier)
  if (unit.layer === layers.generated) return generatedProblem(target)
  if (unit.layer >= layers.packages) return programProblem(unit, target)
  return layerProblem(unit, target, edges)
}

function packageProblem(unit: Unit, specifier: string): string | null {
  if (unit.layer === layers.generated)
    return `generated code imports ${specifier}; it may import only ../types`
  const isOurs = specifier === 'czmq' || specifier.startsWith('czmq/')
  if (unit.layer < layers.packages) return isOurs ? `src imports ${specifier}, which is itself` : null
  if (isOurs && specifier !== 'czmq') return `imports ${specifier}; only the public name czmq may be used`
  const isPublic = isOurs || isBuiltin(specifier) || specifier.startsWith('@czmq/')
  return unit.name !== 'examples' || isPublic
    ? null
    : `an example imports ${specifier}; it may import only czmq`
}

function generatedProblem(target: string): string | null {
  const isAllowed = target.startsWith('src/raw/generated/') || /^src\/raw\/types\.[jt]s$/.test(target)
  return isAllowed ? null : `generated code imports ${target}; it may import only ../types`
}

function programProblem(unit: Unit, target: string): string | null {
  const isInside = unitOf(target)?.name === unit.name
  return isInside
    ? null
    : `${unit.name} imports ${target}; outside its folder it may use only the public name czmq`
}

function layerProblem(unit: Unit, target: string, edges: ReadonlySet<string>): string | null {
  const other = unitOf(target)
  if (other === null) return `${unit.name} imports ${target}, which belongs to no layer`
  if (other.name === unit.name || other.layer < unit.layer) return null
  if (other.layer > unit.layer) return `${unit.name} imports ${target}: upwards, to ${other.name}`
  const edge = `${unit.name} -> ${other.name}`
  return edges.has(edge) ? null : `${unit.name} imports ${target}: ARCHITECTURE.md names no edge "${edge}"`
}

function exportsOf(source: Source): Violation[] {
  return [
    ...source.defaultExports.map((line) => violation(source, line, 'default export')),
    ...source.starExports.map((line) => violation(source, line, 'export * instead of a list')),
  ]
}

function wordsOf(source: Source, unit: Unit): Violation[] {
  if (unit.layer <= layers.raw) return []
  return source.text
    .split('\n')
    .flatMap((text, index) =>
      nativeWord.test(text) ? [violation(source, index + 1, 'koffi outside src/raw')] : [],
    )
}
