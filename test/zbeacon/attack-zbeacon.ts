import { zbeacon, zctx, zsocket, zsys } from '../../src/index.ts'
import { attack, report } from '../zmq/attack.ts'

const context = zctx.new()
zsys.setInterface('')
const beacon = zbeacon.new(context, 9999)
const another = () => zbeacon.new(context, 9999)
zsocket.setRcvtimeo(zbeacon.socket(beacon), 1)

report(
  attack(zbeacon, {
    new: () => [context, 9999],
    destroy: () => [another()],
    hostname: () => [beacon],
    setInterval: () => [beacon, 1000],
    noecho: () => [beacon],
    publish: () => [beacon, 'something'],
    silence: () => [beacon],
    subscribe: () => [beacon, 'something'],
    unsubscribe: () => [beacon],
    socket: () => [beacon],
    recvNowait: () => [beacon],
    recv: () => [beacon],
  }),
)
