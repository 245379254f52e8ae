import type { Context } from './context.ts'
import type { Socket } from './socket.ts'

/** Whether two types are the same, `readonly` included. */
export type Same<Left, Right> =
  (<T>() => T extends Left ? 1 : 2) extends <T>() => T extends Right ? 1 : 2 ? true : false

/** The names of the properties that can be set and are not methods. */
export type SettableNames<T> = {
  [Name in keyof T]-?: T[Name] extends (...values: never) => unknown
    ? never
    : Same<{ [_ in Name]: T[Name] }, { -readonly [_ in Name]: T[Name] }> extends true
      ? Name
      : never
}[keyof T]

/** What the constructor of a socket class takes: its context, and each property that can be set. */
export type SocketOptions<S extends Socket> = {
  [Name in SettableNames<S>]?: S[Name] | undefined
} & {
  /** The context of the socket; the shared {@link context} if absent. */
  context?: Context | undefined
}
