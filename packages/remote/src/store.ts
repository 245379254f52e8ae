import type { NameChange, NameRecord } from './names.ts'

/** Where a nameserver keeps its records. */
export interface Store {
  get(service: string): NameRecord | undefined
  /** Keeps a record until it {@link NameRecord.expires}. */
  put(record: NameRecord): void
  delete(service: string): boolean
  /** All records that have not expired. */
  list(): NameRecord[]
  /** Calls back for every change. Returns how to stop that. */
  watch(listener: (change: NameChange) => void): () => void
  /** Ends it. */
  close(): void
}

/** Records in memory: they end with the process. */
export class MemoryStore implements Store {
  readonly #records = new Map<string, NameRecord>()
  readonly #listeners = new Set<(change: NameChange) => void>()
  #timer: NodeJS.Timeout | undefined

  get(service: string): NameRecord | undefined {
    const record = this.#records.get(service)
    return record && record.expires > Date.now() ? record : undefined
  }

  put(record: NameRecord): void {
    const old = this.get(record.service)
    this.#records.set(record.service, record)
    if (!old || !isSame(old, record)) this.#tell({ type: old ? 'changed' : 'registered', record })
    this.#schedule()
  }

  delete(service: string): boolean {
    const record = this.#records.get(service)
    if (!record) return false
    this.#records.delete(service)
    this.#tell({ type: 'gone', record })
    return true
  }

  list(): NameRecord[] {
    const now = Date.now()
    return [...this.#records.values()].filter((each) => each.expires > now)
  }

  watch(listener: (change: NameChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #tell(change: NameChange): void {
    for (const each of this.#listeners) each(change)
  }

  /** Looks again when the first record expires. */
  #schedule(): void {
    clearTimeout(this.#timer)
    const first = Math.min(...[...this.#records.values()].map((each) => each.expires))
    if (!Number.isFinite(first)) return
    this.#timer = setTimeout(() => this.#expire(), Math.max(1, first - Date.now())).unref()
  }

  #expire(): void {
    const now = Date.now()
    for (const each of [...this.#records.values()]) if (each.expires <= now) this.delete(each.service)
    this.#schedule()
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#listeners.clear()
    this.#records.clear()
  }
}

/** Renewing is no change. */
function isSame(one: NameRecord, other: NameRecord): boolean {
  return JSON.stringify({ ...one, expires: 0 }) === JSON.stringify({ ...other, expires: 0 })
}
