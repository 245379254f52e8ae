import { zactor, zgossip, zmonitor, zmq, zproxy, zsock } from '../../src/index.ts'
import { attack, report } from '../zmq/attack.ts'

/** Each is made once: making one starts a thread. What makes and ends them is tried with those that are gone. */
const proxy = zproxy.new()
const node = zgossip.new()
const socket = zsock.new(zmq.PULL)
const gone = zproxy.new()
zproxy.destroy(gone)
const key = 'x'.repeat(40)
const monitor = () => zmonitor.new(socket)
let names = 0
const fresh = () => `inproc://attack-${names++}`

const ending =
  <Args extends unknown[]>(make: (...args: Args) => { destroy: () => void }) =>
  (...args: Args) => {
    const made = make(...args)
    return () => made.destroy()
  }

report([
  ...attack(
    { ...zproxy, new: undefined },
    {
      destroy: () => [gone],
      frontend: () => [proxy, zmq.PULL, fresh()],
      backend: () => [proxy, zmq.SUB, fresh(), 'topic'],
      capture: () => [proxy, fresh()],
      pause: () => [proxy],
      resume: () => [proxy],
      statistics: () => [proxy],
      domain: () => [proxy, 'frontend', 'global'],
      plain: () => [proxy, 'backend'],
      curve: () => [proxy, 'frontend', key, key],
      verbose: () => [proxy],
    },
  ),
  ...attack(
    { ...zgossip, new: ending(zgossip.new) },
    {
      new: () => [],
      destroy: () => [gone],
      bind: () => [node, fresh()],
      connect: () => [node, fresh(), key],
      publish: () => [node, 'key', 'value'],
      status: () => [node],
      port: () => [node],
      recv: () => [gone],
      recvNowait: () => [node],
      setPublickey: () => [node, key],
      setSecretkey: () => [node, key],
      zapDomain: () => [node, 'global'],
      verbose: () => [node],
    },
  ),
  ...attack(
    { ...zmonitor, new: ending(zmonitor.new) },
    {
      new: () => [socket],
      destroy: () => [monitor()],
      listen: () => [monitor(), 'ALL'],
      start: () => [monitor()],
      recv: () => [monitor()],
      recvNowait: () => [monitor()],
      verbose: () => [monitor()],
    },
  ),
  ...attack(
    // A wrong address crashes, as everywhere
    { ...zactor, new: undefined, wrap: undefined },
    {
      destroy: () => [gone],
      send: () => [proxy, 'FRONTEND', 'PULL', fresh()],
      recv: () => [gone],
      is: () => [proxy],
      resolve: () => [node],
      sock: () => [node],
    },
  ),
])
for (const each of [proxy, node]) each.destroy()
