import type { MatrixCell, PlaceRef } from '#shared/compare/matrix-types'
import type { LinePanel, Mark, PlaceLine } from '#shared/compare/series'
import { commonRange } from '#shared/compare/shared-range'
import { type ChartWords, labelOf, placeNames, signNotes, titleOf } from './chart-types'
import { type HeadNotes, headNotes, noteTitles } from './head-notes'
import { breakShapes, footnotes } from './line-breaks'
import { endLabels, widestName } from './line-ends'
import { type ChartPalette, colorOf, shapeOf } from './palette'
import { layPanels, type PanelRect } from './panels'
import { frame, grid, titles } from './parts'
import type { ChartFrame, ChartMark, ChartPlan, Drawn } from './plan'
import { type NumberScale, numberScale } from './scale'
import { shapeSeries } from './shapes'

/** Room that a year needs on the axis. */
const YEAR = 44
/** With more places than this, numbers at the marks would collide: tooltip and table have them. */
const LABELLED_PLACES = 4
/** With more places than this, lines are thin and marks small. */
const CROWD = 9
/** Height that a name at the end of a line takes. */
const NAME = 14
/** Panels with many lines grow up to this. */
const MOST_HEIGHT = 620

/** Shape and hollowness tell marks apart; a pattern inside them would be noise. */
const NO_PATTERN = { symbol: 'none' }

/** What one panel is drawn from. */
export interface LinePlot {
  panel: LinePanel
  rect: PanelRect
  scale: NumberScale
  /** Pixels of the canvas of a year, by its place, and of a value. */
  x: (year: number) => number
  y: (value: number) => number
}

/** What all panels share. */
export interface LineData {
  panels: readonly LinePanel[]
  words: ChartWords
  names: ReadonlyMap<string, string>
  /** Colour and shape of a place. */
  order: ReadonlyMap<string, number>
  markOf: (mark: Mark) => number
  /** Number of the footnote of a break, by its id. */
  footnote: ReadonlyMap<string, number>
  notes: readonly string[]
}

/** The results of a line in pieces, broken where the series breaks: no piece holds years of two of them. */
function pieces(line: PlaceLine, years: readonly string[]): (Mark | null)[][] {
  const starts = line.breaks.map(({ year }) => year)
  const ends = [...starts, Number.POSITIVE_INFINITY]
  return ends
    .map((end, index) => {
      const begin = index === 0 ? Number.NEGATIVE_INFINITY : (starts[index - 1] ?? end)
      return line.actual.map((mark, at) => (Number(years[at]) >= begin && Number(years[at]) < end ? mark : null))
    })
    .filter((piece) => piece.some((mark) => mark !== null))
}

interface Look {
  data: LineData
  palette: ChartPalette
  labelled: boolean
  crowded: boolean
}

/** A number beyond the scale stands at its edge, with a sign and what it is. */
function datum(mark: Mark | null, year: string | undefined, { low, high }: NumberScale, { data }: Look) {
  if (!mark) return { value: [year, '-'] }
  const { value } = mark
  const text = labelOf(mark, data.words)
  const shown = { value: [year, Math.max(low, Math.min(high, value))], mark: data.markOf(mark) }
  if (value >= low && value <= high) return { ...shown, label: { formatter: text } }
  const above = value > high
  const label = { show: true, position: above ? 'bottom' : 'top', formatter: `${above ? '▲' : '▼'}${text}` }
  return { ...shown, label }
}

/** A place in a panel: results as lines with solid marks, broken where a year is missing; targets as hollow marks. */
function placeSeries(line: PlaceLine, { panel, scale }: LinePlot, index: number, look: Look) {
  const { data, palette, labelled, crowded } = look
  const position = data.order.get(line.place.code) ?? 0
  const color = colorOf(palette, position)
  const shared = {
    name: data.names.get(line.place.code) ?? line.place.short,
    xAxisIndex: index,
    yAxisIndex: index,
    symbol: shapeOf(position),
    cursor: 'pointer',
    label: { show: labelled, position: 'top' as const, fontSize: 11, color: palette.text },
    labelLayout: { hideOverlap: true },
    emphasis: { scale: 1.6, lineStyle: { width: crowded ? 3 : 3.5, opacity: 1 }, itemStyle: { opacity: 1 } },
  }
  const opacity = crowded ? 0.7 : 1
  return [
    ...pieces(line, panel.years).map((piece) => ({
      ...shared,
      type: 'line' as const,
      symbolSize: crowded ? 5 : 8,
      showAllSymbol: true,
      connectNulls: false,
      triggerEvent: true,
      itemStyle: { color, opacity, decal: NO_PATTERN },
      lineStyle: { color, opacity, width: crowded ? 1.2 : 2 },
      data: piece.map((mark, at) => datum(mark, panel.years[at], scale, look)),
    })),
    {
      ...shared,
      type: 'scatter' as const,
      symbolSize: crowded ? 7 : 11,
      z: 3,
      itemStyle: {
        color: palette.surface,
        borderColor: color,
        borderWidth: crowded ? 1.2 : 2,
        opacity,
        decal: NO_PATTERN,
      },
      data: line.target.map((mark, at) => datum(mark, panel.years[at], scale, look)),
    },
  ]
}

