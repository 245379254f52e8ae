import assert from 'node:assert/strict'
import { type AnyHandle, zctx, zsock, zsocket } from '../../src/index.ts'
import type { OptionName } from '../../src/raw/socket-options.ts'

/** A namespace with socket options, and sockets for it. */
export interface Space {
  name: 'zsocket' | 'zsock'
  /** Runs `use` with a socket of this type, and destroys it. */
  withSocket: (type: number, use: (socket: AnyHandle) => void) => void
  functions: Readonly<Record<string, unknown>>
}

export const spaces: Space[] = [
  {
    name: 'zsocket',
    functions: zsocket,
    withSocket: (type, use) => {
      const context = zctx.new()
      try {
        use(zsocket.new(context, type))
      } finally {
        zctx.destroy(context)
      }
    },
  },
  {
    name: 'zsock',
    functions: zsock,
    withSocket: (type, use) => {
      const socket = zsock.new(type)
      try {
        use(socket)
      } finally {
        zsock.destroy(socket)
      }
    },
  },
]

export type Accessor = (socket: unknown, value?: unknown) => unknown

/** `heartbeat_ivl` → `heartbeatIvl`. */
export function camel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** The name of an option's setter. */
export function setterName(name: OptionName): string {
  const argument = camel(name)
  return `set${argument.charAt(0).toUpperCase()}${argument.slice(1)}`
}

/** A function of a namespace by its name. */
export function find(space: Space, name: string): Accessor {
  const found = space.functions[name]
  assert.equal(typeof found, 'function', `${space.name} has no ${name}`)
  return found as Accessor
}
