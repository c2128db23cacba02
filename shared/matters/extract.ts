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

/** Reads every matter of a report that was made ready, in the order of the text. */
export function extractMatters(report: PreparedReport, statements: readonly ExtractedStatement[]): ExtractedMatter[] {
  const given = givenOf(report, statements)
  return READERS.flatMap((read) => read(given)).sort((a, b) => a.start - b.start)
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
