import type { DumbbellPanel, DumbbellRow } from '#shared/compare/dumbbell'
import type { Mark } from '#shared/compare/marks'
import type { MatrixCell, PlaceRef } from '#shared/compare/matrix-types'
import { type ChartWords, labelOf, placeNames, signNotes, titleOf } from './chart-types'
import { textWidth } from './measure'
import type { ChartPalette } from './palette'
import type { ChartMark, ChartPlan } from './plan'
import { drawRowPanels, type PanelRow, type RowAxis, type RowPanel } from './row-panels'
import { type AxisEnds, countFar } from './scale'
import { lineAt, type Shape, textAt } from './shapes'

const RADIUS = 5.5
const ROW = 26

interface Look {
  words: ChartWords
  dated: boolean
  ends: AxisEnds
  markOf: (mark: Mark) => number
}

/** The gap as printed at its row: +0.3, −3.7. */
function gapText({ gap }: DumbbellRow, words: ChartWords): string {
  if (gap === null) return ''
  return words.say(gap > 0 ? 'gap.over' : gap < 0 ? 'gap.under' : 'gap.even', { value: words.number(Math.abs(gap)) })
}

/** A dot, or where the axis ends before its number, a triangle that points on to it. */
function dot(value: number, y: number, { x, beyond }: RowAxis, look: DotLook, palette: ChartPalette) {
  const [at, side, radius] = [x(value), beyond(value), look.radius ?? RADIUS]
  const looks = {
    style: { ...look.style, lineWidth: 2 },
    emphasis: { style: { stroke: palette.text, lineWidth: 2.5 } },
  }
  if (side === 0) return { type: 'circle' as const, shape: { cx: at, cy: y, r: radius }, ...looks }
  const [tip, back] = [at + side * radius, at - side * radius]
  const points = [
    [tip, y],
    [back, y - radius],
    [back, y + radius],
  ]
  return { type: 'polygon' as const, shape: { points }, ...looks }
}

interface DotLook {
  style: object
  radius?: number
}

/** Numbers stand on the outer sides of the two dots, so that they never cover each other. */
function numberAt(mark: Mark, y: number, side: -1 | 1, { x }: RowAxis, look: Look, palette: ChartPalette): Shape {
  return {
    follows: look.markOf(mark),
    element: textAt(x(mark.value) + side * (RADIUS + 6), y, labelOf(mark, look.words), {
      color: palette.text,
      size: 11,
      font: palette.font,
      align: side === 1 ? 'left' : 'right',
    }),
  }
}

function shapesOf(row: DumbbellRow, y: number, axis: RowAxis, look: Look, palette: ChartPalette): Shape[] {
  const { target, actual } = row
  const { x } = axis
  const shapes: Shape[] = []
  if (target && actual)
    shapes.push({
      element: lineAt(x(target.value), y, x(actual.value), y, {
        stroke: row.good === false ? palette.target : row.good === true ? palette.result : palette.border,
        lineWidth: 3,
        opacity: 0.5,
      }),
    })
  const right = (mark: Mark, other: Mark | null): -1 | 1 => (other && other.value > mark.value ? -1 : 1)
  if (actual) {
    shapes.push({
      mark: look.markOf(actual),
      element: dot(actual.value, y, axis, { style: { fill: palette.result } }, palette),
    })
    const even = target?.value === actual.value
    shapes.push(numberAt(actual, y, even ? -1 : right(actual, target), axis, look, palette))
  }
  if (target) {
    // A target that was just reached lies as a ring around its result.
    const even = actual?.value === target.value
    const style = { fill: even ? 'none' : palette.surface, stroke: palette.target }
    const ring = { style, ...(even ? { radius: RADIUS + 2.5 } : {}) }
    shapes.push({ mark: look.markOf(target), element: dot(target.value, y, axis, ring, palette) })
    shapes.push(numberAt(target, y, right(target, actual), axis, look, palette))
  }
  return shapes
}