function plotsOf(
  data: LineData,
  at: ChartFrame,
): { plots: LinePlot[]; layout: ReturnType<typeof layPanels>; head: HeadNotes } {
  const { panels, names } = data
  const end = widestName(names) + 22
  const years = panels[0]?.years.length ?? 1
  const most = Math.max(0, ...panels.map((panel) => panel.lines.length))
  const least = Math.min(MOST_HEIGHT, most * NAME + 80)
  const head = headNotes(data.notes, [], at.width)
  const layout = layPanels(panels.length, at, years * YEAR + end + 60, least, head.height)
  const plots = panels.map((panel, index): LinePlot => {
    const full = layout.plots[index] ?? { left: 0, top: 0, width: at.width, height: at.height }
    const rect = { ...full, width: Math.max(80, full.width - end) }
    const marks = panel.lines.flatMap((line) => [...line.actual, ...line.target]).filter((mark) => mark !== null)
    const { low, high } = commonRange(marks.map(({ value }) => value))
    const scale = numberScale([low, high], Math.max(2, Math.floor(rect.height / 50)), false)
    return {
      panel,
      rect,
      scale,
      x: (year) => rect.left + ((year + 0.5) / panel.years.length) * rect.width,
      y: (value) => {
        const within = Math.max(scale.low, Math.min(scale.high, value))
        return rect.top + (1 - (within - scale.low) / (scale.high - scale.low)) * rect.height
      },
    }
  })
  return { plots, layout, head }
}

function axes(plots: readonly LinePlot[], { words }: LineData, palette: ChartPalette) {
  return {
    grid: plots.map(({ rect }) => grid(rect)),
    xAxis: plots.map(({ panel }, index) => ({
      type: 'category' as const,
      gridIndex: index,
      data: [...panel.years],
      axisLine: { lineStyle: { color: palette.border }, onZero: false },
      axisTick: { show: false },
      axisLabel: { color: palette.text, fontSize: 11, hideOverlap: true },
    })),
    yAxis: plots.map(({ scale }, index) => ({
      type: 'value' as const,
      gridIndex: index,
      min: scale.low,
      max: scale.high,
      interval: (scale.high - scale.low) / Math.max(1, scale.ticks.length - 1),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: palette.muted, fontSize: 11, formatter: words.number },
      splitLine: { lineStyle: { color: palette.grid, width: 1 } },
    })),
  }
}

function draw(data: LineData, at: ChartFrame, palette: ChartPalette): Drawn {
  const { plots, layout, head } = plotsOf(data, at)
  const { panels, words } = data
  const drawn = Math.max(0, ...panels.map((panel) => panel.lines.length))
  const look = { data, palette, labelled: drawn <= LABELLED_PLACES, crowded: drawn > CROWD }
  return {
    width: at.width,
    height: layout.height,
    windowed: false,
    option: {
      ...frame(palette, words.label),
      title: [
        ...titles(
          layout,
          panels.map(({ indicator }) => ({ text: titleOf(indicator, words), names: { indicator: indicator.id } })),
          palette,
        ),
        ...noteTitles(head, palette),
      ],
      ...axes(plots, data, palette),
      series: [
        ...plots.flatMap((plot, index) => plot.panel.lines.flatMap((line) => placeSeries(line, plot, index, look))),
        shapeSeries(
          plots.flatMap((plot) => endLabels(plot, data, palette)),
          4,
        ),
        shapeSeries(
          plots.flatMap((plot) => breakShapes(plot, data, palette)),
          4,
        ),
      ],
    },
  }
}

/**
 * Lines over the years as small multiples: a panel per indicator, a colour and a shape per place, its name at the end
 * of its line. What is missing is a gap, never a zero; where a series breaks the line is interrupted and a footnote
 * says why.
 */
export function linePlan(
  panels: readonly LinePanel[],
  places: readonly PlaceRef[],
  words: ChartWords & { breakNote: (label: PlaceLine['breaks'][number]) => string },
): ChartPlan<MatrixCell> {
  const names = placeNames(places)
  const order = new Map(places.map(({ code }, index) => [code, index]))
  const years = panels[0]?.years ?? []
  const marks: ChartMark<MatrixCell>[] = []
  const rows: string[] = []
  const indices = new Map<Mark, number>()
  for (const { indicator, lines } of panels)
    for (const line of lines)
      for (const role of ['target', 'actual'] as const) {
        if (line[role].every((mark) => mark === null)) continue
        for (const [column, mark] of line[role].entries()) {
          if (!mark) continue
          indices.set(mark, marks.length)
          marks.push({ row: rows.length, column, text: labelOf(mark, words), subject: mark.cell })
        }
        rows.push(
          words.say('lineOf', {
            place: names.get(line.place.code) ?? line.place.short,
            name: titleOf(indicator, words),
            role: role === 'target' ? words.target : words.result,
          }),
        )
      }
  const { footnote, texts } = footnotes(panels, names, words.breakNote, words.say)
  const all = [...indices.keys()]
  const signs = [
    ...(all.some((mark) => mark.cell.role === 'target') ? [`○ ${words.target}`] : []),
    ...(all.some((mark) => mark.cell.role === 'actual') ? [`● ${words.result}`] : []),
    ...signNotes(
      all,
      panels.map(({ indicator }) => indicator),
      words,
    ),
  ]
  const data: LineData = {
    panels,
    words,
    names: new Map([...names].filter(([code]) => panels.some(({ lines }) => lines.some((l) => l.place.code === code)))),
    order,
    markOf: (mark) => indices.get(mark) ?? 0,
    footnote,
    notes: signs,
  }
  return { rows, columns: years, marks, notes: texts, draw: (at, palette) => draw(data, at, palette) }
}
