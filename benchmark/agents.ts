import { Authenticator, Context, zgossip, zproxy } from 'czmq'
import { median, table } from './measure.ts'

const COUNT = 20
const MEGABYTE = 1 << 20

/** What the worker threads cost that `zproxy`, `zgossip` and authentication work in: time to start, memory of each. */
export function agents(): string {
  const first = authenticated(new Context())
  const later = Array.from({ length: COUNT }, () => authenticated(new Context()))
  return table(
    ['agent', 'milliseconds to start, median', 'slowest', 'MiB each'],
    [
      started('`zproxy.new`', zproxy.new),
      started('`zgossip.new`', zgossip.new),
      [
        'the first `new Authenticator`',
        first.time.toFixed(1),
        first.time.toFixed(1),
        megabytes(first.memory),
      ],
      row('a later one', later),
    ],
  )
}

interface Cost {
  time: number
  memory: number
}

function cost(start: () => unknown): Cost {
  const [memory, began] = [process.memoryUsage.rss(), performance.now()]
  start()
  return { time: performance.now() - began, memory: process.memoryUsage.rss() - memory }
}

function authenticated(context: Context): Cost {
  // Its first socket starts the context
  context.handle
  const found = cost(() => new Authenticator({ context }))
  context.close()
  return found
}

function started(name: string, start: () => Disposable): string[] {
  start()[Symbol.dispose]()
  const running: Disposable[] = []
  const costs = Array.from({ length: COUNT }, () => cost(() => running.push(start())))
  for (const each of running) each[Symbol.dispose]()
  return row(name, costs)
}

/** Memory is what all have taken together: the system gives and takes it in pieces. */
function row(name: string, costs: readonly Cost[]): string[] {
  const times = costs.map(({ time }) => time)
  const memory = costs.reduce((sum, each) => sum + each.memory, 0) / costs.length
  return [name, median(times).toFixed(1), Math.max(...times).toFixed(1), megabytes(memory)]
}

function megabytes(bytes: number): string {
  return (bytes / MEGABYTE).toFixed(1)
}
