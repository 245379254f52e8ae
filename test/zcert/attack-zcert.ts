import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zcert, zmq, zsock } from '../../src/index.ts'
import { attack, report } from '../zmq/attack.ts'

/** Functions that write files get hostile paths, relative ones among them. */
const folder = mkdtempSync(join(tmpdir(), 'czmq-attack-'))
process.chdir(folder)
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

const certificate = zcert.new()
const other = zcert.new()
const socket = zsock.new(zmq.PULL)
const keys = zmq.curveKeypair()
const key = () => zmq.z85Decode(keys.publicKey)
zcert.save(certificate, 'cert')

report(
  attack(zcert, {
    new: () => [],
    newFrom: () => [key(), key()],
    newFromTxt: () => [keys.publicKey, keys.secretKey],
    load: () => ['cert', {}],
    save: () => [certificate, 'saved'],
    savePublic: () => [certificate, 'saved'],
    saveSecret: () => [certificate, 'saved'],
    publicKey: () => [certificate],
    secretKey: () => [certificate],
    publicTxt: () => [certificate],
    secretTxt: () => [certificate],
    setMeta: () => [certificate, 'name', 'value'],
    unsetMeta: () => [certificate, 'name'],
    meta: () => [certificate, 'name'],
    metaKeys: () => [certificate],
    apply: () => [certificate, socket],
    dup: () => [certificate],
    eq: () => [certificate, other],
    print: () => [certificate],
    destroy: () => [zcert.new()],
  }),
)
