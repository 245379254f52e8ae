import { zbeacon, zctx, zsocket, zsys } from '../../src/index.ts'
import { attack, report } from '../zmq/attack.ts'
import { enter, makeNetwork } from './network.ts'

/** On a host of its own, so that what goes out comes in nowhere. */
const network = makeNetwork(1)
const [host] = network.hosts
if (host) enter(host)
process.once('exit', network.remove)

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
