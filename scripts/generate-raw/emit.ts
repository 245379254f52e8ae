import type { Headers, Prototype } from './headers.ts'
import { isCallback, koffiPrototype, koffiReturn, REPRESENTATION } from './koffi-types.ts'
import type { Note } from './notes.ts'
import { method, pascal } from './typescript-types.ts'

/** The files of `src/raw/generated`, by name. */
export function emit(headers: Headers, notes: Record<string, Note>): Map<string, string> {
  const files = new Map<string, string>()
  const byClass = groupByClass(headers.prototypes)
  for (const [name, prototypes] of byClass)
    files.set(`${fileName(name)}.ts`, classFile(name, prototypes, notes))
  files.set('callbacks.ts', callbacksFile(headers, notes))
  files.set('constants.ts', constantsFile(headers))
  files.set('index.ts', indexFile([...byClass.keys()]))
  return files
}

function groupByClass(prototypes: Prototype[]): Map<string, Prototype[]> {
  const groups = new Map<string, Prototype[]>()
  for (const each of prototypes) groups.set(each.class, [...(groups.get(each.class) ?? []), each])
  return groups
}

const BANNER =
  '// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.\n'

function fileName(name: string): string {
  return name.replaceAll('_', '-')
}

function classFile(name: string, prototypes: Prototype[], notes: Record<string, Note>): string {
  const bound = prototypes.filter((each) => !notes[each.name]?.unbound)
  const rows = bound.map((each) => `  ${each.name}: '${koffiPrototype(each, notes[each.name] ?? {})}',\n`)
  const variadic = bound.filter((each) => each.variadic)
  const kinds = variadic.map((each) => `  ${each.name}: '${notes[each.name]?.variadic}',\n`)
  const methods = bound.map((each) => method(each, notes[each.name] ?? {}))
  const body = methods.join('')
  return [
    BANNER,
    imports(body),
    `\n/** Prototypes of ${name} as koffi reads them. */\n`,
    `export const prototypes = {\n${rows.join('')}} as const\n`,
    kinds.length
      ? `\n/** How the variable arguments are read. */\nexport const variadics = {\n${kinds.join('')}} as const\n`
      : '',
    `\n/** The C functions of ${name}. */\nexport interface ${pascal(name)}Functions {\n${body}}\n`,
  ].join('')
}

function imports(body: string): string {
  const callbacks = [...new Set(body.match(/\b\w+(?:Fn|Fct|Loader|Destructor)\b/g) ?? [])].sort()
  const types = [
    'Memory',
    'MessageMemory',
    'NativeFunction',
    'Pointer',
    'PollItem',
    'RawSocket',
    'Ref',
    'Variadic',
  ].filter((each) => new RegExp(`\\b${each}\\b`).test(body))
  const lines = []
  if (callbacks.length) lines.push(`import type { ${callbacks.join(', ')} } from './callbacks.ts'\n`)
  if (types.length) lines.push(`import type { ${types.join(', ')} } from '../types.ts'\n`)
  return lines.join('')
}

/** Callback types: what koffi needs to build a trampoline, and the JavaScript signature. */
function callbacksFile(headers: Headers, notes: Record<string, Note>): string {
  const callbacks = [...headers.callbacks.values()]
  const rows = callbacks.map((each) => {
    const types = each.parameters.map((parameter) => callbackScalar(parameter.type))
    return `  ${each.name}: ['${each.returns.endsWith('*') ? 'void *' : koffiReturn(each.returns, {})}', [${types.map((t) => `'${t}'`).join(', ')}]],\n`
  })
  const uses = headers.prototypes.flatMap((prototype) =>
    prototype.parameters.flatMap((each, index) =>
      isCallback(each.type)
        ? `  ${prototype.name}: [${index}, '${each.type.replace(' *', '')}', '${notes[prototype.name]?.callback}'],\n`
        : [],
    ),
  )
  const types = callbacks.map((each) => {
    const parameters = each.parameters.map(
      (parameter, index) =>
        `${parameter.name.startsWith('argument') ? `argument${index}` : parameter.name}: ${callbackTs(parameter.type)}`,
    )
    const returns =
      each.returns === 'void' ? 'void' : each.returns.endsWith('*') ? 'Pointer | null' : 'number'
    return `/** C: \`${each.returns} (${each.name})\`. */\nexport type ${pascal(each.name)} = (${parameters.join(', ')}) => ${returns}\n`
  })
  return [
    BANNER,
    "import type { Pointer } from '../types.ts'\n",
    '\n/** Return and parameter types of each callback, as koffi names them. */\n',
    `export const callbackTypes = {\n${rows.join('')}} as const satisfies Record<string, readonly [string, readonly string[]]>\n`,
    '\n/** Which parameters of which function are callbacks, and when they are called. */\n',
    `export const callbackParameters = {\n${uniqueFirst(uses).join('')}} as const\n`,
    '\n',
    types.join('\n'),
  ].join('')
}

/** Functions with two callbacks keep them all: rows of one function are merged. */
function uniqueFirst(rows: string[]): string[] {
  const merged = new Map<string, string[]>()
  for (const row of rows) {
    const match = /^ {2}(\w+): (.*),\n$/.exec(row)
    if (match?.[1] && match[2]) merged.set(match[1], [...(merged.get(match[1]) ?? []), match[2]])
  }
  return [...merged].map(([name, entries]) => `  ${name}: [${entries.join(', ')}],\n`)
}

function callbackScalar(type: string): string {
  return type.endsWith('*') ? 'void *' : (REPRESENTATION[type] ?? type)
}

function callbackTs(type: string): string {
  const pointer = /^(?:const )?(\w+) \*(\*?)$/.exec(type)
  if (!pointer) return 'number'
  return pointer[1] === 'void' || pointer[1] === 'char' ? 'Pointer | null' : `Pointer<'${pointer[1]}'>`
}

function constantsFile(headers: Headers): string {
  const rows = [...headers.constants].map(([name, value]) => {
    const own = name.replace(/^ZMQ_/, '')
    return `/** C: \`${name}\`. */\nexport const ${own} = ${value}\n`
  })
  return `${BANNER}\n${rows.join('')}`
}

function indexFile(classes: string[]): string {
  const sorted = [...classes].sort()
  const lines = sorted.map((each) => `import * as ${each} from './${fileName(each)}.ts'\n`)
  const types = sorted.map(
    (each) => `import type { ${pascal(each)}Functions } from './${fileName(each)}.ts'\n`,
  )
  return [
    BANNER,
    lines.join(''),
    types.join(''),
    '\n/** Every class that the headers declare. */\n',
    `export const classes = { ${sorted.join(', ')} }\n`,
    '\n/** Every C function of libczmq and libzmq. */\n',
    `export interface NativeFunctions extends\n  ${sorted.map((each) => `${pascal(each)}Functions`).join(',\n  ')} {}\n`,
  ].join('')
}
