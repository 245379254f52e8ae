import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zcert, zcertstore } from '../../src/index.ts'
import { attack, report } from '../zmq/attack.ts'

const folder = mkdtempSync(join(tmpdir(), 'czmq-attack-'))
process.chdir(folder)
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

const certificate = zcert.new()
zcert.save(certificate, 'cert')
const store = () => zcertstore.new(folder)

report(
  attack(zcertstore, {
    new: () => [folder],
    destroy: () => [store()],
    lookup: () => [store(), zcert.publicTxt(certificate)],
    insert: () => [store(), zcert.new()],
    empty: () => [store()],
    certs: () => [store()],
    setLoader: () => [store(), () => {}],
    print: () => [store()],
  }),
)
