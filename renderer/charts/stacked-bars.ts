import { areaFill } from './area-colors'
import type { GridPosition } from './heat-grid'
import { textWidth } from './measure'
import type { ChartPalette } from './palette'
import { frame } from './parts'
import type { ChartFrame, ChartMark, ChartPlan, Drawn } from './plan'
import { inkOn } from './ramp'
import { hatchAt, lineAt, rectAt, type Shape, shapeSeries, textAt } from './shapes'
import { inSight } from './window'

/** Parts of wholes, all parts of a whole being 1 together. */
export interface StackedBarsData {
  /** Names of the parts, from left to right. */
  parts: readonly string[]
  /** Index of what is no part by itself (all the rest): grey. Left out where there is none. */
  rest?: number
  /** Names of the wholes, from above. */
  wholes: readonly string[]
  /** Along the wholes, in each along the parts; from 0 to 1. */
  shares: readonly (readonly number[])[]
  format: (share: number) => string
  /** Names the chart for screen readers. */
  label: string
}

const SIZE = 12
const SMALL = 11
const PAD = 8
const KEY = { line: 20, swatch: 14, gap: 18 }
const AXIS = 20
const ROW = { least: 24, most: 40 }
const BAR = { least: 16, most: 26 }
const SIDE = { least: 48, most: 190 }
/** Digits are a bit wider than they are taken to be in some fonts. */
const SLACK = 10
const TICKS = [0, 0.25, 0.5, 0.75, 1] as const

interface Key {
  part: number
  x: number
  y: number
}

interface StackLayout {
  side: number
  head: number
  row: number
  bar: number
  keys: readonly Key[]
  from: number
  to: number
}

/** Keys in as many lines as they need. */
function keysOf(parts: readonly string[], width: number): { keys: Key[]; height: number } {
  const keys: Key[] = []
  let [x, line] = [PAD, 0]
  for (const [part, text] of parts.entries()) {
    const room = KEY.swatch + 6 + textWidth(text, SIZE)
    if (x > PAD && x + room > width - PAD) [x, line] = [PAD, line + 1]
    keys.push({ part, x, y: PAD + line * KEY.line })
    x += room + KEY.gap
  }
  return { keys, height: PAD + (line + 1) * KEY.line }
}

function layOut({ parts, wholes }: StackedBarsData, { width, height }: ChartFrame): StackLayout {
  const { keys, height: above } = keysOf(parts, width)
  const names = wholes.map((name) => textWidth(name, SIZE))
  const side = Math.min(SIDE.most, width * 0.4, Math.max(SIDE.least, ...names)) + 2 * PAD + SLACK
  const head = above + AXIS
  const row = Math.max(ROW.least, Math.min(ROW.most, (height - head - PAD) / Math.max(1, wholes.length)))
  const bar = Math.max(BAR.least, Math.min(BAR.most, row - 8))
  return { side, head, row, bar, keys, from: side, to: Math.max(side + 80, width - 2 * PAD - 12) }
}

function area(data: StackedBarsData, part: number, palette: ChartPalette) {
  return part === data.rest ? { color: palette.grid, hatched: false } : areaFill(part, palette)
}

/** A part of a bar: its area, its share where there is room for it. */
function partShapes(
  data: StackedBarsData,
  at: { part: number; left: number; top: number; width: number; height: number; share: number; mark: number },
  palette: ChartPalette,
): Shape[] {
  const { part, left, top, width, height, share, mark } = at
  const { color, hatched } = area(data, part, palette)
  const text = data.format(share)
  // The number stands on its colour, not on the lines over it.
  const fits = textWidth(text, SMALL) + 8 <= width
  const style = { fill: color, stroke: palette.surface, lineWidth: 1 }
  const number = {
    textContent: { type: 'text', style: { text, fill: inkOn(color), fontSize: SMALL, fontFamily: palette.font } },
    textConfig: { position: 'inside' },
  }
  const lines = hatched && width > 4 ? [{ element: hatchAt(left, top, width, height, `${inkOn(color)}40`, 5) }] : []
  const box = rectAt(left, top, width, height, style)
  const emphasis = { style: { ...style, stroke: palette.text, lineWidth: 2.5 } }
  return [{ mark, element: { ...box, emphasis, ...(fits ? number : {}) } }, ...lines]
}

