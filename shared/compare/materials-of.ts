import type { AnalysedSource } from '#shared/model/analysed'
import { matterKey } from '#shared/model/matter'
import { statementKey } from '#shared/model/statement'
import type { ReportMaterial } from './material'

/** The reports of a source as the engine reads them, for where there is no project and no word of a user's. */
export const materialsOf = ({ text, reports }: AnalysedSource): ReportMaterial[] =>
  reports.map(({ report, statements, matters }) => ({
    report,
    statements: statements.map((one) => ({ ...one, key: statementKey(one), status: 'suggested' })),
    matters: matters.map((content) => ({ content, key: matterKey(content), status: 'suggested' })),
    text: text.text,
  }))
