import { invalidType } from '../errors.ts'
import { isHandle } from '../handle.ts'
import { type Zframe, zframeKind } from '../message-kinds.ts'
import * as zframe from '../zframe/index.ts'

/**
 * A frame as an object: what `zframe` does, as methods. As a `zframe` it is not collected: it is given to a message,
 * sent or destroyed, or declared with `using`. A frame that belongs to a {@link Message} ends with it.
 *
 * @example
 * ```ts
 * using frame = new types.Frame('hello')
 * frame.data // <Buffer 68 65 6c 6c 6f>
 * ```
 */
export class Frame {
  /** The handle, for use with the namespaces. */
  readonly handle: Zframe

  /**
   * A frame around a copy of bytes, or of the UTF-8 of text; empty without either. Fresh. Or an object around the handle
   * of a frame, whose owner stays responsible for it.
   *
   * @throws TypeError `ERR_INVALID_ARG_TYPE`; {@link CzmqError} `ERR_CZMQ_DESTROYED`, `ERR_CZMQ_TAKEN`, `ENOMEM`.
   */
  constructor(content: Uint8Array | string | Zframe = '') {
    this.handle = handleFor(content)
  }

  /** The size in bytes. */
  get size(): number {
    return zframe.size(this.handle)
  }

  /** The content, copied. */
  get data(): Buffer {
    return zframe.data(this.handle)
  }

  /** Whether more frames of the same message followed when it was received. */
  get more(): boolean {
    return zframe.more(this.handle)
  }

  /**
   * What the connection says about a received frame: its `'Peer-Address'`, `'Socket-Type'`, `'User-Id'`, …; `null` when
   * it does not know the property. But for the address it is what the peer claims, unless an {@link Authenticator} has said
   * something about the same property: `'User-Id'` it always does; of others only those that it sets can be trusted.
   *
   * C: `zframe_meta`
   */
  metadata(property: string): string | null {
    return zframe.meta(this.handle, property)
  }

  /** A copy. Fresh. */
  dup(): Frame {
    return new Frame(zframe.dup(this.handle))
  }

  /** Whether another frame holds the same bytes. */
  equals(other: Frame): boolean {
    if (!(other instanceof Frame)) throw invalidType('other', 'a Frame', other)
    return zframe.eq(this.handle, other.handle)
  }

  /** Gives it new content, a copy. */
  reset(data: Uint8Array): void {
    zframe.reset(this.handle, data)
  }

  /** The content as text; bytes that are not UTF-8 become U+FFFD. */
  toString(): string {
    return zframe.strdup(this.handle)
  }

  /** The bytes. */
  [Symbol.iterator](): IterableIterator<number> {
    return this.data.values()
  }

  /** Destroys it; again, and after it was sent or given away, it does nothing. */
  destroy(): void {
    zframe.destroy(this.handle)
  }

  /** {@link destroy}, for `using`. */
  [Symbol.dispose](): void {
    this.destroy()
  }
}

function handleFor(content: Uint8Array | string | Zframe): Zframe {
  if (typeof content === 'string') return zframe.from(content)
  if (!isHandle(zframeKind, content)) return zframe.new(content)
  zframe.size(content)
  return content
}
