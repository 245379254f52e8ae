import { Context, current, Daemon, Nameserver } from '@czmq/remote'
import { Certificate } from 'czmq'

// Each of them on its own machine; the nameserver's public key is the only one to hand out.
const [root, service, ada] = [Certificate.generate(), Certificate.generate(), Certificate.generate()]

await using names = await Nameserver.start({
  address: 'tcp://0.0.0.0:*',
  certificate: root,
  clients: [service, ada],
})
const nameserver = `${names.address.replace('0.0.0.0', '127.0.0.1')}#${root.publicKey}`

await using daemon = await Daemon.start({
  address: 'tcp://0.0.0.0:*',
  advertise: 'tcp://127.0.0.1:*',
  certificate: service,
  clients: [ada],
  nameserver,
})
daemon.provide('com.foo.greeter', {
  greet: () => `hello ${current().caller.key === ada.publicKey ? 'Ada' : 'stranger'}`,
})
await daemon.registered

await using com = new Context({ nameserver, certificate: ada })
const greeter = await com.locate<{ greet(): string }>('com.foo.greeter')
console.log(await greeter.greet())
