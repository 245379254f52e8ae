import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zchunk, zframe } from '../../src/index.ts'
import { attack, report } from '../zmq/attack.ts'

/** It writes files of hostile names. */
const folder = mkdtempSync(join(tmpdir(), 'czmq-attack-'))
process.chdir(folder)
process.once('exit', () => rmSync(folder, { recursive: true }))

const chunk = () => [zchunk.new('abc')]

report(
  attack(zchunk, {
    append: () => [zchunk.new(8), 'a'],
    consume: () => [zchunk.new(2), zchunk.new('abc')],
    data: chunk,
    destroy: chunk,
    digest: chunk,
    dup: chunk,
    exhausted: chunk,
    extend: () => [zchunk.new(2), 'abc'],
    fill: () => [zchunk.new(8), 0, 4],
    fprint: () => [zchunk.new('abc'), { write: () => true }],
    is: chunk,
    maxSize: chunk,
    new: () => ['abc'],
    pack: chunk,
    packx: chunk,
    print: chunk,
    read: () => ['/etc/passwd', 5, 0],
    resize: () => [zchunk.new('abc'), 5],
    set: () => [zchunk.new('abc'), 'x'],
    size: chunk,
    slurp: () => ['/etc/passwd', 5],
    strdup: chunk,
    streq: () => [zchunk.new('abc'), 'abc'],
    strhex: chunk,
    unpack: () => [zframe.from('abc')],
    write: () => [zchunk.new('abc'), '/dev/null', 0],
  }),
)
