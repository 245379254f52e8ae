import { bytesOrText } from '../../arguments.ts'
import { invalidValue } from '../../errors.ts'
import { failure } from '../../failure.ts'
import * as zmq from '../../raw/generated/constants.ts'
import { writeBytes } from '../../raw/socket-option-access.ts'
import { refuseLongSubscription } from '../../socket-hazards.ts'
import { copyOf } from '../../socket-option-values.ts'
import {
  type ConflateOption,
  type InvertMatchingOption,
  type NoDropOption,
  receiving,
  sending,
  type TopicsCountOption,
} from '../options/directions.ts'
import { defineOptions, open, setOption } from '../options.ts'
import { type Readable, readable } from '../readable.ts'
import { Socket } from '../socket.ts'
import { SocketType } from '../socket-types.ts'
import type { SocketOptions } from '../types.ts'
import { type Writable, writable } from '../writable.ts'

/**
 * Sends each message to all subscribers whose subscriptions it begins with.
 *
 * @example
 * ```ts
 * const publisher = new Publisher()
 * const subscriber = new Subscriber()
 * subscriber.subscribe('news')
 * subscriber.connect(await publisher.bind('tcp://127.0.0.1:*'))
 * await publisher.send(['news', 'content'])
 * ```
 */
export class Publisher extends Socket {
  /** A socket that is neither bound nor connected; `options` are set at once. */
  constructor(options?: SocketOptions<Publisher>) {
    super(SocketType.Publisher, options)
  }
}
export interface Publisher
  extends Writable,
    ConflateOption,
    InvertMatchingOption,
    NoDropOption,
    TopicsCountOption {}
Object.assign(Publisher.prototype, writable)
defineOptions(Publisher.prototype, ...sending, 'conflate', 'invertMatching', 'noDrop', 'topicsCount')

/** Receives the messages that begin with one of its subscriptions. */
export class Subscriber extends Socket {
  /** A socket that is neither bound nor connected, without a subscription; `options` are set at once. */
  constructor(options?: SocketOptions<Subscriber>) {
    super(SocketType.Subscriber, options)
  }

  /**
   * Subscribes to the messages whose first frame begins with one of the prefixes; to all messages when there is none.
   * A prefix that is subscribed to twice has to be unsubscribed from twice.
   *
   * C: `ZMQ_SUBSCRIBE`
   * @throws TypeError `ERR_INVALID_ARG_TYPE`, {@link CzmqError} `EBADF` when the socket is closed.
   */
  subscribe(...prefixes: (Uint8Array | string)[]): void {
    changeSubscriptions(this, zmq.SUBSCRIBE, prefixes)
  }

  /**
   * Ends subscriptions; the one to all messages when no prefix is given.
   *
   * C: `ZMQ_UNSUBSCRIBE`
   * @throws TypeError `ERR_INVALID_ARG_TYPE`, {@link CzmqError} `EBADF` when the socket is closed.
   */
  unsubscribe(...prefixes: (Uint8Array | string)[]): void {
    changeSubscriptions(this, zmq.UNSUBSCRIBE, prefixes)
  }
}
export interface Subscriber extends Readable, ConflateOption, InvertMatchingOption, TopicsCountOption {}
Object.assign(Subscriber.prototype, readable)
defineOptions(Subscriber.prototype, ...receiving, 'conflate', 'invertMatching', 'topicsCount')

/** All are checked before the first is given to libzmq. */
function changeSubscriptions(socket: Subscriber, option: number, prefixes: (Uint8Array | string)[]): void {
  const wanted = prefixes.length === 0 ? [''] : prefixes
  const checked = wanted.map((each, index) => copyOf(bytesOrText(`prefixes[${index}]`, each)))
  for (const [index, each] of checked.entries()) refuseLongSubscription(`prefixes[${index}]`, each)
  const pointer = open(socket)
  for (const each of checked) {
    if (writeBytes(pointer, option, each, each.length) === -1) throw failure('zmq_setsockopt')
  }
}

