/**
 * The network interfaces on which beacons can be sent: those that are up, have an IPv4 address and can broadcast; not
 * the loopback.
 *
 * @example
 * ```ts
 * for (const { name, address, broadcast } of ziflist.interfaces()) console.log(name, address, broadcast)
 * ```
 */
import { adopt, destroyHandle, pointerOf } from '../handle.ts'
import { C } from '../raw/index.ts'
import { cast, type Pointer } from '../raw/types.ts'
import { type Ziflist, ziflistKind } from './kind.ts'

export type { Ziflist } from './kind.ts'
export { create as new }

/** A network interface. */
export interface NetworkInterface {
  /** As the system calls it: `'eth0'`. */
  name: string
  /** Its IPv4 address: `'192.168.1.7'`. */
  address: string
  /** The address at which all in its network can be reached: `'192.168.1.255'`. */
  broadcast: string
  /** Which part of the address is the network's: `'255.255.255.0'`. */
  netmask: string
}

function pointer(self: Ziflist): Pointer<'ziflist_t'> {
  return cast<'ziflist_t'>(pointerOf(ziflistKind, self))
}

/**
 * The interfaces as they are now, as objects.
 *
 * C: `ziflist_new`, `ziflist_first`, `ziflist_next`, …
 */
export function interfaces(): NetworkInterface[] {
  const list = C.ziflist_new()
  const found: NetworkInterface[] = []
  for (let name = C.ziflist_first(list); name !== null; name = C.ziflist_next(list)) {
    const address = C.ziflist_address(list) ?? ''
    found.push({
      name,
      address,
      broadcast: C.ziflist_broadcast(list) ?? '',
      netmask: C.ziflist_netmask(list) ?? '',
    })
  }
  C.ziflist_destroy([list])
  return found
}

/**
 * The list of interfaces as they are now. Fresh.
 *
 * C: `ziflist_new`
 */
function create(): Ziflist {
  return adopt(ziflistKind, C.ziflist_new())
}

/**
 * Destroys a list. Takes it; again, it does nothing.
 *
 * C: `ziflist_destroy`
 */
export function destroy(self: Ziflist): void {
  destroyHandle(ziflistKind, self)
}

/**
 * Reads the interfaces from the system again; the place in the list is lost.
 *
 * C: `ziflist_reload`
 */
export function reload(self: Ziflist): void {
  C.ziflist_reload(pointer(self))
}

/**
 * How many interfaces there are.
 *
 * C: `ziflist_size`
 */
export function size(self: Ziflist): number {
  return C.ziflist_size(pointer(self))
}

/**
 * Goes to the first interface and answers its name; `null` when there is none.
 *
 * C: `ziflist_first`
 */
export function first(self: Ziflist): string | null {
  return C.ziflist_first(pointer(self))
}

/**
 * Goes to the next interface and answers its name; `null` after the last, and then the first again.
 *
 * C: `ziflist_next`
 */
export function next(self: Ziflist): string | null {
  return C.ziflist_next(pointer(self))
}

/**
 * The IPv4 address of the interface at the present place; `null` before the first and after the last.
 *
 * C: `ziflist_address`
 */
export function address(self: Ziflist): string | null {
  return C.ziflist_address(pointer(self))
}

/**
 * The broadcast address of the interface at the present place; `null` before the first and after the last.
 *
 * C: `ziflist_broadcast`
 */
export function broadcast(self: Ziflist): string | null {
  return C.ziflist_broadcast(pointer(self))
}

/**
 * The netmask of the interface at the present place; `null` before the first and after the last.
 *
 * C: `ziflist_netmask`
 */
export function netmask(self: Ziflist): string | null {
  return C.ziflist_netmask(pointer(self))
}
