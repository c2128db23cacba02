import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { inClosedNetwork } from './closed-network.mjs'
import { command } from './command.mjs'
import { electronEnvironment, inVirtualDisplay } from './display.mjs'
import { at, ROOT } from './project.mjs'
import { Interrupted, Stop, say } from './say.mjs'

/** What failed so far, a line each. */
const FAILURES = []
const firstLine = (text = '') => text.split('\n', 1)[0]

/** Counts of one part of the test run. */
export const none = () => ({ passed: 0, failed: 0, skipped: 0 })

/**
 * Runs one part of the test run. One that breaks off is one failure and says why: the parts after it still run, and
 * the last line still counts them all.
 * @param {string} name
 * @param {() => Promise<ReturnType<typeof none>>} body
 */
export async function step(name, body) {
  try {
    return await body()
  } catch (error) {
    if (error instanceof Interrupted) throw error
    const expected = error instanceof Stop
    process.stdout.write(
      `${expected ? error.details : (error?.stack ?? error)}\n${name}: failed${expected ? `, ${error.message}` : ''}\n`,
    )
    FAILURES.push(`${name}: ${firstLine(String(error?.message ?? error))}`)
    return { ...none(), failed: 1 }
  }
}

/** Runs one check that either holds or does not. */
export async function check(name, program, args) {
  say(`duibiao: ${name} …`)
  return step(name, async () => {
    const { code, output } = await command(program, args, { cwd: ROOT, capture: true })
    if (code !== 0) throw new Stop(`ended with code ${code}`, output)
    return { ...none(), passed: 1 }
  })
}

/**
 * Runs one project of the vitest configuration and counts its tests.
 * A run that ends without a report (a crash, a file that does not load) counts as one failure on top.
 * @param {string} project
 * @param {{ virtual?: boolean, closed?: boolean, env?: Record<string, string>, files?: string[] }} options `virtual`: in
 *   a display of its own; `closed`: in a network of its own, and failing where anything tries to leave it
 */
export async function vitest(project, { virtual = false, closed = false, env = {}, files = [] } = {}) {
  say(`duibiao: ${project} tests …`)
  const report = join(tmpdir(), `duibiao-${process.pid}-${project}.json`)
  const args = [
    at('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--project',
    project,
    ...files,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const shown = virtual ? inVirtualDisplay(process.execPath, args) : [process.execPath, args]
  const [program, all] = closed ? inClosedNetwork(...shown) : shown
  const { code } = await command(program, all, { cwd: ROOT, env: { ...electronEnvironment(), ...env } })
  const text = await readFile(report, 'utf8').catch(() => null)
  await rm(report, { force: true })
  if (text !== null) FAILURES.push(...failuresOf(text))
  return withEnd(project, code, text === null ? none() : countsOf(text))
}

/**
 * The tests of a vitest report that failed, each with the first line of why, and the files that broke: thousands of
 * lines lie between a failure and the end of the run, where one looks first.
 * @param {string} text
 * @returns {string[]}
 */
export function failuresOf(text) {
  return JSON.parse(text).testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(ROOT, name)
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (failed.length === 0 && status === 'failed') return [`${file}: ${firstLine(message)}`]
    return failed.map((test) => `${file} > ${test.fullName}: ${firstLine(test.failureMessages[0])}`)
  })
}

/** What the end of a run adds to its counts: one that broke off, or ran nothing, has failed. */
export function withEnd(project, code, counts) {
  const broke = code !== 0 && counts.failed === 0
  const empty = code === 0 && counts.passed === 0
  if (broke) process.stdout.write(`${project} tests: broke off with code ${code}\n`)
  if (empty) process.stdout.write(`${project} tests: none was run\n`)
  return broke || empty ? { ...counts, failed: counts.failed + 1 } : counts
}

/**
 * Counts of a vitest report in JSON; a file that failed without a test that did (it did not load, or what
 * comes before its tests broke) counts as one failure.
 * @param {string} text
 */
export function countsOf(text) {
  const report = JSON.parse(text)
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  ).length
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** The end of the run: what failed, and the counts as the last line. */
export const summary = ({ passed, failed, skipped }, failures = FAILURES) =>
  `${failures.map((failure) => `failed: ${failure}\n`).join('')}${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
