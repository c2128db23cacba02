import { createHash } from 'node:crypto'
import { type ReportContent, readReport } from '../../shared/matters/extract'
import { INVARIANTS, type Invariant, violationsIn } from '../invariants/invariants'
import { MATTER_INVARIANTS, type MatterInvariant, matterViolationsIn } from '../invariants/matter-invariants'
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

const MATTER_NAMES: Readonly<Record<MatterInvariant, string>> = {
  schema: 'matters that are none',
  inside: 'matters outside their report',
  sentence: 'matters outside their sentence',
  name: 'names that are not the words of their span',
  money: 'amounts that are not what stands at their offset',
  indicator: 'ids of matters that are in no dictionary',
  beside: 'ranks beside no statement',
  key: 'matters of one key',
  list: 'lists whose items are not theirs, or not in order',
  order: 'matters out of order',
}

const digest = (content: ReportContent): string => createHash('sha256').update(JSON.stringify(content)).digest('base64')

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
    let content: ReportContent = { statements: [], matters: [] }
    times[at] = processorTime(() => {
      content = readReport(input)
    })
    digests[at] = digest(content)
  }
  return { digests, times }
}

/** What holds of every statement and matter of every report, and the slowest report. Violations are told on standard error. */
export async function invariantRows(folder: string): Promise<Row[]> {
  const reports = await readReports(filesUnder(folder))
  const counts = new Map<Invariant, number>(INVARIANTS.map((invariant) => [invariant, 0]))
  const matterCounts = new Map<MatterInvariant, number>(MATTER_INVARIANTS.map((invariant) => [invariant, 0]))
  let statements = 0
  let matters = 0
  let told = 0
  const tell = (line: string): void => {
    told += 1
    if (told <= SHOWN) process.stderr.write(`${line}\n`)
  }
  for (const { file, input } of reports) {
    const content = readReport(input)
    statements += content.statements.length
    matters += content.matters.length
    for (const { invariant, start, quantity, found: there } of violationsIn(input.text, input, content.statements)) {
      counts.set(invariant, (counts.get(invariant) ?? 0) + 1)
      tell(`${invariant}: ${file} ${start} ${quantity} (${there})`)
    }
    for (const one of matterViolationsIn(input.text, input, content.matters, content.statements)) {
      matterCounts.set(one.invariant, (matterCounts.get(one.invariant) ?? 0) + 1)
      tell(`${one.invariant}: ${file} ${one.start} ${one.type} (${one.found})`)
    }
  }
  if (statements === 0 || matters === 0) throw new Error('the engine found nothing: there is nothing to hold')
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
    ...MATTER_INVARIANTS.map((invariant) =>
      row(
        MATTER_NAMES[invariant],
        '',
        [matterCounts.get(invariant) ?? 0],
        { name: 'matters', figures: [matters] },
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
