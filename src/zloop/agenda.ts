/** Something that is to be called at a time. */
export interface Appointment {
  readonly id: number
  readonly isTicket: boolean
  /** In milliseconds. */
  readonly delay: number
  /** How often it is called yet; 0 is for ever. */
  left: number
  /** Which of its places in the heap is the valid one. */
  order: number
  readonly call: () => unknown
}

/** A place in the heap. */
interface Place {
  /** By `performance.now()`. */
  readonly when: number
  /** Which comes first at the same time. */
  readonly order: number
  readonly appointment: Appointment
}

/** So many places of appointments that were moved or removed are not worth clearing away. */
const FEW = 64

/** Timers and tickets by their times: a heap, in which a place that an appointment has left stays until it comes up. */
export class Agenda {
  readonly #byId = new Map<number, Appointment>()
  #heap: Place[] = []
  /** The order of the next place. */
  order = 0
  /** How many are no tickets. */
  timers = 0

  get size(): number {
    return this.#byId.size
  }

  get(id: number): Appointment | undefined {
    return this.#byId.get(id)
  }

  get all(): Appointment[] {
    return [...this.#byId.values()]
  }

  /** The first; undefined when there is none. */
  get first(): Place | undefined {
    for (let top = this.#heap[0]; top; top = this.#heap[0]) {
      if (this.#isValid(top)) return top
      this.#drop()
    }
    return undefined
  }

  #isValid({ appointment, order }: Place): boolean {
    return appointment.order === order && this.#byId.get(appointment.id) === appointment
  }

  /** Adds one, or gives one that is there another time. */
  put(appointment: Appointment, when: number): void {
    if (!this.#byId.has(appointment.id) && !appointment.isTicket) this.timers += 1
    this.#byId.set(appointment.id, appointment)
    appointment.order = this.order++
    this.#raise({ when, order: appointment.order, appointment }, this.#heap.length)
    if (this.#heap.length > 2 * this.size + FEW) this.#clearAway()
  }

  /** Removes one; one that is not there is left as it is. */
  remove(appointment: Appointment): void {
    if (this.#byId.delete(appointment.id) && !appointment.isTicket) this.timers -= 1
  }

  clear(): void {
    this.#byId.clear()
    this.#heap = []
    this.timers = 0
  }

  /** What is sorted is a heap. */
  #clearAway(): void {
    this.#heap = this.#heap
      .filter((each) => this.#isValid(each))
      .sort((one, other) => (isBefore(one, other) ? -1 : 1))
  }

  #raise(place: Place, from: number): void {
    let at = from
    while (at > 0) {
      const above = (at - 1) >> 1
      const parent = this.#heap[above] as Place
      if (isBefore(parent, place)) break
      this.#heap[at] = parent
      at = above
    }
    this.#heap[at] = place
  }

  /** Removes the top: the last one sinks from there. */
  #drop(): void {
    const last = this.#heap.pop()
    if (last === undefined || this.#heap.length === 0) return
    let at = 0
    for (let below = this.#lesserBelow(at); below !== null; below = this.#lesserBelow(at)) {
      const child = this.#heap[below] as Place
      if (isBefore(last, child)) break
      this.#heap[at] = child
      at = below
    }
    this.#heap[at] = last
  }

  #lesserBelow(at: number): number | null {
    const left = this.#heap[2 * at + 1]
    const right = this.#heap[2 * at + 2]
    if (left === undefined) return null
    return right !== undefined && isBefore(right, left) ? 2 * at + 2 : 2 * at + 1
  }
}

function isBefore(one: Place, other: Place): boolean {
  return one.when < other.when || (one.when === other.when && one.order < other.order)
}
