import type { ReportCells } from '#shared/model/cell'
import type { Comparison } from '#shared/model/comparison'
import { askedOf, collect } from './gather'
import { LATEST_YEAR } from './latest'
import { Row } from './matrix-cells'
import type { Matrix } from './matrix-types'
import { indexOf } from './record-index'
import { strandOf } from './strand'
import { parseSeriesKey } from './variants'

export type * from './matrix-types'

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)]

/**
 * Places × years × indicators with the evidence behind every number. The data year decides where a number stands,
 * whichever report says it. Numbers of other places, rejected ones and those of versions that are not the main one
 * stay out; kinds are never mixed, nor are measures, subsets, bases and what growth is measured against; units are
 * aligned per indicator, currencies and unlike units keep their own.
 * @param records the library's cells, in any order; the array must not be changed later (`indexOf`)
 * @param comparison what stands beside what, rows in the order of its places, columns of its indicators and years
 */
export function buildMatrix(records: readonly ReportCells[], comparison: Comparison): Matrix {
  const index = indexOf(records)
  const keys = unique(comparison.indicators)
  const indicators = unique(keys.map((key) => parseSeriesKey(key).indicator))
  const asked = askedOf(index, comparison, indicators)
  const material = new Map(indicators.map((indicator) => [indicator, collect(index, asked, indicator)]))
  const strands = keys.flatMap((key) => {
    const found = material.get(parseSeriesKey(key).indicator)
    return found ? strandOf(key, found, asked, comparison.latest) : []
  })
  return {
    kind: comparison.kind,
    latest: comparison.latest,
    years: comparison.latest ? [LATEST_YEAR] : asked.years,
    places: asked.places.map(({ place }) => place),
    roles: asked.roles,
    indicators: strands.map(({ indicator }) => indicator),
    columns: strands.flatMap(({ columns }) => columns),
    rows: asked.places.flatMap((_, at) => asked.roles.map((_, role) => new Row(asked, strands, at, role))),
    reports: asked.places.flatMap(({ reports }) => reports),
  }
}
