import assert from 'node:assert/strict'
import { zsock } from '../../src/index.ts'
import type { Zframe, Zmsg } from '../../src/message-kinds.ts'
import type { Pointer } from '../../src/raw/types.ts'
import type { Zsock } from '../../src/socket-kinds.ts'

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

/** Compiles only where both types are the same. */
function same<A, B>(..._proof: Same<A, B> extends true ? [] : [never]): void {}

/** Is compiled and not called: what a picture's text says of its values. */
function compiled(self: Zsock, anyPicture: string): void {
  const all = zsock.recv(self, 'i1248usbcUhpz')
  same<
    typeof all,
    | [
        number,
        number,
        number,
        number,
        bigint,
        number,
        string,
        Buffer,
        Buffer,
        string,
        Map<string, string>,
        Pointer | null,
      ]
    | null
  >()
  const handles = zsock.recv(self, 'zfm')
  same<typeof handles, [Zframe, Zmsg] | null>()
  const packed = zsock.brecv(self, '1248sSpcufm')
  same<
    typeof packed,
    [number, number, number, bigint, string, string, Pointer | null, Buffer, string, Zframe, Zmsg] | null
  >()
  const unknown = zsock.recv(self, anyPicture)
  same<typeof unknown, unknown[] | null>()
  const either = zsock.recv(self, anyPicture === '' ? 's' : 'i')
  same<typeof either, [string] | [number] | null>()

  zsock.send(self, 'si8b', 'text', 7, 123n, Buffer.alloc(1))
  zsock.send(self, 'zz')
  zsock.send(self, anyPicture, 1, 'two', {})
  zsock.bsend(self, '8Su', 1, 'text', Buffer.alloc(16))
  // @ts-expect-error a value is missing
  zsock.send(self, 'si', 'text')
  // @ts-expect-error a value is too many
  zsock.send(self, 'zs', 'text', 'more')
  // @ts-expect-error text is no number
  zsock.send(self, 'i', 'text')
  // @ts-expect-error 4 takes no bigint
  zsock.send(self, '4', 4n)
  // @ts-expect-error there is no letter x
  zsock.send(self, 'x', 1)
  // @ts-expect-error there is no letter S
  zsock.recv(self, 'S')
  // @ts-expect-error nothing is left after m
  zsock.recv(self, 'ms')
  // @ts-expect-error there are no values without letters
  zsock.recv(self, '')
  // @ts-expect-error there is no letter z
  zsock.bsend(self, 'z')
  // @ts-expect-error there is no letter b
  zsock.brecv(self, 'b')
  // @ts-expect-error no frames are left after m
  zsock.brecv(self, 'm1f')
  // @ts-expect-error a frame is no message
  zsock.bsend(self, 'm', handles?.[0])
  // @ts-expect-error C's boolean is said in words
  zsock.attach(self, '', true)
}

describe('the types of pictures', () => {
  it('are those that the compiler has checked', () => {
    assert.equal(typeof compiled, 'function')
  })
})
