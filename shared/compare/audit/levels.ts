import type { MaterialStatement, ReportMaterial } from '../material'
import type { Told } from './growth-check'
import { isChange } from './names'
import { isResult } from './select'

/** Measures of what is no level of its year: an increase, a plan, what is sought or signed. */
const NO_LEVEL = new Set(['added', 'net', 'planned_total', 'sought', 'signed'])

/** A level that stands for a whole year: no increase, no plan, no subset. */
const isLevel = (text: string, statement: MaterialStatement): boolean =>
  statement.kind === 'level' &&
  isResult(statement) &&
  statement.subset === '' &&
  statement.part_of === '' &&
  !NO_LEVEL.has(statement.measure) &&
  !isChange(text, statement)

/** The levels of a report. */
export const levelsOf = (material: ReportMaterial): MaterialStatement[] =>
  material.statements.filter((statement) => isLevel(material.text, statement))

/** The same with the report that they stand in. */
export const toldLevels = (material: ReportMaterial): Told[] =>
  levelsOf(material).map((statement) => ({ material, statement }))
