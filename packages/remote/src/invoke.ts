import { BadRequest, MethodNotFound } from './errors.ts'
import { type Member, type Members, nearest } from './expose.ts'

/** Arguments as they came: by position or by name. */
export type Arguments = readonly unknown[] | Readonly<Record<string, unknown>>

/** The member that a request names: `name`, `.name` to read an attribute, `=name` to set one. */
export function findMember(members: Members, name: string, where: string): Member {
  const plain = /^[.=]/.test(name) ? name.slice(1) : name
  const member = members.get(plain)
  if (!member || (plain === name) !== (member.kind === 'method')) throw notFound(members, plain, where)
  if (name.startsWith('=') && !member.settable) throw new BadRequest(`Attribute '${plain}' cannot be set`)
  return member
}

function notFound(members: Members, name: string, where: string): MethodNotFound {
  const near = nearest(name, members.keys())
  const hint = near === undefined || near === name ? '' : `; did you mean '${near}'?`
  return new MethodNotFound(`Method '${name}' not found in ${where}${hint}`)
}

/** Calls a method, or reads or sets an attribute. */
export function invokeMember(target: object, member: Member, name: string, args: Arguments): unknown {
  if (name.startsWith('.')) return Reflect.get(target, member.name)
  if (name.startsWith('=')) return void Reflect.set(target, member.name, Array.isArray(args) ? args[0] : args)
  const body = Reflect.get(target, member.name) as (...values: unknown[]) => unknown
  return Reflect.apply(body, target, positional(member, args))
}

/** The arguments in their order. Throws {@link BadRequest} when they are not the method's. */
export function positional(member: Member, args: Arguments): readonly unknown[] {
  if (!Array.isArray(args)) return named(member, args as Readonly<Record<string, unknown>>)
  if (member.strict && member.args) checkCount(member, member.args, args.length)
  return args
}

function checkCount({ name }: Member, args: readonly { optional: boolean }[], given: number): void {
  const least = args.filter((each) => !each.optional).length
  if (given < least) throw new BadRequest(`Method '${name}' takes ${least} arguments, got ${given}`)
  if (given > args.length)
    throw new BadRequest(`Method '${name}' takes at most ${args.length} arguments, got ${given}`)
}

function named({ name, args }: Member, values: Readonly<Record<string, unknown>>): unknown[] {
  if (!args) throw new BadRequest(`The names of the arguments of '${name}' are not known`)
  const names = args.map((each) => each.name)
  const unknown = Object.keys(values).find((each) => !names.includes(each))
  if (unknown !== undefined) throw unexpected(name, unknown, names)
  const missing = args.find((each) => !each.optional && !Object.hasOwn(values, each.name))
  if (missing) throw new BadRequest(`Method '${name}' requires argument '${missing.name}'`)
  return args.map((each) => (Object.hasOwn(values, each.name) ? values[each.name] : undefined))
}

function unexpected(method: string, name: string, names: string[]): BadRequest {
  const near = nearest(name, names)
  const hint = near === undefined ? '' : `; did you mean '${near}'?`
  return new BadRequest(`Method '${method}' has no argument '${name}'${hint}`)
}
