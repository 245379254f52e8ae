import { closed, type Diagnostics, debugging, leaked, opened, place, reports } from './debugging.ts'
import { CzmqError, illegalConstructor, invalidType } from './errors.ts'
import { beforeExit, type Ending, forgetEnding } from './lifecycle.ts'
import type { Pointer } from './raw/types.ts'

/**
 * One mechanism for every class: a handle is an object that owns (or borrows) one C object. Code here and in the
 * namespaces gives a pointer to C only after {@link pointerOf} has proved that the handle is of the right class and
 * its object alive.
 */

/** Why an object is being destroyed. */
export type Reason = 'asked' | 'collected' | 'exit'

/** How a class ends its objects. */
export interface Kind<Name extends string> {
  readonly name: Name
  /** Destroys the C object; after the handles that it owns, before its owner. It must not throw. */
  readonly release: (pointer: Pointer, reason: Reason, owner: Pointer | null) => void
  /** For the classes that are sockets: the libzmq socket inside. */
  readonly socket?: (pointer: Pointer) => Pointer
  /** Destroyed when the handle is collected. Without it whoever makes an object must destroy or give it away. */
  readonly collected: boolean
  /** Destroyed before the process ends, because libczmq or a peer would notice. */
  readonly endsAtExit: boolean
}

/** What is known about one C object. The handle refers to it, and nothing that it refers to is the handle. */
interface State extends Ending {
  readonly kind: Kind<string>
  pointer: Pointer | null
  /** The libzmq socket, as long as there is one. */
  socket: Pointer | null
  ownership: 'owned' | 'borrowed' | 'taken' | 'destroyed'
  owner: State | null
  children: Set<State> | null
  watchers: Set<() => void> | null
  /** Told whenever the pointer is about to be used. */
  user: (() => void) | null
  /** Where it was made, when debugging is on. */
  readonly place: string
}

const live = new Map<string, number>()
const registry = new FinalizationRegistry<State>(collect)
let stateOf: (value: unknown) => State | undefined
let make: (state: State, owner: AnyHandle | null) => AnyHandle

/**
 * A C object in the hands of JavaScript. Handles are made by the namespaces (`zctx.new()`), never with `new`.
 *
 * @typeParam Name - The CZMQ class.
 */
export class Handle<Name extends string = string> {
  readonly #state: State
  /** Keeps the owner from being collected before what it owns. */
  readonly #owner: AnyHandle | null

  static {
    stateOf = (value) =>
      typeof value === 'object' && value !== null && #state in value ? value.#state : undefined
    make = (state, owner) => new Handle(MAKE, state, owner)
  }

  /** @internal */
  constructor(permission: symbol, state: State, owner: AnyHandle | null) {
    if (permission !== MAKE)
      throw illegalConstructor('Handles are made by the namespaces, for example by zctx.new()')
    this.#state = state
    this.#owner = owner
  }

  /** The CZMQ class, for example `'zsocket'`. */
  get kind(): Name {
    return this.#state.kind.name as Name
  }

  /** Whether the object is gone: destroyed, or taken by a function that owns it now. */
  get destroyed(): boolean {
    return this.#state.pointer === null
  }

