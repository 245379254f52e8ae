import { integer } from '../arguments.ts'
import { CzmqError, invalidValue } from '../errors.ts'
import type { Zloop } from './kind.ts'
import type { Reactor } from './reactor.ts'
import { handler as checked, reactorOf } from './reactors.ts'

/** What a loop calls when a time has come: with the loop and the number of the timer or ticket. -1 or `false` ends the loop. */
export type TimerHandler = (loop: Zloop, id: number) => unknown

const FARTHEST_ID = Number.MAX_SAFE_INTEGER

/**
 * Calls a handler after `delay` milliseconds, and then so many `times` altogether. The time begins with `zloop.start`,
 * or now when the loop runs. Answers a number for {@link timerEnd}.
 *
 * C: `zloop_timer`
 * @param delay - Milliseconds, 0 to 2147483647.
 * @param times - 0 is for ever.
 * @throws {@link CzmqError} `ENOBUFS` when there are as many timers as {@link setMaxTimers} allows.
 */
export function timer(self: Zloop, delay: number, times: number, handler: TimerHandler): number {
  const reactor = reactorOf(self)
  const milliseconds = integer('delay', delay, 0)
  const left = integer('times', times, 0)
  const call = checked(handler)
  if (reactor.maxTimers > 0 && reactor.agenda.timers >= reactor.maxTimers)
    throw new CzmqError('ENOBUFS', `ENOBUFS: there are ${reactor.maxTimers} timers already, zloop_timer`, {
      syscall: 'zloop_timer',
    })
  const id = add(self, reactor, { delay: milliseconds, left, isTicket: false }, call)
  reactor.log(`register timer id=${id} delay=${milliseconds} times=${left}`)
  return id
}

interface Plan {
  delay: number
  left: number
  isTicket: boolean
}

function add(self: Zloop, reactor: Reactor, plan: Plan, call: TimerHandler): number {
  const id = reactor.nextId()
  const appointment = { ...plan, id, order: 0, call: () => call(self, id) }
  reactor.agenda.put(appointment, performance.now() + plan.delay)
  return id
}

/**
 * Ends a timer. One that is over is left as it is.
 *
 * C: `zloop_timer_end`
 * @param timer - What `zloop.timer` answered.
 */
export function timerEnd(self: Zloop, timer: number): void {
  const { agenda } = reactorOf(self)
  const found = agenda.get(integer('timer', timer, 1, FARTHEST_ID))
  if (found?.isTicket) throw invalidValue('timer', 'is a ticket')
  if (found) agenda.remove(found)
}

/**
 * A ticket: a timer that calls its handler once after the delay of all tickets ({@link setTicketDelay}), counted from
 * now or from {@link ticketReset}. Answers a number for that and for {@link ticketDelete}.
 *
 * C: `zloop_ticket`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` when no delay was set.
 */
export function ticket(self: Zloop, handler: TimerHandler): number {
  const reactor = reactorOf(self)
  const call = checked(handler)
  if (reactor.ticketDelay === 0)
    throw invalidValue('self', 'has no delay for tickets; call zloop.setTicketDelay before')
  return add(self, reactor, { delay: reactor.ticketDelay, left: 1, isTicket: true }, call)
}

/**
 * Lets the time of a ticket begin anew.
 *
 * C: `zloop_ticket_reset`
 * @param ticket - What `zloop.ticket` answered.
 * @throws {@link CzmqError} `ERR_CZMQ_DESTROYED` when it is over or deleted.
 */
export function ticketReset(self: Zloop, ticket: number): void {
  const reactor = reactorOf(self)
  const found = findTicket(reactor, ticket)
  if (!found) throw new CzmqError('ERR_CZMQ_DESTROYED', 'This ticket is over')
  reactor.agenda.put(found, performance.now() + reactor.ticketDelay)
}

/**
 * Ends a ticket. One that is over is left as it is.
 *
 * C: `zloop_ticket_delete`
 * @param ticket - What `zloop.ticket` answered.
 */
export function ticketDelete(self: Zloop, ticket: number): void {
  const reactor = reactorOf(self)
  const found = findTicket(reactor, ticket)
  if (found) reactor.agenda.remove(found)
}

function findTicket(reactor: Reactor, ticket: number): ReturnType<Reactor['agenda']['get']> {
  const found = reactor.agenda.get(integer('ticket', ticket, 1, FARTHEST_ID))
  if (found && !found.isTicket) throw invalidValue('ticket', 'is a timer')
  return found
}

/**
 * Sets the delay of all tickets that are made or reset from now on.
 *
 * C: `zloop_set_ticket_delay`
 * @param ticketDelay - Milliseconds, 1 to 2147483647.
 */
export function setTicketDelay(self: Zloop, ticketDelay: number): void {
  reactorOf(self).ticketDelay = integer('ticketDelay', ticketDelay, 1)
}

/**
 * Sets how many timers a loop may have; tickets do not count. Those that it has already stay.
 *
 * C: `zloop_set_max_timers`
 * @param maxTimers - 0 (at first) is no limit.
 */
export function setMaxTimers(self: Zloop, maxTimers: number): void {
  reactorOf(self).maxTimers = integer('maxTimers', maxTimers, 0)
}
