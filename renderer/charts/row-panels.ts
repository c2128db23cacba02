import { headNotes, lineMiddle } from './head-notes'
import { textWidth } from './measure'
import { type ChartPalette, colorOf } from './palette'
import { frame } from './parts'
import type { ChartFrame, Drawn, LabelTarget } from './plan'
import { type AxisEnds, along, endedScale, type NumberScale, sideOf, within } from './scale'
import { lineAt, rectAt, type Shape, shapeSeries, textAt } from './shapes'
import { inSight } from './window'

/** A row: a name, and how what it holds is drawn around its middle. */
export interface PanelRow {
  label: string
  /** Beside the name: the year. */
  beside: string
  names?: LabelTarget
  /** Numbers that the axis must hold. */
  values: readonly number[]
  /** False where there is nothing to draw: the row says so. */
  filled: boolean
  draw: (middle: number, axis: RowAxis, palette: ChartPalette) => Shape[]
  /** Printed at the right end of the row. */
  end?: string
}

/** Where numbers stand, in pixels of the canvas. */
export interface RowAxis {
  /** What lies beyond the axis stands at its end. */
  x: (value: number) => number
  /** On which side of the axis a value lies, 0 on it. */
  beyond: (value: number) => -1 | 0 | 1
  /** Where bars begin. */
  zero: number
}

/** Rows on an axis of their own. */
export interface RowPanel {
  /** '' for none. */
  title: string
  names?: LabelTarget
  rows: readonly PanelRow[]
  /** Height of a row. */
  row: number
  /** Room for what is printed at the ends of the axis. */
  before: number
  after: number
  /** The axis begins at zero. */
  zero: boolean
  /** Whether it ends before numbers that are far from all others. */
  ends: AxisEnds
}

/** A tone: target amber and hollow, result teal and solid, else the n-th colour. */
export type Tone = 'target' | 'result' | number

/** What stands above the panels. */
export interface RowKey {
  text: string
  tone: Tone
  round?: boolean
}

export interface RowPanelData {
  panels: readonly RowPanel[]
  keys: readonly RowKey[]
  /** Rows of the table beside the chart that one panel has: target and result are two. */
  lanes: number
  /** Behind the keys. */
  note: string
  /** Printed in a row without a number. */
  noData: string
  number: (value: number) => string
  /** For screen readers. */
  label: string
}

const TITLE = 26
const AXIS = 22
const SIZE = 12
const PAD = 8
const GAP = 24
const LEAST = 340
const MOST = 760
const COLUMNS = 3

interface PanelPlace {
  panel: RowPanel
  left: number
  /** Top of the panel in the whole. */
  top: number
  width: number
  side: number
  beside: number
  scale: NumberScale
  from: number
  to: number
}

function placed(panel: RowPanel, left: number, top: number, width: number): PanelPlace {
  const side = Math.min(width * 0.4, Math.max(40, ...panel.rows.map((row) => textWidth(row.label, SIZE))) + PAD)
  const beside = Math.max(0, ...panel.rows.map((row) => textWidth(row.beside, 11)))
  const values = panel.rows.flatMap((row) => row.values)
  const scale = endedScale(values, Math.max(2, Math.floor(width / 120)), panel.zero, panel.ends)
  const from = left + side + (beside > 0 ? beside + PAD : 0) + PAD + panel.before
  return { panel, left, top, width, side, beside, scale, from, to: Math.max(from + 40, left + width - panel.after) }
}

const heightOf = (panel: RowPanel): number => (panel.title === '' ? 0 : TITLE) + panel.rows.length * panel.row + AXIS

function layOut(data: RowPanelData, width: number): { places: PanelPlace[]; height: number } {
  const { panels } = data
  const columns = Math.max(1, Math.min(panels.length, COLUMNS, Math.floor((width - 2 * PAD + GAP) / (LEAST + GAP))))
  const each = Math.min(MOST, (width - 2 * PAD - GAP * (columns - 1)) / columns)
  const places: PanelPlace[] = []
  let top = headOf(data, width)?.height ?? PAD
  for (let first = 0; first < panels.length; first += columns) {
    const line = panels.slice(first, first + columns)
    for (const [index, panel] of line.entries()) places.push(placed(panel, PAD + index * (each + GAP), top, each))
    top += Math.max(...line.map(heightOf)) + PAD
  }
  return { places, height: Math.ceil(top) }
}

/** Keys and note above the panels; null where there are none. */
const headOf = ({ keys, note }: RowPanelData, width: number) =>
  keys.length === 0 && note === ''
    ? null
    : headNotes(
        note === '' ? [] : [note],
        keys.map(({ text }) => text),
        width,
      )

/** How a bar or a dot of a tone looks. */
export function toneStyle(tone: Tone, palette: ChartPalette): object {
  if (tone === 'target')
    return { fill: `${palette.target}26`, stroke: palette.target, lineWidth: 1.5, lineDash: [3, 2] }
  return { fill: tone === 'result' ? palette.result : colorOf(palette, tone) }
}

