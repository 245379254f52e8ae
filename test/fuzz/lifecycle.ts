import * as czmq from '../../src/index.ts'
import { Random } from '../attacks/random.ts'
import { fitting, kindsOf } from './arguments.ts'
import { endObject } from './endings.ts'
import { LASTING } from './exceptions.ts'
import { endShared, handles, objects } from './objects.ts'
import type { Scene } from './scene.ts'
import type { Operation } from './surface.ts'

/** Every operation on an object in every state in which a program may come upon it. */

/** Calls the operation with this object in its place. */
type Call = (object: unknown) => void

/** Brings an object about and calls; false where such an object cannot be. */
type Situation = (kind: string, scene: Scene, call: Call) => boolean

const { zctx, zsocket, zmq, zframe, zmsg, zloop, zcert, zcertstore, zconfig, zpoller } = czmq

/** Objects that are gone; they stay so, and are good for any number of calls. */
const gone = new Map<string, unknown>()

function onceGone(name: string, make: () => unknown): unknown {
  if (!gone.has(name)) gone.set(name, make())
  return gone.get(name)
}

function destroyed(kind: string, scene: Scene): unknown {
  return onceGone(`${kind} destroyed`, () => {
    const made = scene.object(kind, 'destroyed', 1)
    endObject(made)
    return made
  })
}

/** How a function takes what it is given. */
const TAKING: Record<string, () => unknown> = {
  zframe: () => {
    const frame = zframe.from('taken')
    using message = zmsg.new()
    zmsg.append(message, frame)
    return frame
  },
  zmsg: () => {
    const message = zmsg.newSignal(1)
    using outer = zmsg.new()
    zmsg.addmsg(outer, message)
    return message
  },
  zcert: () => {
    const certificate = zcert.new()
    using store = zcertstore.new(null)
    zcertstore.insert(store, certificate)
    return certificate
  },
}

/** How an object calls a function of the program. */
const CALLING_BACK: Record<string, (scene: Scene, call: Call) => void> = {
  zloop: (scene, call) => {
    const loop = scene.own(zloop.new())
    zloop.timer(loop, 0, 1, () => {
      call(loop)
      return -1
    })
    zloop.start(loop)
  },
  zsocket: (scene, call) => inReader(scene, scene.object('zsocket', 'used', 7), call),
  zsock: (scene, call) => inReader(scene, scene.object('zsock', 'used', 7), call),
  zconfig: (scene, call) => {
    const root = scene.own(zconfig.fromObject({ a: { b: '1' }, c: '2' }))
    let left = 1
    zconfig.execute(root, (item) => {
      if (left-- > 0) call(left === 0 ? root : item)
      return 0
    })
  },
  zcertstore: (scene, call) => {
    const store = scene.own(zcertstore.new(null))
    let left = 1
    zcertstore.setLoader(store, () => {
      if (left-- > 0) call(store)
    })
    zcertstore.lookup(store, 'x'.repeat(40))
  },
}

/** The handler of a loop is called because the socket has a message. */
function inReader(scene: Scene, socket: unknown, call: Call): void {
  const loop = scene.own(zloop.new())
  zloop.reader(loop, socket as czmq.Zsocket, () => {
    call(socket)
    return -1
  })
  zloop.timer(loop, 3, 1, () => -1)
  zloop.start(loop)
}

const isClass = (kind: string) => !(kind in handles)
const isSocketClass = (kind: string) =>
  isClass(kind) && (Reflect.get(czmq, kind)?.prototype instanceof czmq.Socket || kind === 'Socket')
const isCostly = (kind: string) => handles[kind]?.costly === true || objects[kind]?.costly === true

/** What can be called and then waits. */
function wait(object: object): Promise<unknown> | null {
  const receive: unknown = Reflect.get(object, 'receive')
  if (typeof receive === 'function') return Reflect.apply(receive, object, [])
  const send: unknown = Reflect.get(object, 'send')
  if (typeof send !== 'function') return null
  const options = { timeout: -1, routingId: 1, group: 'a' }
  return Reflect.apply(send, object, ['waits', object instanceof czmq.Push ? {} : options])
}

