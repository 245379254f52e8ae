import { bind, type Callable, isExported } from '../bind.ts'
import type { Composition } from './composition.ts'
import { type VaListFunctions, vaLists } from './va-lists.ts'
import { type ZauthCompatFunctions, zauth } from './zauth.ts'
import { type ZbeaconCompatFunctions, zbeacon } from './zbeacon.ts'
import { type ZcertstoreCompatFunctions, zcertstore } from './zcertstore.ts'
import { type ZctxFunctions, zctx } from './zctx.ts'
import { type ZmonitorCompatFunctions, zmonitor } from './zmonitor.ts'
import { type ZproxyCompatFunctions, zproxy } from './zproxy.ts'
import { type ZsocketFunctions, zsocket } from './zsocket.ts'
import type { ZsocketOptionFunctions } from './zsocket-option-functions.ts'
import { zsocketOptions } from './zsocket-options.ts'
import { type ZsockoptFunctions, zsockopt } from './zsockopt.ts'

/** Functions that libczmq 4 does not export, made of those that it does. */
export interface ComposedFunctions
  extends ZctxFunctions,
    ZsocketFunctions,
    ZsocketOptionFunctions,
    ZsockoptFunctions,
    ZauthCompatFunctions,
    ZbeaconCompatFunctions,
    ZcertstoreCompatFunctions,
    ZproxyCompatFunctions,
    ZmonitorCompatFunctions,
    VaListFunctions {}

const compositions: Record<string, Composition> = {
  ...zctx,
  ...zsocket,
  ...zsocketOptions,
  ...zsockopt,
  ...zauth,
  ...zbeacon,
  ...zcertstore,
  ...zproxy,
  ...zmonitor,
  ...vaLists,
}

/** Whether `C` composes this function where the library does not export it. */
export function isComposed(name: string): boolean {
  return Object.hasOwn(compositions, name)
}

/** The library's own function where it exports the name (CZMQ 2 and 3), else ours. */
export function bindComposed(name: string): Callable {
  const { prototype, variadic, compose } = compositions[name] as Composition
  return prototype && isExported(name) ? bind(name, prototype, variadic) : compose
}
