/** An argument of a method. */
export interface Argument {
  name: string
  optional: boolean
}

type AnyFunction = (...args: never) => unknown

/** The arguments that `'symbol', 'currency?'` declare. */
export function declaredArguments(names: readonly string[]): Argument[] {
  return names.map((each) => ({ name: each.replace(/\?$/, ''), optional: each.endsWith('?') }))
}

/** The arguments in the text of a function; null where they cannot be told, as with a native or bound function. */
export function argumentsOf(method: AnyFunction): Argument[] | null {
  const list = parameterList(Function.prototype.toString.call(method))
  return list === null ? null : splitTop(list).map(argumentIn)
}

function argumentIn(text: string, index: number): Argument {
  const trimmed = text.trim()
  const name = /^(?:\.\.\.)?\s*([\p{ID_Start}_$][\p{ID_Continue}$]*)/u.exec(trimmed)?.[1] ?? `arg${index}`
  return { name, optional: trimmed.startsWith('...') || splitTop(trimmed, '=').length > 1 }
}

/** What is between the parentheses. */
function parameterList(source: string): string | null {
  const text = source.replace(/\/\*.*?\*\/|\/\/[^\n]*/gs, '')
  if (/\{\s*\[native code\]\s*\}\s*$/.test(text)) return null
  const single = /^(?:async\s+)?([\p{ID_Start}_$][\p{ID_Continue}$]*)\s*=>/u.exec(text)
  if (single) return single[1] ?? ''
  const start = text.indexOf('(')
  const end = start === -1 ? -1 : closing(text, start)
  return end === -1 ? null : text.slice(start + 1, end)
}

function closing(text: string, start: number): number {
  let found = -1
  walk(text.slice(start), (character, level, index) => {
    if (level === 0 && character === ')' && found === -1) found = start + index
  })
  return found
}

/** Splits at commas, or another character, that are in no brackets or quotes. */
function splitTop(text: string, separator: string = ','): string[] {
  const parts: string[] = []
  let from = 0
  walk(text, (character, level, index) => {
    if (level !== 0 || character !== separator || text[index + 1] === '>') return
    parts.push(text.slice(from, index))
    from = index + 1
  })
  const rest = text.slice(from)
  return rest.trim() === '' ? parts : [...parts, rest]
}

/** Tells each character outside quotes, and how many brackets are open after it. */
function walk(text: string, visit: (character: string, level: number, index: number) => void): void {
  let level = 0
  let quote = ''
  for (let index = 0; index < text.length; index++) {
    const character = text[index] as string
    if (quote !== '') {
      if (character === '\\') index++
      else if (character === quote) quote = ''
      continue
    }
    if ('\'"`'.includes(character)) quote = character
    else if ('([{'.includes(character)) level++
    else if (')]}'.includes(character)) level--
    visit(character, level, index)
  }
}
