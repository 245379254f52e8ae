import { Nameserver } from '@czmq/remote'

const [, , address = 'tcp://127.0.0.1:2012'] = process.argv
const names = await Nameserver.start({ address })
process.once('SIGTERM', () => void names.close())
console.log(`names are at ${names.address}`)
