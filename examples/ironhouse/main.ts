/**
 * The Ironhouse: a service that only clients with a certificate can use, and nobody can listen to. This program issues
 * certificates, starts the service and some clients, each a process, and takes a certificate back while the service runs.
 *
 *     node build/examples/ironhouse/main.js
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { foldersIn, issue, issueServer, revoke } from './certificates.ts'
import { run, startService } from './processes.ts'

const house = foldersIn(await mkdtemp(join(tmpdir(), 'ironhouse-')))
try {
  await issueServer(house)
  for (const name of ['Ada', 'Bob']) await issue(house, name)
  // She made keys herself, and nobody has put them where the service looks
  await issue(house, 'Mallory')
  await revoke(house, 'Mallory')

  const service = await startService(house)
  for (const name of ['Ada', 'Bob', 'Mallory']) await run(house, service.address, name)
  await revoke(house, 'Bob')
  console.log("Bob's certificate was taken back")
  for (const name of ['Bob', 'Ada']) await run(house, service.address, name)
  await service.stop()
} finally {
  await rm(house.folder, { recursive: true })
}
