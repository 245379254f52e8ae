/**
 * Discovery: programs in a local network find each other without knowing any address, and talk. Start two or more, on
 * one machine or on several:
 *
 *   node main.js Ada --peers 2
 *   node main.js Bob --peers 2
 *   node main.js Eve --peers 2
 *
 * Each announces by a UDP beacon at which TCP port it can be reached. Who hears of a node for the first time connects a
 * PUSH socket to it and says hello. The beacons of ZRE, the protocol of Zyre, work in the same way.
 *
 * Read on in node.ts and announcement.ts.
 */
import { CzmqError } from 'czmq'
import { readCommandLine, UsageError } from './command-line.ts'
import { Node } from './node.ts'

process.exitCode = await main(process.argv.slice(2))

async function main(args: string[]): Promise<number> {
  try {
    const options = readCommandLine(args)
    if (await new Node(options).meet()) return 0
    console.error(`${options.name}: not all have come`)
    return 1
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof CzmqError)) throw error
    console.error(error.message)
    return error instanceof UsageError ? 2 : 1
  }
}
