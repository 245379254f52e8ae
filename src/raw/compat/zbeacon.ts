import { CzmqError } from '../../errors.ts'
import { allocate, free } from '../memory.ts'
import { cast, type Pointer, type Ref } from '../types.ts'
import type { Composition } from './composition.ts'
import { type Actor, command, hasRoomForActors, startActor, stopActor } from './zbeacon-actor.ts'
import { contextOf } from './zctx.ts'

/** Beacons of CZMQ 2: UDP broadcasts by which programs in a network find each other. */
export interface ZbeaconCompatFunctions {
  /** C: `zbeacon_t *zbeacon_new(zctx_t *ctx, int port_nbr)`; fresh. NULL without a usable interface, and for a taken port. */
  zbeacon_new(ctx: Pointer<'zctx_t'>, port_nbr: number): Pointer<'zbeacon_t'> | null
  /** C: `void zbeacon_destroy(zbeacon_t **self_p)`. */
  zbeacon_destroy(self_p: Ref<Pointer<'zbeacon_t'>>): void
  /** C: `char *zbeacon_hostname(zbeacon_t *self)`; borrowed. The address of the interface. */
  zbeacon_hostname(self: Pointer<'zbeacon_t'>): string
  /** C: `void zbeacon_set_interval(zbeacon_t *self, int interval)`; milliseconds. */
  zbeacon_set_interval(self: Pointer<'zbeacon_t'>, interval: number): void
  /** C: `void zbeacon_noecho(zbeacon_t *self)`. */
  zbeacon_noecho(self: Pointer<'zbeacon_t'>): void
  /** C: `void zbeacon_publish(zbeacon_t *self, byte *transmit, size_t size)`; 1 to 255 bytes. */
  zbeacon_publish(self: Pointer<'zbeacon_t'>, transmit: Uint8Array, size: number): void
  /** C: `void zbeacon_silence(zbeacon_t *self)`. */
  zbeacon_silence(self: Pointer<'zbeacon_t'>): void
  /** C: `void zbeacon_subscribe(zbeacon_t *self, byte *filter, size_t size)`; 0 to 255 bytes. */
  zbeacon_subscribe(self: Pointer<'zbeacon_t'>, filter: Uint8Array | null, size: number): void
  /** C: `void zbeacon_unsubscribe(zbeacon_t *self)`. */
  zbeacon_unsubscribe(self: Pointer<'zbeacon_t'>): void
  /** C: `void *zbeacon_socket(zbeacon_t *self)`; borrowed. Its messages: the sender's address, and data. */
  zbeacon_socket(self: Pointer<'zbeacon_t'>): Pointer<'void'>
}

/**
 * What `zbeacon_t` is in CZMQ 2. The actor of libczmq 4 drops its own beacons, where CZMQ 2 receives them unless told
 * otherwise: so one actor listens, and another one speaks until there is to be no echo.
 */
interface Beacon {
  readonly listener: Actor
  /** Null when there is to be no echo. */
  speaker: Actor | null
  readonly hostname: string
  /** Milliseconds. */
  interval: number
  /** What is being published; null for silence. */
  transmit: Uint8Array | null
  /** The beacon does not end with its context any more. */
  readonly forget: () => void
}

const DEFAULT_INTERVAL = 1000
/** By the address of a little memory that stands for the `zbeacon_t`. */
const beacons = new Map<Pointer, Beacon>()

function beaconOf(self: Pointer): Beacon {
  const found = beacons.get(self)
  if (!found) throw new TypeError('not a zbeacon_t of this thread, or already destroyed')
  return found
}

/** A beacon that does not belong to a context. */
export function newBeacon(port: number): Pointer<'zbeacon_t'> | null {
  return begin(port, () => () => undefined)
}

function create(ctx: Pointer, port: number): Pointer<'zbeacon_t'> | null {
  const { agents } = contextOf(ctx)
  return begin(port, (end) => {
    agents.add(end)
    return () => agents.delete(end)
  })
}

