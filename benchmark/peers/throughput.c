//  The C side of the throughput benchmarks: pulls or pushes COUNT messages of SIZE bytes.
//
//      throughput zstr|zmq pull COUNT SIZE ENDPOINT   binds; prints the endpoint, then the seconds from first to last
//      throughput zstr|zmq push COUNT SIZE ENDPOINT
//
//  "zstr" uses CZMQ's zstr_recv and zstr_send on a zsock, "zmq" uses zmq_msg_recv and zmq_send on a libzmq socket.

#include <czmq.h>

static double
s_pull_strings (long count, const char *where)
{
    zsock_t *pull = zsock_new (ZMQ_PULL);
    assert (zsock_bind (pull, "%s", where) != -1);
    printf ("%s\n", zsock_endpoint (pull));
    fflush (stdout);
    int64_t start = 0;
    for (long received = 0; received < count; received++) {
        char *string = zstr_recv (pull);
        assert (string);
        zstr_free (&string);
        if (received == 0)
            start = zclock_usecs ();
    }
    double seconds = (zclock_usecs () - start) / 1e6;
    zsock_destroy (&pull);
    return seconds;
}

static void
s_push_strings (long count, size_t size, const char *endpoint)
{
    zsock_t *push = zsock_new (ZMQ_PUSH);
    zsock_set_linger (push, -1);
    assert (zsock_connect (push, "%s", endpoint) == 0);
    char *string = (char *) zmalloc (size + 1);
    memset (string, 'x', size);
    for (long sent = 0; sent < count; sent++)
        assert (zstr_send (push, string) == 0);
    free (string);
    zsock_destroy (&push);
}

static double
s_pull_messages (void *context, long count, const char *where)
{
    void *pull = zmq_socket (context, ZMQ_PULL);
    assert (zmq_bind (pull, where) == 0);
    char endpoint [256];
    size_t length = sizeof (endpoint);
    assert (zmq_getsockopt (pull, ZMQ_LAST_ENDPOINT, endpoint, &length) == 0);
    printf ("%s\n", endpoint);
    fflush (stdout);
    int64_t start = 0;
    zmq_msg_t message;
    zmq_msg_init (&message);
    for (long received = 0; received < count; received++) {
        assert (zmq_msg_recv (&message, pull, 0) != -1);
        if (received == 0)
            start = zclock_usecs ();
    }
    double seconds = (zclock_usecs () - start) / 1e6;
    zmq_msg_close (&message);
    zmq_close (pull);
    return seconds;
}

static void
s_push_messages (void *context, long count, size_t size, const char *endpoint)
{
    void *push = zmq_socket (context, ZMQ_PUSH);
    assert (zmq_connect (push, endpoint) == 0);
    byte *data = (byte *) zmalloc (size + 1);
    for (long sent = 0; sent < count; sent++)
        assert (zmq_send (push, data, size, 0) != -1);
    free (data);
    zmq_close (push);
}

int
main (int argc, char *argv [])
{
    if (argc < 6) {
        fprintf (stderr, "usage: throughput zstr|zmq pull|push COUNT SIZE ENDPOINT\n");
        return 2;
    }
    bool strings = streq (argv [1], "zstr");
    bool pulls = streq (argv [2], "pull");
    long count = atol (argv [3]);
    size_t size = (size_t) atol (argv [4]);
    const char *endpoint = argv [5];
    void *context = zmq_ctx_new ();
    double seconds = 0;
    if (pulls)
        seconds = strings? s_pull_strings (count, endpoint): s_pull_messages (context, count, endpoint);
    else
    if (strings)
        s_push_strings (count, size, endpoint);
    else
        s_push_messages (context, count, size, endpoint);
    if (pulls)
        printf ("%.6f\n", seconds);
    zmq_ctx_term (context);
    return 0;
}
