import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { extname, join } from 'node:path'
import { clientFile, type House } from './certificates.ts'

/** The service, in a process of its own. */
export interface Service {
  address: string
  /** Ends it and waits until it has ended. */
  stop: () => Promise<void>
}

/** Starts a program of this folder, compiled or not as this one is. */
function start(program: string, args: string[]): ChildProcess {
  const file = join(import.meta.dirname, program + extname(import.meta.filename))
  return spawn(process.execPath, [...process.execArgv, file, ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

/** Starts the service; it sends its address when it is ready. */
export async function startService({ server, clients }: House): Promise<Service> {
  const child = start('service', [server, clients])
  const ended = once(child, 'exit')
  const address = await Promise.race([once(child, 'message'), ended.then(() => ['', null])])
  if (address[1] === null) throw new Error('the service did not start')
  return {
    address: String(address[0]),
    stop: async () => {
      child.disconnect()
      await ended
    },
  }
}

/** Runs a client to its end. */
export async function run(house: House, address: string, name: string): Promise<void> {
  const child = start('client', [address, house.serverPublic, clientFile(house, name), name])
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0 && code !== 1) throw new Error(`${name} ended with exit code ${code}`)
}
