import { CzmqError, invalidType, invalidValue } from '../errors.ts'
import { C } from '../raw/index.ts'
import type { Zconfig } from './kind.ts'
import { checkCount, checkLine, checkName, checkValue } from './rules.ts'
import { below, type Item, plant, pointer, setValueOf } from './tree.ts'

/**
 * A tree as a plain value: text for an item with a value, `null` for one with nothing, and an object for one with items
 * below it. In an object the items are by their names, several of one name in an array, and the own value, if it is not
 * empty, under the name `''`, which no item can have.
 */
export type ConfigValue = string | null | ConfigValue[] | { [name: string]: ConfigValue }

/** What {@link fromObject} takes besides: numbers and booleans, which become text. */
export type ConfigInput =
  | string
  | number
  | bigint
  | boolean
  | null
  | readonly ConfigInput[]
  | { readonly [name: string]: ConfigInput }

/** The own value of an item with others below it. */
const OWN = ''

/** An item while its object is being made. */
interface Draft {
  value: string | null
  items: Map<string, Draft[]> | null
}

/**
 * A tree as a plain object, without the name of the item itself. What {@link fromObject} makes of it equals the tree,
 * but for comments, the order of items of different names where names repeat or are whole numbers, and the difference
 * between an empty value and none where there are items below.
 */
export function toObject(self: Zconfig): ConfigValue {
  const top = pointer(self)
  const drafts = new Map<Item, Draft>([[top, draftOf(top)]])
  const order: Draft[] = [drafts.get(top) as Draft]
  for (const { item, parent } of below(top)) {
    const draft = draftOf(item)
    const owner = drafts.get(parent) as Draft
    owner.items ??= new Map()
    const name = C.zconfig_name(item) ?? ''
    const sameName = owner.items.get(name)
    if (sameName) sameName.push(draft)
    else owner.items.set(name, [draft])
    drafts.set(item, draft)
    order.push(draft)
  }
  return finished(order, self.owner === null)
}

function draftOf(item: Item): Draft {
  return { value: C.zconfig_value(item), items: null }
}

/** From the leaves up, so that the depth of the tree does not matter. The root is an object even without items. */
function finished(order: readonly Draft[], isRoot: boolean): ConfigValue {
  const done = new Map<Draft, ConfigValue>()
  for (const draft of order.toReversed()) {
    const isTop = isRoot && draft === order[0]
    done.set(draft, draft.items === null && !isTop ? draft.value : objectOf(draft, done))
  }
  return done.get(order[0] as Draft) ?? null
}

function objectOf({ value, items }: Draft, done: ReadonlyMap<Draft, ConfigValue>): ConfigValue {
  const entries: [string, ConfigValue][] = value ? [[OWN, value]] : []
  for (const [name, drafts] of items ?? []) {
    const values = drafts.map((each) => done.get(each) ?? null)
    entries.push([name, values.length === 1 ? (values[0] ?? null) : values])
  }
  return Object.fromEntries(entries)
}

/**
 * A tree of a plain object, whose properties are items below the root. Numbers and booleans become text. Fresh.
 *
 * @param object - As {@link toObject} answers it.
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for other values, also further down; `ERR_INVALID_ARG_VALUE` for names and
 *   values that ZPL cannot hold, and for arrays in arrays.
 * @throws {@link CzmqError} `EMSGSIZE` for more than 20000 items.
 */
export function fromObject(object: { readonly [name: string]: ConfigInput }): Zconfig {
  if (!isObject(object)) throw invalidType('object', 'an object', object)
  const planned = plan(object)
  const root = C.zconfig_new('root', null)
  const made = new Map<Planned, Item>()
  for (const each of planned) {
    const item = each.parent === null ? root : C.zconfig_new(each.name, made.get(each.parent) ?? root)
    made.set(each, item)
    setValueOf(item, each.value)
  }
  return plant(root, planned.length - 1)
}

/** An item that is to be made. */
interface Planned {
  readonly name: string
  readonly parent: Planned | null
  readonly depth: number
  readonly path: string
  value: string | null
}

/** Reads all before anything is made: what is read may be a getter that throws. */
function plan(object: object): Planned[] {
  const root: Planned = { name: 'root', parent: null, depth: 0, path: 'object', value: null }
  const planned = [root]
  const waiting: [Planned, unknown][] = [[root, object]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [owner, value] = next
    if (!isObject(value)) owner.value = ownValue(owner, value)
    else {
      const items = itemsIn(owner, value)
      checkCount(planned.length + items.length - 1, 'zconfig_new')
      planned.push(...items.map(([item]) => item))
      waiting.push(...items)
    }
  }
  return planned
}

/** Whether a value is an object of no class. */
function isObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function ownValue(owner: Planned, value: unknown): string | null {
  const isPlain = ['string', 'number', 'bigint', 'boolean'].includes(typeof value)
  if (!isPlain && value !== null)
    throw invalidType(owner.path, 'text, a number, a boolean, null or an object', value)
  const checked = checkValue(owner.path, value === null ? null : String(value))
  if (owner.depth > 0) checkLine(owner.depth, owner.name, checked)
  return checked
}

function itemsIn(owner: Planned, object: object): [Planned, unknown][] {
  const items: [Planned, unknown][] = []
  for (const [name, value] of Object.entries(object)) {
    const path = `${owner.path}.${name.slice(0, 100)}`
    if (name === OWN) owner.value = ownValue({ ...owner, path }, value)
    else for (const each of valuesIn(path, value)) items.push([item(owner, name, path), each])
  }
  return items
}

function valuesIn(path: string, value: unknown): unknown[] {
  if (!Array.isArray(value)) return [value]
  if (value.length > 0xffff) throw new CzmqError('EMSGSIZE', 'EMSGSIZE: an array of too many items')
  const values = Array.from(value)
  if (values.some((each) => Array.isArray(each))) throw invalidValue(path, 'must not be an array of arrays')
  return values
}

function item(parent: Planned, name: string, path: string): Planned {
  const made = { name: checkName(path, name), parent, depth: parent.depth + 1, path, value: null }
  checkLine(made.depth, name, null)
  return made
}