const VERBOSITY = [null, 'allSubs', 'allSubsUnsubs'] as const
type Verbosity = (typeof VERBOSITY)[number]
const verbosities = new WeakMap<XPublisher, Verbosity>()

/** A {@link Publisher} that receives subscriptions: a byte 1 (or 0 for an end) and the prefix. */
export class XPublisher extends Socket {
  /** A socket that is neither bound nor connected; `options` are set at once. */
  constructor(options?: SocketOptions<XPublisher>) {
    super(SocketType.XPublisher, options)
  }

  /**
   * Which repeated requests are received: `null` (at first) none, `'allSubs'` subscriptions, `'allSubsUnsubs'` their
   * ends, too; at once.
   *
   * C: `ZMQ_XPUB_VERBOSE`, `ZMQ_XPUB_VERBOSER`
   */
  get verbosity(): Verbosity {
    return verbosities.get(this) ?? null
  }

  /** Sets it; see the getter. */
  set verbosity(value: Verbosity) {
    if (!VERBOSITY.includes(value))
      throw invalidValue('verbosity', "must be null, 'allSubs' or 'allSubsUnsubs'")
    setOption(this, 'verbosity', value === 'allSubsUnsubs' ? 'verboser' : 'verbose', value !== null)
    verbosities.set(this, value)
  }
}
export interface XPublisher
  extends Readable,
    Writable,
    InvertMatchingOption,
    NoDropOption,
    TopicsCountOption {
  /**
   * Whether subscriptions are made by the program, which receives the requests; `false` at first; at once.
   *
   * C: `ZMQ_XPUB_MANUAL`
   */
  manual: boolean
  /**
   * As {@link manual}, and a message goes only to who subscribed last; `false` at first; at once. Draft.
   *
   * C: `ZMQ_XPUB_MANUAL_LAST_VALUE`
   */
  manualLastValue: boolean
  /**
   * The message that each new subscriber receives first, if it subscribed to it; `null` at first.
   *
   * C: `ZMQ_XPUB_WELCOME_MSG`
   */
  get welcomeMessage(): string | null
  /** Sets it; see the getter. */
  set welcomeMessage(value: string | Uint8Array | null)
  /**
   * Whether only the first frame of a received message is a subscription; `false` at first; at once. Draft.
   *
   * C: `ZMQ_ONLY_FIRST_SUBSCRIBE`
   */
  onlyFirstSubscribe: boolean
}
Object.assign(XPublisher.prototype, readable, writable)
defineOptions(
  XPublisher.prototype,
  ...receiving,
  ...sending,
  'invertMatching',
  'noDrop',
  'topicsCount',
  'manual',
  'manualLastValue',
  'welcomeMessage',
  'onlyFirstSubscribe',
)

/** A {@link Subscriber} that subscribes by sending a byte 1 (or 0 for an end) and the prefix. */
export class XSubscriber extends Socket {
  /** A socket that is neither bound nor connected, without a subscription; `options` are set at once. */
  constructor(options?: SocketOptions<XSubscriber>) {
    super(SocketType.XSubscriber, options)
  }
}
export interface XSubscriber extends Readable, Writable, TopicsCountOption {
  /**
   * Whether only the first frame of a message that is sent is a subscription; `false` at first; at once. Draft.
   *
   * C: `ZMQ_ONLY_FIRST_SUBSCRIBE`
   */
  onlyFirstSubscribe: boolean
  /**
   * Whether the ends of all subscriptions are passed on, repeated ones, too; `false` at first; at once. Draft.
   *
   * C: `ZMQ_XSUB_VERBOSE_UNSUBSCRIBE`
   */
  verboseUnsubscribe: boolean
}
Object.assign(XSubscriber.prototype, readable, writable)
defineOptions(
  XSubscriber.prototype,
  ...receiving,
  ...sending,
  'topicsCount',
  'onlyFirstSubscribe',
  'verboseUnsubscribe',
)
