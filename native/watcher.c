//  Tells the event loop when a ZeroMQ socket is ready, and empties it in one call.
//
//  Nothing of ZeroMQ is linked: configure() is given the addresses of the functions, so this serves whichever library
//  was loaded. Everything here runs on the thread of its environment; a worker thread has an instance of its own.
//
//      configure (addresses: BigUint64Array)                        once a thread, in the order of functions_t
//      watch (descriptor: number, callback: () => void)             a watcher, stopped and unreferenced
//      start, stop, reference, unreference, close (watcher)
//      drain (socket: bigint, slab: Uint8Array, offset: number, frames: Int32Array, large: Buffer[], most: number)
//                                                                   the number of frames, or -errno
//      into (socket: bigint, room: Uint8Array, more: Int32Array)    receives a frame: its size when it fits and no other
//                                                                   follows, else itself; or -errno
//      sender (socket: bigint)                                      send (frame: Uint8Array | string, flags?: number):
//                                                                   undefined, or errno; without flags ZMQ_DONTWAIT
//      textSender (socket: bigint)                                  sendText (text: string): undefined, or errno
//      receiver (socket: bigint)                                    receive (flags: number): text, or -errno, or the
//                                                                   frame itself where it is too long for text

#define NAPI_VERSION 8
#include <errno.h>
#include <node_api.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

//  Changed together with what is exported, so that no other version of the package calls it. See src/raw/addon.ts.
enum { INTERFACE = 1 };

//  What libzmq declares, as zmq.h may not be here.
typedef struct { _Alignas (8) unsigned char opaque [64]; } message_t;

typedef struct {
    int (*msg_init) (message_t *);
    int (*msg_recv) (message_t *, void *, int);
    void *(*msg_data) (message_t *);
    int (*msg_more) (const message_t *);
    int (*msg_move) (message_t *, message_t *);
    int (*msg_close) (message_t *);
    int (*error_number) (void);
    int (*send) (void *, const void *, size_t, int);
} functions_t;

typedef struct watcher_s watcher_t;

//  One environment: Node's main thread or a worker.
typedef struct {
    napi_env env;
    functions_t zmq;
    bool configured;
    bool ending;
    watcher_t *watchers;
    size_t open;                        //  Watchers whose close callback has not come
    napi_async_cleanup_hook_handle hook;
    message_t message;                  //  What drain receives into
} instance_t;

struct watcher_s {
    uv_poll_t poll;
    instance_t *instance;
    napi_ref callback;
    napi_async_context context;
    watcher_t *next;
    watcher_t **link;                   //  What points to this one
    bool closing;
    bool collected;                     //  The JavaScript object is gone
    bool closed;                        //  libuv is done with it
};

enum { ZMQ_DONTWAIT = 1 };
enum { FRAME_MORE = 1, FRAME_LARGE = 2 };
//  A frame up to this size is copied to the slab; it must fit there before it is received.
enum { SMALL_SIZE = 4096 };
//  Text above this size is left to JavaScript, which knows how long a string may be.
enum { TEXT_SIZE = 1 << 28 };
//  A frame from this size on is handed over without a copy.
enum { SHARED_SIZE = 65536 };
//  After so many bytes of large frames a drain is over: what nobody has asked for yet should stay with libzmq.
enum { LARGE_BUDGET = 1 << 20 };

static napi_value
s_throw (napi_env env, const char *message)
{
    bool pending = false;
    if (napi_is_exception_pending (env, &pending) == napi_ok && !pending)
        napi_throw_error (env, "ERR_CZMQ_ADDON", message);
    return NULL;
}

