import type { Mark } from '#shared/compare/marks'
import type { MatrixCell, PlaceRef } from '#shared/compare/matrix-types'
import type { Multiples } from '#shared/compare/multiples'
import type { PlaceLine } from '#shared/compare/series'
import { commonRange } from '#shared/compare/shared-range'
import { type ChartWords, labelOf, placeNames, signNotes, titleOf } from './chart-types'
import { breakYears, footnotes, noteSign } from './line-breaks'
import { textWidth } from './measure'
import type { ChartPalette } from './palette'
import { frame } from './parts'
import type { ChartFrame, ChartMark, ChartPlan, Drawn } from './plan'
import { along, type NumberScale, numberScale } from './scale'
import { lineAt, rectAt, type Shape, shapeSeries, textAt } from './shapes'
import { inSight } from './window'

const HEAD = 56
const PAD = 10
const CELL = { least: 168, most: 320, height: 132, tall: 220 }
const TITLE = 20
const FOOT = 18
const SIZE = 11
/** With more places than this the others are not drawn behind each panel: they would be a grey wall. */
const BEHIND = 60

interface Look {
  data: Multiples
  words: ChartWords
  names: ReadonlyMap<string, string>
  markOf: (mark: Mark) => number
  scale: NumberScale
  /** Width that the numbers of the axis take. */
  side: number
  footnote: ReadonlyMap<string, number>
}

interface Panel {
  left: number
  top: number
  right: number
  bottom: number
  x: (year: number) => number
  y: (value: number) => number
}

type Point = [number, number]

/** The results of a line as runs of points, ended by a missing year or by a break in the series. */
function runsOf(line: PlaceLine, years: readonly string[], { x, y }: Panel): Point[][] {
  const found: Point[][] = []
  let run: Point[] = []
  for (const [index, mark] of line.actual.entries()) {
    const broken = line.breaks.some(({ year }) => year > Number(years[index - 1]) && year <= Number(years[index]))
    if (broken || !mark) {
      if (run.length > 0) found.push(run)
      run = []
    }
    if (mark) run.push([x(index), y(mark.value)])
  }
  return run.length > 0 ? [...found, run] : found
}

const polyline = (points: readonly Point[], style: object) => ({
  element: { type: 'polyline', shape: { points }, style: { fill: 'none', ...style } },
})

/** The other places, faint, so that each panel shows how its place stands among them. */
function behind({ data }: Look, own: PlaceLine, panel: Panel, palette: ChartPalette): Shape[] {
  if (data.lines.length > BEHIND) return []
  return data.lines
    .filter((line) => line !== own)
    .flatMap((line) => runsOf(line, data.years, panel))
    .filter((run) => run.length > 1)
    .map((run) => polyline(run, { stroke: palette.grid, lineWidth: 1 }))
}

const outside = ({ value }: Mark, { low, high }: NumberScale): boolean => value < low || value > high

/** A number beyond the scale: which way, and how much. */
const farText = (mark: Mark, { scale, words }: Look): string =>
  `${mark.value > scale.high ? '▲' : '▼'}${labelOf(mark, words)}`

