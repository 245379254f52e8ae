import ts from 'typescript'

export interface Violation {
  file: string
  line: number
  message: string
}

/** A module name in an `import`, an `export … from`, an `import()` (also of a type) or a `require()`. */
export interface Import {
  specifier: string
  line: number
}

/** What the rules look at in one file. */
export interface Source {
  /** Relative to the repository, with `/`. */
  path: string
  text: string
  imports: Import[]
  /** Lines with `export default`, `export { x as default }` or `export =`. */
  defaultExports: number[]
  /** Lines with `export * from`; `export * as name from` gives a name and is not meant. */
  starExports: number[]
}

export function readSource(path: string, text: string): Source {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const source: Source = { path, text, imports: [], defaultExports: [], starExports: [] }
  const visit = (node: ts.Node): void => {
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1
    const specifier = specifierOf(node)
    if (specifier !== null) source.imports.push({ specifier, line })
    if (isDefaultExport(node)) source.defaultExports.push(line)
    if (isStarExport(node)) source.starExports.push(line)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return source
}

function specifierOf(node: ts.Node): string | null {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return textOf(node.moduleSpecifier)
  if (ts.isExternalModuleReference(node)) return textOf(node.expression)
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? textOf(node.argument.literal) : null
  return ts.isCallExpression(node) && isLoading(node.expression) ? textOf(node.arguments[0]) : null
}

function isLoading(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require')
}

function textOf(node: ts.Node | undefined): string | null {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : null
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true
  if (ts.isExportSpecifier(node)) return node.name.text === 'default'
  return ts.canHaveModifiers(node) && hasModifier(node, ts.SyntaxKind.DefaultKeyword)
}

function hasModifier(node: ts.HasModifiers, kind: ts.SyntaxKind): boolean {
  return ts.getModifiers(node)?.some((modifier) => modifier.kind === kind) ?? false
}

function isStarExport(node: ts.Node): boolean {
  return ts.isExportDeclaration(node) && node.exportClause === undefined
}
