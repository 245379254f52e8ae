//  A peer in C with CZMQ's own certificates and authentication: says on stdout, line by line, what it sees.
#include <czmq.h>

static int s_say (const char *text)
{
    printf ("%s\n", text);
    return fflush (stdout);
}

//  client <address> <certificate> <certificate of the server>
static int s_client (char **args)
{
    zcert_t *cert = zcert_load (args [1]);
    zcert_t *server = zcert_load (args [2]);
    if (!cert || !server)
        return 2;
    zsock_t *sock = zsock_new (ZMQ_REQ);
    zsock_set_rcvtimeo (sock, 15000);
    zsock_set_linger (sock, 0);
    zcert_apply (cert, sock);
    zsock_set_curve_serverkey (sock, zcert_public_txt (server));
    if (zsock_connect (sock, "%s", args [0]))
        return 3;
    zstr_send (sock, "question");
    char *answer = zstr_recv (sock);
    s_say (answer? answer: "nothing");
    zstr_free (&answer);
    zsock_destroy (&sock);
    zcert_destroy (&cert);
    zcert_destroy (&server);
    return 0;
}

//  server <certificate> <directory of clients>
static int s_server (char **args)
{
    zactor_t *auth = zactor_new (zauth, NULL);
    zstr_sendx (auth, "CURVE", args [1], NULL);
    zsock_wait (auth);
    zcert_t *cert = zcert_load (args [0]);
    if (!cert)
        return 2;
    zsock_t *sock = zsock_new (ZMQ_REP);
    zsock_set_linger (sock, 0);
    zcert_apply (cert, sock);
    zsock_set_zap_domain (sock, "global");
    zsock_set_curve_server (sock, 1);
    if (zsock_bind (sock, "tcp://127.0.0.1:*") == -1)
        return 3;
    s_say (zsock_endpoint (sock));
    zmq_pollitem_t items [] = {
        { zsock_resolve (sock), 0, ZMQ_POLLIN, 0 },
        { NULL, STDIN_FILENO, ZMQ_POLLIN, 0 }
    };
    while (zmq_poll (items, 2, -1) >= 0 && !items [1].revents) {
        zframe_t *frame = zframe_recv (sock);
        if (!frame)
            break;
        const char *user = zframe_meta (frame, "User-Id");
        const char *name = zframe_meta (frame, "name");
        printf ("%s %s\n", user? user: "nobody", name? name: "nothing");
        fflush (stdout);
        zframe_destroy (&frame);
        zstr_send (sock, "answer of C");
    }
    zsock_destroy (&sock);
    zcert_destroy (&cert);
    zactor_destroy (&auth);
    return 0;
}

int main (int argc, char **argv)
{
    if (argc == 5 && streq (argv [1], "client"))
        return s_client (argv + 2);
    if (argc == 4 && streq (argv [1], "server"))
        return s_server (argv + 2);
    return 1;
}
