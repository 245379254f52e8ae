import { binaryOptions } from '../../src/raw/compat/zsocket-options.ts'
import {
  type OptionName,
  type OptionType,
  type SocketOption,
  socketOptions,
} from '../../src/raw/socket-options.ts'
import { descriptions } from './descriptions.ts'

/** How C and TypeScript write an option's type: what a getter returns, and what a setter takes. */
interface Signature {
  returns: string
  takes: string
  answer: string
  argument: string
}

const NUMBER: Signature = { returns: 'int ', takes: 'int ', answer: 'number', argument: 'number' }
const TEXT: Signature = { returns: 'char *', takes: 'const char *', answer: 'string', argument: 'string' }
const SIGNATURES: Record<OptionType, Signature> = {
  int: NUMBER,
  flag: NUMBER,
  int64: NUMBER,
  uint64: NUMBER,
  descriptor: NUMBER,
  text: TEXT,
  bytes: TEXT,
  key: TEXT,
  frame: { returns: '', takes: 'zframe_t *', answer: '', argument: "Pointer<'zframe_t'>" },
}
const names = Object.keys(socketOptions) as OptionName[]

/** The module with the interface of the option functions of `C`. */
export function rawInterface(): string {
  return [
    '// Made by `npm run generate` from src/raw/socket-options.ts and scripts/generate-options. Do not edit.\n',
    "import type { Memory, Pointer, RawSocket } from '../types.ts'\n\n",
    '/**\n * The socket options of CZMQ 2 and 3, and those of CZMQ 4 in the same form. As in C a number is an `int`,\n',
    ' * whatever libzmq has, and text ends at its first NUL. Where C ends the process, because libzmq refuses the value\n',
    ' * or the option, these throw a {@link CzmqError} with its errno.\n */\n',
    `export interface ZsocketOptionFunctions {\n${names.flatMap(methods).join('')}}\n`,
  ].join('')
}

function methods(name: OptionName): string[] {
  const { access, type }: SocketOption = socketOptions[name]
  const { returns, takes, answer, argument } = SIGNATURES[type]
  const getter = `${returns}zsocket_${name}(void *zocket)`
  const setter = `void zsocket_set_${name}(void *zocket, ${takes}${name})`
  const binary = `void zsocket_set_${name}_bin(void *zocket, const byte *${name})`
  return [
    access.includes('r') ? `${doc(getter, name)}  zsocket_${name}(zocket: RawSocket): ${answer}\n` : '',
    access.includes('w')
      ? `${doc(setter, name)}  zsocket_set_${name}(zocket: RawSocket, ${name}: ${argument}): void\n`
      : '',
    binaryOptions.some((each) => each === name)
      ? `  /** C: \`${binary}\`; 32 bytes. */\n  zsocket_set_${name}_bin(zocket: RawSocket, ${name}: Memory): void\n`
      : '',
  ]
}

function doc(prototype: string, name: OptionName): string {
  const [what, , setter] = descriptions[name]
  const text = what || (setter ?? '').charAt(0).toLowerCase() + (setter ?? '').slice(1)
  return `  /** C: \`${prototype}\`; ${text}. */\n`
}
