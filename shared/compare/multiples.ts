import type { SeriesBreak } from '#shared/model/audit'
import type { Matrix, MatrixIndicator } from './matrix-types'
import { type LinePanel, linePanels, type PlaceLine } from './series'

/** One indicator, a panel for each place, all on one scale. */
export interface Multiples {
  indicator: MatrixIndicator
  years: readonly string[]
  lines: readonly PlaceLine[]
}

export type MultiplesSort = 'places' | 'value'

const latest = ({ actual, target }: PlaceLine): number =>
  (actual.findLast((mark) => mark !== null) ?? target.findLast((mark) => mark !== null))?.value ??
  Number.NEGATIVE_INFINITY

/**
 * The lines of one indicator, place by place.
 * @param id series key, '' or an unknown one for the first that has a number
 * @param sort `value`: the place whose latest number is the highest first
 * @returns null where nothing has a number in a single year
 */
export function multiplesOf(
  matrix: Matrix,
  id: string,
  sort: MultiplesSort,
  own: readonly SeriesBreak[] = [],
): Multiples | null {
  const panels = linePanels(matrix, own)
  const panel: LinePanel | undefined = panels.find(({ indicator }) => indicator.id === id) ?? panels[0]
  if (!panel) return null
  const { indicator, years, lines } = panel
  return { indicator, years, lines: sort === 'value' ? lines.toSorted((a, b) => latest(b) - latest(a)) : lines }
}
