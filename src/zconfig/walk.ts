import { invalidType } from '../errors.ts'
import { C } from '../raw/index.ts'
import type { Zconfig } from './kind.ts'
import { lend, pointer } from './tree.ts'

/** An item that {@link walk} comes to. */
export interface Visit {
  /** The item; borrowed. */
  readonly item: Zconfig
  /** How far it is below the item where the walk began, which has 0. */
  readonly depth: number
}

/**
 * The first item below an item; `null` when there is none. Borrowed.
 *
 * C: `zconfig_child`
 */
export function child(self: Zconfig): Zconfig | null {
  return lend(self, C.zconfig_child(pointer(self)), 1)
}

/**
 * The next item of the same parent; `null` when there is none. Borrowed.
 *
 * C: `zconfig_next`
 */
export function next(self: Zconfig): Zconfig | null {
  return lend(self, C.zconfig_next(pointer(self)), 0)
}

/**
 * All items of a tree, each before those below it; the first is `self`. The tree may be changed meanwhile; but when the
 * item that the walk has come to is removed, going on throws.
 *
 * C: `zconfig_execute`
 * @throws {@link CzmqError} `ERR_CZMQ_DESTROYED` when the tree ends, or the item is removed.
 */
export function walk(self: Zconfig): Generator<Visit, void, void> {
  pointer(self)
  return visits(self)
}

function* visits(self: Zconfig): Generator<Visit, void, void> {
  const path: Zconfig[] = []
  for (let item: Zconfig | null = self; item !== null; ) {
    yield { item, depth: path.length }
    path.push(item)
    item = child(item)
    while (item === null && path.length > 1) item = next(path.pop() as Zconfig)
  }
}

/**
 * Calls a handler for all items of a tree, as {@link walk} answers them, until it returns -1 or `false`.
 *
 * C: `zconfig_execute`
 * @returns -1 when the handler returned -1 or `false`, else 0.
 */
export function execute(self: Zconfig, handler: (item: Zconfig, depth: number) => unknown): -1 | 0 {
  pointer(self)
  if (typeof handler !== 'function') throw invalidType('handler', 'a function', handler)
  for (const { item, depth } of walk(self)) {
    const result = handler(item, depth)
    if (result === -1 || result === false) return -1
  }
  return 0
}
