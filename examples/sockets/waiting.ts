import { CzmqError, Pull } from 'czmq'

const results = new Pull()
await results.bind('tcp://127.0.0.1:*')

try {
  await results.receive({ timeout: 100 })
} catch (error) {
  if (!(error instanceof CzmqError) || error.code !== 'EAGAIN') throw error
  console.log('nothing came')
}

const controller = new AbortController()
setTimeout(() => controller.abort(new Error('not needed any more')), 100)
await results.receive({ signal: controller.signal }).catch(({ message }) => console.log(message))
