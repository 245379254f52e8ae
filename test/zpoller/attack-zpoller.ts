import { zctx, zmq, zpoller, zsocket } from '../../src/index.ts'
import { attack, report } from '../zmq/attack.ts'

const context = zctx.new()
const reader = zsocket.new(context, zmq.PULL)
const other = zsocket.new(context, zmq.PULL)
const poller = () => zpoller.new(reader)

report(
  attack(zpoller, {
    new: () => [reader, other],
    destroy: () => [poller()],
    add: () => [poller(), other],
    remove: () => [poller(), reader],
    wait: () => [poller(), 0],
    expired: () => [poller()],
    terminated: () => [poller()],
    setNonstop: () => [poller(), true],
  }),
)
