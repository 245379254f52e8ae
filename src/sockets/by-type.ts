import { type ConcreteClass, setClassOf } from './class-of.ts'
import * as classes from './classes.ts'
import * as draft from './draft.ts'
import { SocketType } from './socket-types.ts'

type Classes = typeof classes & typeof draft
type Types = typeof SocketType

/** The object that each type of socket makes. */
export type SocketByType = {
  [Name in keyof Types & keyof Classes as Types[Name]]: InstanceType<Classes[Name]>
}

const found: Partial<Record<string, ConcreteClass>> = { ...classes, ...draft }
for (const [name, type] of Object.entries(SocketType)) {
  const socketClass = found[name]
  if (socketClass) setClassOf(type, socketClass)
}
