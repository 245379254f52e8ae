import { adopt, borrow, forget, pointerOf, renew } from '../handle.ts'
import { C } from '../raw/index.ts'
import { copyString } from '../raw/memory.ts'
import { cast, type Pointer } from '../raw/types.ts'
import { type Zconfig, zconfigKind } from './kind.ts'
import { checkCount } from './rules.ts'

/**
 * Trees and the handles of their items: one for each item that was asked for. Whatever frees items comes through here,
 * so that no handle points to an item that C has freed.
 */

export type Item = Pointer<'zconfig_t'>

/** What is known of the file of a tree. */
export interface Origin {
  readonly path: string
  /** Changes when the file does. */
  readonly stamp: string
}

interface Tree {
  lent: Map<Item, Zconfig>
  /** The number of items below the root. */
  count: number
  origin: Origin | null
}

const trees = new WeakMap<Zconfig, Tree>()
const depths = new WeakMap<Zconfig, number>()

export function pointer(self: Zconfig, name?: string): Item {
  return cast<'zconfig_t'>(pointerOf(zconfigKind, self, name))
}

/** The handle of a new tree. */
export function plant(root: Item, count: number, origin: Origin | null = null): Zconfig {
  const self = adopt(zconfigKind, root)
  trees.set(self, { lent: new Map(), count, origin })
  return self
}

export function rootOf(self: Zconfig): Zconfig {
  return (self.owner as Zconfig | null) ?? self
}

export function treeOf(self: Zconfig): Tree {
  const root = rootOf(self)
  const known = trees.get(root)
  if (known) return known
  const made = { lent: new Map(), count: 0, origin: null }
  trees.set(root, made)
  return made
}

/** How far below the root an item is. */
export function depthOf(self: Zconfig): number {
  return depths.get(self) ?? 0
}

/** The handle of an item of the same tree, so many levels below `self`; borrowed. */
export function lend(self: Zconfig, item: Item | null, levels: number): Zconfig | null {
  return item === null ? null : lendItem(self, item, levels)
}

export function lendItem(self: Zconfig, item: Item, levels: number): Zconfig {
  if (item === pointer(self)) return self
  const { lent } = treeOf(self)
  const known = lent.get(item)
  if (known) return known
  const handle = borrow(zconfigKind, item, rootOf(self))
  lent.set(item, handle)
  depths.set(handle, depthOf(self) + levels)
  return handle
}

/** Adds an item; the caller has checked name and value. */
export function grow(self: Zconfig, parent: Item, name: string, syscall: string): Item {
  const tree = treeOf(self)
  checkCount(tree.count + 1, syscall)
  tree.count += 1
  return C.zconfig_new(name, parent)
}

export function setValueOf(item: Item, value: string | null): void {
  if (value === null) C.zconfig_set_value(item, null)
  else C.zconfig_set_value(item, '%s', value)
}

/** All items below `top`, each after the one it belongs to. */
export function* below(top: Item): Generator<{ item: Item; parent: Item; depth: number }, void> {
  const path: Item[] = [top]
  let item = C.zconfig_child(top)
  while (path.length > 0) {
    const parent = path.at(-1) as Item
    if (item === null) {
      path.pop()
      item = path.length > 0 ? C.zconfig_next(parent) : null
      continue
    }
    yield { item, parent, depth: path.length }
    path.push(item)
    item = C.zconfig_child(item)
  }
}

/** The comments of an item, one a line. */
export function commentsOf(item: Item): string[] {
  const list = C.zconfig_comments(item)
  if (list === null) return []
  const comments: string[] = []
  for (let each = C.zlist_first(list); each !== null; each = C.zlist_next(list))
    comments.push(copyString(each))
  return comments
}

/** A copy of a tree, or of a part of it, without some of its items. Answers which item became which. */
export function copy(top: Item, isLeftOut: (item: Item) => boolean = () => false): Map<Item, Item> {
  const made = new Map([[top, copyItem(top, null)]])
  for (const { item, parent } of below(top)) {
    const to = made.get(parent)
    if (to !== undefined && !isLeftOut(item)) made.set(item, copyItem(item, to))
  }
  return made
}

function copyItem(item: Item, parent: Item | null): Item {
  const made = C.zconfig_new(C.zconfig_name(item), parent)
  setValueOf(made, C.zconfig_value(item))
  for (const each of commentsOf(item)) C.zconfig_set_comment(made, '%s', each)
  return made
}

/**
 * Puts another tree into the place of this one, whose items are freed.
 *
 * @param became - Which item lives on as which; handles of the others end.
 */
export function replant(root: Zconfig, to: Item, count: number, became: ReadonlyMap<Item, Item>): void {
  const tree = treeOf(root)
  const lent = new Map<Item, Zconfig>()
  for (const [item, handle] of tree.lent) {
    const now = became.get(item)
    if (now === undefined) forget(handle)
    else lent.set(now, handle)
    if (now !== undefined) renew(handle, now)
  }
  tree.lent = lent
  tree.count = count
  C.zconfig_destroy([cast<'zconfig_t'>(renew(root, to))])
}
