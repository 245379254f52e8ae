import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

/** One C function as the headers declare it. */
export interface Prototype {
  name: string
  /** The CZMQ class, which is the name of its header; `zmq` for libzmq. */
  class: string
  returns: string
  parameters: Parameter[]
  variadic: boolean
  /** Declared only when the draft API is switched on. */
  draft: boolean
}

export interface Parameter {
  name: string
  type: string
}

/** What the headers say: functions, callback types, numeric constants of libzmq. */
export interface Headers {
  prototypes: Prototype[]
  callbacks: Map<string, Omit<Prototype, 'class' | 'draft' | 'variadic'>>
  constants: Map<string, number>
}

/** Draft-only classes whose headers a stable package of CZMQ does not install. */
const DRAFT_ONLY_HEADERS = [
  'zargs',
  'zhttp_client',
  'zhttp_request',
  'zhttp_response',
  'zhttp_server',
  'zhttp_server_options',
  'zosc',
  'zproc',
  'ztimerset',
  'ztrie',
]
const DRAFT_FLAGS = ['-DCZMQ_BUILD_DRAFT_API', '-DZMQ_BUILD_DRAFT_API']
/** libzmq's macros, but not the switch above, and the errno values that it adds to the system's. */
const CONSTANT = /^((?!ZMQ_BUILD_)ZMQ_\w+|EFSM|ENOCOMPATPROTO|ETERM|EMTHREAD)$/
const EXPORTED = /__attribute__ ?\(\(visibility ?\("default"\)\)\)/g
const ATTRIBUTE = /__attribute__ ?\(\((?:[^()]|\([^()]*\))*\)\)/g
const NOT_FUNCTIONS = /\b(typedef|static|inline|__extension__)\b|[{}=]/

/** Reads the headers of CZMQ and libzmq with the C preprocessor: those in `include`, if given, else the installed. */
export function readHeaders(include?: string): Headers {
  const folder = mkdtempSync(join(tmpdir(), 'czmq-headers-'))
  try {
    for (const name of DRAFT_ONLY_HEADERS) writeFileSync(join(folder, `${name}.h`), '')
    const flags = include === undefined ? [] : [`-I${include}`]
    const stable = declarations(preprocess(folder, flags))
    const all = declarations(preprocess(folder, [...flags, ...DRAFT_FLAGS]))
    const stableNames = new Set(stable.flatMap((text) => parsePrototype(text, false)?.name ?? []))
    const prototypes = all.flatMap((text) => {
      const prototype = parsePrototype(text, true)
      return prototype ? [{ ...prototype, draft: !stableNames.has(prototype.name) }] : []
    })
    return {
      prototypes: unique(prototypes),
      callbacks: callbackTypes(all),
      constants: readConstants(folder, flags),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Some headers declare a function twice. */
function unique(prototypes: Prototype[]): Prototype[] {
  return [...new Map(prototypes.map((each) => [each.name, each])).values()]
}

function cpp(folder: string, args: string[]): string {
  const source = join(folder, 'all.c')
  writeFileSync(source, '#include <czmq.h>\n')
  return execFileSync('cc', ['-E', ...args, `-I${folder}`, source], { encoding: 'utf8', maxBuffer: 64 << 20 })
}

/** The preprocessed text of CZMQ's and libzmq's own headers, each declaration with its class in front. */
function preprocess(folder: string, flags: string[]): string {
  let header = ''
  const kept: string[] = []
  for (const line of cpp(folder, flags).split('\n')) {
    const marker = /^# \d+ "(.*)"/.exec(line)
    if (marker) header = /^z\w*\.h$/.test(basename(marker[1] ?? '')) ? basename(marker[1] ?? '', '.h') : ''
    else if (header) kept.push(line.replaceAll(EXPORTED, `@${header}@`).replaceAll(ATTRIBUTE, ''))
  }
  return kept.join(' ')
}

function declarations(text: string): string[] {
  return text
    .replaceAll(/\s+/g, ' ')
    .split(';')
    .map((each) => each.trim())
}

function parsePrototype(text: string, draft: boolean): Prototype | null {
  if (NOT_FUNCTIONS.test(text)) return null
  const match = /^(?:extern )?@(\w+)@ (?:extern )?(.+?)(\w+) ?\((.*)\)$/.exec(text)
  if (!match?.[1] || !match[2] || !match[3] || match[4] === undefined) return null
  const parameters = match[4]
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each && each !== 'void')
  const variadic = parameters.at(-1) === '...'
  return {
    name: match[3],
    class: classOf(match[1], match[3]),
    returns: match[2].trim(),
    parameters: parameters.filter((each) => each !== '...').map(parseParameter),
    variadic,
    draft,
  }
}

/** libzmq's functions are declared by zmq.h and zmq_utils.h; every other header is a class. */
function classOf(header: string, name: string): string {
  return name.startsWith('zmq_') ? 'zmq' : header
}

function parseParameter(text: string, index: number): Parameter {
  const match = /^(.*?[\s*])(\w+)$/.exec(text)
  const unnamed = !match?.[2] || /^(int|void|char|byte|long|size_t)$/.test(match[2])
  if (unnamed) return { type: text, name: `argument${index}` }
  return { type: (match[1] ?? '').trim(), name: (match[2] ?? '').replace(/_+$/, '') }
}

/** Function typedefs such as `typedef int (zloop_fn) (zloop_t *loop, zmq_pollitem_t *item, void *arg)`. */
function callbackTypes(texts: string[]): Headers['callbacks'] {
  const found: Headers['callbacks'] = new Map()
  for (const text of texts) {
    const match = /typedef (.+?) ?\((\w+)\) ?\((.*)\)$/.exec(text)
    if (!match?.[1] || !match[2] || match[3] === undefined) continue
    const parameters = match[3].split(',').map((each) => parseParameter(each.trim(), 0))
    found.set(match[2], { name: match[2], returns: match[1], parameters })
  }
  return found
}

/** Every `ZMQ_…` macro that is a number, in the order of its name. */
function readConstants(folder: string, flags: string[]): Map<string, number> {
  const values = new Map<string, string>()
  for (const line of cpp(folder, ['-dM', ...flags, ...DRAFT_FLAGS]).split('\n')) {
    const match = /^#define (\w+) (.+)$/.exec(line)
    if (match?.[1] && match[2]) values.set(match[1], match[2].trim())
  }
  const constants = new Map<string, number>()
  for (const name of [...values.keys()].filter((each) => CONSTANT.test(each)).sort()) {
    const value = evaluate(name, values)
    if (value !== null) constants.set(name, value)
  }
  return constants
}

/** The value of a macro made of numbers, other macros, `+`, `|` and brackets; null for anything else. */
function evaluate(name: string, values: Map<string, string>, depth = 0): number | null {
  const text = values.get(name)
  if (text === undefined || depth > 8) return null
  const terms = text.replaceAll(/[()]/g, ' ').split(/([+|])/)
  let total: number | null = null
  let operator = '+'
  for (const term of terms.map((each) => each.trim())) {
    if (term === '+' || term === '|') {
      operator = term
      continue
    }
    const value: number | null = /^(0x[\da-f]+|-?\d+)$/i.test(term)
      ? Number(term)
      : evaluate(term, values, depth + 1)
    if (value === null) return null
    if (total === null) total = value
    else total = operator === '+' ? total + value : total | value
  }
  return total
}
