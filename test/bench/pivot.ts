import { layOut, withoutEmptyLines } from '../../shared/compare/layout'
import { buildMatrix } from '../../shared/compare/matrix'
import { offerOf } from '../../shared/compare/offer'
import type { ReportCells } from '../../shared/model/cell'
import { type Comparison, comparisonDefaults } from '../../shared/model/comparison'
import type { Library } from './library'
import { type Row, row } from './row'

const ROUNDS = 7
const INDICATORS = 40
/** Data years that a comparison shows: the latest, and as many as a first look shows. */
const YEARS = [1, 6]
const LIMIT = 100

/** Reports of the smaller and the larger library whose pivots are held against each other. */
const SMALL = 200
const LARGE = 2_000
/** Ten times the reports may take so many times the time: linear growth, with room for what caches cost. */
const GROWTH = 15

/** A comparison of all places, the indicators and years that most is said of. */
export function comparisonOf(cells: readonly ReportCells[], years: number): Comparison {
  const kind = 'growth'
  const offer = offerOf(cells, { places: [], role: 'both', kind })
  // The years that most is said of, or the latest ones would be nearly empty.
  const known = offer.years.filter(({ year }) => /^\d{4}$/.test(year)).toSorted((a, b) => b.cells - a.cells)
  return {
    ...comparisonDefaults(),
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

/** Rows that a screen shows. */
const SCREEN = 40

/**
 * Milliseconds until the table can be drawn: every number chosen, units aligned, laid out, empty lines found, and the
 * cells of a screen of rows made (those of the other rows are made when they are scrolled to).
 */
export function pivot(cells: readonly ReportCells[], comparison: Comparison): number {
  const begin = performance.now()
  const laid = layOut(buildMatrix(cells, comparison), comparison, (id) => id)
  const { rows, columns } = withoutEmptyLines(laid).laid
  const first = rows.slice(0, SCREEN).map((line) => columns.map((column) => laid.cell(line, column)))
  const spent = performance.now() - begin
  if (!first.some((line) => line.some((cell) => cell?.state === 'value')))
    throw new Error('the comparison shows nothing: there is nothing to measure')
  return spent
}

/** Milliseconds of reports whose index is not made yet: a library that has just changed. */
function cold(cells: readonly ReportCells[], years: number): number {
  const comparison = comparisonOf(cells, years)
  return pivot([...cells], comparison)
}

const rounds = (measure: () => number): number[] => Array.from({ length: ROUNDS }, measure)

/** Every n-th report, so that the small library has places, years and kinds like the large one. */
const sampled = (cells: readonly ReportCells[], count: number): ReportCells[] =>
  cells.filter((_, at) => Math.floor((at * count) / cells.length) !== Math.floor(((at - 1) * count) / cells.length))

/** The time of a large library beside ten times that of a small one, each with all that is made once for it. */
function growthRow({ name, cells }: Library): Row | null {
  if (cells.length < LARGE) return null
  const [small, large] = [sampled(cells, SMALL), sampled(cells, LARGE)]
  return row(
    `pivot of ${LARGE} reports of ${name}, ${INDICATORS} indicators, index made, beside ${SMALL}`,
    'ms',
    rounds(() => cold(large, 6)),
    { name: `${SMALL} reports`, figures: rounds(() => cold(small, 6)) },
    { most: GROWTH },
  )
}

/** All places × forty indicators, from the cells in memory; and how it grows with the library. */
export function pivotRows(library: Library): Row[] {
  const rows = YEARS.map((years) => {
    const comparison = comparisonOf(library.cells, years)
    const figures = rounds(() => pivot(library.cells, comparison))
    const span = years === 1 ? 'one year' : `${years} years`
    return row(
      `pivot of ${library.name}, ${INDICATORS} indicators, ${span}`,
      'ms',
      figures,
      { name: 'limit', figures: [LIMIT] },
      { most: 1 },
    )
  })
  const growth = growthRow(library)
  return growth ? [...rows, growth] : rows
}
