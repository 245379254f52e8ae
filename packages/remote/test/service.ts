// A daemon in a process of its own: `service.ts ADDRESS [NAMESERVER]`. Says its address; ends in good order on SIGTERM.
import { Daemon, idempotent, method, provides } from '../src/index.ts'

let calls = 0

@provides('com.foo.worker')
class Worker {
  @method pid(): number {
    return process.pid
  }

  @method @idempotent again(): number {
    return process.pid
  }

  @method count(): number {
    return ++calls
  }

  @method never(): Promise<void> {
    calls++
    return new Promise(() => undefined)
  }

  @method @idempotent later(milliseconds: number): Promise<number> {
    return new Promise((resolve) => setTimeout(() => resolve(process.pid), milliseconds))
  }

  /** Computes, so that the event loop stands still. */
  @method busy(milliseconds: number): string {
    const end = Date.now() + milliseconds
    while (Date.now() < end);
    return 'done'
  }

  @method async *ticks(): AsyncGenerator<number> {
    for (let tick = 0; ; tick++) {
      yield tick
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
  }
}

const [, , address = 'tcp://127.0.0.1:*', nameserver] = process.argv
const daemon = await Daemon.start({
  address,
  service: `/com/foo/worker/${process.pid}`,
  heartbeat: { interval: 200, timeout: 800 },
  ...(nameserver !== undefined && { nameserver }),
})
daemon.provide(Worker)
await daemon.registered
process.once('SIGTERM', () => void daemon.close())
console.log(daemon.address)
