import { Publisher, Subscriber } from 'czmq'

const publisher = new Publisher()
const subscriber = new Subscriber()
subscriber.connect(await publisher.bind('tcp://127.0.0.1:*'))
subscriber.subscribe('sky')

// Nobody gets what was published before he subscribed, so it is published again and again.
const timer = setInterval(() => {
  publisher.trySend(['sea', 'calm'])
  publisher.trySend(['sky', 'clear'])
}, 50)
for await (const [topic, news] of subscriber) {
  console.log(`${topic}: ${news}`)
  break
}
clearInterval(timer)
