/**
 * Reads generated ZPL text in both ways, by this library and by C, and prints how often they agreed, or the first text
 * about which they did not. The argument is a seed.
 */
import { writeSync } from 'node:fs'
import { C, CzmqError, zconfig } from '../../src/index.ts'
import { copyString } from '../../src/raw/memory.ts'
import type { Pointer } from '../../src/raw/types.ts'

const COUNT = 10_000
let state = Number(process.argv[2] ?? 1)

/** xorshift32: the same on every machine. */
function random(below: number): number {
  state ^= state << 13
  state ^= state >>> 17
  state ^= state << 5
  return (state >>> 0) % below
}

// biome-ignore format: short
const PIECES = [
  'a', 'b', 'name', 'A9', '$x-_@.&+', '/', 'a/b', ' ', '    ', '        ', '\t', '=', ' = ', '"', "'", '"x y"', "'x'", '#',
  '# c', '\n', '\n', '\n', '\n    ', '\r\n', '1', 'ä', '%s%n', ':', '!', '\v', '\f', 'x'.repeat(300), '\na = 1\n',
]

function generated(): string {
  let text = ''
  for (let left = random(30); left > 0; left--) text += PIECES[random(PIECES.length)]
  return text
}

/** A line of a tree for each item. */
function seenByC(text: string): string | null {
  const root = C.zconfig_str_load(text)
  if (root === null) return null
  const lines = commentsByC(root)
  const visit = (item: Pointer<'zconfig_t'> | null, depth: number): void => {
    for (let each = item; each !== null; each = C.zconfig_next(each)) {
      lines.push(`${depth} ${C.zconfig_name(each)} ${C.zconfig_value(each)}`)
      visit(C.zconfig_child(each), depth + 1)
    }
  }
  visit(C.zconfig_child(root), 1)
  C.zconfig_destroy([root])
  return lines.join('\n')
}

function commentsByC(item: Pointer<'zconfig_t'>): string[] {
  const comments: string[] = []
  const list = C.zconfig_comments(item)
  for (let each = list && C.zlist_first(list); list && each; each = C.zlist_next(list))
    comments.push(copyString(each))
  return comments
}

function seenHere(text: string): string | null {
  try {
    const root = zconfig.strLoad(text)
    const [, ...items] = zconfig.walk(root)
    const lines = items.map(({ item, depth }) => `${depth} ${zconfig.name(item)} ${zconfig.value(item)}`)
    const seen = [...zconfig.comments(root), ...lines].join('\n')
    checkRoundTrip(root)
    zconfig.destroy(root)
    return seen
  } catch (error) {
    if (error instanceof CzmqError && error.code === 'EBADMSG') return null
    throw error
  }
}

function checkRoundTrip(root: zconfig.Zconfig): void {
  const saved = zconfig.strSave(root)
  const again = zconfig.strLoad(saved)
  if (zconfig.strSave(again) !== saved) throw new Error(`what was saved reads differently: ${saved}`)
  if (seenByC(saved) === null) throw new Error(`C cannot read what was saved: ${saved}`)
  zconfig.destroy(again)
}

let [agreed, valid] = [0, 0]
for (let each = 0; each < COUNT; each++) {
  const text = generated()
  const here = seenHere(text)
  if (text.split('\n').some((line) => Buffer.byteLength(line) > 1024)) continue
  if (here !== seenByC(text)) {
    writeSync(2, `${JSON.stringify(text)}: ${JSON.stringify(here)}, by C ${JSON.stringify(seenByC(text))}`)
    process.exit(1)
  }
  agreed += 1
  if (here !== null) valid += 1
}
writeSync(2, `${agreed} ${valid}`)
