/** What nodes announce: who they are and where they can be reached. The address is the one that the beacon comes from. */
export interface Announcement {
  /** 16 bytes, other ones for each node. */
  id: Buffer
  /** The TCP port at which it receives messages. */
  port: number
}

/** With this all announcements of this program begin; others may use the same port. */
export const MAGIC = 'CZD1'
const ID_SIZE = 16
const SIZE = MAGIC.length + ID_SIZE + 2

export function encode({ id, port }: Announcement): Buffer {
  const data = Buffer.alloc(SIZE)
  data.write(MAGIC)
  data.set(id, MAGIC.length)
  data.writeUInt16BE(port, SIZE - 2)
  return data
}

/** Null for what is no announcement of a node: anybody can send anything. */
export function decode(data: Buffer): Announcement | null {
  if (data.length !== SIZE || data.toString('latin1', 0, MAGIC.length) !== MAGIC) return null
  const port = data.readUInt16BE(SIZE - 2)
  return port === 0 ? null : { id: data.subarray(MAGIC.length, SIZE - 2), port }
}
