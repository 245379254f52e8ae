import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'

/**
 * The sources and the programs of tests as JavaScript. Plain Node runs them: in Worker threads, where tsx
 * does not work, and in many short processes, where it would cost more than the test.
 */

const ROOT = join(import.meta.dirname, '../..')
const OUTPUT = join(ROOT, 'build', `test-${process.pid}`)
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
    writeFileSync(target, ts.transpileModule(source, { compilerOptions: options }).outputText)
  }
}
