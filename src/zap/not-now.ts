/** Of what goes by: neither descriptors nor memory, a disk that fails. */
const PASSING = new Set<unknown>(['EMFILE', 'ENFILE', 'ENOMEM', 'EAGAIN', 'EIO'])

/** Who may come in cannot be read at the moment: the client is to try again, where a refusal would be for good. */
export class NotNow extends Error {}

/** Whether what went wrong says nothing about the file. */
export function isPassing(error: unknown): boolean {
  return PASSING.has((error as NodeJS.ErrnoException).code)
}
