/** What one process is to do, and what it tells. */
export interface Task {
  /** Hostile values in every position, random calls, or every operation in every state. */
  readonly plan: 'each' | 'random' | 'lifecycle'
  readonly seed: number
  /** The first case, the one after the last, and how far from one to the next. */
  readonly first: number
  readonly last: number
  readonly stride: number
  readonly milliseconds: number
  /** Of the plan `each`: so many hostile values for a position, else all. */
  readonly some?: number
  /** A namespace, a class, or a part of names. */
  readonly only?: string
  /** These steps of the case alone. */
  readonly keep?: readonly number[]
  /** The file that says what is being called. */
  readonly trace: string
}

export interface Finding {
  readonly plan: Task['plan']
  /** The case; -1 when that cannot be told. */
  readonly index: number
  readonly complaint: string
}

/** How often each operation answered, and threw. */
export interface Tally {
  calls: number
  cases: number
  /** Of the plan `lifecycle`. */
  situations: number
  readonly outcomes: Record<string, [number, number]>
}
