import { createHash } from 'node:crypto'
import type { ExtractedStatement } from '../../shared/model/statement'
import { extractStatements } from '../../shared/statements/extract'
import { INVARIANTS, type Invariant, violationsIn } from '../invariants/invariants'
import { filesUnder } from './library'
import { type BenchReport, processorTime, readReports } from './reports'
import { type Row, row } from './row'

/** Longest that a report may take once the engine is warm, in milliseconds. */
const REPORT_LIMIT = 50
/** Rounds after the first; a report's time is the least of them, for a collection of garbage is not its own. */
const ROUNDS = 3
/** Violations that are told one by one. */
const SHOWN = 20

const NAMES: Readonly<Record<Invariant, string>> = {
  quantity: 'quantities that are not what stands at their offset',
  inside: 'statements outside their report',
  sentence: 'statements outside their sentence',
  date: 'statements that overlap a date',
  session: 'statements that overlap the number of a session',
  value: 'values that their quantity does not say',
  indicator: 'indicator ids that are in no dictionary',
}

const digest = (statements: readonly ExtractedStatement[]): string =>
  createHash('sha256').update(JSON.stringify(statements)).digest('base64')

/** What a pass over all reports found, and what each took. */
interface Pass {
  digests: string[]
  times: number[]
}

/** Reads every report; @param backwards in the other order, so that what a cache holds is other each time */
function pass(reports: readonly BenchReport[], backwards: boolean): Pass {
  const digests: string[] = new Array(reports.length).fill('')
  const times: number[] = new Array(reports.length).fill(0)
  const order = [...reports.keys()]
  for (const at of backwards ? order.reverse() : order) {
    const input = reports[at]?.input
    if (!input) continue
    let statements: ExtractedStatement[] = []
    times[at] = processorTime(() => {
      statements = extractStatements(input)
    })
    digests[at] = digest(statements)
  }
  return { digests, times }
}

/** What holds of every statement of every report, and the slowest report. Violations are told on standard error. */
export async function invariantRows(folder: string): Promise<Row[]> {
  const reports = await readReports(filesUnder(folder))
  const counts = new Map<Invariant, number>(INVARIANTS.map((invariant) => [invariant, 0]))
  let statements = 0
  let told = 0
  for (const { file, input } of reports) {
    const found = extractStatements(input)
    statements += found.length
    for (const { invariant, start, quantity, found: there } of violationsIn(input.text, input, found)) {
      counts.set(invariant, (counts.get(invariant) ?? 0) + 1)
      told += 1
      if (told <= SHOWN) process.stderr.write(`${invariant}: ${file} ${start} ${quantity} (${there})\n`)
    }
  }
  if (statements === 0) throw new Error('the engine found nothing: there is nothing to hold')
  const passes = Array.from({ length: ROUNDS }, (_, round) => pass(reports, round % 2 === 1))
  const [first] = passes
  const unlike = reports.filter((_, at) => passes.some(({ digests }) => digests[at] !== first?.digests[at])).length
  const least = reports.map((_, at) => Math.min(...passes.map(({ times }) => times[at] ?? 0)))
  const slowest = Math.max(...least)
  process.stderr.write(`slowest: ${reports[least.indexOf(slowest)]?.file}\n`)
  return [
    ...INVARIANTS.map((invariant) =>
      row(
        NAMES[invariant],
        '',
        [counts.get(invariant) ?? 0],
        { name: 'statements', figures: [statements] },
        { most: 0 },
      ),
    ),
    row(
      'reports read otherwise another time',
      '',
      [unlike],
      { name: 'reports', figures: [reports.length] },
      { most: 0 },
    ),
    row('slowest report, warm', 'ms', [slowest], { name: 'limit', figures: [REPORT_LIMIT] }, { most: 1 }),
  ]
}
