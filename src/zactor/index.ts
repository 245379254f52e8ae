/**
 * Actors: things that work in the background and are talked to by commands. This is the general way, as CZMQ has it;
 * `zproxy`, `zmonitor` and `zgossip` have a function for each command.
 *
 * A JavaScript function cannot be an actor: it would have to run on a thread of C. What only C can do is
 * `C.zactor_new(C.zproxy, null)`, and {@link wrap} makes a handle of it.
 *
 * @example
 * ```ts
 * const actor = zactor.new('zgossip', 'node')
 * zactor.send(actor, 'PUBLISH', 'service', 'tcp://127.0.0.1:9000')
 * zactor.send(actor, 'STATUS') // ['STATUS', '1']
 * zactor.destroy(actor)
 * ```
 */
import { address, text } from '../arguments.ts'
import { invalidType, invalidValue } from '../errors.ts'
import { nothingReceived } from '../failure.ts'
import { adopt, borrow, isHandle, pointerOf, socketOf } from '../handle.ts'
import { type Zmsg, zmsgKind } from '../message-kinds.ts'
import { RCVTIMEO } from '../raw/generated/constants.ts'
import { C } from '../raw/index.ts'
import { patiently } from '../raw/patience.ts'
import type { Pointer } from '../raw/types.ts'
import {
  type AnySocket,
  type Zactor,
  type Zgossip,
  type Zmonitor,
  type Zsock,
  type Zsocket,
  zsocketKind,
  zsockKind,
} from '../socket-kinds.ts'
import * as zgossip from '../zgossip/index.ts'
import { zgossipKind } from '../zgossip/kind.ts'
import * as zmonitor from '../zmonitor/index.ts'
import { zmonitorKind } from '../zmonitor/kind.ts'
import * as zproxy from '../zproxy/index.ts'
import { zproxyKind } from '../zproxy/kind.ts'
import { COMMANDS, carryOut } from './commands.ts'
import { zactorKind } from './kind.ts'

export type { Zactor } from '../socket-kinds.ts'
export { create as new }

/** What can be told what to do. */
export type AnyActor = zproxy.Zproxy | Zgossip | Zmonitor

function create(name: 'zproxy'): zproxy.Zproxy
function create(name: 'zgossip', prefix?: string): Zgossip
function create(name: 'zmonitor', socket: AnySocket): Zmonitor
/**
 * A new actor of a class that is known. Fresh.
 *
 * C: `zactor_new`
 * @param name - `'zproxy'`, `'zgossip'` or `'zmonitor'`.
 * @param argument - Nothing for a proxy, the name in the log for gossip, the socket for a monitor.
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for another class.
 * @throws {@link CzmqError} As `zproxy.new`, `zgossip.new` and `zmonitor.new`.
 */
function create(name: string, argument?: unknown): AnyActor {
  switch (name) {
    case 'zproxy':
      return zproxy.new()
    case 'zgossip':
      return zgossip.new(argument as string | undefined)
    case 'zmonitor':
      return zmonitor.new(argument as AnySocket)
  }
  throw invalidValue('name', "must be 'zproxy', 'zgossip' or 'zmonitor'")
}

/**
 * Ends an actor. Takes it; again, it does nothing. Of one that was {@link wrap | wrapped} only the handle ends.
 *
 * C: `zactor_destroy`
 */
export function destroy(self: AnyActor | Zactor): void {
  if (!is(self)) throw notAnActor(self)
  self.destroy()
}

/**
 * Has an actor carry out a command, and answers its reply; `null` for a command without one. A command is checked
 * before, because a wrong one would end the process in C.
 *
 * C: `zstr_sendx`, and `zsock_wait` or `zstr_recvx`
 * @param command - As CZMQ has it: `'FRONTEND'`, `'LISTEN'`, `'PUBLISH'`, …
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for a command that the actor does not have, or the wrong number of arguments.
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for an actor that was wrapped: nobody knows its commands.
 * @throws {@link CzmqError} What failed in carrying it out.
 */
export function send(self: AnyActor, command: string, ...args: string[]): readonly string[] | null {
  const name = text('command', command)
  const checked = args.map((each, index) => text(`args[${index}]`, each))
  if (isHandle(zproxyKind, self)) return carryOut(COMMANDS.zproxy, self, name, checked)
  if (isHandle(zgossipKind, self)) return carryOut(COMMANDS.zgossip, self, name, checked)
  if (isHandle(zmonitorKind, self)) return carryOut(COMMANDS.zmonitor, self, name, checked)
  throw invalidType('self', 'a zproxy, a zgossip or a zmonitor', self)
}

/**
 * Receives a message from an actor. Blocks until there is one; `null` when a signal with a listener came. Fresh: send
 * it, give it away, or destroy it.
 *
 * C: `zactor_recv`
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a proxy, which tells nothing.
 * @throws {@link CzmqError} `ETERM` when the context is ending.
 */
export function recv(self: Zgossip | Zmonitor | Zactor): Zmsg | null {
  const socket = resolve(self)
  const message = patiently(() => C.zmsg_recv(socket), socket, RCVTIMEO)
  return message ? adopt(zmsgKind, message) : nothingReceived('zmsg_recv')
}

/**
 * Whether a value is an actor; it may be destroyed.
 *
 * C: `zactor_is`
 */
export function is(value: unknown): value is AnyActor | Zactor {
  return [zproxyKind, zgossipKind, zmonitorKind, zactorKind].some((kind) => isHandle(kind, value))
}

/**
 * The libzmq socket by which an actor is heard, for `C`. Borrowed.
 *
 * C: `zactor_resolve`
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a proxy, which has none.
 */
export function resolve(self: Zgossip | Zmonitor | Zactor): Pointer {
  if (!is(self)) throw notAnActor(self)
  return socketOf(self, 'self')
}

/**
 * A handle of the socket by which an actor is heard. Borrowed: it ends with the actor.
 *
 * C: `zactor_sock`
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a proxy, which has none.
 */
export function sock(self: Zgossip | Zmonitor | Zactor): Zsock | Zsocket {
  if (isHandle(zactorKind, self)) {
    const inner = C.zactor_sock(pointerOf(zactorKind, self, 'self') as Pointer<'zactor_t'>)
    if (inner) return borrow(zsockKind, inner, self)
  }
  return borrow(zsocketKind, resolve(self), self)
}

/**
 * A handle for a `zactor_t` that `C.zactor_new` made. It can be polled, received from and sent to; what it is told is
 * checked by nobody, and a wrong command ends the process. Destroying the handle does not end the actor;
 * `C.zactor_destroy` does, and should before the process ends. Borrowed: nothing can tell whether the address is
 * right, and a wrong one crashes.
 *
 * @param pointer - A `zactor_t *`.
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for the address of something else.
 */
export function wrap(pointer: Pointer): Zactor {
  const checked = address('pointer', pointer) as Pointer
  if (!C.zactor_is(checked)) throw invalidValue('pointer', 'is not the address of a zactor_t')
  return borrow(zactorKind, checked)
}

function notAnActor(value: unknown): TypeError {
  return invalidType('self', 'an actor', value)
}
