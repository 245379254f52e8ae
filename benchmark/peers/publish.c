//  One XPUB and many SUBs over one endpoint. Nothing is dropped: there are no high-water marks.
//
//      publish publish COUNT SIZE SUBSCRIBERS     binds tcp, prints the endpoint, publishes when all have subscribed
//      publish subscribe COUNT SUBSCRIBERS ENDPOINT
//          prints the seconds from the first message to when all have COUNT messages

#include <czmq.h>

static void *
s_unlimited (void *context, int type)
{
    void *socket = zmq_socket (context, type);
    assert (socket);
    int unlimited = 0;
    zmq_setsockopt (socket, ZMQ_SNDHWM, &unlimited, sizeof (unlimited));
    zmq_setsockopt (socket, ZMQ_RCVHWM, &unlimited, sizeof (unlimited));
    return socket;
}

static void
s_publish (void *context, long count, size_t size, int subscribers)
{
    void *publisher = s_unlimited (context, ZMQ_XPUB);
    int every = 1;
    zmq_setsockopt (publisher, ZMQ_XPUB_VERBOSE, &every, sizeof (every));
    assert (zmq_bind (publisher, "tcp://127.0.0.1:*") == 0);
    char endpoint [256];
    size_t length = sizeof (endpoint);
    assert (zmq_getsockopt (publisher, ZMQ_LAST_ENDPOINT, endpoint, &length) == 0);
    printf ("%s\n", endpoint);
    fflush (stdout);
    byte *data = (byte *) zmalloc (size + 1);
    for (int subscribed = 0; subscribed < subscribers; subscribed++)
        assert (zmq_recv (publisher, data, size, 0) == 1);
    memset (data, 0, size);
    for (long sent = 0; sent < count; sent++)
        assert (zmq_send (publisher, data, size, 0) != -1);
    free (data);
    while (getchar () != EOF);          //  Until the subscribers have all
    zmq_close (publisher);
}

static void
s_subscribe (void *context, long count, int subscribers, const char *endpoint)
{
    zmq_pollitem_t *items = (zmq_pollitem_t *) zmalloc (subscribers * sizeof (zmq_pollitem_t));
    for (int index = 0; index < subscribers; index++) {
        items [index].socket = s_unlimited (context, ZMQ_SUB);
        items [index].events = ZMQ_POLLIN;
        zmq_setsockopt (items [index].socket, ZMQ_SUBSCRIBE, "", 0);
        assert (zmq_connect (items [index].socket, endpoint) == 0);
    }
    int64_t start = 0;
    zmq_msg_t message;
    zmq_msg_init (&message);
    for (long left = count * subscribers; left > 0;) {
        assert (zmq_poll (items, subscribers, -1) != -1);
        if (!start)
            start = zclock_usecs ();
        for (int index = 0; index < subscribers; index++)
            while (zmq_msg_recv (&message, items [index].socket, ZMQ_DONTWAIT) != -1)
                left--;
    }
    printf ("%.6f\n", (zclock_usecs () - start) / 1e6);
    for (int index = 0; index < subscribers; index++)
        zmq_close (items [index].socket);
    zmq_msg_close (&message);
    free (items);
}

int
main (int argc, char *argv [])
{
    if (argc < 5) {
        fprintf (stderr, "usage: publish publish COUNT SIZE SUBSCRIBERS, or subscribe COUNT SUBSCRIBERS ENDPOINT\n");
        return 2;
    }
    void *context = zmq_ctx_new ();
    if (streq (argv [1], "publish"))
        s_publish (context, atol (argv [2]), (size_t) atol (argv [3]), atoi (argv [4]));
    else
        s_subscribe (context, atol (argv [2]), atoi (argv [3]), argv [4]);
    zmq_ctx_term (context);
    return 0;
}
