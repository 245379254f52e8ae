import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'

/**
 * The sources and the programs of tests as JavaScript. Plain Node runs them: in Worker threads, where tsx
 * does not work, and in many short processes, where it would cost more than the test.
 */

const ROOT = join(import.meta.dirname, '../..')
const OUTPUT = join(ROOT, 'build', `test-${process.pid}`)
/** What was compiled once, by what it was made of: there are dozens of processes of tests, and it takes seconds. */
const KNOWN = join(ROOT, 'build/test-compiled')
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  rewriteRelativeImportExtensions: true,
  verbatimModuleSyntax: true,
}

let compiled = false

/** The path of a compiled file, for example of `src/index.ts`; compiles everything when first called. */
export function compiledPath(file: string): string {
  if (!compiled) compileAll()
  return join(OUTPUT, file.replace(/\.ts$/, '.js'))
}

function compileAll(): void {
  compiled = true
  process.once('exit', () => rmSync(OUTPUT, { recursive: true, force: true }))
  for (const folder of ['src', 'test/children', 'test/fuzz', 'test/attacks']) compileFolder(folder)
}

function compileFolder(folder: string): void {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
  for (const name of names.filter((each) => each.endsWith('.ts'))) {
    const source = readFileSync(join(ROOT, folder, name), 'utf8')
    const target = join(OUTPUT, folder, name.replace(/\.ts$/, '.js'))
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, transpiled(source))
  }
}

function transpiled(source: string): string {
  const key = createHash('sha256')
    .update(JSON.stringify([ts.version, options, source]))
    .digest('hex')
  const file = join(KNOWN, `${key}.js`)
  if (existsSync(file)) return readFileSync(file, 'utf8')
  const { outputText } = ts.transpileModule(source, { compilerOptions: options })
  // Another process may be at the same
  mkdirSync(KNOWN, { recursive: true })
  writeFileSync(`${file}.${process.pid}`, outputText)
  renameSync(`${file}.${process.pid}`, file)
  return outputText
}
