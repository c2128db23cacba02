import type { HeatCell, HeatMap } from '#shared/compare/heat'
import type { MatrixCell } from '#shared/compare/matrix-types'
import { type CellGrid, drawGrid, type GridCell } from './cell-grid'
import { type ChartWords, datedLabel, placeNames, signNotes, titleOf } from './chart-types'
import type { ChartMark, ChartPlan } from './plan'

/** What the colour of a heat map tells. */
export type HeatColour = 'rank' | 'zscore'

/** Further than this from the mean the colour grows no stronger. */
const REACH = 2

/** Where a cell stands on the ramp: ranks from the last to the first, z-scores from −2 to 2. */
function toneOf({ rank, zscore }: HeatCell, ranked: number, colour: HeatColour): number | null {
  if (rank === null || zscore === null || ranked <= 1) return null
  if (colour === 'zscore') return (Math.max(-REACH, Math.min(REACH, zscore)) + REACH) / (2 * REACH)
  return (ranked - rank) / (ranked - 1)
}

/**
 * Places × indicators and years: the number in its cell, its place among the others as colour. What is missing is
 * hatched. Ranks run along one hue, z-scores to both sides of a neutral middle; the good side is blue, for indicators of
 * which less is better too.
 */
export function heatPlan(map: HeatMap, colour: HeatColour, dated: boolean, words: ChartWords): ChartPlan<MatrixCell> {
  const { rows, columns, cells } = map
  const names = placeNames(rows)
  const years = new Set(columns.map(({ year }) => year))
  const print = ({ mark }: HeatCell): string => (mark ? datedLabel(mark, dated, words) : '')
  const marks: ChartMark<MatrixCell>[] = []
  for (const [row, line] of cells.entries())
    for (const [column, found] of line.entries()) {
      const { cell, rank } = found
      const ranked = columns[column]?.ranked ?? 0
      const value = found.mark ? print(found) : cell.state === 'value' ? words.say('otherUnit') : words.noData
      const text = rank === null ? value : words.say('ranked', { value, rank, count: ranked })
      marks.push({ row, column, text, subject: cell })
    }
  const seen = cells.flat()
  const grid: CellGrid = {
    rows: rows.map((place) => ({ text: names.get(place.code) ?? place.short, names: { place: place.code } })),
    columns: columns.map(({ indicator, year }) => ({
      text: titleOf(indicator, words),
      names: { indicator: indicator.id },
      ...(years.size > 1 ? { below: year } : {}),
    })),
    cell: (row, column): GridCell => {
      const mark = row * columns.length + column
      const found = cells[row]?.[column]
      if (found?.cell.state !== 'value') return { tone: null, text: '', missing: true, mark }
      const { chosen } = found.cell
      const text = found.mark ? print(found) : (chosen?.origin.quantity ?? '')
      return { tone: toneOf(found, columns[column]?.ranked ?? 0, colour), text, missing: false, mark }
    },
    ramp: colour === 'rank' ? 'sequential' : 'diverging',
    longest: Math.max(0, ...seen.map((one) => print(one).length)),
    legend:
      colour === 'rank'
        ? { low: words.say('heat.last'), high: words.say('heat.first'), missing: words.say('heat.missing') }
        : {
            low: words.say('heat.below', { reach: REACH }),
            high: words.say('heat.above', { reach: REACH }),
            missing: words.say('heat.missing'),
          },
    label: words.label,
  }
  return {
    rows: grid.rows.map(({ text }) => text),
    columns: columns.map(({ indicator, year }) =>
      years.size > 1 ? words.say('placeYear', { place: titleOf(indicator, words), year }) : titleOf(indicator, words),
    ),
    marks,
    notes: [
      ...(columns.some(({ ranked }) => ranked === 1) ? [words.say('heat.lone')] : []),
      ...signNotes(
        seen.flatMap(({ mark }) => mark ?? []),
        columns.map(({ indicator }) => indicator),
        words,
      ),
    ],
    draw: (at, palette) => drawGrid(grid, at, palette),
  }
}
