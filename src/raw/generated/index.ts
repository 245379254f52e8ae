// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import * as zactor from './zactor.ts'
import * as zarmour from './zarmour.ts'
import * as zauth from './zauth.ts'
import * as zbeacon from './zbeacon.ts'
import * as zcert from './zcert.ts'
import * as zcertstore from './zcertstore.ts'
import * as zchunk from './zchunk.ts'
import * as zclock from './zclock.ts'
import * as zconfig from './zconfig.ts'
import * as zdigest from './zdigest.ts'
import * as zdir from './zdir.ts'
import * as zdir_patch from './zdir-patch.ts'
import * as zfile from './zfile.ts'
import * as zframe from './zframe.ts'
import * as zgossip from './zgossip.ts'
import * as zhash from './zhash.ts'
import * as zhashx from './zhashx.ts'
import * as ziflist from './ziflist.ts'
import * as zlist from './zlist.ts'
import * as zlistx from './zlistx.ts'
import * as zloop from './zloop.ts'
import * as zmonitor from './zmonitor.ts'
import * as zmq from './zmq.ts'
import * as zmsg from './zmsg.ts'
import * as zpoller from './zpoller.ts'
import * as zproxy from './zproxy.ts'
import * as zrex from './zrex.ts'
import * as zsock from './zsock.ts'
import * as zstr from './zstr.ts'
import * as zsys from './zsys.ts'
import * as zuuid from './zuuid.ts'
import type { ZactorFunctions } from './zactor.ts'
import type { ZarmourFunctions } from './zarmour.ts'
import type { ZauthFunctions } from './zauth.ts'
import type { ZbeaconFunctions } from './zbeacon.ts'
import type { ZcertFunctions } from './zcert.ts'
import type { ZcertstoreFunctions } from './zcertstore.ts'
import type { ZchunkFunctions } from './zchunk.ts'
import type { ZclockFunctions } from './zclock.ts'
import type { ZconfigFunctions } from './zconfig.ts'
import type { ZdigestFunctions } from './zdigest.ts'
import type { ZdirFunctions } from './zdir.ts'
import type { ZdirPatchFunctions } from './zdir-patch.ts'
import type { ZfileFunctions } from './zfile.ts'
import type { ZframeFunctions } from './zframe.ts'
import type { ZgossipFunctions } from './zgossip.ts'
import type { ZhashFunctions } from './zhash.ts'
import type { ZhashxFunctions } from './zhashx.ts'
import type { ZiflistFunctions } from './ziflist.ts'
import type { ZlistFunctions } from './zlist.ts'
import type { ZlistxFunctions } from './zlistx.ts'
import type { ZloopFunctions } from './zloop.ts'
import type { ZmonitorFunctions } from './zmonitor.ts'
import type { ZmqFunctions } from './zmq.ts'
import type { ZmsgFunctions } from './zmsg.ts'
import type { ZpollerFunctions } from './zpoller.ts'
import type { ZproxyFunctions } from './zproxy.ts'
import type { ZrexFunctions } from './zrex.ts'
import type { ZsockFunctions } from './zsock.ts'
import type { ZstrFunctions } from './zstr.ts'
import type { ZsysFunctions } from './zsys.ts'
import type { ZuuidFunctions } from './zuuid.ts'

/** Every class that the headers declare. */
export const classes = { zactor, zarmour, zauth, zbeacon, zcert, zcertstore, zchunk, zclock, zconfig, zdigest, zdir, zdir_patch, zfile, zframe, zgossip, zhash, zhashx, ziflist, zlist, zlistx, zloop, zmonitor, zmq, zmsg, zpoller, zproxy, zrex, zsock, zstr, zsys, zuuid }

/** Every C function of libczmq and libzmq. */
export interface NativeFunctions extends
  ZactorFunctions,
  ZarmourFunctions,
  ZauthFunctions,
  ZbeaconFunctions,
  ZcertFunctions,
  ZcertstoreFunctions,
  ZchunkFunctions,
  ZclockFunctions,
  ZconfigFunctions,
  ZdigestFunctions,
  ZdirFunctions,
  ZdirPatchFunctions,
  ZfileFunctions,
  ZframeFunctions,
  ZgossipFunctions,
  ZhashFunctions,
  ZhashxFunctions,
  ZiflistFunctions,
  ZlistFunctions,
  ZlistxFunctions,
  ZloopFunctions,
  ZmonitorFunctions,
  ZmqFunctions,
  ZmsgFunctions,
  ZpollerFunctions,
  ZproxyFunctions,
  ZrexFunctions,
  ZsockFunctions,
  ZstrFunctions,
  ZsysFunctions,
  ZuuidFunctions {}
