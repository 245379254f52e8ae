//  Requests and replies.
//
//      requests echo ENDPOINT                     a ROUTER that sends back what it gets, until its input ends;
//                                                 prints the endpoint
//      requests request COUNT SIZE ENDPOINT       prints the seconds of COUNT round trips of a REQ
//      requests dealers COUNT ENDPOINT            makes COUNT DEALERs, each with one round trip, all at the same time;
//                                                 prints the seconds, and the bytes of memory each has cost

#include <czmq.h>

static void
s_send_back (void *router)
{
    zmq_msg_t message;
    zmq_msg_init (&message);
    while (zmq_msg_recv (&message, router, ZMQ_DONTWAIT) != -1)
        zmq_msg_send (&message, router, zmq_msg_more (&message)? ZMQ_SNDMORE: 0);
    zmq_msg_close (&message);
}

static void
s_echo (void *context, const char *where)
{
    void *router = zmq_socket (context, ZMQ_ROUTER);
    int unlimited = 0;
    zmq_setsockopt (router, ZMQ_SNDHWM, &unlimited, sizeof (unlimited));
    zmq_setsockopt (router, ZMQ_RCVHWM, &unlimited, sizeof (unlimited));
    assert (zmq_bind (router, where) == 0);
    char endpoint [256];
    size_t length = sizeof (endpoint);
    assert (zmq_getsockopt (router, ZMQ_LAST_ENDPOINT, endpoint, &length) == 0);
    printf ("%s\n", endpoint);
    fflush (stdout);
    zmq_pollitem_t items [] = { { router, 0, ZMQ_POLLIN, 0 }, { NULL, STDIN_FILENO, ZMQ_POLLIN, 0 } };
    while (zmq_poll (items, 2, -1) != -1 && !items [1].revents)
        s_send_back (router);
    zmq_close (router);
}

static void
s_request (void *context, long count, size_t size, const char *endpoint)
{
    void *request = zmq_socket (context, ZMQ_REQ);
    assert (zmq_connect (request, endpoint) == 0);
    byte *data = (byte *) zmalloc (size + 1);
    zmq_msg_t message;
    zmq_msg_init (&message);
    int64_t start = 0;
    for (long done = 0; done <= count; done++) {
        assert (zmq_send (request, data, size, 0) != -1);
        assert (zmq_msg_recv (&message, request, 0) != -1);
        if (done == 0)
            start = zclock_usecs ();
    }
    printf ("%.6f\n", (zclock_usecs () - start) / 1e6);
    zmq_msg_close (&message);
    free (data);
    zmq_close (request);
}

static long
s_resident (void)
{
    long pages = 0;
    FILE *file = fopen ("/proc/self/statm", "r");
    if (file && fscanf (file, "%*s %ld", &pages) != 1)
        pages = 0;
    if (file)
        fclose (file);
    return pages * sysconf (_SC_PAGESIZE);
}

static void
s_dealers (void *context, long count, const char *endpoint)
{
    void **dealers = (void **) zmalloc (count * sizeof (void *));
    long before = s_resident ();
    int64_t start = zclock_usecs ();
    for (long index = 0; index < count; index++) {
        dealers [index] = zmq_socket (context, ZMQ_DEALER);
        assert (dealers [index]);
        assert (zmq_connect (dealers [index], endpoint) == 0);
        assert (zmq_send (dealers [index], "hello", 5, 0) != -1);
    }
    char reply [5];
    for (long index = 0; index < count; index++)
        assert (zmq_recv (dealers [index], reply, 5, 0) == 5);
    double seconds = (zclock_usecs () - start) / 1e6;
    printf ("%.6f\n%ld\n", seconds, (s_resident () - before) / count);
    for (long index = 0; index < count; index++)
        zmq_close (dealers [index]);
    free (dealers);
}

int
main (int argc, char *argv [])
{
    void *context = zmq_ctx_new ();
    zmq_ctx_set (context, ZMQ_MAX_SOCKETS, 20000);
    if (argc == 3 && streq (argv [1], "echo"))
        s_echo (context, argv [2]);
    else
    if (argc == 5 && streq (argv [1], "request"))
        s_request (context, atol (argv [2]), (size_t) atol (argv [3]), argv [4]);
    else
    if (argc == 4 && streq (argv [1], "dealers"))
        s_dealers (context, atol (argv [2]), argv [3]);
    else {
        fprintf (stderr, "usage: requests echo|request|dealers …\n");
        return 2;
    }
    zmq_ctx_term (context);
    return 0;
}
