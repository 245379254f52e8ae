import type { Parameter, Prototype } from './headers.ts'
import { isCallback } from './koffi-types.ts'
import type { Note } from './notes.ts'

/** `zmsg_t` → `ZmsgT`, as TypeScript names types. */
export function pascal(name: string): string {
  return name.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** The declaration of one function in the TypeScript interface. */
export function method(prototype: Prototype, note: Note): string {
  const parameters = prototype.parameters.map((each) => tsParameter(each, prototype, note))
  if (prototype.variadic) parameters.push(`...variadic: ${variadicType(note)}`)
  return `${comment(prototype, note)}  ${prototype.name}(${parameters.join(', ')}): ${tsReturn(prototype.returns, note)}\n`
}

function comment(prototype: Prototype, note: Note): string {
  const facts = []
  if (prototype.draft) facts.push('draft')
  if (note.blocks) facts.push('can block')
  if (note.returns === 'fresh')
    facts.push(isText(prototype.returns) ? "a copy; C's string is freed" : 'fresh')
  if (note.returns === 'borrowed') facts.push('borrowed')
  if (note.takes) facts.push(`takes ${note.takes.join(', ')}`)
  if (note.keeps) facts.push(`keeps ${note.keeps.join(', ')}`)
  if (note.callback)
    facts.push(`calls back ${note.callback === 'foreign thread' ? 'on another thread' : note.callback}`)
  if (note.unbound) facts.push(note.unbound)
  return `  /** C: \`${declaration(prototype)}\`${facts.map((each) => `; ${each}`).join('')}. */\n`
}

function declaration(prototype: Prototype): string {
  const parameters = prototype.parameters.map((each) => `${each.type} ${each.name}`.replace('* ', '*'))
  if (prototype.variadic) parameters.push('...')
  return `${prototype.returns} ${prototype.name}(${parameters.join(', ') || 'void'})`.replace('* ', '*')
}

function isText(type: string): boolean {
  return type === 'char *' || type === 'const char *'
}

function variadicType(note: Note): string {
  if (note.variadic === 'pointers') return '(Pointer | null)[]'
  if (note.variadic === 'strings') return '(string | null)[]'
  if (note.variadic === 'string-refs' || note.variadic === 'matches') return '(Ref<string> | null)[]'
  return 'Variadic[]'
}

function tsParameter(parameter: Parameter, owner: Prototype, note: Note): string {
  const nullable = note.nullable?.includes(parameter.name) ? ' | null' : ''
  return `${tsName(parameter.name)}: ${tsParameterType(parameter, owner, note)}${nullable}`
}

/** What the headers call a `void *` that is a socket or a context. */
const SOCKETS =
  /^(self|dest|source|s|sock|socket|reader|frontend|backend|capture|control|context|ctx|handle|argument0)$/

/** `new`, `function` and the like cannot be parameter names. */
function tsName(name: string): string {
  return ['function', 'new', 'delete', 'default', 'in'].includes(name) ? `${name}_` : name
}

function tsParameterType({ type, name }: Parameter, owner: Prototype, note: Note): string {
  if (type === 'void *' && SOCKETS.test(name)) return 'RawSocket'
  if (type === 'const char *') return 'string'
  if (type === 'va_list') return 'Variadic[]'
  if (/^(const )?zmq_msg_t \*$/.test(type)) return 'MessageMemory'
  if (type === 'zmq_pollitem_t *') return owner.name === 'zmq_poll' ? 'PollItem[]' : 'PollItem'
  if (isCallback(type)) return callbackParameter(type, note)
  if (/^(int|size_t) \*$/.test(type)) return 'Ref<number>'
  if (/^(const )?char \*\*$/.test(type)) return owner.variadic ? 'Ref<string>' : 'Ref<Pointer>'
  const reference = /^(\w+) \*\*+$/.exec(type)
  if (reference) return reference[1] === 'void' ? 'Ref<Pointer>' : `Ref<Pointer<'${reference[1]}'>>`
  const pointer = /^(?:const |struct )*(\w+) \*$/.exec(type)
  if (!pointer) return scalar(type)
  return /^(void|byte|char|uint8_t|uint32_t)$/.test(pointer[1] ?? '') ? 'Memory' : `Pointer<'${pointer[1]}'>`
}

/** A function that another thread calls cannot be JavaScript: it is a function of C (`C.zproxy`) or an address. */
function callbackParameter(type: string, note: Note): string {
  const name = pascal(type.replace(' *', ''))
  return note.callback === 'foreign thread'
    ? 'NativeFunction | Pointer'
    : `${name} | NativeFunction | Pointer`
}

function scalar(type: string): string {
  if (type === '_Bool') return 'boolean'
  if (/^(u?int64_t|size_t|time_t|off_t|ssize_t|unsigned long|long)$/.test(type)) return 'number | bigint'
  return 'number'
}

function tsReturn(type: string, note: Note): string {
  const nullable = note.neverNull ? '' : ' | null'
  if (isText(type)) return `string${nullable}`
  const pointer = /^(?:const )?(\w+) \*(\*?)$/.exec(type)
  if (pointer) return `Pointer<'${pointer[1]}${pointer[2] ? ' *' : ''}'>${nullable}`
  if (isCallback(type)) return `Pointer${nullable}`
  if (type === 'void') return 'void'
  return type === '_Bool' ? 'boolean' : 'number'
}