function keyShapes(data: StackedBarsData, layout: StackLayout, width: number, palette: ChartPalette): Shape[] {
  const { surface, text, muted, grid, font } = palette
  const shapes: Shape[] = [{ element: rectAt(0, 0, width, layout.head, { fill: surface }) }]
  for (const { part, x, y } of layout.keys) {
    const { color, hatched } = area(data, part, palette)
    shapes.push({ element: rectAt(x, y, KEY.swatch, KEY.swatch, { fill: color }) })
    if (hatched) shapes.push({ element: hatchAt(x, y, KEY.swatch, KEY.swatch, `${inkOn(color)}99`, 5) })
    shapes.push({
      element: textAt(x + KEY.swatch + 6, y + KEY.swatch / 2, data.parts[part] ?? '', { color: text, font }),
    })
  }
  for (const tick of TICKS)
    shapes.push({
      element: textAt(layout.from + tick * (layout.to - layout.from), layout.head - AXIS / 2, `${tick * 100}%`, {
        ...{ color: muted, size: SMALL, font, align: 'center' },
      }),
    })
  shapes.push({ element: lineAt(0, layout.head - 0.5, width, layout.head - 0.5, { stroke: grid, lineWidth: 1 }) })
  return shapes
}

function barShapes(
  data: StackedBarsData,
  layout: StackLayout,
  at: ChartFrame,
  markOf: (part: number, whole: number) => number | undefined,
  palette: ChartPalette,
): Shape[] {
  const { head, row, bar, from, to, side } = layout
  const seen = inSight(data.wholes.length, row, at.top, at.height - head)
  const bottom = Math.min(at.height, head + data.wholes.length * row - at.top)
  const shapes: Shape[] = TICKS.map((tick) => {
    const x = Math.round(from + tick * (to - from)) + 0.5
    return { element: lineAt(x, head, x, bottom, { stroke: palette.grid, lineWidth: 1 }) }
  })
  for (let whole = seen.first; whole < seen.end; whole++) {
    const middle = head + (whole + 0.5) * row - at.top
    shapes.push({
      element: textAt(side - PAD, middle, data.wholes[whole] ?? '', {
        ...{ color: palette.text, font: palette.font, align: 'right', width: side - PAD - 2 },
      }),
    })
    let before = 0
    for (const [part, share] of (data.shares[whole] ?? []).entries()) {
      const mark = markOf(part, whole)
      const left = from + before * (to - from)
      before += share
      if (mark === undefined) continue
      const width = Math.max(1, from + before * (to - from) - left)
      const box = { part, left, top: middle - bar / 2, width, height: bar, share, mark }
      shapes.push(...partShapes(data, box, palette))
    }
  }
  return shapes
}

/**
 * Stacked bars of equal length, a bar for each whole: what share of it each part has. Parts keep their order and colour
 * in all bars; after nine the colours come again under slanting lines. The subject of a mark is the row of its part and
 * the column of its whole, as in a table of parts by wholes; a part of nothing has no mark.
 */
export function stackedBars(data: StackedBarsData): ChartPlan<GridPosition> {
  const { parts, wholes, shares, format, label } = data
  const marks: ChartMark<GridPosition>[] = []
  const indices = new Map<string, number>()
  for (const [column, own] of shares.entries())
    for (const [row, share] of own.entries()) {
      if (share <= 0) continue
      indices.set(`${row}|${column}`, marks.length)
      // The arrows go along a bar, and from bar to bar.
      marks.push({ row, column, at: { row: column, column: row }, text: format(share), subject: { row, column } })
    }
  const markOf = (part: number, whole: number): number | undefined => indices.get(`${part}|${whole}`)
  const draw = (at: ChartFrame, palette: ChartPalette): Drawn => {
    const layout = layOut(data, at)
    const height = Math.ceil(layout.head + wholes.length * layout.row + PAD)
    const window = { ...at, height: Math.min(at.height, height) }
    return {
      width: at.width,
      height,
      windowed: true,
      spotOf: ({ row }) => ({ x: 0, y: row * layout.row }),
      option: {
        ...frame(palette, label),
        series: [
          shapeSeries(barShapes(data, layout, window, markOf, palette)),
          shapeSeries(keyShapes(data, layout, at.width, palette), 5),
        ],
      },
    }
  }
  return { rows: parts, columns: wholes, marks, notes: [], draw }
}