  /**
   * The C pointer, for use with `C`. It is valid while this handle is alive and not destroyed.
   *
   * @throws {@link CzmqError} `ERR_CZMQ_DESTROYED` or `ERR_CZMQ_TAKEN` when the object is gone.
   */
  get pointer(): Pointer {
    const pointer = alive(this.#state)
    this.#state.user?.()
    return pointer
  }

  /** The handle of the object that this one belongs to: the context of a socket, the message of a frame. */
  get owner(): AnyHandle | null {
    return this.#state.owner && this.#owner
  }

  /**
   * Destroys the C object; again, it does nothing. Of a borrowed object only the handle ends.
   *
   * @throws {@link CzmqError} `ERR_CZMQ_BORROWED` for an object that belongs to another one, like a frame in a message.
   */
  destroy(): void {
    const state = this.#state
    if (state.ownership === 'borrowed' && state.owner) throw borrowed(state)
    end(state, 'asked')
  }

  /** {@link destroy}, for `using`. */
  [Symbol.dispose](): void {
    this.destroy()
  }

  /** What `console.log` shows. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    const { kind, pointer, ownership } = this.#state
    return `${kind.name} { ${pointer === null ? ownership : `0x${pointer.toString(16)}`} }`
  }
}

/** A handle of any class. */
export type AnyHandle = Handle<string>

const MAKE = Symbol('make')

/** A handle that owns a fresh C object. `owner` is the handle of the object that it belongs to and that ends it. */
export function adopt<Name extends string>(
  kind: Kind<Name>,
  pointer: Pointer,
  owner: AnyHandle | null = null,
): Handle<Name> {
  return build(kind, pointer, owner, 'owned')
}

/**
 * A handle for a C object that someone else owns: C code, another thread, or `owner`, in whose hands it stays. When
 * `owner` ends, so does this handle.
 */
export function borrow<Name extends string>(
  kind: Kind<Name>,
  pointer: Pointer,
  owner: AnyHandle | null = null,
): Handle<Name> {
  return build(kind, pointer, owner, 'borrowed')
}

function build<Name extends string>(
  kind: Kind<Name>,
  pointer: Pointer,
  owner: AnyHandle | null,
  ownership: 'owned' | 'borrowed',
): Handle<Name> {
  const ownerState = owner ? (stateOf(owner) ?? null) : null
  const state: State = {
    kind,
    pointer,
    socket: kind.socket?.(pointer) ?? null,
    ownership,
    owner: ownerState,
    children: null,
    watchers: null,
    user: null,
    place: debugging() ? place() : '',
    end: () => end(state, 'exit'),
  }
  if (ownerState) {
    ownerState.children ??= new Set()
    ownerState.children.add(state)
  }
  const handle = make(state, owner) as Handle<Name>
  if (ownership === 'owned') begin(state, handle)
  return handle
}

/** From here on the object is ours to destroy. */
function begin(state: State, handle: AnyHandle): void {
  const { kind } = state
  live.set(kind.name, (live.get(kind.name) ?? 0) + 1)
  if (kind.collected || debugging()) registry.register(handle, state, state)
  if (debugging()) opened(state)
  if (kind.endsAtExit) beforeExit(state)
}

/** From here on it is not: it was destroyed or taken. */
function cease(state: State): void {
  live.set(state.kind.name, (live.get(state.kind.name) ?? 0) - 1)
  registry.unregister(state)
  if (state.kind.endsAtExit) forgetEnding(state)
  if (state.place) closed(state)
}

/** Ends what it owns, then the object itself. */
function end(state: State, reason: Reason): void {
  const { pointer, ownership, owner } = state
  if (pointer === null) return
  for (const watcher of state.watchers ?? []) watcher()
  endChildren(state, reason)
  detach(state, 'destroyed', reason)
  if (ownership === 'owned') state.kind.release(pointer, reason, owner?.pointer ?? null)
}

/** What was made last ends first. */
function endChildren(state: State, reason: Reason): void {
  for (const child of [...(state.children ?? [])].reverse()) end(child, reason)
}

function detach(state: State, ownership: 'destroyed' | 'taken', reason: Reason = 'asked'): void {
  if (state.place && reason === 'collected' && state.ownership === 'owned') leaked(state)
  if (state.ownership === 'owned') cease(state)
  state.pointer = null
  state.socket = null
  state.ownership = ownership
  state.owner?.children?.delete(state)
}

/** The collector found a handle that nobody refers to any more. */
function collect(state: State): void {
  if (state.pointer === null) return
  if (state.kind.collected) end(state, 'collected')
  else detach(state, 'destroyed', 'collected')
}

/** Destroys an object that the program has lost, which is known by another object than the handle. */
export function abandon(handle: AnyHandle): void {
  const state = stateOf(handle)
  if (state) end(state, 'collected')
}

/**
 * The pointer of a handle of this class.
 *
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for anything else, {@link CzmqError} `ERR_CZMQ_DESTROYED` or
 *   `ERR_CZMQ_TAKEN` when the object is gone.
 */
export function pointerOf<Name extends string>(
  kind: Kind<Name>,
  value: unknown,
  name: string = kind.name,
): Pointer {
  const state = stateOf(value)
  if (state === undefined || state.kind !== kind) throw invalidType(name, `a ${kind.name}`, value)
  if (state.pointer === null) return alive(state)
  state.user?.()
  return state.pointer
}

/**
 * The libzmq socket of a handle of any socket class, for `zmq_…` functions, `zstr`, `zframe`, `zmsg` and pollers.
 *
 * @throws As {@link pointerOf}.
 */
export function socketOf(value: unknown, name: string): Pointer {
  const state = stateOf(value)
  if (state !== undefined && state.socket !== null) {
    state.user?.()
    return state.socket
  }
  if (state?.kind.socket === undefined)
    throw invalidType(name, 'a socket: a zsocket, a zsock or a zactor', value)
  return alive(state)
}

function alive(state: State): Pointer {
  if (state.pointer !== null) return state.pointer
  const { name } = state.kind
  if (state.ownership !== 'taken') throw new CzmqError('ERR_CZMQ_DESTROYED', `This ${name} was destroyed`)
  throw new CzmqError(
    'ERR_CZMQ_TAKEN',
    `This ${name} belongs to someone else: it was sent, appended or pushed`,
  )
}

function borrowed(state: State): CzmqError {
  return new CzmqError(
    'ERR_CZMQ_BORROWED',
    `This ${state.kind.name} belongs to a ${state.owner?.kind.name}; it ends with it`,
  )
}

/**
 * The pointer of an object that is about to be given away for good.
 *
 * @throws {@link CzmqError} `ERR_CZMQ_BORROWED` when it is not the caller's to give.
 */
export function ownedPointerOf<Name extends string>(
  kind: Kind<Name>,
  value: unknown,
  name: string = kind.name,
): Pointer {
  const pointer = pointerOf(kind, value, name)
  const state = stateOf(value) as State
  if (state.ownership === 'borrowed') throw borrowed(state)
  return pointer
}

/** C owns the object now: the handle is dead, and so are the handles of what it lent. */
export function taken(handle: AnyHandle): void {
  const state = stateOf(handle)
  if (!state || state.pointer === null) return
  endChildren(state, 'asked')
  detach(state, 'taken')
}

/** What an object lent has come back for good: the caller owns it from now on. */
export function own(handle: AnyHandle): void {
  const state = stateOf(handle)
  if (state?.ownership !== 'borrowed' || state.pointer === null) return
  state.owner?.children?.delete(state)
  state.owner = null
  state.ownership = 'owned'
  begin(state, handle)
}

/**
 * An object was made anew: the handle stands for `pointer` from now on. For classes without sockets and without
 * objects that belong to theirs.
 *
 * @returns The pointer of before, which is the caller's to destroy.
 */
export function renew(handle: AnyHandle, pointer: Pointer): Pointer {
  const state = stateOf(handle)
  if (!state || state.pointer === null) throw invalidType('handle', 'a living handle', handle)
  const before = state.pointer
  state.pointer = pointer
  return before
}

/** Ends a borrowed handle, because C has freed its object. */
export function forget(handle: AnyHandle): void {
  const state = stateOf(handle)
  if (state && state.pointer !== null) detach(state, 'destroyed')
}

/** Runs `watcher` just before the object is destroyed. Returns how to stop that. */
export function onDestroy(handle: AnyHandle, watcher: () => void): () => void {
  const state = stateOf(handle)
  if (!state || state.pointer === null) throw invalidType('handle', 'a living handle', handle)
  state.watchers ??= new Set()
  const { watchers } = state
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** Runs `user` whenever a namespace is about to use the object, until it is destroyed; it must not throw. One at a time. */
export function onUse(handle: AnyHandle, user: (() => void) | null): void {
  const state = stateOf(handle)
  if (state) state.user = user
}

/**
 * Destroys an object of this class; one that was destroyed before is left as it is.
 *
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for anything else, {@link CzmqError} `ERR_CZMQ_BORROWED`.
 */
export function destroyHandle<Name extends string>(
  kind: Kind<Name>,
  value: unknown,
  name: string = kind.name,
): void {
  if (!isHandle(kind, value)) throw invalidType(name, `a ${kind.name}`, value)
  value.destroy()
}

/** Whether a value is a handle of this class; it may be destroyed. */
export function isHandle<Name extends string>(kind: Kind<Name>, value: unknown): value is Handle<Name> {
  return stateOf(value)?.kind === kind
}

/**
 * How many C objects JavaScript owns in this thread: of one class, or of all.
 *
 * @param kind - The CZMQ class, for example `'zframe'`.
 */
export function liveHandles(kind?: string): number {
  if (kind !== undefined) return live.get(kind) ?? 0
  return [...live.values()].reduce((sum, each) => sum + each, 0)
}

/**
 * What this thread has of C objects. With `CZMQ_DEBUG=handles` in the environment also where those were made that are
 * open, and those that were collected without `destroy`; these are then reported on stderr, too, as are all that are open
 * at the end of the process. Without it nothing is recorded.
 *
 * @example
 * ```ts
 * const { live, leaked } = diagnostics()
 * for (const { kind, count, place } of leaked) console.error(`${count} × ${kind}, made ${place}`)
 * ```
 */
export function diagnostics(): Diagnostics {
  const used = [...live].filter(([, count]) => count > 0)
  return { ...reports(), live: Object.fromEntries(used) }
}
