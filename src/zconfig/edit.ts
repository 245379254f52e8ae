import { invalidValue } from '../errors.ts'
import { destroyHandle } from '../handle.ts'
import { C } from '../raw/index.ts'
import { type Zconfig, zconfigKind } from './kind.ts'
import { checkCount, checkLine, checkPath, checkValue } from './rules.ts'
import {
  copy,
  depthOf,
  grow,
  type Item,
  plant,
  pointer,
  replant,
  rootOf,
  setValueOf,
  treeOf,
} from './tree.ts'

/**
 * Sets the value of the item at a path; makes the items on the way that are not there.
 *
 * C: `zconfig_put`
 * @param path - Names with `/` between them, for example `'/curve/secret-key'`.
 * @param value - One line, or `null` for none. It is taken as it is, not for a format.
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for what ZPL cannot hold; {@link CzmqError} `EMSGSIZE` for more than 20000
 *   items.
 */
export function put(self: Zconfig, path: string, value: string | null): void {
  let item = pointer(self)
  const segments = checkPath('path', path)
  const checked = checkValue('value', value)
  for (const [index, name] of segments.entries())
    checkLine(depthOf(self) + index + 1, name, index === segments.length - 1 ? checked : null)
  checkCount(treeOf(self).count + segments.length - existing(item, segments), 'zconfig_put')
  for (const name of segments) item = C.zconfig_locate(item, name) ?? grow(self, item, name, 'zconfig_put')
  setValueOf(item, checked)
}

/** How many of the items on the way are there. */
function existing(top: Item, segments: readonly string[]): number {
  let item: Item | null = top
  for (const [index, name] of segments.entries()) {
    item = C.zconfig_locate(item, name)
    if (item === null) return index
  }
  return segments.length
}

/**
 * A copy of an item and all below it, as a tree of its own. Fresh.
 *
 * C: `zconfig_dup`
 */
export function dup(self: Zconfig): Zconfig {
  const top = pointer(self)
  const became = copy(top)
  return plant(became.get(top) as Item, became.size - 1)
}

/**
 * Removes an item and all below it; their handles end. Removing the root destroys the tree. Handles of other items
 * stay, but what `C` was given of them is not valid any more.
 *
 * C: `zconfig_remove`
 */
export function remove(self: Zconfig): void {
  const item = pointer(self)
  if (self.owner === null) destroyHandle(zconfigKind, self)
  else rebuild(self, (each) => each === item)
}

/**
 * Removes all below an item; their handles end. Handles of other items stay, but what `C` was given of them is not
 * valid any more.
 *
 * C: `zconfig_remove_subtree`
 */
export function removeSubtree(self: Zconfig): void {
  const top = pointer(self)
  const first = C.zconfig_child(top)
  if (first === null) return
  const removed = new Set<Item>()
  for (let each: Item | null = first; each !== null; each = C.zconfig_next(each)) removed.add(each)
  rebuild(self, (each) => removed.has(each))
}

/** Not every libczmq can take items out of a tree, so the tree is made anew without them. */
function rebuild(self: Zconfig, isRemoved: (item: Item) => boolean): void {
  const root = rootOf(self)
  const top = pointer(root)
  const became = copy(top, isRemoved)
  replant(root, became.get(top) as Item, became.size - 1, became)
}

/** Refuses to add an item whose line would be too long. */
export function checkNew(parent: Zconfig, name: string): void {
  if (depthOf(parent) + 1 > 256) throw invalidValue('parent', 'is too deep')
  checkLine(depthOf(parent) + 1, name, null)
}
