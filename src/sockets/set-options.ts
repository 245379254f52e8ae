import { invalidType, invalidValue } from '../errors.ts'

/** Sets properties that the object has; a misspelt one is refused. */
export function setOptions(
  target: object,
  options: unknown,
  name: string,
  except: readonly string[] = [],
): void {
  if (options === undefined) return
  if (typeof options !== 'object' || options === null) throw invalidType(name, 'an object', options)
  for (const [key, value] of Object.entries(options)) {
    if (except.includes(key)) continue
    if (!isSettable(target, key))
      throw invalidValue(`${name}.${key}`, 'is not an option that can be set here')
    if (value !== undefined) Reflect.set(target, key, value)
  }
}

function isSettable(target: object, key: string): boolean {
  for (let owner: object | null = target; owner && owner !== Object.prototype; owner = prototypeOf(owner)) {
    const property = Object.getOwnPropertyDescriptor(owner, key)
    if (property) return property.set !== undefined
  }
  return false
}

function prototypeOf(value: object): object | null {
  return Object.getPrototypeOf(value) as object | null
}
