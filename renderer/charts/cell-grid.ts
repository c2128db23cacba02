import { textWidth, wrap } from './measure'
import type { ChartPalette } from './palette'
import { frame } from './parts'
import type { ChartFrame, Drawn, LabelTarget } from './plan'
import { inkOn, type RampKind, rampColor } from './ramp'
import { hatchAt, lineAt, rectAt, type Shape, shapeSeries, textAt } from './shapes'
import { inSight, type Range } from './window'

/** A head of a row or a column. */
export interface GridHead {
  text: string
  /** A second line: the year under an indicator. */
  below?: string
  names?: LabelTarget
}

/** A cell: where its value stands on the ramp, or that nothing is known. */
export interface GridCell {
  /** From 0 to 1; null where the cell has a number that is not coloured. */
  tone: number | null
  text: string
  /** Hatched: there is no number. It is not zero. */
  missing: boolean
  mark?: number
}

/** Cells in rows and columns. Cells are asked for when they come into sight. */
export interface CellGrid {
  rows: readonly GridHead[]
  columns: readonly GridHead[]
  cell: (row: number, column: number) => GridCell
  ramp: RampKind
  /** The most signs of any cell, so that all columns can be as wide as it needs. */
  longest: number
  /** What the ends of the ramp mean, and the hatched. */
  legend: { low: string; middle?: string; high: string; missing: string }
  /** For screen readers. */
  label: string
}

const LEGEND = 30
const PAD = 8
const SIZE = 12
const LINE = 15
const ROW = { least: 24, most: 34 }
const COLUMN = { least: 54, most: 150 }
const HEAD_LINES = 4
const SIDE = { least: 56, most: 190 }

interface GridLayout {
  side: number
  head: number
  row: number
  column: number
  heads: readonly string[][]
}

function layOut(grid: CellGrid, { width, height }: ChartFrame): GridLayout {
  const names = grid.rows.map(({ text }) => textWidth(text, SIZE))
  const side = Math.min(SIDE.most, Math.max(SIDE.least, ...names) + 2 * PAD)
  const wanted = Math.max(COLUMN.least, grid.longest * SIZE * 0.62 + 2 * PAD)
  const room = (width - side - PAD) / Math.max(1, grid.columns.length)
  const column = Math.max(wanted, Math.min(COLUMN.most, room))
  const heads = grid.columns.map(({ text, below }) => [
    ...wrap(text, SIZE, column - 8, HEAD_LINES),
    ...(below === undefined ? [] : [below]),
  ])
  const head = LEGEND + Math.max(1, ...heads.map((lines) => lines.length)) * LINE + PAD
  const free = (height - head - PAD) / Math.max(1, grid.rows.length)
  return {
    side,
    head,
    column,
    heads,
    row: Math.max(ROW.least, Math.min(ROW.most, Number.isFinite(free) ? free : ROW.least)),
  }
}

/** The ramp with its ends named, and the hatched square. */
function legendShapes(grid: CellGrid, palette: ChartPalette): Shape[] {
  const { low, middle, high, missing } = grid.legend
  const { font, text, muted, grid: faint } = palette
  const shapes: Shape[] = []
  let x = PAD
  const say = (words: string) => {
    shapes.push({ element: textAt(x, LEGEND / 2, words, { color: muted, font }) })
    x += textWidth(words, SIZE) + 6
  }
  say(low)
  const steps = 9
  for (let step = 0; step < steps; step++, x += 14)
    shapes.push({
      element: rectAt(x, 9, 14, 12, { fill: rampColor(grid.ramp, step / (steps - 1), palette) }),
    })
  if (middle !== undefined) {
    const at = x - (steps * 14) / 2
    const ink = inkOn(rampColor(grid.ramp, 0.5, palette))
    shapes.push({ element: textAt(at, LEGEND / 2, middle, { color: ink, font, size: 10, align: 'center' }) })
  }
  x += 6
  say(high)
  x += 16
  shapes.push({ element: rectAt(x, 9, 18, 12, { fill: 'none', stroke: faint, lineWidth: 1 }) })
  shapes.push({ element: hatchAt(x, 9, 18, 12, muted, 5) })
  x += 24
  shapes.push({ element: textAt(x, LEGEND / 2, missing, { color: text, font }) })
  return shapes
}

interface Window {
  layout: GridLayout
  rows: Range
  columns: Range
  /** Left of a column and top of a row on the canvas. */
  x: (column: number) => number
  y: (row: number) => number
}

