//  The C side of the throughput benchmarks: pulls or pushes COUNT messages of PARTS frames of SIZE bytes.
//
//      throughput zstr|zframe|zmq pull COUNT SIZE PARTS ENDPOINT
//          binds; prints the endpoint, then the seconds from the first message to the last
//      throughput zstr|zframe|zmq push COUNT SIZE PARTS ENDPOINT
//          ends with its input, which is closed when the receiver has all
//
//  "zstr" uses CZMQ's zstr_recv and zstr_send on a zsock (one part only), "zframe" its zframe_recv and zframe_send,
//  "zmq" uses zmq_msg_recv and zmq_send on a libzmq socket.

#include <czmq.h>

typedef struct {
    const char *storey;
    long count;
    size_t size;
    int parts;
    const char *endpoint;
} work_t;

//  A receiver that is behind loses what is still in the system's buffers when the sender closes an ipc connection.
static void
s_wait_for_receiver (void)
{
    while (getchar () != EOF);
}

static void
s_receive_string (zsock_t *socket)
{
    char *string = zstr_recv (socket);
    assert (string);
    zstr_free (&string);
}

static void
s_receive_frames (zsock_t *socket)
{
    bool more = true;
    while (more) {
        zframe_t *frame = zframe_recv (socket);
        assert (frame);
        more = zframe_more (frame);
        zframe_destroy (&frame);
    }
}

static double
s_pull_by_czmq (work_t *work)
{
    zsock_t *pull = zsock_new (ZMQ_PULL);
    assert (zsock_bind (pull, "%s", work->endpoint) != -1);
    char *endpoint = zsock_last_endpoint (pull);
    printf ("%s\n", endpoint);
    fflush (stdout);
    zstr_free (&endpoint);
    void (*receive) (zsock_t *) = streq (work->storey, "zstr")? s_receive_string: s_receive_frames;
    int64_t start = 0;
    for (long received = 0; received < work->count; received++) {
        receive (pull);
        if (received == 0)
            start = zclock_usecs ();
    }
    double seconds = (zclock_usecs () - start) / 1e6;
    zsock_destroy (&pull);
    return seconds;
}

static void
s_push_by_czmq (work_t *work)
{
    zsock_t *push = zsock_new (ZMQ_PUSH);
    zsock_set_linger (push, -1);
    assert (zsock_connect (push, "%s", work->endpoint) == 0);
    char *string = (char *) zmalloc (work->size + 1);
    memset (string, 'x', work->size);
    zframe_t *frame = zframe_new (string, work->size);
    for (long sent = 0; sent < work->count; sent++) {
        if (streq (work->storey, "zstr"))
            assert (zstr_send (push, string) == 0);
        else
            for (int part = 1; part <= work->parts; part++)
                assert (zframe_send (&frame, push, ZFRAME_REUSE | (part < work->parts? ZFRAME_MORE: 0)) == 0);
    }
    zframe_destroy (&frame);
    free (string);
    s_wait_for_receiver ();
    zsock_destroy (&push);
}

static double
s_pull_by_libzmq (work_t *work)
{
    void *context = zmq_ctx_new ();
    void *pull = zmq_socket (context, ZMQ_PULL);
    assert (zmq_bind (pull, work->endpoint) == 0);
    char endpoint [256];
    size_t length = sizeof (endpoint);
    assert (zmq_getsockopt (pull, ZMQ_LAST_ENDPOINT, endpoint, &length) == 0);
    printf ("%s\n", endpoint);
    fflush (stdout);
    int64_t start = 0;
    zmq_msg_t message;
    zmq_msg_init (&message);
    for (long received = 0; received < work->count; received++) {
        do
            assert (zmq_msg_recv (&message, pull, 0) != -1);
        while (zmq_msg_more (&message));
        if (received == 0)
            start = zclock_usecs ();
    }
    double seconds = (zclock_usecs () - start) / 1e6;
    zmq_msg_close (&message);
    zmq_close (pull);
    zmq_ctx_term (context);
    return seconds;
}

static void
s_push_by_libzmq (work_t *work)
{
    void *context = zmq_ctx_new ();
    void *push = zmq_socket (context, ZMQ_PUSH);
    assert (zmq_connect (push, work->endpoint) == 0);
    byte *data = (byte *) zmalloc (work->size + 1);
    for (long sent = 0; sent < work->count; sent++)
        for (int part = 1; part <= work->parts; part++)
            assert (zmq_send (push, data, work->size, part < work->parts? ZMQ_SNDMORE: 0) != -1);
    free (data);
    s_wait_for_receiver ();
    zmq_close (push);
    zmq_ctx_term (context);
}

int
main (int argc, char *argv [])
{
    if (argc < 7) {
        fprintf (stderr, "usage: throughput zstr|zframe|zmq pull|push COUNT SIZE PARTS ENDPOINT\n");
        return 2;
    }
    work_t work = { argv [1], atol (argv [3]), (size_t) atol (argv [4]), atoi (argv [5]), argv [6] };
    bool by_libzmq = streq (work.storey, "zmq");
    if (streq (argv [2], "pull"))
        printf ("%.6f\n", by_libzmq? s_pull_by_libzmq (&work): s_pull_by_czmq (&work));
    else
    if (by_libzmq)
        s_push_by_libzmq (&work);
    else
        s_push_by_czmq (&work);
    return 0;
}