#define CHECK(call) \
    do { if ((call) != napi_ok) return s_throw (env, #call); } while (0)

//  --------------------------------------------------------------------------
//  Watchers

static void
s_free_when_done (watcher_t *self)
{
    if (self->collected && self->closed)
        free (self);
}

static void
s_end_if_last (instance_t *instance)
{
    if (instance->ending && instance->open == 0 && instance->hook) {
        napi_async_cleanup_hook_handle hook = instance->hook;
        instance->hook = NULL;
        napi_remove_async_cleanup_hook (hook);
    }
}

static void
s_on_closed (uv_handle_t *handle)
{
    watcher_t *self = (watcher_t *) handle->data;
    instance_t *instance = self->instance;
    self->closed = true;
    instance->open--;
    s_free_when_done (self);
    s_end_if_last (instance);
}

static void
s_close (watcher_t *self)
{
    if (self->closing)
        return;
    self->closing = true;
    *self->link = self->next;
    if (self->next)
        self->next->link = self->link;
    napi_env env = self->instance->env;
    if (self->callback)
        napi_delete_reference (env, self->callback);
    if (self->context)
        napi_async_destroy (env, self->context);
    self->callback = NULL;
    self->context = NULL;
    uv_close ((uv_handle_t *) &self->poll, s_on_closed);
}

static void
s_on_ready (uv_poll_t *handle, int status, int events)
{
    (void) status;                      //  An error of the descriptor shows when the socket is used
    (void) events;
    watcher_t *self = (watcher_t *) handle->data;
    napi_env env = self->instance->env;
    napi_handle_scope scope;
    if (self->closing || napi_open_handle_scope (env, &scope) != napi_ok)
        return;
    napi_value callback, receiver, result;
    if (napi_get_reference_value (env, self->callback, &callback) == napi_ok
    &&  napi_get_global (env, &receiver) == napi_ok
    &&  napi_make_callback (env, self->context, receiver, callback, 0, NULL, &result) == napi_pending_exception) {
        napi_value error;
        if (napi_get_and_clear_last_exception (env, &error) == napi_ok)
            napi_fatal_exception (env, error);
    }
    napi_close_handle_scope (env, scope);
}

static void
s_on_collected (napi_env env, void *data, void *hint)
{
    (void) env;
    (void) hint;
    watcher_t *self = (watcher_t *) data;
    s_close (self);
    self->collected = true;
    s_free_when_done (self);
}

//  The watcher of a call's first argument; NULL after throwing.
static watcher_t *
s_watcher (napi_env env, napi_callback_info info)
{
    size_t count = 1;
    napi_value value;
    void *watcher = NULL;
    napi_valuetype type;
    if (napi_get_cb_info (env, info, &count, &value, NULL, NULL) != napi_ok
    ||  count < 1
    ||  napi_typeof (env, value, &type) != napi_ok
    ||  type != napi_external
    ||  napi_get_value_external (env, value, &watcher) != napi_ok)
        s_throw (env, "not a watcher");
    return (watcher_t *) watcher;
}

static napi_value
s_start (napi_env env, napi_callback_info info)
{
    watcher_t *self = s_watcher (env, info);
    if (self && !self->closing && uv_poll_start (&self->poll, UV_READABLE, s_on_ready) != 0)
        return s_throw (env, "uv_poll_start failed");
    return NULL;
}

static napi_value
s_stop (napi_env env, napi_callback_info info)
{
    watcher_t *self = s_watcher (env, info);
    if (self && !self->closing)
        uv_poll_stop (&self->poll);
    return NULL;
}

static napi_value
s_reference (napi_env env, napi_callback_info info)
{
    watcher_t *self = s_watcher (env, info);
    if (self && !self->closing)
        uv_ref ((uv_handle_t *) &self->poll);
    return NULL;
}

static napi_value
s_unreference (napi_env env, napi_callback_info info)
{
    watcher_t *self = s_watcher (env, info);
    if (self && !self->closing)
        uv_unref ((uv_handle_t *) &self->poll);
    return NULL;
}

static napi_value
s_close_watcher (napi_env env, napi_callback_info info)
{
    watcher_t *self = s_watcher (env, info);
    if (self)
        s_close (self);
    return NULL;
}

static watcher_t *
s_watcher_new (instance_t *instance, uv_loop_t *loop, int descriptor)
{
    watcher_t *self = (watcher_t *) calloc (1, sizeof (watcher_t));
    if (!self)
        return NULL;
    if (uv_poll_init (loop, &self->poll, descriptor) != 0) {
        free (self);
        return NULL;
    }
    self->instance = instance;
    self->poll.data = self;
    self->next = instance->watchers;
    self->link = &instance->watchers;
    if (self->next)
        self->next->link = &self->next;
    instance->watchers = self;
    instance->open++;
    uv_unref ((uv_handle_t *) &self->poll);
    return self;
}

static napi_value
s_watch (napi_env env, napi_callback_info info)
{
    size_t count = 2;
    napi_value arguments [2], name, external;
    instance_t *instance;
    int32_t descriptor;
    uv_loop_t *loop;
    CHECK (napi_get_cb_info (env, info, &count, arguments, NULL, (void **) &instance));
    CHECK (napi_get_value_int32 (env, arguments [0], &descriptor));
    CHECK (napi_get_uv_event_loop (env, &loop));
    CHECK (napi_create_string_utf8 (env, "czmq:socket", NAPI_AUTO_LENGTH, &name));
    watcher_t *self = instance->ending? NULL: s_watcher_new (instance, loop, descriptor);
    if (!self)
        return s_throw (env, "the descriptor cannot be watched");
    if (napi_create_external (env, self, s_on_collected, NULL, &external) != napi_ok) {
        self->collected = true;         //  There is no object to be collected
        s_close (self);
        return s_throw (env, "napi_create_external failed");
    }
    if (napi_create_reference (env, arguments [1], 1, &self->callback) != napi_ok
    ||  napi_async_init (env, NULL, name, &self->context) != napi_ok) {
        s_close (self);
        return s_throw (env, "the callback cannot be kept");
    }
    return external;
}

//  --------------------------------------------------------------------------
//  Receiving

typedef struct {
    functions_t zmq;
    message_t message;
} shared_t;

static void
s_free_shared (napi_env env, void *data, void *hint)
{
    (void) env;
    (void) data;
    shared_t *shared = (shared_t *) hint;
    shared->zmq.msg_close (&shared->message);
    free (shared);
}

//  A Buffer of a large frame: its own memory for the largest, else a copy.
static napi_status
s_large_frame (instance_t *instance, size_t size, napi_value *buffer)
{
    napi_env env = instance->env;
    void *data = instance->zmq.msg_data (&instance->message);
    if (size >= SHARED_SIZE) {
        shared_t *shared = (shared_t *) malloc (sizeof (shared_t));
        if (shared) {
            shared->zmq = instance->zmq;
            shared->zmq.msg_init (&shared->message);
            shared->zmq.msg_move (&shared->message, &instance->message);
            data = shared->zmq.msg_data (&shared->message);
            napi_status status = napi_create_external_buffer (env, size, data, s_free_shared, shared, buffer);
            if (status == napi_ok)
                return status;
            //  Where external memory is not allowed it is copied
            status = napi_create_buffer_copy (env, size, data, NULL, buffer);
            s_free_shared (env, data, shared);
            return status;
        }
    }
    return napi_create_buffer_copy (env, size, data, NULL, buffer);
}

typedef struct {
    uint64_t socket;
    unsigned char *slab;
    size_t capacity;
    int32_t *frames;
    size_t room;                        //  Frames that fit into the array
    napi_value large;
    int32_t offset;
    int32_t most;
} drain_t;

static napi_status
s_drain_arguments (napi_env env, napi_callback_info info, drain_t *self, instance_t **instance)
{
    size_t count = 6;
    napi_value arguments [6];
    napi_typedarray_type type;
    bool lossless;
    napi_status status = napi_get_cb_info (env, info, &count, arguments, NULL, (void **) instance);
    if (status == napi_ok)
        status = napi_get_value_bigint_uint64 (env, arguments [0], &self->socket, &lossless);
    if (status == napi_ok)
        status = napi_get_typedarray_info (env, arguments [1], &type, &self->capacity, (void **) &self->slab, NULL, NULL);
    if (status == napi_ok && type != napi_uint8_array)
        status = napi_invalid_arg;
    if (status == napi_ok)
        status = napi_get_value_int32 (env, arguments [2], &self->offset);
    if (status == napi_ok)
        status = napi_get_typedarray_info (env, arguments [3], &type, &self->room, (void **) &self->frames, NULL, NULL);
    if (status == napi_ok && (type != napi_int32_array || self->offset < 0))
        status = napi_invalid_arg;
    self->large = arguments [4];
    if (status == napi_ok)
        status = napi_get_value_int32 (env, arguments [5], &self->most);
    return status;
}

//  Receives until there are `most` messages, there is no room for another frame, or no more have come. For each frame
//  the array gets size << 2 | FRAME_LARGE | FRAME_MORE. When it ends in the middle of a message, the next call goes on.
static napi_value
s_drain (napi_env env, napi_callback_info info)
{
    drain_t self;
    instance_t *instance;
    if (s_drain_arguments (env, info, &self, &instance) != napi_ok || !instance->configured)
        return s_throw (env, "drain was called with other arguments");
    functions_t *zmq = &instance->zmq;
    size_t offset = (size_t) self.offset;
    int32_t frames = 0, messages = 0;
    uint32_t large = 0;
    size_t large_bytes = 0;
    while (large_bytes < LARGE_BUDGET && (size_t) frames < self.room && messages < self.most
    &&     offset <= self.capacity && self.capacity - offset >= SMALL_SIZE) {
        int size = zmq->msg_recv (&instance->message, (void *) (uintptr_t) self.socket, ZMQ_DONTWAIT);
        if (size < 0) {
            int reason = zmq->error_number ();
            if (frames == 0)
                frames = -reason;
            break;
        }
        int more = zmq->msg_more (&instance->message)? FRAME_MORE: 0;
        if (size <= SMALL_SIZE) {
            memcpy (self.slab + offset, zmq->msg_data (&instance->message), (size_t) size);
            self.frames [frames++] = size << 2 | more;
            offset += ((size_t) size + 7) & ~ (size_t) 7;
        }
        else {
            napi_value buffer;
            CHECK (s_large_frame (instance, (size_t) size, &buffer));
            CHECK (napi_set_element (env, self.large, large++, buffer));
            self.frames [frames++] = FRAME_LARGE | more;
            large_bytes += (size_t) size;
        }
        if (!more)
            messages++;
    }
    napi_value result;
    CHECK (napi_create_int32 (env, frames, &result));
    return result;
}

//  Receives one frame into memory of the caller, so that libzmq can use its own again at once. What does not fit there is
//  handed over as a Buffer.
static napi_value
s_into (napi_env env, napi_callback_info info)
{
    size_t count = 3, capacity, length;
    napi_value arguments [3], answer;
    napi_typedarray_type type, flag_type;
    instance_t *instance;
    uint64_t socket;
    bool lossless;
    void *room;
    int32_t *flag;
    CHECK (napi_get_cb_info (env, info, &count, arguments, NULL, (void **) &instance));
    CHECK (napi_get_value_bigint_uint64 (env, arguments [0], &socket, &lossless));
    CHECK (napi_get_typedarray_info (env, arguments [1], &type, &capacity, &room, NULL, NULL));
    CHECK (napi_get_typedarray_info (env, arguments [2], &flag_type, &length, (void **) &flag, NULL, NULL));
    if (type != napi_uint8_array || flag_type != napi_int32_array || length == 0 || !instance->configured)
        return s_throw (env, "into was called with other arguments");
    functions_t *zmq = &instance->zmq;
    message_t *message = &instance->message;
    int size = zmq->msg_recv (message, (void *) (uintptr_t) socket, ZMQ_DONTWAIT);
    if (size < 0)
        CHECK (napi_create_int32 (env, -zmq->error_number (), &answer));
    else {
        *flag = zmq->msg_more (message)? FRAME_MORE: 0;
        if ((size_t) size > capacity || *flag)
            CHECK (s_large_frame (instance, (size_t) size, &answer));
        else {
            if (size > 0)
                memcpy (room, zmq->msg_data (message), (size_t) size);
            CHECK (napi_create_int32 (env, size, &answer));
        }
        if ((size_t) size > SHARED_SIZE) {
            zmq->msg_close (message);
            zmq->msg_init (message);
        }
    }
    return answer;
}

//  --------------------------------------------------------------------------
//  Sending

//  What a function that sends or receives knows. One for each socket, because to take the socket as argument costs a
//  fifth of a call.
typedef struct {
    instance_t *instance;
    void *socket;
} end_t;

static void
s_free_end (napi_env env, void *data, void *hint)
{
    (void) env;
    (void) hint;
    free (data);
}

//  The function of a socket, which is the only argument.
static napi_value
s_end_function (napi_env env, napi_callback_info info, const char *name, napi_callback callback)
{
    size_t count = 1;
    napi_value argument, function;
    instance_t *instance;
    uint64_t socket;
    bool lossless;
    CHECK (napi_get_cb_info (env, info, &count, &argument, NULL, (void **) &instance));
    CHECK (napi_get_value_bigint_uint64 (env, argument, &socket, &lossless));
    end_t *self = instance->configured? (end_t *) malloc (sizeof (end_t)): NULL;
    if (!self)
        return s_throw (env, "there is no function for the socket");
    self->instance = instance;
    self->socket = (void *) (uintptr_t) socket;
    if (napi_create_function (env, name, NAPI_AUTO_LENGTH, callback, self, &function) != napi_ok
    ||  napi_add_finalizer (env, function, self, s_free_end, NULL, NULL) != napi_ok) {
        free (self);
        return s_throw (env, "the function cannot be made");
    }
    return function;
}

enum { SHORT_TEXT = 1024 };

//  Sends text as UTF-8, and does not end it at a NUL.
static napi_status
s_send_text (napi_env env, end_t *self, napi_value frame, int flags, int *result)
{
    char brief [SHORT_TEXT];
    char *text = brief;
    size_t size;
    napi_status status = napi_get_value_string_utf8 (env, frame, brief, SHORT_TEXT, &size);
    if (status == napi_ok && size >= SHORT_TEXT - 4) {      //  It may have been cut before a character of 4 bytes
        status = napi_get_value_string_utf8 (env, frame, NULL, 0, &size);
        text = status == napi_ok? (char *) malloc (size + 1): NULL;
        if (!text)
            return napi_generic_failure;
        status = napi_get_value_string_utf8 (env, frame, text, size + 1, &size);
    }
    if (status == napi_ok)
        *result = self->instance->zmq.send (self->socket, text, size, flags);
    int reason = errno;
    if (text != brief)
        free (text);
    errno = reason;
    return status;
}

static napi_status
s_send_bytes (napi_env env, end_t *self, napi_value frame, int flags, int *result)
{
    napi_typedarray_type type;
    size_t size;
    void *data;
    napi_status status = napi_get_typedarray_info (env, frame, &type, &size, &data, NULL, NULL);
    if (status == napi_ok && type != napi_uint8_array)
        status = napi_invalid_arg;
    if (status == napi_ok)
        *result = self->instance->zmq.send (self->socket, data, size, flags);
    return status;
}

static napi_value
s_send (napi_env env, napi_callback_info info)
{
    size_t count = 2;
    napi_value arguments [2], answer = NULL;
    end_t *self;
    int32_t flags = ZMQ_DONTWAIT;
    int result = 0;
    CHECK (napi_get_cb_info (env, info, &count, arguments, NULL, (void **) &self));
    if (count > 1)
        CHECK (napi_get_value_int32 (env, arguments [1], &flags));
    //  To ask for the type first would take longer than to try
    napi_status status = s_send_bytes (env, self, arguments [0], flags, &result);
    if (status == napi_invalid_arg)
        status = s_send_text (env, self, arguments [0], flags, &result);
    CHECK (status);
    if (result < 0)
        CHECK (napi_create_int32 (env, self->instance->zmq.error_number (), &answer));
    return answer;
}

static napi_value
s_sender (napi_env env, napi_callback_info info)
{
    return s_end_function (env, info, "send", s_send);
}

//  Only text, and without flags: a sixth less than s_send takes.
static napi_value
s_send_plain (napi_env env, napi_callback_info info)
{
    size_t count = 1;
    napi_value text, answer = NULL;
    end_t *self;
    int result = 0;
    CHECK (napi_get_cb_info (env, info, &count, &text, NULL, (void **) &self));
    CHECK (s_send_text (env, self, text, 0, &result));
    if (result < 0)
        CHECK (napi_create_int32 (env, self->instance->zmq.error_number (), &answer));
    return answer;
}

static napi_value
s_text_sender (napi_env env, napi_callback_info info)
{
    return s_end_function (env, info, "sendText", s_send_plain);
}

//  --------------------------------------------------------------------------
//  Receiving text

//  Whether all bytes are ASCII, which makes a string sooner.
static bool
s_is_ascii (const unsigned char *data, size_t size)
{
    uint64_t seen = 0, eight;
    for (; size >= 8; size -= 8, data += 8) {
        memcpy (&eight, data, 8);
        seen |= eight;
    }
    for (; size > 0; size--)
        seen |= *data++;
    return (seen & 0x8080808080808080u) == 0;
}

static napi_value
s_receive (napi_env env, napi_callback_info info)
{
    size_t count = 1;
    napi_value argument, answer;
    end_t *self;
    int32_t flags;
    CHECK (napi_get_cb_info (env, info, &count, &argument, NULL, (void **) &self));
    CHECK (napi_get_value_int32 (env, argument, &flags));
    instance_t *instance = self->instance;
    functions_t *zmq = &instance->zmq;
    if (!instance->configured)
        return s_throw (env, "the environment is ending");
    int size = zmq->msg_recv (&instance->message, self->socket, flags);
    if (size < 0) {
        CHECK (napi_create_int32 (env, -zmq->error_number (), &answer));
        return answer;
    }
    if (size > TEXT_SIZE) {
        CHECK (s_large_frame (instance, (size_t) size, &answer));
        return answer;
    }
    const char *data = (const char *) zmq->msg_data (&instance->message);
    bool ascii = s_is_ascii ((const unsigned char *) data, (size_t) size);
    CHECK ((ascii? napi_create_string_latin1: napi_create_string_utf8) (env, data, (size_t) size, &answer));
    if (size > SHARED_SIZE) {           //  Its memory is not kept until the next one
        zmq->msg_close (&instance->message);
        zmq->msg_init (&instance->message);
    }
    return answer;
}

static napi_value
s_receiver (napi_env env, napi_callback_info info)
{
    return s_end_function (env, info, "receive", s_receive);
}

//  --------------------------------------------------------------------------
//  The module

static napi_value
s_configure (napi_env env, napi_callback_info info)
{
    size_t count = 1, length = 0;
    napi_value argument;
    napi_typedarray_type type;
    void *addresses;
    instance_t *instance;
    CHECK (napi_get_cb_info (env, info, &count, &argument, NULL, (void **) &instance));
    CHECK (napi_get_typedarray_info (env, argument, &type, &length, &addresses, NULL, NULL));
    if (type != napi_biguint64_array || length * sizeof (uint64_t) != sizeof (functions_t))
        return s_throw (env, "configure was called with other arguments");
    memcpy (&instance->zmq, addresses, sizeof (functions_t));
    instance->zmq.msg_init (&instance->message);
    instance->configured = true;
    return NULL;
}

//  The environment ends: libuv must be done with every watcher before it may go.
static void
s_on_ending (napi_async_cleanup_hook_handle hook, void *data)
{
    instance_t *instance = (instance_t *) data;
    instance->hook = hook;
    instance->ending = true;
    while (instance->watchers)
        s_close (instance->watchers);
    if (instance->configured)
        instance->zmq.msg_close (&instance->message);
    instance->configured = false;
    s_end_if_last (instance);
}

static void
s_free_instance (napi_env env, void *data, void *hint)
{
    (void) env;
    (void) hint;
    free (data);
}

NAPI_MODULE_INIT ()
{
    instance_t *instance = (instance_t *) calloc (1, sizeof (instance_t));
    if (!instance)
        return s_throw (env, "out of memory");
    instance->env = env;
    if (napi_set_instance_data (env, instance, s_free_instance, NULL) != napi_ok) {
        free (instance);
        return s_throw (env, "napi_set_instance_data failed");
    }
    CHECK (napi_add_async_cleanup_hook (env, s_on_ending, instance, NULL));
    const struct { const char *name; napi_callback function; } exported [] = {
        { "configure", s_configure },
        { "watch", s_watch },
        { "start", s_start },
        { "stop", s_stop },
        { "reference", s_reference },
        { "unreference", s_unreference },
        { "close", s_close_watcher },
        { "drain", s_drain },
        { "into", s_into },
        { "sender", s_sender },
        { "textSender", s_text_sender },
        { "receiver", s_receiver },
    };
    for (size_t index = 0; index < sizeof (exported) / sizeof (exported [0]); index++) {
        napi_value function;
        CHECK (napi_create_function (env, exported [index].name, NAPI_AUTO_LENGTH,
                                     exported [index].function, instance, &function));
        CHECK (napi_set_named_property (env, exports, exported [index].name, function));
    }
    napi_value interface;
    CHECK (napi_create_int32 (env, INTERFACE, &interface));
    CHECK (napi_set_named_property (env, exports, "interface", interface));
    return exports;
}
