import { BadRequest, TooLarge } from './errors.ts'

/** A frame as sockets take it. */
export type Frame = Uint8Array | string

/** What a message is about; 1.0 has CALL, OK and FAIL. */
export type Command =
  | 'HELLO'
  | 'CALL'
  | 'CAST'
  | 'BATCH'
  | 'CANCEL'
  | 'NEXT'
  | 'ITEM'
  | 'END'
  | 'OK'
  | 'FAIL'
  | 'DROP'
  | 'PING'
  | 'BYE'

const COMMANDS: ReadonlySet<string> = new Set<Command>([
  'HELLO',
  'CALL',
  'CAST',
  'BATCH',
  'CANCEL',
  'NEXT',
  'ITEM',
  'END',
  'OK',
  'FAIL',
  'DROP',
  'PING',
  'BYE',
])

/** The header of a message: a JSON object from a peer, so anything may be in it. */
export type Header = Record<string, unknown>

/** A message without its return address. */
export interface Packet {
  command: Command
  header: Header
  attachments: Buffer[]
}

/** The version of messages that belong to a session; others are 1.0. */
export const VERSION = '2.0'
const MOST_ATTACHMENTS = 10_000
const LARGEST_HEADER = 256 * 1024 * 1024

/** The frames of a message after its return address and the empty frame. */
export function pack(command: Command, header: object, attachments: readonly Uint8Array[] = []): Frame[] {
  return ['', command, JSON.stringify(header), ...attachments]
}

/** Splits off the return address: all frames up to the first empty one. Null when there is none. */
export function splitAddress(frames: readonly Buffer[]): { address: Buffer[]; body: Buffer[] } | null {
  const end = frames.findIndex((frame) => frame.length === 0)
  return end === -1 ? null : { address: frames.slice(0, end + 1), body: frames.slice(end + 1) }
}

/** Whether a command is one of 2.0's. */
export function isCommand(text: string): text is Command {
  return COMMANDS.has(text)
}

/**
 * The message in frames.
 *
 * @throws {@link BadRequest} or {@link TooLarge} for what no honest peer sends.
 */
export function unpack([command, json, ...attachments]: Buffer[]): Packet {
  const name = String(command)
  if (!isCommand(name)) throw new BadRequest(`Unknown command: ${name.slice(0, 40)}`)
  if (attachments.length > MOST_ATTACHMENTS)
    throw new TooLarge(`More than ${MOST_ATTACHMENTS} attachments in one message`)
  return { command: name, header: parseHeader(json), attachments }
}

/** @throws {@link BadRequest} for what is no JSON object in UTF-8. */
export function parseHeader(json: Buffer | undefined): Header {
  if (json === undefined) throw new BadRequest('A header is missing')
  if (json.length > LARGEST_HEADER) throw new TooLarge(`The header has more than ${LARGEST_HEADER} bytes`)
  const header = parse(json)
  if (typeof header !== 'object' || header === null || Array.isArray(header))
    throw new BadRequest('The header is not a JSON object')
  return header as Header
}

function parse(json: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(json))
  } catch (cause) {
    throw new BadRequest('The header is not JSON in UTF-8', { cause })
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** A request of ZeroJSON 1.0. */
export interface Request10 {
  interface: string
  method: string
  args: unknown
  sessionId: string | undefined
  extensions: Header | undefined
  attachment: Buffer | undefined
}

/**
 * The request that an old peer has sent.
 *
 * @throws {@link BadRequest} with the words that the protocol has for it.
 */
export function request10(body: readonly Buffer[]): Request10 {
  if (body.length < 2 || body.length > 3) throw new BadRequest(`Expected 2-3 parts, got ${body.length}`)
  const [command, json, attachment] = body
  if (String(command) !== 'CALL') throw new BadRequest(`Unknown command: ${command}`)
  const header = parseHeader(json)
  return {
    interface: field(header, 'interface'),
    method: field(header, 'method'),
    args: header.args,
    sessionId: typeof header.session_id === 'string' ? header.session_id : undefined,
    extensions: extensionsOf(header),
    attachment,
  }
}

function field(header: Header, name: string): string {
  const value = header[name]
  if (value === undefined || value === null || value === '') throw new BadRequest(`Field ${name} is required`)
  if (typeof value !== 'string') throw new BadRequest(`Field ${name} must be a string`)
  return value
}

function extensionsOf({ extensions }: Header): Header | undefined {
  return typeof extensions === 'object' && extensions !== null ? (extensions as Header) : undefined
}

/** The answer to an old peer: `code` first, as it always was. */
export function reply10(header: object, attachment?: Uint8Array): Frame[] {
  return ['OK', JSON.stringify(header), ...(attachment ? [attachment] : [])]
}
