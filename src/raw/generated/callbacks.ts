// Made by `npm run generate` from the C headers and scripts/generate-raw/notes.ts. Do not edit.
import type { Pointer } from '../types.ts'

/** Return and parameter types of each callback, as koffi names them. */
export const callbackTypes = {
  zmq_free_fn: ['void', ['void *', 'void *']],
  zmq_timer_fn: ['void', ['int', 'void *']],
  zmq_thread_fn: ['void', ['void *']],
  zactor_fn: ['void', ['void *', 'void *']],
  zactor_destructor_fn: ['void', ['void *']],
  zcertstore_loader: ['void', ['void *']],
  zcertstore_destructor: ['void', ['void *']],
  zchunk_destructor_fn: ['void', ['void *']],
  zconfig_fct: ['int', ['void *', 'void *', 'int']],
  zframe_destructor_fn: ['void', ['void *']],
  zhash_free_fn: ['void', ['void *']],
  zhashx_destructor_fn: ['void', ['void *']],
  zhashx_duplicator_fn: ['void *', ['void *']],
  zhashx_comparator_fn: ['int', ['void *', 'void *']],
  zhashx_free_fn: ['void', ['void *']],
  zhashx_hash_fn: ['size_t', ['void *']],
  zhashx_serializer_fn: ['void *', ['void *']],
  zhashx_deserializer_fn: ['void *', ['void *']],
  zlist_compare_fn: ['int', ['void *', 'void *']],
  zlist_free_fn: ['void', ['void *']],
  zlistx_destructor_fn: ['void', ['void *']],
  zlistx_duplicator_fn: ['void *', ['void *']],
  zlistx_comparator_fn: ['int', ['void *', 'void *']],
  zloop_reader_fn: ['int', ['void *', 'void *', 'void *']],
  zloop_fn: ['int', ['void *', 'void *', 'void *']],
  zloop_timer_fn: ['int', ['void *', 'int', 'void *']],
  zsys_handler_fn: ['void', ['int']],
} as const satisfies Record<string, readonly [string, readonly string[]]>

/** Which parameters of which function are callbacks, and when they are called. */
export const callbackParameters = {
  zmq_msg_init_data: [[3, 'zmq_free_fn', 'foreign thread']],
  zmq_timers_add: [[2, 'zmq_timer_fn', 'until destroyed']],
  zmq_threadstart: [[0, 'zmq_thread_fn', 'foreign thread']],
  zactor_new: [[0, 'zactor_fn', 'foreign thread']],
  zactor_set_destructor: [[1, 'zactor_destructor_fn', 'foreign thread']],
  zcertstore_set_loader: [[1, 'zcertstore_loader', 'foreign thread'], [2, 'zcertstore_destructor', 'foreign thread']],
  zchunk_frommem: [[2, 'zchunk_destructor_fn', 'foreign thread']],
  zconfig_execute: [[1, 'zconfig_fct', 'during the call']],
  zframe_frommem: [[2, 'zframe_destructor_fn', 'foreign thread']],
  zhash_freefn: [[2, 'zhash_free_fn', 'until destroyed']],
  zhashx_freefn: [[2, 'zhashx_free_fn', 'until destroyed']],
  zhashx_set_destructor: [[1, 'zhashx_destructor_fn', 'until destroyed']],
  zhashx_set_duplicator: [[1, 'zhashx_duplicator_fn', 'until destroyed']],
  zhashx_set_key_destructor: [[1, 'zhashx_destructor_fn', 'until destroyed']],
  zhashx_set_key_duplicator: [[1, 'zhashx_duplicator_fn', 'until destroyed']],
  zhashx_set_key_comparator: [[1, 'zhashx_comparator_fn', 'until destroyed']],
  zhashx_set_key_hasher: [[1, 'zhashx_hash_fn', 'until destroyed']],
  zhashx_unpack_own: [[1, 'zhashx_deserializer_fn', 'during the call']],
  zhashx_pack_own: [[1, 'zhashx_serializer_fn', 'during the call']],
  zlist_sort: [[1, 'zlist_compare_fn', 'during the call']],
  zlist_comparefn: [[1, 'zlist_compare_fn', 'until destroyed']],
  zlist_freefn: [[2, 'zlist_free_fn', 'until destroyed']],
  zlistx_set_destructor: [[1, 'zlistx_destructor_fn', 'until destroyed']],
  zlistx_set_duplicator: [[1, 'zlistx_duplicator_fn', 'until destroyed']],
  zlistx_set_comparator: [[1, 'zlistx_comparator_fn', 'until destroyed']],
  zloop_reader: [[2, 'zloop_reader_fn', 'until destroyed']],
  zloop_poller: [[2, 'zloop_fn', 'until destroyed']],
  zloop_timer: [[3, 'zloop_timer_fn', 'until destroyed']],
  zloop_ticket: [[1, 'zloop_timer_fn', 'until destroyed']],
  zsys_handler_set: [[0, 'zsys_handler_fn', 'foreign thread']],
} as const

