import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zchunk, zconfig } from '../../src/index.ts'
import { attack, report } from '../zmq/attack.ts'

/** It writes files of hostile names. */
const folder = mkdtempSync(join(tmpdir(), 'czmq-attack-'))
process.chdir(folder)
process.once('exit', () => rmSync(folder, { recursive: true }))
writeFileSync('file', 'a = 1\n')

const root = () => zconfig.load('file')
const only = () => [root()]

/** What a handler throws is thrown, also when the handler is a class, which cannot be called. */
function execute(...args: unknown[]): unknown {
  try {
    return Reflect.apply(zconfig.execute, undefined, args)
  } catch (error) {
    if (/^Class constructor/.test(String(Reflect.get(Object(error), 'message')))) return -1
    throw error
  }
}

report(
  attack(
    { ...zconfig, execute },
    {
      atDepth: () => [root(), 1],
      child: only,
      chunkLoad: () => [zchunk.new('a = 1\n')],
      chunkSave: only,
      comments: only,
      destroy: only,
      dup: only,
      execute: () => [root(), () => 0],
      filename: only,
      fprint: () => [root(), { write: () => true }],
      fromObject: () => [{ a: { b: ['1', '2'] } }],
      get: () => [root(), 'a', 'default'],
      hasChanged: only,
      load: () => ['file'],
      locate: () => [root(), 'a'],
      name: only,
      new: () => ['name', root()],
      next: only,
      print: only,
      put: () => [root(), 'a/b', 'value'],
      reload: only,
      remove: only,
      removeSubtree: only,
      save: () => [root(), 'other'],
      setComment: () => [root(), 'comment'],
      setName: () => [root(), 'name'],
      setValue: () => [root(), 'value'],
      strLoad: () => ['a = 1\n'],
      strSave: only,
      toObject: only,
      value: only,
      walk: only,
    },
  ),
)
