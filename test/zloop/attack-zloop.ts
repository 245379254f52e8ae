import { zctx, zloop, zmq, zsocket } from '../../src/index.ts'
import { attack, report } from '../zmq/attack.ts'

const context = zctx.new()
const socket = zsocket.new(context, zmq.PULL)
const nothing = () => 0
const item = () => zmq.pollitem({ socket })
const loop = () => {
  const made = zloop.new()
  zloop.setTicketDelay(made, 1)
  zloop.timer(made, 0, 1, () => -1)
  zloop.ticket(made, nothing)
  return made
}

report(
  attack(zloop, {
    destroy: () => [loop()],
    new: () => [],
    poller: () => [loop(), item(), nothing],
    pollerEnd: () => [loop(), item()],
    pollerSetTolerant: () => [loop(), item()],
    reader: () => [loop(), socket, nothing],
    readerEnd: () => [loop(), socket],
    readerSetTolerant: () => [loop(), socket],
    setMaxTimers: () => [loop(), 5],
    setNonstop: () => [loop(), true],
    setTicketDelay: () => [loop(), 5],
    setVerbose: () => [loop(), true],
    start: () => [loop()],
    ticket: () => [loop(), nothing],
    ticketDelete: () => [loop(), 2],
    ticketReset: () => [loop(), 2],
    timer: () => [loop(), 0, 1, nothing],
    timerEnd: () => [loop(), 1],
  }),
)
