/**
 * The end of the process. C objects whose end is more than freeing memory are destroyed by one exit hook, so that
 * libczmq finds nothing dangling; everything else the system takes back.
 */

/** Something to do before the process, or this worker thread, ends. */
export interface Ending {
  end: () => void
}

const endings = new Set<Ending>()
let first: (() => void) | undefined
let hooked = false

/** Runs `ending.end()` at exit, last registered first, unless {@link forgetEnding} comes before. */
export function beforeExit(ending: Ending): void {
  endings.add(ending)
  hook()
}

/** Runs `step` at exit, when nothing has been ended yet; in place of an earlier one. */
export function beforeEndings(step: () => void): void {
  first = step
  hook()
}

function hook(): void {
  if (hooked) return
  hooked = true
  process.once('exit', endAll)
}

/** The object was destroyed earlier. */
export function forgetEnding(ending: Ending): void {
  endings.delete(ending)
}

/** One that was ended together with its owner is not ended again, and one that throws does not stop the others. */
function endAll(): void {
  const failures: unknown[] = []
  if (first) attempt(first, failures)
  for (const each of [...endings].reverse()) {
    if (endings.delete(each)) attempt(() => each.end(), failures)
  }
  if (failures.length > 0) throw failures[0]
}

function attempt(step: () => void, failures: unknown[]): void {
  try {
    step()
  } catch (error) {
    failures.push(error)
  }
}
