import type { ExtractedMatter } from '#shared/model/matter'
import type { ExtractedStatement } from '#shared/model/statement'
import { type PreparedReport, prepareReport, readSentences } from '../statements/extract'
import type { StatementInput } from '../statements/input'
import { readClaims } from './claims/read'
import { type Given, givenOf } from './given'
import { readLists } from './lists/read'
import { readRanks } from './ranks/read'
import { readRelativeTargets } from './relative/read'
import { readVentures } from './ventures/read'

/** The readers of matters, each for what it reads; those of lists come first, since items order the others. */
const READERS: readonly ((given: Given) => ExtractedMatter[])[] = [
  readLists,
  readRelativeTargets,
  readRanks,
  readClaims,
  readVentures,
]

const byStart = (a: ExtractedMatter, b: ExtractedMatter): number => a.start - b.start

/** Two runs in the order of the text as one; of those at one place the first run's come first. */
function merged(first: readonly ExtractedMatter[], second: ExtractedMatter[]): ExtractedMatter[] {
  if (first.length === 0) return second
  const out: ExtractedMatter[] = []
  let next = 0
  for (const one of second) {
    const { start } = one
    for (let other = first[next]; other && other.start <= start; other = first[++next]) out.push(other)
    out.push(one)
  }
  for (let other = first[next]; other; other = first[++next]) out.push(other)
  return out
}

/** Reads every matter of a report that was made ready, in the order of the text. */
export function extractMatters(report: PreparedReport, statements: readonly ExtractedStatement[]): ExtractedMatter[] {
  const given = givenOf(report, statements)
  let matters: ExtractedMatter[] = []
  for (const read of READERS) matters = merged(matters, read(given).sort(byStart))
  return matters
}

/** What the engine reads in a report. */
export interface ReportContent {
  statements: ExtractedStatement[]
  matters: ExtractedMatter[]
}

/** Reads the statements and matters of a report. Pure and deterministic; time grows linearly with the text. */
export function readReport(input: StatementInput): ReportContent {
  const report = prepareReport(input)
  const statements = readSentences(report)
  return { statements, matters: extractMatters(report, statements) }
}
