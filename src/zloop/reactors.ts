import { invalidType } from '../errors.ts'
import { onDestroy, pointerOf } from '../handle.ts'
import { type Zloop, zloopKind } from './kind.ts'
import { Reactor } from './reactor.ts'

/** Here and nowhere else is what a loop does referred to for good, so handlers and sockets live as long as it does. */
const reactors = new WeakMap<Zloop, Reactor>()

/** Gives a new loop something that it does. */
export function rememberReactor(self: Zloop): Reactor {
  const made = new Reactor()
  reactors.set(self, made)
  const reactor = new WeakRef(made)
  const forgetSockets = made.sources.ending
  onDestroy(self, () => {
    reactor.deref()?.end()
    forgetSockets()
  })
  return made
}

/** What a living loop does. */
export function reactorOf(self: Zloop): Reactor {
  pointerOf(zloopKind, self)
  return reactors.get(self) ?? rememberReactor(self)
}

/** A function that is to be called. */
export function handler<Handler>(value: Handler): Handler {
  if (typeof value !== 'function') throw invalidType('handler', 'a function', value)
  return value
}
