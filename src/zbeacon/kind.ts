import type { Handle, Kind } from '../handle.ts'
import { C } from '../raw/index.ts'
import { cast, type Pointer } from '../raw/types.ts'

/** A beacon: it announces a service in the local network, and finds others. */
export type Zbeacon = Handle<'zbeacon'>

/** The contexts of beacons that were made without one. */
const contexts = new Map<Pointer, Pointer<'zctx_t'>>()

/** The context ends with the beacon. */
export function ownContext(beacon: Pointer, context: Pointer<'zctx_t'>): void {
  contexts.set(beacon, context)
}

function release(pointer: Pointer): void {
  C.zbeacon_destroy([cast<'zbeacon_t'>(pointer)])
  const context = contexts.get(pointer)
  contexts.delete(pointer)
  if (context) C.zctx_destroy([context])
}

export const zbeaconKind: Kind<'zbeacon'> = {
  name: 'zbeacon',
  collected: true,
  endsAtExit: true,
  release,
}