function windowOf(grid: CellGrid, layout: GridLayout, at: ChartFrame): Window {
  const { side, head, row, column } = layout
  return {
    layout,
    rows: inSight(grid.rows.length, row, at.top, at.height - head),
    columns: inSight(grid.columns.length, column, at.left, at.width - side),
    x: (index) => side + index * column - at.left,
    y: (index) => head + index * row - at.top,
  }
}

function cellShapes(grid: CellGrid, { layout, rows, columns, x, y }: Window, palette: ChartPalette): Shape[] {
  // One hatching under all cells: one for each would take longer to paint than all numbers.
  const [left, top] = [x(columns.first), y(rows.first)]
  const shapes: Shape[] = [{ element: hatchAt(left, top, x(columns.end) - left, y(rows.end) - top, palette.grid) }]
  const { row: height, column: width } = layout
  for (let row = rows.first; row < rows.end; row++)
    for (let column = columns.first; column < columns.end; column++) {
      const { tone, text, missing, mark } = grid.cell(row, column)
      // What is missing lets the hatched ground be seen, and is still there for the pointer.
      const fill = missing ? 'rgba(0,0,0,0)' : tone === null ? palette.surface : rampColor(grid.ramp, tone, palette)
      const [left, top] = [x(column), y(row)]
      const meant = mark === undefined ? {} : { mark }
      const box = rectAt(left, top, width, height, { fill, stroke: palette.surface, lineWidth: 1 })
      const fits = textWidth(text, SIZE) <= width - 4
      const ink = tone === null ? palette.text : inkOn(fill)
      shapes.push({
        ...meant,
        element: {
          ...box,
          emphasis: { style: { fill, stroke: palette.text, lineWidth: 2 } },
          ...(text !== '' && fits
            ? {
                textContent: { type: 'text', style: { text, fill: ink, fontSize: SIZE, fontFamily: palette.font } },
                textConfig: { position: 'inside' },
              }
            : {}),
        },
      })
    }
  return shapes
}

/** Heads stay where they are while the cells scroll beneath them, so they stand on a ground of their own. */
function headShapes(grid: CellGrid, at: ChartFrame, seen: Window, palette: ChartPalette): Shape[] {
  const { layout, rows, columns, x, y } = seen
  const { surface, font, text, muted, grid: faint } = palette
  const ground = (left: number, top: number, width: number, height: number): Shape => ({
    element: rectAt(left, top, width, height, { fill: surface }),
  })
  const shapes: Shape[] = [ground(0, layout.head, layout.side, Math.max(0, at.height - layout.head))]
  for (let row = rows.first; row < rows.end; row++) {
    const head = grid.rows[row]
    if (!head) continue
    shapes.push({
      ...(head.names ? { names: head.names } : {}),
      element: textAt(layout.side - PAD, y(row) + layout.row / 2, head.text, {
        color: text,
        font,
        align: 'right',
        width: layout.side - PAD - 4,
      }),
    })
  }
  shapes.push(ground(layout.side, 0, at.width, layout.head))
  for (let column = columns.first; column < columns.end; column++) {
    const lines = layout.heads[column] ?? []
    const head = grid.columns[column]
    for (const [line, words] of lines.entries()) {
      const below = head?.below !== undefined && line === lines.length - 1
      shapes.push({
        ...(head?.names ? { names: head.names } : {}),
        element: textAt(x(column) + layout.column / 2, layout.head - 4 - (lines.length - line - 0.5) * LINE, words, {
          color: below ? muted : text,
          font,
          align: 'center',
          size: below ? 11 : SIZE,
        }),
      })
    }
  }
  shapes.push(ground(0, 0, layout.side, layout.head))
  shapes.push({ element: lineAt(0, layout.head - 0.5, at.width, layout.head - 0.5, { stroke: faint, lineWidth: 1 }) })
  shapes.push(ground(0, 0, at.width, LEGEND))
  return [...shapes, ...legendShapes(grid, palette)]
}

/** Draws what is in sight of a grid of coloured cells; heads and legend stay in sight. */
export function drawGrid(grid: CellGrid, at: ChartFrame, palette: ChartPalette): Drawn {
  const layout = layOut(grid, at)
  const width = layout.side + grid.columns.length * layout.column + PAD
  const height = layout.head + grid.rows.length * layout.row + PAD
  const window = { ...at, width: Math.min(at.width, width), height: Math.min(at.height, height) }
  const seen = windowOf(grid, layout, window)
  return {
    width,
    height,
    windowed: true,
    spotOf: ({ row, column }) => ({ x: column * layout.column, y: row * layout.row }),
    option: {
      ...frame(palette, grid.label),
      series: [shapeSeries(cellShapes(grid, seen, palette)), shapeSeries(headShapes(grid, window, seen, palette), 5)],
    },
  }
}
