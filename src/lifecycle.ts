/**
 * The end of the process. C objects whose end is more than freeing memory are destroyed by one exit hook, so that
 * libczmq finds nothing dangling; everything else the system takes back.
 */

/** Something to do before the process, or this worker thread, ends. */
export interface Ending {
  end: () => void
}

const endings = new Set<Ending>()
let hooked = false

/** Runs `ending.end()` at exit, last registered first, unless {@link forgetEnding} comes before. */
export function beforeExit(ending: Ending): void {
  endings.add(ending)
  if (hooked) return
  hooked = true
  process.once('exit', endAll)
}

/** The object was destroyed earlier. */
export function forgetEnding(ending: Ending): void {
  endings.delete(ending)
}

function endAll(): void {
  for (const each of [...endings].reverse()) each.end()
}