function lineShapes(line: PlaceLine, look: Look, panel: Panel, palette: ChartPalette): Shape[] {
  const emphasis = { style: { stroke: palette.text, lineWidth: 2.5 } }
  const dot = (mark: Mark | null, index: number, hollow: boolean): Shape[] =>
    mark && outside(mark, look.scale)
      ? [
          {
            mark: look.markOf(mark),
            element: textAt(panel.x(index), panel.y(mark.value), farText(mark, look), {
              color: hollow ? palette.target : palette.result,
              size: SIZE,
              weight: 600,
              font: palette.font,
              align: index === 0 ? ('left' as const) : ('center' as const),
            }),
          },
        ]
      : mark
        ? [
            {
              mark: look.markOf(mark),
              element: {
                type: 'circle',
                shape: { cx: panel.x(index), cy: panel.y(mark.value), r: hollow ? 4.5 : 3.5 },
                style: hollow
                  ? { fill: palette.surface, stroke: palette.target, lineWidth: 1.8 }
                  : { fill: palette.result, stroke: palette.surface, lineWidth: 0.5 },
                emphasis,
              },
            },
          ]
        : []
  return [
    ...runsOf(line, look.data.years, panel).map((run) => polyline(run, { stroke: palette.result, lineWidth: 2 })),
    ...line.target.flatMap((mark, index) => dot(mark, index, true)),
    ...line.actual.flatMap((mark, index) => dot(mark, index, false)),
    ...breakYears(line, look.data.years).map(({ id, at }) => ({
      element: textAt(panel.x(at), panel.bottom - 8, noteSign(look.footnote.get(id) ?? 0), {
        color: palette.muted,
        size: SIZE,
        font: palette.font,
        align: 'center' as const,
      }),
    })),
  ]
}

function axisShapes(look: Look, panel: Panel, palette: ChartPalette): Shape[] {
  const { data, scale, words } = look
  const { left, right, bottom, x, y } = panel
  const small = { color: palette.muted, size: 10, font: palette.font }
  const years = [0, data.years.length - 1].filter((year, index, all) => all.indexOf(year) === index)
  return [
    ...scale.ticks.flatMap((tick) => [
      { element: lineAt(left, y(tick), right, y(tick), { stroke: palette.grid, lineWidth: tick === 0 ? 1.5 : 0.5 }) },
      { element: textAt(left - 5, y(tick), words.number(tick), { ...small, align: 'right' as const }) },
    ]),
    ...years.map((year) => ({
      element: textAt(x(year), bottom + 10, data.years[year] ?? '', { ...small, align: 'center' as const }),
    })),
  ]
}

/** The latest result in figures, beside the name: at the end of the line it would cover marks. */
function latestShape(line: PlaceLine, look: Look, { x, y }: { x: number; y: number }, palette: ChartPalette): Shape[] {
  const mark = line.actual.findLast((found) => found !== null)
  if (!mark) return []
  const { words, markOf } = look
  return [
    {
      follows: markOf(mark),
      element: textAt(x, y, words.say('dated', { value: labelOf(mark, words), year: mark.cell.year }), {
        color: palette.muted,
        size: SIZE,
        font: palette.font,
        align: 'right',
      }),
    },
  ]
}

function panelShapes(
  line: PlaceLine,
  look: Look,
  box: { x: number; y: number; width: number; height: number },
  palette: ChartPalette,
) {
  const { data, scale, names, side } = look
  const left = box.x + side
  const right = box.x + box.width - 16
  const top = box.y + TITLE + 8
  const bottom = box.y + box.height - FOOT
  const count = Math.max(1, data.years.length)
  const panel: Panel = {
    left,
    right,
    top,
    bottom,
    x: (year) => left + ((year + 0.5) / count) * (right - left),
    y: (value) => along(scale, Math.max(scale.low, Math.min(scale.high, value)), bottom, top),
  }
  return [
    ...axisShapes(look, panel, palette),
    ...behind(look, line, panel, palette),
    ...lineShapes(line, look, panel, palette),
    {
      names: { place: line.place.code, indicator: data.indicator.id },
      element: textAt(left, box.y + TITLE / 2, names.get(line.place.code) ?? line.place.short, {
        color: palette.text,
        size: 12,
        weight: 600,
        font: palette.font,
        width: (box.width - side) * 0.55,
      }),
    },
    ...latestShape(line, look, { x: right, y: box.y + TITLE / 2 }, palette),
  ]
}

