// How a process ends that uses sockets. Run with the name of an ending it is that process; imported it tells what is
// expected: `node test/runtimes/endings.mjs "while a receive waits"`.

import { fileURLToPath } from 'node:url'
import { Pull, Push } from '../../dist/index.js'

/** @typedef {{ run: () => unknown, code: number, stdout: string }} Ending */

/** @type {Record<string, Ending>} */
export const endings = {
  'by itself when sockets are idle': {
    run: async () => {
      const receiver = new Pull()
      await receiver.bind('tcp://127.0.0.1:*')
    },
    code: 0,
    stdout: '',
  },
  'by process.exit while a receive waits': {
    run: async () => {
      const receiver = new Pull()
      setImmediate(() => process.exit(3))
      await receiver.receive()
    },
    code: 3,
    stdout: '',
  },
  'when the last receive that waited is done': {
    run: async () => {
      const receiver = new Pull()
      const sender = new Push()
      sender.connect(await receiver.bind('tcp://127.0.0.1:*'))
      setTimeout(() => void sender.send('late'), 50)
      for await (const [message] of receiver) {
        console.log(String(message))
        break
      }
    },
    code: 0,
    stdout: 'late\n',
  },
  'with the exit code of an error that nobody catches': {
    run: async () => {
      const receiver = new Pull()
      process.on('uncaughtException', (error) => {
        console.log(error.message)
        process.exit(7)
      })
      setImmediate(() => {
        throw new Error('oh')
      })
      await receiver.receive()
    },
    code: 7,
    stdout: 'oh\n',
  },
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await endings[process.argv[2] ?? '']?.run()
