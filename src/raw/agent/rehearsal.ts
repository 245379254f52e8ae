import * as zmq from '../generated/constants.ts'
import { C } from '../index.ts'
import { eventsOf } from '../socket-state.ts'
import { closeAtThreadEnd } from '../thread-end.ts'
import type { Pointer } from '../types.ts'
import { receiveAll, sendAll } from './link.ts'
import { ProxyLane } from './proxy-lane.ts'
import { bindTo, setOptions } from './socket-set-up.ts'

/**
 * Uses every function that agents use. One that is bound while its worker is being terminated ends the process
 * (`napi_throw`); afterwards none is bound any more.
 */
export function rehearse(home: Pointer<'zctx_t'>, control: string): void {
  const address = `${control}.rehearsal`
  const [front, back] = [C.zsocket_new(home, zmq.DEALER), C.zsocket_new(home, zmq.DEALER)]
  for (const each of [front, back]) closeAtThreadEnd(each)
  const lane = new ProxyLane()
  setOptions(front, { zapDomain: 'x' })
  bindTo(front, address)
  C.zmq_connect(back, address)
  C.zsock_last_endpoint(front)
  sendAll(back, ['a', 'b'])
  if (eventsOf(front) & zmq.POLLIN) lane.move(front, front, back)
  receiveAll(back)
  lane.end()
  for (const each of [front, back]) C.zsocket_destroy(home, each)
}
