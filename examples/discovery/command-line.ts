import { parseArgs } from 'node:util'

/** What the command line asks for. */
export interface Options {
  name: string
  /** The UDP port on which nodes find each other. */
  port: number
  /** The network interface; undefined for the first. */
  interface: string | undefined
  /** How many others to wait for. */
  peers: number
  /** Milliseconds until it gives up. */
  patience: number
}

export const USAGE = `Usage: node main.js NAME [--peers N] [--port PORT] [--interface NAME] [--patience SECONDS]

Finds other nodes in the local network, says hello to them, and ends when N of them have said hello.

  --peers N           default: 1
  --port PORT         UDP port of the beacons; default: 5699
  --interface NAME    network interface; default: the first; on one machine without network: lo
  --patience SECONDS  default: 60

Exit code: 0 all have met, 1 some have not come, 2 wrong usage.`

/** The command line is wrong; the message says why. */
export class UsageError extends Error {}

/** @throws {@link UsageError} */
export function readCommandLine(args: string[]): Options {
  const { values, positionals } = parse(args)
  const [name, ...others] = positionals
  if (name === undefined || others.length > 0) throw new UsageError(USAGE)
  return {
    name,
    port: wholeNumber('--port', values.port, 65_535),
    interface: values.interface,
    peers: wholeNumber('--peers', values.peers, 1000),
    patience: wholeNumber('--patience', values.patience, 86_400) * 1000,
  }
}

function parse(args: string[]) {
  const options = {
    peers: { type: 'string', default: '1' },
    port: { type: 'string', default: '5699' },
    interface: { type: 'string' },
    patience: { type: 'string', default: '60' },
  } as const
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${USAGE}`)
  }
}

function wholeNumber(name: string, text: string, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : 0
  if (value >= 1 && value <= most) return value
  throw new UsageError(`${name} must be a whole number from 1 to ${most}, not ${JSON.stringify(text)}`)
}
