//  A peer by CZMQ itself: announces and listens. Says what it is, then what it receives, until its stdin ends.
//  Arguments: port, what to announce or "", what to listen for.
#include <czmq.h>

int main (int argc, char **argv)
{
    assert (argc == 4);
    zsys_handler_set (NULL);
    zactor_t *beacon = zactor_new (zbeacon, NULL);
    zsock_send (beacon, "si", "CONFIGURE", atoi (argv [1]));
    char *hostname = zstr_recv (beacon);
    printf ("%s\n", hostname);
    fflush (stdout);
    if (!*hostname)
        return 1;
    zstr_free (&hostname);
    if (*argv [2])
        zsock_send (beacon, "sbi", "PUBLISH", argv [2], strlen (argv [2]), 50);
    zsock_send (beacon, "sb", "SUBSCRIBE", argv [3], strlen (argv [3]));

    zmq_pollitem_t items [] = {
        { zsock_resolve (beacon), 0, ZMQ_POLLIN, 0 },
        { NULL, STDIN_FILENO, ZMQ_POLLIN, 0 }
    };
    while (zmq_poll (items, 2, -1) != -1 && !(items [1].revents & ZMQ_POLLIN)) {
        char *address = zstr_recv (beacon);
        zframe_t *data = zframe_recv (beacon);
        char *hex = zframe_strhex (data);
        printf ("%s %s\n", address, hex);
        fflush (stdout);
        zstr_free (&address);
        zstr_free (&hex);
        zframe_destroy (&data);
    }
    zactor_destroy (&beacon);
    return 0;
}
