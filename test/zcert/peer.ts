import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** CZMQ's own C code as the peer: it writes and reads certificates in a process of its own. */

const SOURCE = `
#include <czmq.h>
#include <stdio.h>
#include <string.h>

/* save <path> [name value]... | load <path> | lookup <directory> <key> */
int main (int argc, char **argv)
{
    setvbuf (stdout, NULL, _IOFBF, 65536);
    if (argc > 2 && strcmp (argv [1], "save") == 0) {
        zcert_t *cert = zcert_new ();
        for (int at = 3; at + 1 < argc; at += 2)
            zcert_set_meta (cert, argv [at], "%s", argv [at + 1]);
        if (zcert_save (cert, argv [2]))
            return 2;
        printf ("%s\\n%s\\n", zcert_public_txt (cert), zcert_secret_txt (cert));
        zcert_destroy (&cert);
        return 0;
    }
    zcertstore_t *store = NULL;
    zcert_t *cert = NULL;
    if (argc > 2 && strcmp (argv [1], "load") == 0)
        cert = zcert_load (argv [2]);
    else
    if (argc > 3 && strcmp (argv [1], "lookup") == 0) {
        store = zcertstore_new (argv [2]);
        cert = zcertstore_lookup (store, argv [3]);
    }
    if (!cert)
        return 3;
    printf ("%s\\n%s\\n", zcert_public_txt (cert), zcert_secret_txt (cert));
    zlist_t *keys = zcert_meta_keys (cert);
    for (char *key = (char *) zlist_first (keys); key; key = (char *) zlist_next (keys))
        printf ("%s\\n%s\\n", key, zcert_meta (cert, key));
    return 0;
}
`

let program: string | undefined

function compiled(): string {
  if (program !== undefined) return program
  const folder = mkdtempSync(join(tmpdir(), 'czmq-peer-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const source = join(folder, 'peer.c')
  writeFileSync(source, SOURCE)
  program = join(folder, 'peer')
  execFileSync('cc', ['-o', program, source, '-lczmq', '-lzmq'])
  return program
}

/** A certificate as the C program tells it. */
export interface Told {
  publicKey: string
  secretKey: string
  metadata: Record<string, string>
}

function run(...args: string[]): Told {
  const output = execFileSync(compiled(), args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  const [publicKey = '', secretKey = '', ...rest] = output.split('\n').slice(0, -1)
  const names = rest.filter((_, index) => index % 2 === 0)
  const metadata = Object.fromEntries(names.map((name, index) => [name, rest[index * 2 + 1] ?? '']))
  return { publicKey, secretKey, metadata }
}

/** A new certificate that C has saved. */
export function saveInC(path: string, metadata: Record<string, string> = {}): Told {
  return { ...run('save', path, ...Object.entries(metadata).flat()), metadata }
}

/** What C's `zcert_load` finds; it throws when that is nothing. */
export function loadInC(path: string): Told {
  return run('load', path)
}

/** What a `zcertstore_t` finds in a directory; it throws when that is nothing. */
export function lookupInC(directory: string, publicKey: string): Told {
  return run('lookup', directory, publicKey)
}
