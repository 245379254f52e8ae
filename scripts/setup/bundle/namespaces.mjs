// A bundle has an object for each namespace (`export * as`), with a getter for each export. Where the export is a
// function it can be a plain property, because functions are there before anything runs: that halves the time that
// hundreds of getters take at start.

/**
 * @param {string} text a bundle; the result has the same lines and length, so source maps stay true
 */
export function plainNamespaces(text) {
  return text.replace(/__export\((\w+),\s*\{((?:\s*\w+:\(\)=>\w+,?)+)\s*\}\)/g, (call, name, list) => {
    const [functions, others] = partition(members(list), ([, value]) => isFunction(text, value))
    if (functions.length === 0) return call
    const plain = `${name}={${functions.map(([key, value]) => `${key}:${value}`).join(',')}}`
    const rest = others.map(([key, value]) => `${key}:()=>${value}`).join(',')
    const replaced = rest ? `${plain},__export(${name},{${rest}})` : plain
    return replaced.length <= call.length ? padded(replaced, call) : call
  })
}

/**
 * As long as the original, and with as many lines.
 *
 * @param {string} text
 * @param {string} original
 */
function padded(text, original) {
  const lines = '\n'.repeat(original.split('\n').length - 1)
  const size = original.length - lines.length
  return text.length <= size ? text.padEnd(size) + lines : original
}

/**
 * @param {string} list
 * @returns {[string, string][]}
 */
function members(list) {
  return list
    .replace(/\s/g, '')
    .split(',')
    .map((each) => {
      const [key = '', value = ''] = each.split(':()=>')
      return [key, value]
    })
}

/**
 * @param {string} text
 * @param {string} name
 */
function isFunction(text, name) {
  return (
    text.includes(`function ${name}(`) ||
    text.includes(`function* ${name}(`) ||
    text.includes(`function*${name}(`)
  )
}

/**
 * @template T
 * @param {T[]} values
 * @param {(value: T) => boolean} test
 * @returns {[T[], T[]]}
 */
function partition(values, test) {
  return [values.filter(test), values.filter((each) => !test(each))]
}
