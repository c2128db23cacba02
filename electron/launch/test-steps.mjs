import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { command } from './command.mjs'
import { inVirtualDisplay } from './display.mjs'
import { at, ROOT } from './project.mjs'
import { say } from './say.mjs'

/** Counts of one part of the test run. */
export const none = () => ({ passed: 0, failed: 0, skipped: 0 })

/** Runs one check that either holds or does not. */
export async function check(name, program, args) {
  say(`duibiao: ${name} …`)
  const { code, output } = await command(program, args, { cwd: ROOT, capture: true })
  if (code !== 0) process.stdout.write(`${output.trim()}\n${name}: failed\n`)
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
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
  const { code } = await command(program, all, { cwd: ROOT, env: { ...process.env, ...env } })
  const counts = await readFile(report, 'utf8').then(countsOf, none)
  await rm(report, { force: true })
  if (code !== 0 && counts.failed === 0) counts.failed = 1
  if (code === 0 && counts.passed === 0) {
    process.stdout.write(`${project}: no test was run\n`)
    counts.failed += 1
  }
  return counts
}

function countsOf(text) {
  const report = JSON.parse(text)
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}
