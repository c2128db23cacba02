import type { ExtractedMatter } from './matter'
import type { Reading, ReadingText } from './reading'
import type { Report } from './report'
import type { Section } from './section'
import type { Source } from './source'
import type { ExtractedStatement } from './statement'

/*
 * What `shared/analysis` makes of a file and storage keeps. It stands here, so that storage takes the records without
 * importing the parsers, which run in the importer only.
 */

/** One report of a source with what was read from it. */
export interface AnalysedReport {
  report: Report
  sections: Section[]
  statements: ExtractedStatement[]
  matters: ExtractedMatter[]
}

/** Everything that the import stores of a file. */
export interface AnalysedSource {
  source: Source
  reading: Reading
  text: ReadingText
  reports: AnalysedReport[]
}
