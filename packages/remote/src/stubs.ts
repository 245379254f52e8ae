import type { Link } from './link.ts'
import { makeProxy } from './proxy.ts'
import { LinkRoute } from './route.ts'

/** What a reference becomes at the side that receives it: a function, or a proxy of an object. */
export function stubFor(link: Link, id: number, kind: 'function' | 'object'): object {
  const route = new LinkRoute(link, { object: id })
  if (kind === 'object') return makeProxy(route, {}, true)
  return (...args: unknown[]) => route.call('', args, {}).result
}