export const situations: Readonly<Record<string, Situation>> = {
  fresh: (kind, scene, call) => {
    call(scene.object(kind, 'fresh', 0))
    return true
  },
  'in use': (kind, scene, call) => {
    call(scene.object(kind, 'used', 3))
    return true
  },
  twice: (kind, scene, call) => {
    const object = scene.object(kind, 'used', 7)
    call(object)
    call(object)
    return true
  },
  destroyed: (kind, scene, call) => {
    if (isCostly(kind)) return false
    call(destroyed(kind, scene))
    return true
  },
  'borrowed from its owner': (kind, scene, call) => {
    if (!handles[kind]?.owned) return false
    call(scene.object(kind, 'borrowed', 2))
    return true
  },
  'after the end of its owner': (kind, scene, call) => {
    if (!handles[kind]?.owned) return false
    call(onceGone(`${kind} orphaned`, () => scene.object(kind, 'orphaned', 2)))
    return true
  },
  'after the end of the context': (kind, scene, call) => {
    if (isCostly(kind) || (isClass(kind) && !isSocketClass(kind))) return false
    if (isSocketClass(kind)) call(withoutContext(kind, scene))
    else {
      const object = scene.object(kind, 'used', 7)
      endShared()
      call(object)
    }
    return true
  },
  'after it was taken': (kind, _, call) => {
    const take = TAKING[kind]
    if (take) call(onceGone(`${kind} taken`, take))
    return take !== undefined
  },
  'inside a callback of its own': (kind, scene, call) => {
    CALLING_BACK[kind]?.(scene, call)
    return kind in CALLING_BACK
  },
  'inside a loop that runs': (kind, scene, call) => {
    const object = scene.object(kind, 'used', 7)
    const loop = scene.own(zloop.new())
    zloop.timer(loop, 0, 1, () => {
      call(object)
      return -1
    })
    zloop.start(loop)
    return true
  },
  'before and after polling': (kind, scene, call) => {
    if (kind !== 'zsocket' && kind !== 'zsock') return false
    const socket = scene.object(kind, 'used', 7) as czmq.Zsocket
    const poller = scene.own(zpoller.new(socket))
    zpoller.wait(poller, 0)
    call(socket)
    zpoller.wait(poller, 0)
    return true
  },
  'while it is waited for': (kind, scene, call) => {
    if (!isClass(kind) || isCostly(kind)) return false
    const object = scene.object(kind, 'used', 7) as object
    const promise = wait(object)
    if (promise) scene.follow(`waiting for a ${kind}`, promise)
    call(object)
    return promise !== null
  },
  'while the event loop waits for it': (kind, scene, call) => {
    if (kind !== 'zsocket') return false
    const socket = zsocket.new(scene.own(zctx.new()), zmq.PULL)
    zsocket.bind(socket, 'inproc://waited-for')
    scene.follow('waiting for a zsocket', czmq.Pull.from(socket).receive())
    call(socket)
    return true
  },
  'as a copy from another thread': (kind, scene, call) => {
    const object = scene.object(kind, 'fresh', 0) as object
    call(copyOf(object))
    return true
  },
}

function withoutContext(kind: string, scene: Scene): unknown {
  const context = scene.own(new czmq.Context())
  const found: new (options: object) => object = Reflect.get(czmq, kind === 'Socket' ? 'Dealer' : kind)
  const socket = scene.own(new found({ context, linger: 0 }))
  context.close()
  return socket
}

/** What `postMessage` makes of it; what it refuses does not get there. */
function copyOf(object: object): unknown {
  try {
    return structuredClone(object)
  } catch {
    return undefined
  }
}

/** All calls of one operation: on each object that it takes, in each situation. */
export function* calls(index: number, operation: Operation): Generator<[string, (scene: Scene) => boolean]> {
  for (const [name, situation] of Object.entries(situations)) {
    for (const [position, kind] of places(operation)) {
      const random = new Random(index + 1)
      const run = (scene: Scene) =>
        situation(kind, scene, (object) => {
          const values = operation.parameters.map((each) => scene.value(fitting(random, operation, each)))
          if (position < 0) scene.invoke(operation, object, values)
          else scene.invoke(operation, undefined, values.toSpliced(position, 1, object))
        })
      yield [`${operation.name}, ${kind} ${name}`, run]
    }
  }
}

/** Where an operation takes objects: -1 is its receiver. */
function places(operation: Operation): [number, string][] {
  const { way, group, parameters, name } = operation
  if (name in LASTING) return []
  const receivers: [number, string][] =
    way === 'function' || way === 'construct' || way === 'static' ? [] : [[-1, group]]
  return [
    ...receivers,
    ...parameters.flatMap((each, at) => kindsOf(operation, each).map((kind): [number, string] => [at, kind])),
  ]
}
