/** The classes of the types of sockets that are drafts in libzmq. Where it was built without them, none can be made. */
export { Datagram } from './draft/datagram.ts'
export { Dish, type DishGroupOptions, Radio, type RadioGroupOptions } from './draft/groups.ts'
export { Peer, Server, type ServerRoutingOptions } from './draft/routed.ts'
export { Channel, Client, Gather, Scatter } from './draft/single.ts'
