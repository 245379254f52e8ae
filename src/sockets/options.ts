import { REP, REQ } from '../raw/generated/constants.ts'
import type { Pointer } from '../raw/types.ts'
import {
  initialValue,
  isNullable,
  mustRemember,
  type OptionValue,
  read,
  unset,
  write,
} from './options/access.ts'
import { classProperties, generalProperties, type Property } from './options/table.ts'
import { internals, Socket } from './socket.ts'
import { closedError } from './waiting.ts'

/** Socket options as properties: defined on the prototypes of the classes that have them. */

/** How many messages may be taken from libzmq before they are asked for. */
const PREFETCH = 256

const remembered = new WeakMap<Socket, Map<Property, OptionValue>>()

/** Defines properties for options, each under its name in the table or, in pairs, under another one. */
export function defineOptions(
  prototype: Socket,
  ...names: (keyof typeof classProperties | [name: string, entry: keyof typeof classProperties])[]
): void {
  for (const each of names) {
    const [name, entry] = typeof each === 'string' ? [each, each] : each
    define(prototype, name, classProperties[entry])
  }
}

for (const [name, property] of Object.entries(generalProperties)) define(Socket.prototype, name, property)

function define(prototype: Socket, name: string, property: Property): void {
  const get = function (this: Socket): OptionValue {
    return current(this, name, property)
  }
  const set = function (this: Socket, value: unknown): void {
    assign(this, name, property, value)
  }
  const { access } = property.option
  Object.defineProperty(prototype, name, { configurable: true, get, ...(access === 'r' ? {} : { set }) })
}

function current(socket: Socket, name: string, property: Property): OptionValue {
  const pointer = open(socket)
  if (!mustRemember(property.option)) return read(pointer, name, property)
  return remembered.get(socket)?.get(property) ?? initialValue(property)
}

/** Sets the option of a socket that the table has as `entry`. */
export function setOption(
  socket: Socket,
  name: string,
  entry: keyof typeof classProperties,
  value: unknown,
): void {
  assign(socket, name, classProperties[entry], value)
}

function assign(socket: Socket, name: string, property: Property, value: unknown): void {
  const pointer = open(socket)
  if (value === null && isNullable(property)) {
    if (current(socket, name, property) === null) return
    unset(pointer, name, property)
    remember(socket, property, null)
  } else remember(socket, property, write(pointer, name, property, value))
  adapt(socket, property)
  if (!property.atOnce && internals(socket).endpoints > 0) {
    process.emitWarning(`The socket option ${name} will not take effect until the next connect or bind`)
  }
}

function remember(socket: Socket, property: Property, value: OptionValue): void {
  if (!mustRemember(property.option)) return
  const values = remembered.get(socket) ?? new Map<Property, OptionValue>()
  remembered.set(socket, values.set(property, value))
}

/** What follows from an option for the two directions. */
function adapt(socket: Socket, property: Property): void {
  const { sender, receiver } = internals(socket)
  if (property === classProperties.sendTimeout) sender.timeout = Number(current(socket, '', property))
  else if (property === classProperties.receiveTimeout)
    receiver.timeout = Number(current(socket, '', property))
  else if (property === classProperties.receiveHighWaterMark || property === classProperties.conflate)
    limitPrefetch(socket)
}

/**
 * Sees to it that libzmq is not asked for more than the socket may hold: one message where requests and replies take
 * turns and where only the last one counts, else not more than the high-water mark.
 */
export function limitPrefetch(socket: Socket): void {
  const single =
    socket.type === REQ || socket.type === REP || remembered.get(socket)?.get(classProperties.conflate)
  const mark = current(socket, 'receiveHighWaterMark', classProperties.receiveHighWaterMark)
  internals(socket).receiver.most = single ? 1 : Math.min(PREFETCH, Number(mark) || PREFETCH)
}

/** The libzmq socket of a socket that is not closed. */
export function open(socket: Socket): Pointer {
  const { core } = internals(socket)
  if (core.closed) throw closedError()
  return core.pointer
}
