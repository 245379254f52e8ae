import { Beacon, type BeaconOptions } from '../../src/index.ts'
import { attack, report } from '../zmq/attack.ts'

const options = { port: 9999, interface: 'lo' }
const beacon = new Beacon(options)
const rejected: unknown[] = []

/** Each function calls one method, whatever it is given. */
const methods = {
  create: (...args: [BeaconOptions]) => new Beacon(...args).close(),
  publish: (...args: Parameters<Beacon['publish']>) => beacon.publish(...args),
  subscribe: (...args: Parameters<Beacon['subscribe']>) => beacon.subscribe(...args),
  noEcho: (value: boolean) => {
    beacon.noEcho = value
  },
  receive: (...args: Parameters<Beacon['receive']>) => {
    beacon.receive(...args).catch((error: unknown) => rejected.push(error))
  },
}

const complaints = attack(methods, {
  create: () => [options],
  publish: () => ['something', { interval: 1000 }],
  subscribe: () => ['something'],
  noEcho: () => [true],
  receive: () => [{ timeout: 0 }],
})
beacon.close()
await new Promise(setImmediate)
const untyped = rejected.filter((each) => !(each instanceof Error && 'code' in each) && !isOfGetter(each))
report([...complaints, ...untyped.map((each) => `receive rejects with ${String(each)}`)])

function isOfGetter(error: unknown): boolean {
  return error instanceof Error && error.message === 'a getter of the caller threw'
}
