import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Certificate } from 'czmq'

/** Where the certificates are. In a real house the secret files never leave the machines of their owners. */
export interface House {
  folder: string
  /** The server's certificate; its secret file is beside it. */
  server: string
  /** What clients know of the server. */
  serverPublic: string
  /** The public certificates of the clients that may come in. */
  clients: string
}

export function foldersIn(folder: string): House {
  return {
    folder,
    server: join(folder, 'server'),
    serverPublic: join(folder, 'server-for-clients'),
    clients: join(folder, 'clients'),
  }
}

/** The certificate of a client, with its secret file beside it. */
export function clientFile({ folder }: House, name: string): string {
  return join(folder, name)
}

export async function issueServer({ server, serverPublic, clients }: House): Promise<void> {
  await mkdir(clients)
  const certificate = Certificate.generate({ metadata: { name: 'The Ironhouse' } })
  await certificate.save(server)
  await certificate.toPublic().save(serverPublic)
}

/** Makes a certificate, of which the service gets the public part. */
export async function issue(house: House, name: string): Promise<void> {
  const certificate = Certificate.generate({ metadata: { name } })
  await certificate.save(clientFile(house, name))
  await certificate.toPublic().save(join(house.clients, name))
}

/** From now on it opens no door; who is inside already stays until the connection ends. */
export async function revoke({ clients }: House, name: string): Promise<void> {
  await rm(join(clients, name))
}
