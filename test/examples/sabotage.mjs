// Loaded into the processes of the pipeline before their own code: lets happen at a certain point, and so every time,
// what happens in real life at any time. `SABOTAGE` says what, in JSON.

import crypto from 'node:crypto'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/**
 * @typedef {object} Sabotage
 * @property {number[]} [processes] whom it strikes: numbers of workers, 0 is the main program
 * @property {number} [at] when they begin with their how-manieth file; 0 is before they begin at all
 * @property {NodeJS.Signals} [signal] what they get; without it they end with exit code 3
 * @property {boolean} [tell] whether they say so on stderr before
 * @property {string} [file] the end of the name of a file or folder that is spoiled
 * @property {'vanish' | 'fifo' | 'forbid' | 'break'} [fate] what becomes of it when it is about to be read
 * @property {boolean} [memory] whether every process says when it ends how much memory it had at most, in KiB
 */

/** @type {Sabotage} */
const sabotage = JSON.parse(process.env.SABOTAGE ?? '{}')
const { openSync, readdirSync, readSync } = fs
const { createHash } = crypto
const [, program = '', number] = process.argv
const self = program.endsWith('worker.js') ? Number(number) : 0
let begun = 0
let spoiled = -1
let reads = 0

if (sabotage.processes?.includes(self) && sabotage.at === 0) strike()
if (sabotage.memory) process.once('exit', tellMemory)
fs.openSync = openFile
fs.readSync = /** @type {typeof fs.readSync} */ (readFile)
fs.readdirSync = /** @type {typeof fs.readdirSync} */ (readFolder)
crypto.createHash = (algorithm, options) => {
  if (self > 0) begin()
  return createHash(algorithm, options)
}
syncBuiltinESMExports()

function begin() {
  if (++begun === sabotage.at && sabotage.processes?.includes(self)) strike()
}

function strike() {
  if (sabotage.tell) fs.writeSync(2, `process ${self} begins file ${begun}\n`)
  if (sabotage.signal === undefined) process.exit(3)
  process.kill(process.pid, sabotage.signal)
}

function tellMemory() {
  fs.writeSync(2, `process ${self}: ${process.resourceUsage().maxRSS} KiB\n`)
}

/** @type {typeof fs.openSync} */
function openFile(path, flags, mode) {
  // The pipeline gives its paths as bytes, unlike Node when it loads modules.
  if (!Buffer.isBuffer(path)) return openSync(path, flags, mode)
  begin()
  const isMeant = sabotage.file !== undefined && path.toString().endsWith(sabotage.file)
  if (isMeant) spoil(path)
  const descriptor = openSync(path, flags, mode)
  // The system gives the number of a closed file to the next one.
  if (isMeant) spoiled = descriptor
  else if (descriptor === spoiled) spoiled = -1
  return descriptor
}

/**
 * @param {import('node:fs').PathLike} path
 * @param {any} options
 */
function readFolder(path, options) {
  const isMeant =
    Buffer.isBuffer(path) && sabotage.file !== undefined && path.toString().endsWith(sabotage.file)
  if (isMeant && sabotage.fate === 'forbid') throw new Error('EACCES: permission denied, scandir')
  return readdirSync(path, options)
}

/** @param {Buffer} path */
function spoil(path) {
  if (sabotage.fate === 'vanish') fs.unlinkSync(path)
  if (sabotage.fate === 'fifo') fs.renameSync(process.env.FIFO ?? '', path)
  if (sabotage.fate === 'forbid') throw new Error('EACCES: permission denied, open')
}

/**
 * @param {number} descriptor
 * @param {[Buffer, number, number, null]} rest
 */
function readFile(descriptor, ...rest) {
  const isMeant = descriptor === spoiled && sabotage.fate === 'break'
  if (isMeant && ++reads > 1) throw new Error('EIO: i/o error, read')
  return readSync(descriptor, ...rest)
}
