import type { MatrixCell, Origin } from '#shared/compare/matrix-types'
import { translate } from '#shared/locales/translate'
import type { TableContext } from '../comparison-tables'

/** 洛阳市2023年政府工作报告（摘要）; the file's name for what is no work report. */
function nameOf(place: string, { reportYear, reportKind, source }: Origin, context: TableContext): string {
  if (reportKind === 'other' || reportYear === null) return context.fileOf(source)
  const kind = reportKind === 'full' ? '' : translate(context.language, `tables.kind.${reportKind}`)
  return translate(context.language, 'tables.report', { place, year: reportYear, kind })
}

/**
 * 资料来源: the reports that cells were taken from, each once, in the order of the cells; '' where there are none.
 * @param placeName name of a place by its code
 */
export function sourcesOf(
  cells: readonly MatrixCell[],
  placeName: (code: string) => string,
  context: TableContext,
): string {
  const names = new Set(
    cells.flatMap(({ chosen, place }) => (chosen ? nameOf(placeName(place), chosen.origin, context) : [])),
  )
  if (names.size === 0) return ''
  return translate(context.language, 'tables.sources', {
    names: [...names].join(translate(context.language, 'tables.between')),
  })
}
