// What is done again and again, by name.

import * as background from './scenarios/background.mjs'
import * as messages from './scenarios/messages.mjs'
import * as planted from './scenarios/planted.mjs'
import * as security from './scenarios/security.mjs'
import * as sockets from './scenarios/sockets.mjs'

/**
 * @typedef {object} Scenario
 * @property {(round: number) => unknown} step leaves nothing behind but what the next step uses
 * @property {() => unknown} [end] ends what all steps share
 */

/** @type {Record<string, () => Scenario | Promise<Scenario>>} */
export const scenarios = {
  ...messages.scenarios,
  ...sockets.scenarios,
  ...background.scenarios,
  ...security.scenarios,
  ...planted.scenarios,
}

/**
 * Bytes of resident memory that a round keeps for good, and why that is no news: Node and koffi do not give back all that a
 * worker thread has taken. A worker that only imports koffi keeps 15 to 30 KiB, one that imports this package 30 to 80.
 *
 * @type {Record<string, number>}
 */
export const known = { workers: 80 * 1024, agents: 80 * 1024, gossip: 160 * 1024 }

/** Those of a run, without the leaks that were planted to test the judge. */
export const ordinary = Object.keys(scenarios).filter((name) => !name.startsWith('planted-'))
