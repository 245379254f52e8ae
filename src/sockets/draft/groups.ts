import { bytesOrText } from '../../arguments.ts'
import { invalidType, invalidValue } from '../../errors.ts'
import { failure } from '../../failure.ts'
import { isHandle } from '../../handle.ts'
import { changeGroup } from '../../raw/labelled-frames.ts'
import { LARGEST_GROUP } from '../../socket-hazards.ts'
import { zsocketKind } from '../../socket-kinds.ts'
import { copyOf } from '../../socket-option-values.ts'
import { type NoDropOption, receiving, sending } from '../options/directions.ts'
import { defineOptions, open } from '../options.ts'
import type { Message } from '../readable.ts'
import { internals, Socket } from '../socket.ts'
import type { SocketOptions } from '../types.ts'
import { available } from './available.ts'
import { type LabelledReadable, type LabelledWritable, labelledReadable, labelledWritable } from './labels.ts'

/** The draft types that send and receive by groups. */

/** Which group a message is for. */
export interface RadioGroupOptions {
  /** The name of the group: 1 to 255 bytes without a zero byte. */
  group: Buffer | string
}

/** Which group a message was sent to. */
export interface DishGroupOptions {
  /** The name of the group. */
  group: Buffer
}

function groupOf(name: string, value: unknown): Uint8Array {
  const group = copyOf(bytesOrText(name, value))
  if (group.length === 0 || group.length > LARGEST_GROUP || group.includes(0))
    throw invalidValue(name, `must have 1 to ${LARGEST_GROUP} bytes, none of them zero`)
  return group
}

function write(options: RadioGroupOptions | undefined): Uint8Array {
  if (typeof options !== 'object' || options === null)
    throw invalidType('options', 'an object with a group', options)
  return groupOf('options.group', options.group)
}

/** The largest command that a Dish sends: `LEAVE` and a group. */
const LARGEST_COMMAND = 6 + LARGEST_GROUP

/**
 * Sends each message to the {@link Dish} sockets that have joined its group; who is slow misses some, unless
 * {@link noDrop} is set. Draft.
 *
 * libzmq ends the process when a peer joins a group whose name is too long. So {@link maxMessageSize}, which limits what
 * peers send, is 261 bytes at first; with CURVE, where every peer is known, set it to 1024.
 *
 * @example
 * ```ts
 * const radio = new Radio()
 * const dish = new Dish()
 * dish.join('weather')
 * dish.connect(await radio.bind('tcp://127.0.0.1:*'))
 * await radio.send('rain', { group: 'weather' })
 * ```
 */
export class Radio extends Socket {
  /**
   * A socket that is neither bound nor connected; `options` are set at once.
   *
   * @throws {@link CzmqError} `ERR_CZMQ_SYMBOL` when the loaded library has no drafts.
   */
  constructor(options?: SocketOptions<Radio>) {
    super(available('Radio'), options)
    if (!isHandle(zsocketKind, options) && options?.maxMessageSize === undefined)
      this.maxMessageSize = LARGEST_COMMAND
  }
}
export interface Radio extends LabelledWritable<RadioGroupOptions>, NoDropOption {}
Object.assign(Radio.prototype, labelledWritable('group', write))
defineOptions(Radio.prototype, ...sending, 'noDrop')

/** Receives what {@link Radio} sockets send to the groups that it has joined. Draft. */
export class Dish extends Socket {
  /**
   * A socket that is neither bound nor connected, without a group; `options` are set at once.
   *
   * @throws {@link CzmqError} `ERR_CZMQ_SYMBOL` when the loaded library has no drafts.
   */
  constructor(options?: SocketOptions<Dish>) {
    super(available('Dish'), options)
  }

  /**
   * Joins groups.
   *
   * C: `zmq_join`
   * @param groups - Each 1 to 255 bytes without a zero byte.
   * @throws {@link CzmqError} `EINVAL` for a group that it is in already, `EBADF` when the socket is closed.
   */
  join(...groups: (Buffer | string)[]): void {
    changeGroups(this, 'join', groups)
  }

  /**
   * Leaves groups. Messages that have come are received all the same.
   *
   * C: `zmq_leave`
   * @throws {@link CzmqError} `EINVAL` for a group that it is not in, `EBADF` when the socket is closed.
   */
  leave(...groups: (Buffer | string)[]): void {
    changeGroups(this, 'leave', groups)
  }
}
export interface Dish extends LabelledReadable<[Message, DishGroupOptions]> {}
Object.assign(
  Dish.prototype,
  labelledReadable((group): DishGroupOptions => ({ group })),
)
defineOptions(Dish.prototype, ...receiving)

/** All are checked before the first is given to libzmq. */
function changeGroups(socket: Dish, action: 'join' | 'leave', groups: (Buffer | string)[]): void {
  const checked = groups.map((each, index) => groupOf(`groups[${index}]`, each))
  const pointer = open(socket)
  for (const each of checked) if (changeGroup(pointer, each, action) === -1) throw failure(`zmq_${action}`)
  internals(socket).core.kick()
}
