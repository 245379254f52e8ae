import { type NewFile, PUBLIC_MODE, SECRET_MODE, writeFiles } from '../atomic-files.ts'
import {
  certificatePath,
  type LoadOptions,
  loadCertificate,
  loadOptions,
  SECRET,
} from '../certificate-file.ts'
import { publicText, secretText } from '../certificate-text.ts'
import { adopt } from '../handle.ts'
import { certificateOf, contentOf, pointer } from './content.ts'
import { requireSecret } from './keys.ts'
import { type Zcert, zcertKind } from './kind.ts'

/**
 * Reads a certificate that {@link save} or C's `zcert_save` wrote: from `file_secret` if that exists, with both keys,
 * else from `file`. Fresh.
 *
 * C: `zcert_load`
 * @param file - The path of the public file, up to 248 bytes: CZMQ would cut a longer one.
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for an option that does not exist.
 * @throws {@link CzmqError} `ENOENT`, `EACCES`, `EISDIR`, …, also when the secret file exists and cannot be read;
 *   `EBADMSG` when something else is in the file, `EINVAL` when it is a device or a pipe, `EFBIG` for more than 64 KiB,
 *   `ERR_CZMQ_EXPOSED` as `options` say.
 */
export function load(file: string, options: LoadOptions = {}): Zcert {
  return adopt(zcertKind, certificateOf(loadCertificate(certificatePath('file', file), loadOptions(options))))
}

/**
 * Writes a certificate to two files: the public one to `file`, and one with both keys to `file_secret`, which only its
 * owner can read (mode 0600). Each is there whole or not at all.
 *
 * C: `zcert_save`
 * @param file - The path of the public file, up to 248 bytes: CZMQ would cut a longer one.
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for a certificate without a secret key: use {@link savePublic}.
 * @throws {@link CzmqError} `ENOENT`, `EACCES`, `EISDIR`, `ENOSPC`, …; then nothing was written.
 */
export function save(self: Zcert, file: string): void {
  const path = certificatePath('file', file)
  writeFiles([secretFile(self, path + SECRET), publicFile(self, path)])
}

/**
 * Writes a certificate without its secret key.
 *
 * C: `zcert_save_public`
 * @throws As {@link save}, but for the secret key.
 */
export function savePublic(self: Zcert, file: string): void {
  writeFiles([publicFile(self, certificatePath('file', file))])
}

/**
 * Writes a certificate with both keys to a file that only its owner can read (mode 0600). CZMQ looks for it under a name
 * that ends with `_secret`.
 *
 * C: `zcert_save_secret`
 * @throws As {@link save}.
 */
export function saveSecret(self: Zcert, file: string): void {
  writeFiles([secretFile(self, certificatePath('file', file))])
}

function publicFile(self: Zcert, path: string): NewFile {
  return { path, text: publicText(contentOf(pointer(self))), mode: PUBLIC_MODE }
}

function secretFile(self: Zcert, path: string): NewFile {
  return { path, text: secretText(contentOf(requireSecret(pointer(self)))), mode: SECRET_MODE }
}