function axisShapes(place: PanelPlace, data: RowPanelData, palette: ChartPalette, body: number, end: number): Shape[] {
  const { scale, from, to } = place
  return scale.ticks.flatMap((tick) => {
    const x = Math.round(along(scale, tick, from, to)) + 0.5
    return [
      { element: lineAt(x, body, x, end, { stroke: tick === 0 ? palette.border : palette.grid, lineWidth: 1 }) },
      {
        element: textAt(x, end + AXIS / 2, data.number(tick), {
          color: palette.muted,
          size: 11,
          font: palette.font,
          align: 'center',
        }),
      },
    ]
  })
}

function rowShapes(row: PanelRow, middle: number, place: PanelPlace, data: RowPanelData, palette: ChartPalette) {
  const { font, text, muted } = palette
  const { scale, from, to, left, side, beside } = place
  const x = (value: number): number => along(scale, within(scale, value), from, to)
  const beyond = (value: number): -1 | 0 | 1 => sideOf(scale, value)
  const zero = x(0)
  const shapes: Shape[] = [
    {
      ...(row.names ? { names: row.names } : {}),
      element: textAt(left + side, middle, row.label, { color: text, font, align: 'right', width: side }),
    },
  ]
  if (row.beside !== '')
    shapes.push({
      element: textAt(left + side + PAD + beside, middle, row.beside, { color: muted, font, size: 11, align: 'right' }),
    })
  if (!row.filled) shapes.push({ element: textAt(zero + 4, middle, data.noData, { color: muted, font, size: 11 }) })
  if (row.end)
    shapes.push({
      element: textAt(left + place.width, middle, row.end, {
        color: text,
        font,
        size: 11,
        align: 'right',
        weight: 600,
      }),
    })
  return [...shapes, ...row.draw(middle, { x, beyond, zero }, palette)]
}

function panelShapes(place: PanelPlace, at: ChartFrame, data: RowPanelData, palette: ChartPalette): Shape[] {
  const { panel, left, width } = place
  const top = place.top - at.top
  const body = top + (panel.title === '' ? 0 : TITLE)
  const end = body + panel.rows.length * panel.row
  if (end + AXIS < 0 || top > at.height) return []
  const rows = inSight(panel.rows.length, panel.row, -body, at.height)
  const shapes = axisShapes(place, data, palette, Math.max(body, 0), Math.min(end, at.height))
  if (end > at.height)
    shapes.splice(0, shapes.length, ...axisShapes(place, data, palette, Math.max(body, 0), at.height))
  for (let index = rows.first; index < rows.end; index++) {
    const row = panel.rows[index]
    if (row) shapes.push(...rowShapes(row, body + (index + 0.5) * panel.row, place, data, palette))
  }
  if (panel.title !== '')
    shapes.push({
      ...(panel.names ? { names: panel.names } : {}),
      element: textAt(left, top + TITLE / 2, panel.title, {
        color: palette.text,
        font: palette.font,
        size: 13,
        weight: 600,
        width,
      }),
    })
  return shapes
}

/** A line of keys on a ground of its own, that stays in sight. */
function keyShapes(data: RowPanelData, width: number, palette: ChartPalette): Shape[] {
  const head = headOf(data, width)
  if (!head) return []
  const shapes: Shape[] = [{ element: rectAt(0, 0, width, head.height - 2, { fill: palette.surface }) }]
  let x = PAD
  for (const { text, tone, round } of data.keys) {
    const style = toneStyle(tone, palette)
    shapes.push({
      element: round
        ? { type: 'circle', shape: { cx: x + 8, cy: 15, r: 5 }, style: { ...style, lineDash: 'solid' } }
        : rectAt(x, 10, 16, 10, style),
    })
    shapes.push({ element: textAt(x + 22, 15, text, { color: palette.text, font: palette.font }) })
    x += 22 + textWidth(text, SIZE) + 18
  }
  for (const [index, line] of head.lines.entries())
    shapes.push({
      element: textAt(head.beside ? x : PAD, head.beside ? 15 : lineMiddle(head, index), line, {
        color: palette.muted,
        font: palette.font,
      }),
    })
  return shapes
}

/** Draws what is in sight of panels whose rows are places or things; keys stay in sight. */
export function drawRowPanels(data: RowPanelData, at: ChartFrame, palette: ChartPalette): Drawn {
  const { places, height } = layOut(data, at.width)
  const seen = { ...at, height: Math.min(at.height, height) }
  return {
    width: at.width,
    height,
    windowed: true,
    turned: true,
    spotOf: ({ row, column }) => {
      const place = places[Math.floor(row / data.lanes)]
      return { x: 0, y: (place?.top ?? 0) + column * (place?.panel.row ?? 0) }
    },
    option: {
      ...frame(palette, data.label),
      series: [
        shapeSeries(places.flatMap((place) => panelShapes(place, seen, data, palette))),
        shapeSeries(keyShapes(data, at.width, palette), 5),
      ],
    },
  }
}
