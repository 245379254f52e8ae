/** The interface of every nameserver; also of PyCOM's. */
export const NAMESERVER = 'org.pycom.nameserver'

/** What a nameserver knows of a service. */
export interface NameRecord {
  service: string
  /** Where it is reached, the best first. */
  address: string[]
  interfaces: string[]
  /** Tags, by which it can be found. */
  metadata: string[]
  /** Its public key. */
  key: string | null
  /** Tells a service from one of the same name that was there before. */
  boot: string
  /** When the record ends unless it is renewed, as `Date.now()` counts. */
  expires: number
}

/** What a service tells about itself. */
export interface Registering {
  metadata?: string[]
  key?: string | null
  boot?: string
  /** So many milliseconds the record lasts; 60 000 if absent. */
  lease?: number
  /** Refuses with {@link NameTaken} when somebody else has the name, instead of {@link AccessDenied}. */
  safe?: boolean
}

/** Something that has happened at a nameserver. */
export interface NameChange {
  type: 'registered' | 'changed' | 'gone'
  record: NameRecord
}

/** Which services are meant; without anything, all. */
export interface NameFilter {
  /** The beginning of the service's name. */
  prefix?: string
  /** A regular expression for the whole name. */
  regex?: string
  /** An interface that it provides. */
  interface?: string
}

/** What can be asked of a nameserver. Those with `_` in their names are PyCOM's. */
export interface NameserverApi {
  stat(): { services: number; interfaces: number; uptime: number }
  register(address: string | string[], interfaces: string[], service: string, options?: Registering): object
  locate(interfaceName: string, service?: string): { address: string; service: string; interfaces: string[] }
  list_services(
    interfaceName?: string,
    service?: string,
  ): { service: string; address: string; interfaces: string[] }[]
  unregister(service: string, boot?: string): boolean
  lookup(name: string): NameRecord[]
  list(filter?: NameFilter): NameRecord[]
  yplookup(tags: { all?: readonly string[]; any?: readonly string[] }): NameRecord[]
  set_metadata(service: string, metadata: string[]): NameRecord
  watch(filter?: NameFilter): AsyncIterable<NameChange>
  count(): number
}
