import type { PlaceRef } from '#shared/compare/matrix-types'
import type { LinePanel, Mark, PlaceLine } from '#shared/compare/series'
import { placeOrder } from './bar'
import { type BuiltChart, type ChartSize, type ChartWords, labelOf, type MarkDatum } from './chart-types'
import { type ChartPalette, colorOf, shapeOf } from './palette'
import { layPanels } from './panels'
import { frame, grid, legend, titles, valueAxis } from './parts'

/** Room that a year needs on the axis. */
const YEAR = 44
/** With more places than this, numbers at the marks would collide: tooltip and table have them. */
const LABELLED_PLACES = 4

/** Shape and hollowness tell marks apart; a pattern inside them would be noise. */
const NO_PATTERN = { symbol: 'none' }

/** Names for the legend: short where that is enough to tell places apart. */
export function placeNames(places: readonly PlaceRef[]): ReadonlyMap<string, string> {
  const shared = (pick: (place: PlaceRef) => string, place: PlaceRef): boolean =>
    places.some((other) => other.code !== place.code && pick(other) === pick(place))
  return new Map(
    places.map((place) => {
      if (!shared((p) => p.short, place)) return [place.code, place.short]
      return [place.code, shared((p) => p.name, place) ? `${place.name} ${place.code}` : place.name]
    }),
  )
}

interface Look {
  palette: ChartPalette
  words: ChartWords
  labelled: boolean
}

/** A year without a mark: the line is broken there. */
interface Gap {
  value: [string, '-']
}

function data(marks: readonly (Mark | null)[], years: readonly string[], look: Look): (MarkDatum | Gap)[] {
  return years.map((year, index) => {
    const mark = marks[index]
    if (!mark) return { value: [year, '-'] }
    return { value: [year, mark.value], cell: mark.cell, label: { formatter: labelOf(mark, look.words) } }
  })
}

/** A place in a panel: results as a line with solid marks, broken where a year is missing; targets as hollow marks. */
function pair(line: PlaceLine, panel: LinePanel, index: number, position: number, name: string, look: Look) {
  const { palette, labelled } = look
  const color = colorOf(palette, position)
  const shape = shapeOf(position)
  const shared = {
    name,
    xAxisIndex: index,
    yAxisIndex: index,
    cursor: 'pointer',
    label: { show: labelled, position: 'top' as const, fontSize: 11, color: palette.text },
    labelLayout: { hideOverlap: true },
  }
  return [
    {
      ...shared,
      type: 'line' as const,
      symbol: shape,
      symbolSize: 9,
      showAllSymbol: true,
      connectNulls: false,
      itemStyle: { color, decal: NO_PATTERN },
      lineStyle: { color, width: 2 },
      data: data(line.actual, panel.years, look),
    },
    {
      ...shared,
      type: 'scatter' as const,
      symbol: shape,
      symbolSize: 12,
      z: 3,
      itemStyle: { color: palette.surface, borderColor: color, borderWidth: 2, opacity: 1, decal: NO_PATTERN },
      data: data(line.target, panel.years, look),
    },
  ]
}

/**
 * Lines over the years as small multiples: a panel per indicator, a colour and a shape per place. What is missing is
 * a gap, never a zero.
 */
export function lineOption(
  panels: readonly LinePanel[],
  places: readonly PlaceRef[],
  size: ChartSize,
  palette: ChartPalette,
  words: ChartWords,
): BuiltChart {
  const years = panels[0]?.years ?? []
  const layout = layPanels(panels.length, size, years.length * YEAR + 120)
  const order = placeOrder(places.map((place) => place.code))
  const names = placeNames(places)
  const drawn = places.filter((place) =>
    panels.some((panel) => panel.lines.some((line) => line.place.code === place.code)),
  )
  const marks = panels.flatMap((p) => p.lines.flatMap((l) => [...l.actual, ...l.target])).filter((m) => m !== null)
  const look = { palette, words, labelled: drawn.length <= LABELLED_PLACES }
  const notes = [
    ...(marks.some((mark) => mark.cell.role === 'target') ? [`○ ${words.target}`] : []),
    ...(marks.some((mark) => mark.cell.role === 'actual') ? [`● ${words.result}`] : []),
    ...(marks.some((mark) => mark.cell.partial) ? [words.partial] : []),
  ]
  return {
    height: layout.height,
    marks: marks.length,
    option: {
      ...frame(palette, words),
      legend: {
        ...legend(
          palette,
          drawn.map((place) => ({
            name: names.get(place.code) ?? place.short,
            icon: shapeOf(order.get(place.code) ?? 0),
          })),
        ),
        right: 300,
      },
      title: [
        ...titles(
          layout,
          panels.map((panel) => panel.indicator),
          palette,
          words,
        ),
        {
          text: notes.join('   '),
          right: 12,
          top: 8,
          padding: 0,
          textStyle: { fontSize: 12, fontWeight: 400, color: palette.muted },
        },
      ],
      grid: layout.plots.map(grid),
      xAxis: panels.map((panel, index) => ({
        type: 'category' as const,
        gridIndex: index,
        data: [...panel.years],
        axisLine: { lineStyle: { color: palette.border }, onZero: false },
        axisTick: { show: false },
        axisLabel: { color: palette.text, fontSize: 11, hideOverlap: true },
      })),
      yAxis: panels.map((_, index) => valueAxis(index, palette, words, true)),
      series: panels.flatMap((panel, index) =>
        panel.lines.flatMap((line) => {
          const { code, short } = line.place
          return pair(line, panel, index, order.get(code) ?? 0, names.get(code) ?? short, look)
        }),
      ),
    },
  }
}
