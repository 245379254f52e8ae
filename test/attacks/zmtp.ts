/** The bytes of ZMTP (RFC 13, 15, 23, 37), made by hand: well-formed ones, and parts to make others of. */

export const MORE = 1
export const LONG = 2
export const COMMAND = 4

/** ZMTP 3.x: signature, version, mechanism, who is the server, padding. */
export function greeting(mechanism: string, { asServer = 0, major = 3, minor = 0 } = {}): Buffer {
  const bytes = Buffer.alloc(64)
  bytes[0] = 0xff
  bytes[9] = 0x7f
  bytes[10] = major
  bytes[11] = minor
  bytes.write(mechanism, 12, 20, 'latin1')
  bytes[32] = asServer
  return bytes
}

/** ZMTP 2.0: signature, revision, socket type; the identity comes as the first message. */
export function greeting2(socketType: number, revision = 1): Buffer {
  return Buffer.from([0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, revision, socketType])
}

/** ZMTP 1.0: no greeting; a length that counts the flags, flags, body. */
export function frame1(body: Uint8Array, flags = 0): Buffer {
  const size = body.length + 1
  if (size < 255) return Buffer.concat([Buffer.from([size, flags]), body])
  const head = Buffer.alloc(10)
  head[0] = 255
  head.writeBigUInt64BE(BigInt(size), 1)
  head[9] = flags
  return Buffer.concat([head, body])
}

/** A frame of ZMTP 2 and 3, which may say another size than it has. */
export function frame(body: Uint8Array | string, flags = 0, size: number | bigint = body.length): Buffer {
  const content = Buffer.from(body as string, 'latin1')
  if (!(flags & LONG) && size < 256) return Buffer.concat([Buffer.from([flags, Number(size)]), content])
  const head = Buffer.alloc(9)
  head[0] = flags | LONG
  head.writeBigUInt64BE(BigInt(size), 1)
  return Buffer.concat([head, content])
}

/** The body of a command, which may say another length of its name than that has. */
export function commandBody(name: string, data: Uint8Array = Buffer.alloc(0), length = name.length): Buffer {
  return Buffer.concat([Buffer.from([length]), Buffer.from(name, 'latin1'), data])
}

export function command(name: string, data?: Uint8Array): Buffer {
  return frame(commandBody(name, data), COMMAND)
}

/** Metadata as READY and INITIATE have it; sizes may lie. */
export function property(name: string, value: Uint8Array | string, size: number = value.length): Buffer {
  const content = Buffer.from(value as string, 'latin1')
  const head = Buffer.alloc(4)
  head.writeUInt32BE(size >>> 0)
  return Buffer.concat([Buffer.from([name.length]), Buffer.from(name, 'latin1'), head, content])
}

export function metadata(socketType: string, identity: Uint8Array | string = ''): Buffer {
  return Buffer.concat([property('Socket-Type', socketType), property('Identity', identity)])
}

/** What PLAIN's HELLO says. */
export function credentials(username: string, password: string): Buffer {
  const sized = (text: string) => Buffer.concat([Buffer.from([text.length]), Buffer.from(text, 'latin1')])
  return Buffer.concat([sized(username), sized(password)])
}
