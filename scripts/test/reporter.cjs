// Mocha's "spec" reporter, which also keeps a file up to date with the counts and the test that is running.

const { writeFileSync } = require('node:fs')
const Mocha = require('mocha')

/**
 * @typedef {object} Report
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string | null} running full title of the test or hook at work
 * @property {boolean} ended whether all tests have been gone through
 * @property {string} [leftover] what kept the process from ending after that
 */

const { constants } = Mocha.Runner

/** How long the process may take to end by itself after the last test. */
const lingerMilliseconds = 15_000

class Reporter extends Mocha.reporters.Spec {
  /**
   * @param {Mocha.Runner} runner
   * @param {Mocha.MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options)
    /** @type {Report} */
    const report = { passed: 0, failed: 0, skipped: 0, running: null, ended: false }
    /** @param {Partial<Report>} change */
    const update = (change) => save(Object.assign(report, change))
    runner.on(constants.EVENT_TEST_BEGIN, (test) => update({ running: test.fullTitle() }))
    runner.on(constants.EVENT_HOOK_BEGIN, (hook) => update({ running: hook.fullTitle() }))
    runner.on(constants.EVENT_HOOK_END, () => update({ running: null }))
    runner.on(constants.EVENT_TEST_PASS, () => update({ running: null, passed: report.passed + 1 }))
    runner.on(constants.EVENT_TEST_FAIL, () => update({ running: null, failed: report.failed + 1 }))
    runner.on(constants.EVENT_TEST_PENDING, () => update({ skipped: report.skipped + 1 }))
    runner.on(constants.EVENT_RUN_END, () => {
      update({ ended: true })
      expectExit((leftover) => update({ leftover }))
    })
  }
}

/** @param {Report} report */
function save(report) {
  if (process.env.CZMQ_TEST_REPORT) writeFileSync(process.env.CZMQ_TEST_REPORT, JSON.stringify(report))
}

/**
 * Tests that leave something running are an error, and one that must not hang the build. (The exit
 * code does not tell: mocha sets it to the number of failures.)
 *
 * @param {(leftover: string) => void} report
 */
function expectExit(report) {
  setTimeout(() => {
    report(process.getActiveResourcesInfo().join(', '))
    process.exit(1)
  }, lingerMilliseconds).unref()
}

module.exports = Reporter