function begin(port: number, belong: (end: () => void) => () => void): Pointer<'zbeacon_t'> | null {
  const listening = hasRoomForActors() ? startActor(port) : null
  if (!listening) return null
  const speaking = startActor(port)
  if (!speaking) {
    stopActor(listening.actor)
    return null
  }
  const self = cast<'zbeacon_t'>(allocate(16))
  const { actor: listener, hostname } = listening
  const speaker = speaking.actor
  const forget = belong(() => end(self))
  beacons.set(self, { listener, speaker, hostname, interval: DEFAULT_INTERVAL, transmit: null, forget })
  return self
}

function end(self: Pointer): void {
  const { listener, speaker, forget } = beaconOf(self)
  beacons.delete(self)
  forget()
  if (speaker) stopActor(speaker)
  stopActor(listener)
  free(self)
}

function tell(actor: Actor, ...frames: (string | Uint8Array)[]): void {
  if (!command(actor, ...frames))
    throw new CzmqError('EAGAIN', 'EAGAIN: the beacon takes no commands any more')
}

/** From the listener, once there is to be no echo: it drops what it sends itself. */
function transmit({ listener, speaker, interval, transmit }: Beacon): void {
  if (transmit) tell(speaker ?? listener, 'PUBLISH', transmit, String(interval))
}

function withoutEcho(beacon: Beacon): void {
  const { speaker } = beacon
  if (!speaker) return
  beacon.speaker = null
  stopActor(speaker)
  transmit(beacon)
}

function copyOf(data: Uint8Array | null, size: number): Uint8Array {
  return Uint8Array.from((data ?? new Uint8Array(0)).subarray(0, size))
}

export const zbeacon: Record<keyof ZbeaconCompatFunctions, Composition> = {
  zbeacon_new: { prototype: 'void * zbeacon_new(void * ctx, int port_nbr)', compose: create },
  zbeacon_destroy: {
    prototype: 'void zbeacon_destroy(_Inout_ void ** self_p)',
    compose: (ref: Ref<Pointer<'zbeacon_t'>>) => {
      const self = ref[0]
      ref[0] = null
      if (self) end(self)
    },
  },
  zbeacon_hostname: {
    prototype: 'const char * zbeacon_hostname(void * self)',
    compose: (self: Pointer) => beaconOf(self).hostname,
  },
  zbeacon_set_interval: {
    prototype: 'void zbeacon_set_interval(void * self, int interval)',
    compose: (self: Pointer, interval: number) => {
      const beacon = beaconOf(self)
      beacon.interval = interval
      transmit(beacon)
    },
  },
  zbeacon_noecho: {
    prototype: 'void zbeacon_noecho(void * self)',
    compose: (self: Pointer) => withoutEcho(beaconOf(self)),
  },
  zbeacon_publish: {
    prototype: 'void zbeacon_publish(void * self, void * transmit, size_t size)',
    compose: (self: Pointer, data: Uint8Array, size: number) => {
      const beacon = beaconOf(self)
      beacon.transmit = copyOf(data, size)
      transmit(beacon)
    },
  },
  zbeacon_silence: {
    prototype: 'void zbeacon_silence(void * self)',
    compose: (self: Pointer) => {
      const beacon = beaconOf(self)
      beacon.transmit = null
      tell(beacon.speaker ?? beacon.listener, 'SILENCE')
    },
  },
  zbeacon_subscribe: {
    prototype: 'void zbeacon_subscribe(void * self, void * filter, size_t size)',
    compose: (self: Pointer, filter: Uint8Array | null, size: number) =>
      tell(beaconOf(self).listener, 'SUBSCRIBE', copyOf(filter, size)),
  },
  zbeacon_unsubscribe: {
    prototype: 'void zbeacon_unsubscribe(void * self)',
    compose: (self: Pointer) => tell(beaconOf(self).listener, 'UNSUBSCRIBE'),
  },
  zbeacon_socket: {
    prototype: 'void * zbeacon_socket(void * self)',
    compose: (self: Pointer) => beaconOf(self).listener.output,
  },
}
