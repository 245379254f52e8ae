import type * as zeromq from 'zeromq'
import type * as zeromqDraft from 'zeromq/draft.js'
import type * as classes from '../../src/sockets/classes.ts'
import type { Context, ContextOptions } from '../../src/sockets/context.ts'
import type * as draft from '../../src/sockets/draft.ts'
import type { Message, Readable } from '../../src/sockets/readable.ts'
import type { SocketOptions } from '../../src/sockets/types.ts'
import type { MessageLike, Writable } from '../../src/sockets/writable.ts'

/**
 * Proves at compile time that what a program written for zeromq.js calls is here, takes the same arguments and gives
 * what it expects. Nothing of this runs: `tsc` is the test.
 */

/** Compiles only for `true`, and names what is wrong otherwise. */
type Expect<_Holds extends true> = never
type Extends<Left, Right> = [Left] extends [Right] ? true : { expected: Right; found: Left }

/** What is about other classes of the two packages, which cannot be the same, and is compared on its own. */
type Elsewhere = 'context' | 'events'
/** The members where ours gives more: the endpoint that was bound, where theirs gives nothing. */
type Richer = 'bind' | 'bindSync'

type Call = (...values: never) => unknown
type Names<T> = Exclude<keyof T, Elsewhere | Richer>
type Missing<Theirs, Ours> = Exclude<keyof Theirs, keyof Ours>

/** Methods whose arguments ours does not take, or whose result is something else. */
type WrongMethods<Theirs, Ours> = {
  [Name in Names<Theirs>]: Theirs[Name] extends Call
    ? Name extends keyof Ours
      ? Ours[Name] extends Theirs[Name]
        ? never
        : Name
      : Name
    : never
}[Names<Theirs>]

/** Properties whose value is something else, or that do not take the value. */
type WrongProperties<Theirs, Ours> = {
  [Name in Names<Theirs>]: Theirs[Name] extends Call
    ? never
    : Name extends keyof Ours
      ? Extends<Ours[Name], Theirs[Name]> extends true
        ? Extends<Theirs[Name], Ours[Name]> extends true
          ? never
          : Name
        : Name
      : Name
}[Names<Theirs>]

/** `type` is compared as a number: theirs is a const enum, which no other type can be. */
type Comparable<T> = Omit<T, 'type' | typeof Symbol.asyncIterator>
type Mismatch<Theirs, Ours> =
  | Missing<Theirs, Ours>
  | WrongMethods<Comparable<Theirs>, Comparable<Ours>>
  | WrongProperties<Comparable<Theirs>, Comparable<Ours>>

type Instance<T> = T extends new (...values: never) => infer I ? I : never
type Mismatches<Theirs, Ours> = {
  [Name in keyof Theirs & keyof Ours as Mismatch<Instance<Theirs[Name]>, Instance<Ours[Name]>> extends never
    ? never
    : Name]: Mismatch<Instance<Theirs[Name]>, Instance<Ours[Name]>>
}

type OptionsOf<T> = T extends new (options?: infer O) => object ? NonNullable<O> : never
type OptionsMismatches<Theirs, Ours> = {
  [Name in keyof Theirs & keyof Ours as Extends<
    Omit<OptionsOf<Theirs[Name]>, 'context'>,
    OptionsOf<Ours[Name]>
  > extends true
    ? never
    : Name]: [Name, Exclude<keyof OptionsOf<Theirs[Name]>, keyof OptionsOf<Ours[Name]>>]
}

type Nothing = Record<never, never>
type TheirSocketNames =
  | 'Pair'
  | 'Publisher'
  | 'Subscriber'
  | 'Request'
  | 'Reply'
  | 'Dealer'
  | 'Router'
  | 'Pull'
  | 'Push'
  | 'XPublisher'
  | 'XSubscriber'
  | 'Stream'
type Their = Pick<typeof zeromq, TheirSocketNames>

export type Checks = [
  // Every class is there, every member fits, and every option that a constructor takes is taken.
  Expect<Extends<TheirSocketNames, keyof typeof classes>>,
  Expect<Extends<Exclude<keyof typeof zeromqDraft, 'default'>, keyof typeof draft>>,
  Expect<Extends<Nothing, Mismatches<Their, typeof classes>>>,
  Expect<Extends<Nothing, Mismatches<typeof zeromqDraft, typeof draft>>>,
  Expect<Extends<Nothing, OptionsMismatches<Their, typeof classes>>>,
  Expect<Extends<Nothing, OptionsMismatches<typeof zeromqDraft, typeof draft>>>,
  Expect<Extends<SocketOptions<classes.Dealer>['context'], Context | undefined>>,
  // What is bound can be awaited, and connected to.
  Expect<Extends<Awaited<ReturnType<classes.Pull['bind']>>, string>>,
  // The named types.
  Expect<Extends<Message, zeromq.Message>>,
  Expect<Extends<zeromq.Message, Message>>,
  Expect<Extends<MessageLike, zeromq.MessageLike>>,
  Expect<Extends<zeromq.MessageLike, MessageLike>>,
  Expect<Extends<Readable, zeromq.Readable>>,
  Expect<Extends<Writable, zeromq.Writable>>,
  Expect<Extends<Readable<[Message, Message]>, zeromq.Readable<[Message, Message]>>>,
  Expect<
    Extends<Writable<MessageLike, [{ group: string }]>, zeromq.Writable<MessageLike, [{ group: string }]>>
  >,
  // What a loop over a socket gives.
  Expect<Extends<IteratedBy<classes.Pull>, IteratedBy<zeromq.Pull>>>,
  Expect<Extends<IteratedBy<classes.Stream>, IteratedBy<zeromq.Stream>>>,
  // The context and its options.
  Expect<Extends<keyof zeromq.Context, keyof Context>>,
  Expect<Extends<ConstructorParameters<typeof zeromq.Context>[0], ContextOptions | undefined>>,
]

type IteratedBy<T extends { [Symbol.asyncIterator](): AsyncIterator<unknown, undefined> }> =
  ReturnType<T[typeof Symbol.asyncIterator]> extends AsyncIterator<infer M, undefined> ? M : never
