import { buildMatrix } from '../../shared/compare/matrix'
import { offerOf } from '../../shared/compare/offer'
import type { Comparison } from '../../shared/model/comparison'
import type { Library } from './library'
import { type Row, row } from './row'

const ROUNDS = 7
const INDICATORS = 40
/** Data years that a comparison shows: the latest, and as many as a first look shows. */
const YEARS = [1, 6]
const LIMIT = 100

function comparisonOf({ cells }: Library, years: number): Comparison {
  const kind = 'growth'
  const offer = offerOf(cells, { places: [], role: 'both', kind })
  // The years that most is said of, or the latest ones would be nearly empty.
  const known = offer.years.filter(({ year }) => /^\d{4}$/.test(year)).toSorted((a, b) => b.cells - a.cells)
  return {
    id: crypto.randomUUID(),
    name: '',
    places: offer.places.map(({ place }) => place.code),
    years: known.slice(0, years).map(({ year }) => year),
    indicators: offer.indicators.slice(0, INDICATORS).map(({ id }) => id),
    role: 'both',
    kind,
    view: 'table',
    author: '',
    updatedAt: '2026-01-01T00:00:00.000Z',
  }
}

/** All places × forty indicators, from the cells in memory. */
export function pivotRows(library: Library): Row[] {
  return YEARS.map((years) => {
    const comparison = comparisonOf(library, years)
    const figures = Array.from({ length: ROUNDS }, () => {
      const begin = performance.now()
      const matrix = buildMatrix(library.cells, comparison)
      const spent = performance.now() - begin
      if (!matrix.rows.some((line) => line.cells.some((cell) => cell.state === 'value')))
        throw new Error('the comparison shows nothing: there is nothing to measure')
      return spent
    })
    const span = years === 1 ? 'one year' : `${years} years`
    return row(
      `pivot of ${library.name}, ${INDICATORS} indicators, ${span}`,
      'ms',
      figures,
      { name: 'limit', figures: [LIMIT] },
      { most: 1 },
    )
  })
}
