import { isIPv4, isIPv6 } from 'node:net'
import { bytesOrText, integer, sizeOf, text } from '../../arguments.ts'
import { invalidType, invalidValue } from '../../errors.ts'
import { interface as systemInterface } from '../../zsys/index.ts'
import type { Place } from './core.ts'

/** Where a `Beacon` sends and listens. */
export interface BeaconOptions {
  /** The UDP port, 1 to 65535. All beacons of this host share it. */
  port: number
  /**
   * The network interface: its name or its address, `'*'` for all. If absent, what `zsys.setInterface` or the
   * environment variable `ZSYS_INTERFACE` says, else the first that is not the loopback.
   */
  interface?: string | undefined
  /** An IPv4 or IPv6 multicast group, for example `'ff02::1'`; IPv4 broadcast if absent. */
  group?: string | undefined
}

/** How a `Beacon` announces. */
export interface PublishOptions {
  /** Milliseconds between two announcements; 1000 if absent. */
  interval?: number | undefined
}

const MOST_PORT = 65_535
/** What a beacon holds (`UDP_FRAME_MAX`). */
const MOST_DATA = 255

export function placeOf(options: unknown): Place {
  const { port, interface: name, group } = object<BeaconOptions>('options', options)
  return {
    port: integer('options.port', port, 1, MOST_PORT),
    interface: name === undefined ? systemInterface() : text('options.interface', name),
    group: group === undefined ? null : multicastGroup(group),
  }
}

function object<Options>(name: string, value: unknown): Options {
  if (typeof value !== 'object' || value === null) throw invalidType(name, 'an object', value)
  return value as Options
}

function multicastGroup(value: unknown): string {
  const group = text('options.group', value)
  const first = Number.parseInt(group, 10)
  const isGroup = isIPv4(group) ? first >= 224 && first <= 239 : isIPv6(group) && /^ff[^%]*$/i.test(group)
  if (!isGroup) throw invalidValue('options.group', 'must be a multicast address, without an interface')
  return group
}

export function intervalOf(options: unknown): number {
  const { interval = 1000 } = object<PublishOptions>('options', options)
  return integer('options.interval', interval, 1)
}

/** Bytes to announce or to filter by: a copy. */
export function beaconBytes(name: string, value: unknown, least: number): Buffer {
  const given = bytesOrText(name, value)
  const size = sizeOf(given)
  if (size < least || size > MOST_DATA)
    throw invalidValue(name, `must have ${least} to ${MOST_DATA} bytes; it has ${size}`)
  const copy = Buffer.alloc(size)
  // One whose memory is gone has size 0
  if (size > 0) copy.set(given)
  return copy
}
