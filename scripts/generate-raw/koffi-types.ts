import type { Parameter, Prototype } from './headers.ts'
import type { Note } from './notes.ts'

/** C types that koffi does not know, by the one that has the same representation. */
export const REPRESENTATION: Record<string, string> = {
  _Bool: 'bool',
  byte: 'uint8_t',
  uint: 'unsigned int',
  time_t: 'int64_t',
  off_t: 'int64_t',
  ssize_t: 'int64_t',
  mode_t: 'unsigned int',
  SOCKET: 'int',
  zmq_fd_t: 'int',
}

/** Whether a C type is a function type, which the headers name `…_fn`. */
export function isCallback(type: string): boolean {
  return /_(fn|fct|loader|destructor)( \*)?$/.test(type)
}

/** The declaration that koffi parses when the function is first used. */
export function koffiPrototype(prototype: Prototype, note: Note): string {
  const parameters = prototype.parameters.map((each) => koffiParameter(each, prototype))
  if (prototype.variadic) parameters.push('...')
  return `${koffiReturn(prototype.returns, note)} ${prototype.name}(${parameters.join(', ')})`
}

export function koffiReturn(type: string, note: Note): string {
  if (type === 'const char *' || (type === 'char *' && note.returns === 'borrowed')) return 'const char *'
  if (type === 'char *') return 'str!'
  if (type.endsWith('*') || isCallback(type)) return 'void *'
  return REPRESENTATION[type] ?? type
}

function koffiParameter(parameter: Parameter, owner: Prototype): string {
  return `${koffiParameterType(parameter.type, owner)} ${parameter.name}`
}

function koffiParameterType(type: string, owner: Prototype): string {
  if (type === 'const char *') return 'const char *'
  if (type === 'zmq_pollitem_t *') return '_Inout_ czmq_pollitem *'
  if (isCallback(type)) return 'void *'
  if (/^(int|size_t) \*$/.test(type)) return `_Inout_ ${type}`
  if (/\*\*+$/.test(type)) return owner.variadic ? 'void *' : '_Inout_ void **'
  if (type.endsWith('*')) return 'void *'
  return REPRESENTATION[type] ?? type
}