function panelOf(panel: DumbbellPanel, names: ReadonlyMap<string, string>, look: Look): RowPanel {
  const { words } = look
  const numbers = panel.rows.flatMap(({ target, actual }) => [target, actual]).filter((mark) => mark !== null)
  const room = Math.max(0, ...numbers.map((mark) => textWidth(labelOf(mark, words), 11))) + RADIUS + 8
  const gaps = Math.max(0, ...panel.rows.map((row) => textWidth(gapText(row, words), 11)))
  const rows = panel.rows.map((row): PanelRow => {
    const year = look.dated ? (row.actual ?? row.target)?.cell.year : ''
    return {
      label: names.get(row.place.code) ?? row.place.short,
      beside: year ?? '',
      names: { place: row.place.code, indicator: panel.indicator.id },
      values: [row.target, row.actual].flatMap((mark) => mark?.value ?? []),
      filled: true,
      draw: (middle, axis, palette) => shapesOf(row, middle, axis, look, palette),
      end: gapText(row, words),
    }
  })
  const title = titleOf(panel.indicator, words)
  return {
    title: panel.year === '' ? title : words.say('placeYear', { place: title, year: panel.year }),
    names: { indicator: panel.indicator.id },
    rows,
    row: ROW,
    before: room,
    after: room + (gaps > 0 ? gaps + 12 : 0),
    zero: false,
    ends: look.ends,
  }
}

/**
 * Target and result of each place on one line: hollow amber where it was aimed, solid teal where it came, the gap as a
 * number at the end of the row and as the line between. The line is amber where the result falls short.
 */
export function dumbbellPlan(
  panels: readonly DumbbellPanel[],
  places: readonly PlaceRef[],
  dated: boolean,
  words: ChartWords,
  ends: AxisEnds = 'cut',
): ChartPlan<MatrixCell> {
  const names = placeNames(places)
  const columns = new Map(places.map(({ code }, index) => [code, index]))
  const marks: ChartMark<MatrixCell>[] = []
  const indices = new Map<Mark, number>()
  for (const [panel, { rows }] of panels.entries())
    for (const [position, row] of rows.entries())
      for (const [lane, mark] of [row.target, row.actual].entries()) {
        if (!mark) continue
        indices.set(mark, marks.length)
        const gap = lane === 1 ? gapText(row, words) : ''
        marks.push({
          row: panel * 2 + lane,
          column: columns.get(row.place.code) ?? 0,
          at: { row: panel * 2 + lane, column: position },
          text: gap === '' ? labelOf(mark, words) : words.say('gap.with', { value: labelOf(mark, words), gap }),
          subject: mark.cell,
        })
      }
  const look: Look = { words, dated, ends, markOf: (mark) => indices.get(mark) ?? 0 }
  const far = panels.reduce((sum, { rows }) => {
    const values = rows.flatMap(({ target, actual }) => [target, actual]).flatMap((mark) => mark?.value ?? [])
    return sum + countFar(values, false)
  }, 0)
  const notes = [
    ...(far > 0 && ends === 'cut' ? [words.say('cut', { count: far })] : []),
    ...signNotes(
      [...indices.keys()],
      panels.map(({ indicator }) => indicator),
      words,
    ),
  ]
  const data = {
    panels: panels.map((panel) => panelOf(panel, names, look)),
    keys: [
      { text: words.target, tone: 'target' as const, round: true },
      { text: words.result, tone: 'result' as const, round: true },
    ],
    lanes: 2,
    note: [words.say('gap.note'), ...notes].join('   '),
    noData: words.noData,
    number: words.number,
    label: words.label,
  }
  return {
    rows: panels.flatMap(({ indicator }) =>
      [words.target, words.result].map((role) => words.say('rowOf', { name: titleOf(indicator, words), role })),
    ),
    columns: places.map(({ code, short }) => names.get(code) ?? short),
    marks,
    notes: [],
    far,
    draw: (at, palette) => drawRowPanels(data, at, palette),
  }
}
