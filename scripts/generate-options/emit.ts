import { binaryOptions } from '../../src/raw/compat/zsocket-options.ts'
import {
  type OptionName,
  type OptionType,
  type SocketOption,
  socketOptions,
} from '../../src/raw/socket-options.ts'
import { descriptions } from './descriptions.ts'

/** A namespace of sockets: how its functions take the socket, and how they find the libzmq socket in it. */
export interface Namespace {
  name: 'zsocket' | 'zsock'
  type: string
  parameter: string
  imports: string
  pointer: string
}

const MECHANICS: Record<OptionType, { read: string; value: string; argument: string }> = {
  int: { read: 'numberOption', value: 'number', argument: 'number' },
  flag: { read: 'numberOption', value: 'number', argument: 'boolean | 0 | 1' },
  descriptor: { read: 'numberOption', value: 'number', argument: 'number' },
  int64: { read: 'numberOption', value: 'number', argument: 'number' },
  uint64: { read: 'bigintOption', value: 'bigint', argument: 'bigint | number' },
  text: { read: 'textOption', value: 'string', argument: 'string' },
  bytes: { read: 'textOption', value: 'string', argument: 'string | Uint8Array' },
  key: { read: 'textOption', value: 'string', argument: 'string' },
  frame: { read: '', value: '', argument: 'Uint8Array' },
}
const INT_MAX = 2 ** 31 - 1
const names = Object.keys(socketOptions).sort() as OptionName[]

/** The module with a getter and a setter for every option. */
export function optionsModule(namespace: Namespace): string {
  const functions = names.flatMap((name) => accessors(namespace, name))
  return [
    '// Made by `npm run generate` from src/raw/socket-options.ts and scripts/generate-options. Do not edit.\n',
    `/**\n * The options of a ${namespace.name}, each as libzmq has it.\n */\n`,
    namespace.imports,
    namespace.pointer,
    ...functions,
  ].join('')
}

function accessors(namespace: Namespace, name: OptionName): string[] {
  const { access }: SocketOption = socketOptions[name]
  return [
    access.includes('r') ? getter(namespace, name) : '',
    access.includes('w') ? setter(namespace, name) : '',
    isBinary(name) ? binarySetter(namespace, name) : '',
  ]
}

function isBinary(name: OptionName): boolean {
  return binaryOptions.some((each) => each === name)
}

function getter({ name: space, type, parameter }: Namespace, name: OptionName): string {
  const option: SocketOption = socketOptions[name]
  const { read, value } = MECHANICS[option.type]
  const [what, values] = descriptions[name]
  const answer = option.type === 'flag' ? `1 or 0; ${values}` : values
  return [
    doc([`${capital(what)}: ${answer}.`, '', `C: \`${space}_${name}\``, readFailures(option)]),
    `export function ${camel(name)}(${parameter}: ${type}): ${value} {\n`,
    `  return ${read}(pointer(${parameter}), '${name}')\n}\n`,
  ].join('')
}

function setter({ name: space, type, parameter }: Namespace, name: OptionName): string {
  const option: SocketOption = socketOptions[name]
  const argument = camel(name)
  const call =
    name === 'connect_rid'
      ? `setRoutingId(${parameter}, pointer(${parameter}), ${argument})`
      : `setOption(pointer(${parameter}), '${name}', ${argument})`
  return [
    doc([`${sets(name)}.`, '', `C: \`${space}_set_${name}\``, limits(option), writeFailures(option)]),
    `export function set${capital(argument)}(`,
    `${parameter}: ${type}, ${argument}: ${MECHANICS[option.type].argument}): void {\n  ${call}\n}\n`,
  ].join('')
}

function binarySetter({ name: space, type, parameter }: Namespace, name: OptionName): string {
  const option: SocketOption = socketOptions[name]
  const argument = camel(name)
  const isKey = option.type === 'key'
  const call = isKey
    ? `setKeyBin(pointer(${parameter}), '${name}', ${argument})`
    : `setRoutingIdBin(${parameter}, pointer(${parameter}), ${argument})`
  const values = isKey ? '32 bytes, copied' : 'as {@link setConnectRid}, from bytes only'
  return [
    doc([
      `Sets ${descriptions[name][0]}: ${values}.`,
      '',
      `C: \`${space}_set_${name}_bin\``,
      writeFailures(option),
    ]),
    `export function set${capital(argument)}Bin(${parameter}: ${type}, ${argument}: Uint8Array): void {\n  ${call}\n}\n`,
  ].join('')
}

function sets(name: OptionName): string {
  const [what, values, instead] = descriptions[name]
  return `${instead ?? `Sets ${what}`}: ${values}`
}

function limits({ type, least, most, successor }: SocketOption): string {
  if (successor || (least === undefined && most === undefined)) return ''
  if (type === 'int')
    return `@throws RangeError \`ERR_OUT_OF_RANGE\` outside of ${least} to ${most ?? INT_MAX}.`
  if (type === 'int64') return `@throws RangeError \`ERR_OUT_OF_RANGE\` outside of ${least} to 2^53 - 1.`
  return `@throws TypeError \`ERR_INVALID_ARG_VALUE\` outside of ${least} to ${most} bytes.`
}

function readFailures({ type, successor, unreadable, optional }: SocketOption): string {
  if (successor) return `@throws {@link CzmqError} \`ENOTSUP\`, always: use ${successor}.`
  if (unreadable) return '@throws {@link CzmqError} `ENOTSUP`, always: libzmq does not tell it.'
  if (type === 'bytes')
    return '@throws {@link CzmqError} `EILSEQ` when it is binary: the bytes are in the `frames` of the error.'
  return optional ? '@throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.' : ''
}

function writeFailures({ sockets, successor, optional }: SocketOption): string {
  if (successor) return `@throws {@link CzmqError} \`ENOTSUP\`, always: use ${successor}.`
  const codes = [
    sockets ? `\`ERR_CZMQ_SOCKET_TYPE\` unless the socket is a ${sockets.join(', ')}` : '',
    optional ? '`ENOTSUP` when the loaded libzmq does not have it' : '',
  ].filter((each) => each !== '')
  return codes.length > 0 ? `@throws {@link CzmqError} ${codes.join('; ')}.` : ''
}

/** A comment of lines no longer than the formatter's; an empty first line stays, others that are empty do not. */
function doc([first = '', blank = '', ...tags]: string[]): string {
  const lines = [
    ...wrap(first, ''),
    blank,
    ...tags.filter((each) => each !== '').flatMap((each) => wrap(each, each.startsWith('@') ? '  ' : '')),
  ]
  return `\n/**\n${lines.map((each) => (each === '' ? ' *\n' : ` * ${each}\n`)).join('')} */\n`
}

function wrap(text: string, indent: string): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < 106) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(lines.length === 0 ? word : indent + word)
  }
  return lines
}

/** What the namespace's index lists. */
export function exportedNames(): string[] {
  return names.flatMap((name) => {
    const { access }: SocketOption = socketOptions[name]
    const set = `set${capital(camel(name))}`
    return [
      ...(access.includes('r') ? [camel(name)] : []),
      ...(access.includes('w') ? [set] : []),
      ...(isBinary(name) ? [`${set}Bin`] : []),
    ]
  })
}

function camel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
