import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { command } from './command.mjs'
import { electronEnvironment, inVirtualDisplay } from './display.mjs'
import { at, ROOT } from './project.mjs'
import { Interrupted, Stop, say } from './say.mjs'

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
 */
export async function vitest(project, { virtual = false, env = {}, files = [] } = {}) {
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
  const [program, all] = virtual ? inVirtualDisplay(process.execPath, args) : [process.execPath, args]
  const { code } = await command(program, all, { cwd: ROOT, env: { ...electronEnvironment(), ...env } })
  const counts = await readFile(report, 'utf8').then(countsOf).catch(none)
  await rm(report, { force: true })
  return withEnd(project, code, counts)
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

/** The last line of the run. */
export const summary = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
