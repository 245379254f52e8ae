import { CzmqError } from '../../errors.ts'
import { samples } from '../socket-option-samples.ts'
import { type OptionName, type SocketOption, socketOptions } from '../socket-options.ts'
import type { Pointer } from '../types.ts'
import type { Composition } from './composition.ts'
import { native } from './native.ts'
import { readOption, writeOption } from './zsocket-options.ts'

/** The self-test of the socket options of CZMQ 2 and 3. */
export interface ZsockoptFunctions {
  /** C: `int zsockopt_test(bool verbose)`; sets and reads every option, and throws when one is not as it was set. */
  zsockopt_test(verbose: boolean): number
}

export const zsockopt: Record<keyof ZsockoptFunctions, Composition> = {
  zsockopt_test: { prototype: 'int zsockopt_test(bool verbose)', compose: selfTest },
}

function selfTest(verbose: boolean): number {
  const names = Object.keys(socketOptions) as OptionName[]
  const missing = names.filter((name) => !onSocket(samples[name][0], (socket) => tryOption(socket, name)))
  if (verbose) process.stdout.write(` * zsockopt: OK, without ${missing.join(', ')}\n`)
  return 0
}

function onSocket(type: number, use: (socket: Pointer) => boolean): boolean {
  const context = native.zmq_ctx_new()
  const socket = native.zmq_socket(context, type)
  try {
    return use(socket)
  } finally {
    native.zmq_close(socket)
    native.zmq_ctx_term(context)
  }
}

/** Whether libzmq has the option. */
function tryOption(socket: Pointer, name: OptionName): boolean {
  const option: SocketOption = socketOptions[name]
  if (option.number === null && !option.standsFor) return false
  try {
    setAndCompare(socket, name, option)
    return true
  } catch (error) {
    if (option.optional && error instanceof CzmqError && error.code === 'EINVAL') return false
    throw error
  }
}

function setAndCompare(socket: Pointer, name: OptionName, { type, access, unreadable }: SocketOption): void {
  const value = samples[name][1]
  if (value !== undefined && type !== 'frame') writeOption(socket, name, value)
  if (access === 'w') return
  const found = readOption(socket, name)
  if (value !== undefined && !unreadable && found !== value)
    throw new Error(`zsockopt_test: ${name} is ${found}`)
}
