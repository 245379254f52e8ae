/**
 * Goes into index.js: how it loads later.cjs, which is a function of what both use (`values`).
 *
 * `find` looks in the package, too, for a program that was bundled with index.js but not with later.cjs. `lazyClass` is a
 * class that is not loaded before it is used: what `new`, `extends`, `instanceof` and static methods ask is answered by the
 * class itself, which the bundle may have given another name. (One of them is named Proxy.)
 */
export const lazyLoading = `
var loaded
var standIns = new Map()

function load() {
  if (loaded) return loaded
  const shared = values()
  loaded = find()((id) => shared[id])
  for (const [name, standIn] of standIns) {
    const real = loaded[name]
    Object.defineProperty(real, 'name', { value: name, configurable: true })
    Object.defineProperty(real.prototype, 'constructor', { value: standIn, writable: true, configurable: true })
  }
  return loaded
}

function find() {
  const require = createRequire(import.meta.url)
  try {
    return require('./later.cjs')
  } catch (error) {
    if (error?.code !== 'MODULE_NOT_FOUND') throw error
    return require('czmq/later')
  }
}

function lazyClass(name) {
  const real = () => load()[name]
  const target = { [name]: function () {} }[name]
  const standIn = new globalThis.Proxy(target, {
    construct: (_, args, newTarget) => Reflect.construct(real(), args, newTarget === standIn ? real() : newTarget),
    apply: (_, self, args) => Reflect.apply(real(), self, args),
    get: (_, key) => Reflect.get(real(), key),
    has: (_, key) => Reflect.has(real(), key),
    set: (_, key, value) => Reflect.set(real(), key, value),
  })
  standIns.set(name, standIn)
  return standIn
}
`