function draw(look: Look, notes: readonly string[], at: ChartFrame, palette: ChartPalette): Drawn {
  const { data, words } = look
  const count = data.lines.length
  const wide = Math.max(CELL.least, look.side + 16 + data.years.length * 16)
  const columns = Math.max(1, Math.min(count, Math.floor((at.width - PAD) / wide)))
  const rows = Math.ceil(count / columns)
  const width = Math.min(CELL.most, (at.width - PAD) / columns)
  const free = Number.isFinite(at.height) ? (at.height - HEAD) / Math.max(1, rows) : CELL.height
  const height = Math.max(CELL.height, Math.min(CELL.tall, free))
  const whole = HEAD + rows * height
  const seen = inSight(rows, height, at.top, Math.min(at.height, whole) - HEAD)
  const shapes = data.lines.slice(seen.first * columns, seen.end * columns).flatMap((line, index) => {
    const row = seen.first + Math.floor(index / columns)
    const box = { x: PAD + (index % columns) * width, y: HEAD + row * height - at.top, width, height: height - 6 }
    return panelShapes(line, look, box, palette)
  })
  const { text, font, muted, surface } = palette
  const head: Shape[] = [
    { element: rectAt(0, 0, at.width, HEAD - 6, { fill: surface }) },
    {
      names: { indicator: data.indicator.id },
      element: textAt(PAD, 16, titleOf(data.indicator, words), { color: text, size: 13, weight: 600, font }),
    },
    { element: textAt(PAD, 38, notes.join('   '), { color: muted, font, width: at.width - 2 * PAD }) },
  ]
  return {
    width: at.width,
    height: Math.ceil(whole),
    windowed: true,
    spotOf: ({ row }) => ({ x: 0, y: Math.floor(Math.floor(row / 2) / columns) * height }),
    option: { ...frame(palette, words.label), series: [shapeSeries(shapes), shapeSeries(head, 5)] },
  }
}

/** A panel for each place, all on one scale, the other places faint behind it; targets hollow, results solid. */
export function multiplesPlan(
  data: Multiples,
  places: readonly PlaceRef[],
  words: ChartWords & { breakNote: (found: PlaceLine['breaks'][number]) => string },
): ChartPlan<MatrixCell> {
  const names = placeNames(places)
  const marks: ChartMark<MatrixCell>[] = []
  const indices = new Map<Mark, number>()
  for (const [index, line] of data.lines.entries())
    for (const [lane, role] of (['target', 'actual'] as const).entries())
      for (const [column, mark] of line[role].entries()) {
        if (!mark) continue
        indices.set(mark, marks.length)
        marks.push({ row: index * 2 + lane, column, text: labelOf(mark, words), subject: mark.cell })
      }
  const all = [...indices.keys()]
  const panel = { indicator: data.indicator, years: data.years, lines: data.lines, undrawn: 0 }
  const { footnote, texts } = footnotes([panel], names, words.breakNote, words.say)
  const { low, high } = commonRange(all.map(({ value }) => value))
  const scale = numberScale([low, high], 3, false)
  const side = Math.max(...scale.ticks.map((tick) => textWidth(words.number(tick), 10))) + 10
  const look: Look = { data, words, names, markOf: (mark) => indices.get(mark) ?? 0, scale, side, footnote }
  const notes = [
    ...(all.some(({ cell }) => cell.role === 'target') ? [`○ ${words.target}`] : []),
    ...(all.some(({ cell }) => cell.role === 'actual') ? [`● ${words.result}`] : []),
    ...(data.lines.length > 1 && data.lines.length <= BEHIND ? [words.say('multiples.behind')] : []),
    ...(all.some((mark) => outside(mark, scale)) ? [words.say('multiples.far')] : []),
    ...signNotes(all, [data.indicator], words),
  ]
  return {
    rows: data.lines.flatMap(({ place }) =>
      [words.target, words.result].map((role) =>
        words.say('rowOf', { name: names.get(place.code) ?? place.short, role }),
      ),
    ),
    columns: data.years,
    marks,
    notes: texts,
    draw: (at, palette) => draw(look, notes, at, palette),
  }
}
