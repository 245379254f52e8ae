/**
 * Configuration trees, and ZPL (RFC 4), the text that they are kept in: names, values, and items below items. Whatever
 * can be put into a tree can be saved and loaded again.
 *
 * @example
 * ```ts
 * const config = zconfig.fromObject({ server: { port: 5555, bind: ['inproc://a', 'inproc://b'] } })
 * zconfig.put(config, 'server/name', 'Ada')
 * zconfig.get(config, '/server/port') // '5555'
 * for (const { item, depth } of zconfig.walk(config)) console.log(depth, zconfig.name(item))
 * zconfig.strSave(config) // 'server\n    port = "5555"\n …'
 * zconfig.destroy(config)
 * ```
 */
import { integer, text } from '../arguments.ts'
import { destroyHandle } from '../handle.ts'
import { C } from '../raw/index.ts'
import { checkNew } from './edit.ts'
import { type Zconfig, zconfigKind } from './kind.ts'
import { checkComment, checkLine, checkName, checkValue } from './rules.ts'
import { commentsOf, depthOf, grow, lend, lendItem, plant, pointer, setValueOf } from './tree.ts'

export { dup, put, remove, removeSubtree } from './edit.ts'
export { filename, hasChanged, load, reload, save } from './file.ts'
export type { Zconfig } from './kind.ts'
export { type ConfigInput, type ConfigValue, fromObject, toObject } from './object.ts'
export { chunkLoad, chunkSave, fprint, print, strLoad, strSave } from './text.ts'
export { child, execute, next, type Visit, walk } from './walk.ts'
export { create as new }

/**
 * A new item: the last one below `parent`, borrowed, or without it the root of a new tree, fresh.
 *
 * C: `zconfig_new`
 * @param name - Letters, digits and `$-_@.&+/`. That of a root is not saved.
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for another name; {@link CzmqError} `EMSGSIZE` for more than 20000 items.
 */
function create(name: string, parent: Zconfig | null = null): Zconfig {
  const checked = checkName('name', name)
  if (parent === null) return plant(C.zconfig_new(checked, null), 0)
  const item = pointer(parent, 'parent')
  checkNew(parent, checked)
  return lendItem(parent, grow(parent, item, checked, 'zconfig_new'), 1)
}

/**
 * Destroys a tree; handles of its items end. Takes the root; again, it does nothing.
 *
 * C: `zconfig_destroy`
 * @throws {@link CzmqError} `ERR_CZMQ_BORROWED` for an item below a root; see {@link remove}.
 */
export function destroy(self: Zconfig): void {
  destroyHandle(zconfigKind, self)
}

/**
 * The name of an item; that of a root that was loaded is `'root'`.
 *
 * C: `zconfig_name`
 */
export function name(self: Zconfig): string {
  return C.zconfig_name(pointer(self)) ?? ''
}

/**
 * Sets the name of an item.
 *
 * C: `zconfig_set_name`
 * @param name - Letters, digits and `$-_@.&+/`.
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for another name.
 */
export function setName(self: Zconfig, name: string): void {
  const item = pointer(self)
  const checked = checkName('name', name)
  if (depthOf(self) > 0) checkLine(depthOf(self), checked, C.zconfig_value(item))
  C.zconfig_set_name(item, checked)
}

/**
 * The value of an item; `null` when it was never given one. An item that was loaded without a value has an empty one.
 *
 * C: `zconfig_value`
 */
export function value(self: Zconfig): string | null {
  return C.zconfig_value(pointer(self))
}

/**
 * Sets the value of an item.
 *
 * C: `zconfig_set_value`
 * @param value - One line, or `null` for none. It is taken as it is, not for a format.
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for what ZPL cannot hold: line breaks, both kinds of quotes at once, or so
 *   much that the line has more than 1024 bytes.
 */
export function setValue(self: Zconfig, value: string | null): void {
  const item = pointer(self)
  const checked = checkValue('value', value)
  if (depthOf(self) > 0) checkLine(depthOf(self), name(self), checked)
  setValueOf(item, checked)
}

/**
 * The item at a path; `null` when there is none. Of several with one name the first is meant. Borrowed.
 *
 * C: `zconfig_locate`
 * @param path - Names with `/` between them, for example `'/curve/secret-key'`.
 */
export function locate(self: Zconfig, path: string): Zconfig | null {
  const item = pointer(self)
  const checked = text('path', path)
  const levels = checked.replace(/^\//, '').split('/').length
  return lend(self, C.zconfig_locate(item, checked), levels)
}

/**
 * The value of the item at a path.
 *
 * C: `zconfig_get`
 * @param path - As for {@link locate}.
 * @param defaultValue - The answer when there is no such item.
 */
export function get(self: Zconfig, path: string, defaultValue: string | null = null): string | null {
  const item = pointer(self)
  const checked = defaultValue === null ? null : text('defaultValue', defaultValue)
  return C.zconfig_get(item, text('path', path), checked)
}

/**
 * The last item so many levels below an item, by way of last items; `null` when there is none. Borrowed.
 *
 * C: `zconfig_at_depth`
 * @param level - 0 is the item itself.
 */
export function atDepth(self: Zconfig, level: number): Zconfig | null {
  const item = pointer(self)
  const levels = integer('level', level, 0)
  return lend(self, C.zconfig_at_depth(item, levels), levels)
}

/**
 * The comments of an item. A root that was loaded has all those that stand at the beginning of a line.
 *
 * C: `zconfig_comments`
 */
export function comments(self: Zconfig): string[] {
  return commentsOf(pointer(self))
}

/**
 * Adds a line of comment to an item, which is saved before it.
 *
 * C: `zconfig_set_comment`
 * @param comment - What is behind the `#`, or `null` to remove all comments. It is taken as it is, not for a format.
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for a line break, or more than 1023 bytes.
 */
export function setComment(self: Zconfig, comment: string | null): void {
  const item = pointer(self)
  const checked = checkComment('comment', comment)
  if (checked === null) C.zconfig_set_comment(item, null)
  else C.zconfig_set_comment(item, '%s', checked)
}
