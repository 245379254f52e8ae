// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { Pointer, RawSocket, Ref, Variadic } from '../types.ts'

/** Prototypes of zstr as koffi reads them. */
export const prototypes = {
  zstr_recv: 'str! zstr_recv(void * source)',
  zstr_recvx: 'int zstr_recvx(void * source, void * string_p, ...)',
  zstr_send: 'int zstr_send(void * dest, const char * string)',
  zstr_sendm: 'int zstr_sendm(void * dest, const char * string)',
  zstr_sendf: 'int zstr_sendf(void * dest, const char * format, ...)',
  zstr_sendfm: 'int zstr_sendfm(void * dest, const char * format, ...)',
  zstr_sendx: 'int zstr_sendx(void * dest, const char * string, ...)',
  zstr_free: 'void zstr_free(_Inout_ void ** string_p)',
  zstr_test: 'void zstr_test(bool verbose)',
  zstr_recv_compress: 'str! zstr_recv_compress(void * source)',
  zstr_send_compress: 'int zstr_send_compress(void * dest, const char * string)',
  zstr_sendm_compress: 'int zstr_sendm_compress(void * dest, const char * string)',
  zstr_str: 'str! zstr_str(void * source)',
  zstr_recv_nowait: 'str! zstr_recv_nowait(void * source)',
} as const

/** How the variable arguments are read. */
export const variadics = {
  zstr_recvx: 'string-refs',
  zstr_sendf: 'format',
  zstr_sendfm: 'format',
  zstr_sendx: 'strings',
} as const

/** The C functions of zstr. */
export interface ZstrFunctions {
  /** C: `char *zstr_recv(void *source)`; can block; a copy; C's string is freed. */
  zstr_recv(source: RawSocket): string | null
  /** C: `int zstr_recvx(void *source, char **string_p, ...)`; can block. */
  zstr_recvx(source: RawSocket, string_p: Ref<string>, ...variadic: (Ref<string> | null)[]): number
  /** C: `int zstr_send(void *dest, const char *string)`; can block. */
  zstr_send(dest: RawSocket, string: string): number
  /** C: `int zstr_sendm(void *dest, const char *string)`; can block. */
  zstr_sendm(dest: RawSocket, string: string): number
  /** C: `int zstr_sendf(void *dest, const char *format, ...)`; can block. */
  zstr_sendf(dest: RawSocket, format: string, ...variadic: Variadic[]): number
  /** C: `int zstr_sendfm(void *dest, const char *format, ...)`; can block. */
  zstr_sendfm(dest: RawSocket, format: string, ...variadic: Variadic[]): number
  /** C: `int zstr_sendx(void *dest, const char *string, ...)`; can block. */
  zstr_sendx(dest: RawSocket, string: string | null, ...variadic: (string | null)[]): number
  /** C: `void zstr_free(char **string_p)`. */
  zstr_free(string_p: Ref<Pointer>): void
  /** C: `void zstr_test(_Bool verbose)`. */
  zstr_test(verbose: boolean): void
  /** C: `char *zstr_recv_compress(void *source)`; draft; can block; a copy; C's string is freed. */
  zstr_recv_compress(source: RawSocket): string | null
  /** C: `int zstr_send_compress(void *dest, const char *string)`; draft. */
  zstr_send_compress(dest: RawSocket, string: string): number
  /** C: `int zstr_sendm_compress(void *dest, const char *string)`; draft. */
  zstr_sendm_compress(dest: RawSocket, string: string): number
  /** C: `char *zstr_str(void *source)`; draft; can block; a copy; C's string is freed. */
  zstr_str(source: RawSocket): string | null
  /** C: `char *zstr_recv_nowait(void *source)`; a copy; C's string is freed. */
  zstr_recv_nowait(source: RawSocket): string | null
}
