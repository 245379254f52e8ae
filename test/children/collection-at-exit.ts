/** Ends in the middle of a collection. The argument says what is in use then. */
import { setImmediate as turn } from 'node:timers/promises'
import { liveHandles, zctx, zsocket } from '../../src/index.ts'

const PUSH = 8
const COUNT = 200
const [kept = ''] = process.argv.slice(2)
const inUse: unknown[] = []

function make(): void {
  const context = zctx.new()
  const socket = zsocket.new(context, PUSH)
  if (kept === 'contexts' || kept === 'both') inUse.push(context)
  if (kept === 'sockets' || kept === 'both') inUse.push(socket)
}

for (let count = 0; count < COUNT; count++) make()
globalThis.gc?.()
if (kept !== 'both') {
  await turn()
  for (let count = 0; count < COUNT; count++) make()
}
globalThis.gc?.()
process.prependListener('exit', () => {
  if (inUse.length > liveHandles()) process.exitCode = 3
})
process.exit()
