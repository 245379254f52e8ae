// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { Variadic } from '../types.ts'

/** Prototypes of zclock as koffi reads them. */
export const prototypes = {
  zclock_sleep: 'void zclock_sleep(int msecs)',
  zclock_time: 'int64_t zclock_time()',
  zclock_mono: 'int64_t zclock_mono()',
  zclock_usecs: 'int64_t zclock_usecs()',
  zclock_timestr: 'str! zclock_timestr()',
  zclock_test: 'void zclock_test(bool verbose)',
  zclock_log: 'void zclock_log(const char * format, ...)',
} as const

/** How the variable arguments are read. */
export const variadics = {
  zclock_log: 'format',
} as const

/** The C functions of zclock. */
export interface ZclockFunctions {
  /** C: `void zclock_sleep(int msecs)`; can block. */
  zclock_sleep(msecs: number): void
  /** C: `int64_t zclock_time(void)`. */
  zclock_time(): number
  /** C: `int64_t zclock_mono(void)`. */
  zclock_mono(): number
  /** C: `int64_t zclock_usecs(void)`. */
  zclock_usecs(): number
  /** C: `char *zclock_timestr(void)`; a copy; C's string is freed. */
  zclock_timestr(): string
  /** C: `void zclock_test(_Bool verbose)`. */
  zclock_test(verbose: boolean): void
  /** C: `void zclock_log(const char *format, ...)`. */
  zclock_log(format: string, ...variadic: Variadic[]): void
}
