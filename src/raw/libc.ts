import type { Callable } from './bind.ts'
import { koffi } from './koffi.ts'
import type { Memory, Pointer, Ref } from './types.ts'

/** What CZMQ's `FILE *` parameters and fresh memory need from the C library. */
export interface LibcFunctions {
  /** C: `FILE *fopen(const char *path, const char *mode)`; fresh. */
  fopen(path: string, mode: string): Pointer<'FILE'> | null
  /** C: `FILE *fdopen(int fd, const char *mode)`; fresh; takes fd. */
  fdopen(fd: number, mode: string): Pointer<'FILE'> | null
  /** C: `int fclose(FILE *stream)`; takes stream. */
  fclose(stream: Pointer<'FILE'>): number
  /** C: `int fflush(FILE *stream)`. */
  fflush(stream: Pointer<'FILE'> | null): number
  /** C: `int getsockopt(int fd, int level, int option, void *value, socklen_t *size)`; of a socket of the system. */
  getsockopt(fd: number, level: number, option: number, value: Memory, size: Ref<number>): number
  /** C: `void free(void *memory)`; takes memory. */
  free(memory: Pointer): void
}

const prototypes: Record<keyof LibcFunctions, string> = {
  fopen: 'void * fopen(const char * path, const char * mode)',
  fdopen: 'void * fdopen(int fd, const char * mode)',
  fclose: 'int fclose(void * stream)',
  fflush: 'int fflush(void * stream)',
  getsockopt: 'int getsockopt(int fd, int level, int option, void * value, _Inout_ unsigned int * size)',
  free: 'void free(void * memory)',
}

/** Whether `C` has this function from the C library. */
export function isLibc(name: string): name is keyof LibcFunctions {
  return Object.hasOwn(prototypes, name)
}

/** Binds a function of the C library. */
export function bindLibc(name: keyof LibcFunctions): Callable {
  const library = process.platform === 'win32' ? 'ucrtbase.dll' : null
  return koffi.load(library).func(prototypes[name]) as Callable
}