/** C: `void (zmq_free_fn)`. */
export type ZmqFreeFn = (data: Pointer | null, hint: Pointer | null) => void

/** C: `void (zmq_timer_fn)`. */
export type ZmqTimerFn = (timer_id: number, arg: Pointer | null) => void

/** C: `void (zmq_thread_fn)`. */
export type ZmqThreadFn = (argument0: Pointer | null) => void

/** C: `void (zactor_fn)`. */
export type ZactorFn = (pipe: Pointer<'zsock_t'>, args: Pointer | null) => void

/** C: `void (zactor_destructor_fn)`. */
export type ZactorDestructorFn = (self: Pointer<'zactor_t'>) => void

/** C: `void (zcertstore_loader)`. */
export type ZcertstoreLoader = (self: Pointer<'zcertstore_t'>) => void

/** C: `void (zcertstore_destructor)`. */
export type ZcertstoreDestructor = (self_p: Pointer | null) => void

/** C: `void (zchunk_destructor_fn)`. */
export type ZchunkDestructorFn = (hint: Pointer | null) => void

/** C: `int (zconfig_fct)`. */
export type ZconfigFct = (self: Pointer<'zconfig_t'>, arg: Pointer | null, level: number) => number

/** C: `void (zframe_destructor_fn)`. */
export type ZframeDestructorFn = (hint: Pointer | null) => void

/** C: `void (zhash_free_fn)`. */
export type ZhashFreeFn = (data: Pointer | null) => void

/** C: `void (zhashx_destructor_fn)`. */
export type ZhashxDestructorFn = (item: Pointer | null) => void

/** C: `void * (zhashx_duplicator_fn)`. */
export type ZhashxDuplicatorFn = (item: Pointer | null) => Pointer | null

/** C: `int (zhashx_comparator_fn)`. */
export type ZhashxComparatorFn = (item1: Pointer | null, item2: Pointer | null) => number

/** C: `void (zhashx_free_fn)`. */
export type ZhashxFreeFn = (data: Pointer | null) => void

/** C: `size_t (zhashx_hash_fn)`. */
export type ZhashxHashFn = (key: Pointer | null) => number

/** C: `char * (zhashx_serializer_fn)`. */
export type ZhashxSerializerFn = (item: Pointer | null) => Pointer | null

/** C: `void * (zhashx_deserializer_fn)`. */
export type ZhashxDeserializerFn = (item_str: Pointer | null) => Pointer | null

/** C: `int (zlist_compare_fn)`. */
export type ZlistCompareFn = (item1: Pointer | null, item2: Pointer | null) => number

/** C: `void (zlist_free_fn)`. */
export type ZlistFreeFn = (data: Pointer | null) => void

/** C: `void (zlistx_destructor_fn)`. */
export type ZlistxDestructorFn = (item: Pointer | null) => void

/** C: `void * (zlistx_duplicator_fn)`. */
export type ZlistxDuplicatorFn = (item: Pointer | null) => Pointer | null

/** C: `int (zlistx_comparator_fn)`. */
export type ZlistxComparatorFn = (item1: Pointer | null, item2: Pointer | null) => number

/** C: `int (zloop_reader_fn)`. */
export type ZloopReaderFn = (loop: Pointer<'zloop_t'>, reader: Pointer<'zsock_t'>, arg: Pointer | null) => number

/** C: `int (zloop_fn)`. */
export type ZloopFn = (loop: Pointer<'zloop_t'>, item: Pointer<'zmq_pollitem_t'>, arg: Pointer | null) => number

/** C: `int (zloop_timer_fn)`. */
export type ZloopTimerFn = (loop: Pointer<'zloop_t'>, timer_id: number, arg: Pointer | null) => number

/** C: `void (zsys_handler_fn)`. */
export type ZsysHandlerFn = (signal_value: number) => void
