import type { Pointer } from '../types.ts'
import type { Composition } from './composition.ts'
import { native } from './native.ts'

/** What CZMQ 2 had under another name. */
export interface ZcertstoreCompatFunctions {
  /** C: `void zcertstore_dump(zcertstore_t *self)`; to CZMQ's log, with secret keys, as `zcertstore_print` does. */
  zcertstore_dump(self: Pointer<'zcertstore_t'>): void
}

export const zcertstore: Record<keyof ZcertstoreCompatFunctions, Composition> = {
  zcertstore_dump: {
    prototype: 'void zcertstore_dump(void * self)',
    compose: (self: Pointer<'zcertstore_t'>) => native.zcertstore_print(self),
  },
}
