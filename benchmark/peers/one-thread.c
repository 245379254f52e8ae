//  Both ends of an inproc pair in one thread: sends BATCH messages of SIZE bytes, then receives them, COUNT in all.
//
//      one-thread inproc COUNT SIZE BATCH         prints the seconds

#include <czmq.h>

int
main (int argc, char *argv [])
{
    if (argc < 5) {
        fprintf (stderr, "usage: one-thread inproc COUNT SIZE BATCH\n");
        return 2;
    }
    long count = atol (argv [2]);
    size_t size = (size_t) atol (argv [3]);
    long batch = atol (argv [4]);
    void *context = zmq_ctx_new ();
    void *pull = zmq_socket (context, ZMQ_PULL);
    void *push = zmq_socket (context, ZMQ_PUSH);
    assert (zmq_bind (pull, "inproc://benchmark") == 0);
    assert (zmq_connect (push, "inproc://benchmark") == 0);
    byte *data = (byte *) zmalloc (size + 1);
    zmq_msg_t message;
    zmq_msg_init (&message);
    int64_t start = zclock_usecs ();
    for (long done = 0; done < count; done += batch) {
        for (long sent = 0; sent < batch; sent++)
            assert (zmq_send (push, data, size, 0) != -1);
        for (long received = 0; received < batch; received++)
            assert (zmq_msg_recv (&message, pull, 0) != -1);
    }
    printf ("%.6f\n", (zclock_usecs () - start) / 1e6);
    zmq_msg_close (&message);
    free (data);
    zmq_close (push);
    zmq_close (pull);
    zmq_ctx_term (context);
    return 0;
}
