import { type ConcreteClass, setClassOf } from './class-of.ts'
import * as classes from './classes.ts'
import * as draft from './draft.ts'
import { SocketType } from './socket-types.ts'

/** The classes by name. */
export type SocketClasses = typeof classes & typeof draft

/** The object that each type of socket makes. */
export type SocketByType = {
  [Name in keyof typeof SocketType & keyof SocketClasses as (typeof SocketType)[Name]]: InstanceType<
    SocketClasses[Name]
  >
}

const found: Partial<Record<string, ConcreteClass>> = { ...classes, ...draft }
for (const [name, type] of Object.entries(SocketType)) {
  const socketClass = found[name]
  if (socketClass) setClassOf(type, socketClass)
}
