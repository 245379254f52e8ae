//  The C side of the benchmarks of security, with MECHANISM null, plain or curve:
//
//      secure serve MECHANISM
//          echoes, with CZMQ's zauth; prints the endpoint; ends with its input
//      secure connect MECHANISM COUNT ENDPOINT
//          connects COUNT times, 50 at once, with one round trip each; prints the seconds
//      secure pull MECHANISM COUNT SIZE
//          binds; prints the endpoint, then the seconds from the first message to the last
//      secure push MECHANISM COUNT SIZE ENDPOINT
//          ends with its input, which is closed when the receiver has all

#include <czmq.h>

#define BATCH 50
#define SERVER_PUBLIC "rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7"
#define SERVER_SECRET "JTKVSB%%)wK0E.X)V>+}o?pNmC{O&4W4b!Ni{Lh6"
#define CLIENT_PUBLIC "Yne@$w-vo<fVvi]a<NY6T1ed:M$fCG*[IaLV{hID"
#define CLIENT_SECRET "D:)Q[IlAW!ahhC2ac:9*A}h:p?([4%wOTJ%JR%cs"
#define PASSWORDS "secure-passwords"

static void
s_be_server (void *socket, const char *mechanism)
{
    int yes = 1;
    assert (zmq_setsockopt (socket, ZMQ_ZAP_DOMAIN, "global", 6) == 0);
    if (streq (mechanism, "plain"))
        assert (zmq_setsockopt (socket, ZMQ_PLAIN_SERVER, &yes, sizeof (yes)) == 0);
    if (streq (mechanism, "curve")) {
        assert (zmq_setsockopt (socket, ZMQ_CURVE_SERVER, &yes, sizeof (yes)) == 0);
        assert (zmq_setsockopt (socket, ZMQ_CURVE_SECRETKEY, SERVER_SECRET, 40) == 0);
    }
}

static void
s_be_client (void *socket, const char *mechanism)
{
    if (streq (mechanism, "plain")) {
        assert (zmq_setsockopt (socket, ZMQ_PLAIN_USERNAME, "admin", 5) == 0);
        assert (zmq_setsockopt (socket, ZMQ_PLAIN_PASSWORD, "secret", 6) == 0);
    }
    if (streq (mechanism, "curve")) {
        assert (zmq_setsockopt (socket, ZMQ_CURVE_SERVERKEY, SERVER_PUBLIC, 40) == 0);
        assert (zmq_setsockopt (socket, ZMQ_CURVE_PUBLICKEY, CLIENT_PUBLIC, 40) == 0);
        assert (zmq_setsockopt (socket, ZMQ_CURVE_SECRETKEY, CLIENT_SECRET, 40) == 0);
    }
}

static void
s_bind (void *socket)
{
    char endpoint [256];
    size_t length = sizeof (endpoint);
    assert (zmq_bind (socket, "tcp://127.0.0.1:*") == 0);
    assert (zmq_getsockopt (socket, ZMQ_LAST_ENDPOINT, endpoint, &length) == 0);
    printf ("%s\n", endpoint);
    fflush (stdout);
}

static void
s_echo (void *router)
{
    zmq_msg_t message;
    zmq_msg_init (&message);
    while (zmq_msg_recv (&message, router, ZMQ_DONTWAIT) != -1) {
        int more = zmq_msg_more (&message);
        assert (zmq_msg_send (&message, router, more? ZMQ_SNDMORE: 0) != -1);
    }
    zmq_msg_close (&message);
}

static void
s_serve (const char *mechanism)
{
    zactor_t *auth = zactor_new (zauth, NULL);
    FILE *passwords = fopen (PASSWORDS, "w");
    assert (passwords);
    fprintf (passwords, "admin=secret\n");
    fclose (passwords);
    zstr_sendx (auth, "PLAIN", PASSWORDS, NULL);
    zsock_wait (auth);
    zstr_sendx (auth, "CURVE", CURVE_ALLOW_ANY, NULL);
    zsock_wait (auth);
    zsock_t *router = zsock_new (ZMQ_ROUTER);
    void *socket = zsock_resolve (router);
    s_be_server (socket, mechanism);
    s_bind (socket);
    zmq_pollitem_t items [] = { { socket, 0, ZMQ_POLLIN, 0 }, { NULL, 0, ZMQ_POLLIN, 0 } };
    while (zmq_poll (items, 2, -1) > 0 && !items [1].revents)
        s_echo (socket);
    zsock_destroy (&router);
    zactor_destroy (&auth);
}

static void
s_connect (const char *mechanism, long count, const char *endpoint)
{
    void *context = zmq_ctx_new ();
    int64_t start = zclock_usecs ();
    for (long done = 0; done < count; done += BATCH) {
        void *sockets [BATCH];
        int linger = 0;
        for (int each = 0; each < BATCH; each++) {
            sockets [each] = zmq_socket (context, ZMQ_DEALER);
            zmq_setsockopt (sockets [each], ZMQ_LINGER, &linger, sizeof (linger));
            s_be_client (sockets [each], mechanism);
            assert (zmq_connect (sockets [each], endpoint) == 0);
            assert (zmq_send (sockets [each], "hello", 5, 0) == 5);
        }
        for (int each = 0; each < BATCH; each++) {
            char answer [5];
            assert (zmq_recv (sockets [each], answer, 5, 0) == 5);
            zmq_close (sockets [each]);
        }
    }
    printf ("%.6f\n", (zclock_usecs () - start) / 1e6);
    zmq_ctx_term (context);
}

static void
s_pull (const char *mechanism, long count)
{
    void *context = zmq_ctx_new ();
    void *pull = zmq_socket (context, ZMQ_PULL);
    s_be_server (pull, mechanism);
    s_bind (pull);
    int64_t start = 0;
    zmq_msg_t message;
    zmq_msg_init (&message);
    for (long received = 0; received < count; received++) {
        assert (zmq_msg_recv (&message, pull, 0) != -1);
        if (received == 0)
            start = zclock_usecs ();
    }
    printf ("%.6f\n", (zclock_usecs () - start) / 1e6);
    zmq_msg_close (&message);
    zmq_close (pull);
    zmq_ctx_term (context);
}

static void
s_push (const char *mechanism, long count, size_t size, const char *endpoint)
{
    void *context = zmq_ctx_new ();
    void *push = zmq_socket (context, ZMQ_PUSH);
    s_be_client (push, mechanism);
    assert (zmq_connect (push, endpoint) == 0);
    byte *data = (byte *) zmalloc (size + 1);
    for (long sent = 0; sent < count; sent++)
        assert (zmq_send (push, data, size, 0) != -1);
    free (data);
    while (getchar () != EOF);
    zmq_close (push);
    zmq_ctx_term (context);
}

int
main (int argc, char *argv [])
{
    assert (argc > 2);
    if (streq (argv [1], "serve"))
        s_serve (argv [2]);
    else
    if (streq (argv [1], "connect"))
        s_connect (argv [2], atol (argv [3]), argv [4]);
    else
    if (streq (argv [1], "pull"))
        s_pull (argv [2], atol (argv [3]));
    else
        s_push (argv [2], atol (argv [3]), (size_t) atol (argv [4]), argv [5]);
    return 0;
}
