import { outOfRange } from '../errors.ts'
import { onDestroy, socketOf } from '../handle.ts'
import { POLLERR } from '../raw/generated/constants.ts'
import { openFilesLimit } from '../raw/poll.ts'
import type { Pointer, PollItem } from '../raw/types.ts'
import type { AnySocket } from '../socket-kinds.ts'
import { checkPollable } from '../zpoller/readers.ts'

/** What a loop polls, for one handler. */
export interface Source {
  readonly socket: AnySocket | null
  readonly isReader: boolean
  /** What C is given. */
  readonly item: PollItem
  /** Whether it stays when the system reports errors of it. */
  tolerant: boolean
  /** How many errors there were one after another. */
  errors: number
  ended: boolean
  readonly call: (revents: number) => unknown
}

/**
 * The sockets and descriptors of a loop. As with pollers, what a socket tells when it is destroyed must not refer to any
 * handle, or nothing of this would ever be collected.
 */
export class Sources {
  #sources: Source[] = []
  readonly #watches = new Map<Pointer, () => void>()

  get empty(): boolean {
    return this.#sources.length === 0
  }

  /** Polls it from now on, readers before pollers. */
  add(source: Source): void {
    const most = openFilesLimit()
    if (this.#sources.length >= most)
      throw outOfRange('sources', `at most ${most}, as many as files may be open`, most + 1)
    const { socket } = source
    if (socket !== null) this.#watch(socket)
    const place = this.#sources.findIndex((each) => !each.isReader)
    if (source.isReader && place >= 0) this.#sources.splice(place, 0, source)
    else this.#sources.push(source)
  }

  #watch(socket: AnySocket): void {
    const pointer = socketOf(socket, 'socket')
    checkPollable(pointer)
    if (this.#watches.has(pointer)) return
    const self = new WeakRef<Sources>(this)
    this.#watches.set(
      pointer,
      onDestroy(socket, () => self.deref()?.end((each) => each.item.socket === pointer)),
    )
  }

  /** Those that are meant. */
  filter(isMeant: (source: Source) => boolean): Source[] {
    return this.#sources.filter(isMeant)
  }

  /** Polls those that are meant no more. */
  end(isMeant: (source: Source) => boolean): void {
    for (const each of this.filter(isMeant)) each.ended = true
    this.#sources = this.filter((each) => !each.ended)
    const polled = new Set(this.#sources.map((each) => each.item.socket))
    for (const [pointer, unwatch] of this.#watches) {
      if (polled.has(pointer)) continue
      unwatch()
      this.#watches.delete(pointer)
    }
  }

  /** A snapshot: handlers may change what is polled. */
  get all(): readonly Source[] {
    return [...this.#sources]
  }

  /** What is to be done when the loop ends. */
  get ending(): () => void {
    const watches = this.#watches
    return () => {
      for (const unwatch of watches.values()) unwatch()
      watches.clear()
    }
  }
}

/** Whether one that has an error should go: its handler had the chance to do something about it. */
export function isHopeless(source: Source, revents: number): boolean {
  source.errors = revents & POLLERR && !source.tolerant ? source.errors + 1 : 0
  return source.errors > 1
}
