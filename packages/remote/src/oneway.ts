import { onewayMember } from './expose.ts'
import { type Oneway, onewayProxy } from './proxy.ts'

/**
 * As a decorator, exposes a method for which nobody waits: `@oneway log(line: string)`. With a proxy, answers one whose
 * calls wait for no answer: `oneway(stock).log('opened')`.
 */
export function oneway<This, Args extends unknown[]>(
  value: (this: This, ...args: Args) => unknown,
  context: ClassMethodDecoratorContext<This, (this: This, ...args: Args) => unknown>,
): void
export function oneway<T extends object>(proxy: T): Oneway<T>
export function oneway(value: object, context?: unknown): unknown {
  return context
    ? onewayMember(value as (...args: never) => unknown, context as ClassMethodDecoratorContext)
    : onewayProxy(value)
}
