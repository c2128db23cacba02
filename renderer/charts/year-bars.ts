import { textWidth } from './measure'
import type { ChartPalette } from './palette'
import { frame } from './parts'
import type { ChartFrame, ChartPlan, Drawn } from './plan'
import { rampColor } from './ramp'
import { along, numberScale } from './scale'
import { hatchAt, lineAt, rectAt, type Shape, shapeSeries, textAt } from './shapes'

/** A number for each of some years, or for whatever stands side by side in one order. */
export interface YearBarsData {
  /** From left to right; null where nothing is known, which is never zero. */
  items: readonly { label: string; value: number | null }[]
  format: (value: number) => string
  /** Names the chart for screen readers. */
  label: string
  /** Names what is missing, in the legend. */
  missing: string
}

const SIZE = 11
const SIDE = { least: 28, pad: 8 }
const HEAD = 26
const FOOT = 22
const BAND = { least: 30, most: 72 }
const BAR = 30
const TICKS = 3

interface Layout {
  side: number
  band: number
  top: number
  bottom: number
}

function layOut({ items, format }: YearBarsData, ticks: readonly number[], { width, height }: ChartFrame): Layout {
  const side = Math.max(SIDE.least, ...ticks.map((tick) => textWidth(format(tick), SIZE) + SIDE.pad))
  const names = items.map(({ label, value }) =>
    Math.max(textWidth(label, SIZE), textWidth(valueText(value, format), SIZE)),
  )
  const least = Math.max(BAND.least, ...names.map((name) => name + 8))
  const room = (width - side - SIDE.pad) / Math.max(1, items.length)
  return {
    side,
    band: Math.max(least, Math.min(BAND.most, room)),
    top: HEAD,
    bottom: Math.max(HEAD + 40, height - FOOT),
  }
}

const valueText = (value: number | null, format: YearBarsData['format']): string =>
  value === null ? '' : format(value)

/** What the hatched columns mean, at the right of the first line. */
function legendShapes({ missing }: YearBarsData, width: number, { muted, grid, text, font }: ChartPalette): Shape[] {
  const right = width - SIDE.pad
  const left = right - textWidth(missing, SIZE) - 6 - 18
  return [
    { element: rectAt(left, 5, 18, 12, { fill: 'none', stroke: grid, lineWidth: 1 }) },
    { element: hatchAt(left, 5, 18, 12, muted, 5) },
    { element: textAt(left + 24, 11, missing, { color: text, size: SIZE, font }) },
  ]
}

function barShapes(data: YearBarsData, layout: Layout, y: (value: number) => number, palette: ChartPalette): Shape[] {
  const { side, band, top, bottom } = layout
  const { text, muted, grid, font } = palette
  return data.items.flatMap(({ label, value }, mark): Shape[] => {
    const left = side + mark * band
    const middle = left + band / 2
    const width = Math.min(BAR, band - 8)
    const name: Shape = {
      follows: mark,
      element: textAt(middle, bottom + FOOT / 2, label, {
        ...{ color: value === null ? muted : text, size: SIZE, font, align: 'center' },
      }),
    }
    // The whole column is the mark: bars of few hits are hard to meet, and one of none could not be set off.
    const column = rectAt(left + 1, top - 12, band - 2, bottom - top + 12, { fill: 'rgba(0,0,0,0)' })
    const whole: Shape = { mark, element: { ...column, emphasis: { style: { stroke: text, lineWidth: 1.5 } } } }
    if (value === null) return [{ element: hatchAt(left + 3, top, band - 6, bottom - top, grid) }, whole, name]
    const height = value === 0 ? 0 : Math.max(2, bottom - y(value))
    return [
      {
        element: rectAt(middle - width / 2, bottom - height, width, height, {
          fill: rampColor('sequential', 0.8, palette),
        }),
      },
      {
        element: textAt(middle, bottom - height - 8, data.format(value), {
          ...{ color: value === 0 ? muted : text, size: SIZE, font, align: 'center' },
        }),
      },
      whole,
      name,
    ]
  })
}

/**
 * Standing bars, one to a year: a year of which nothing is known is hatched, one with nothing found says 0. The subject
 * of a mark is the index of its item.
 */
export function yearBars(data: YearBarsData): ChartPlan<number> {
  const { items, format, label, missing } = data
  const draw = (at: ChartFrame, palette: ChartPalette): Drawn => {
    const values = items.flatMap(({ value }) => value ?? [])
    const scale = numberScale(values, TICKS, true)
    // Of counts there is no half.
    const told = scale.ticks.filter((tick) => Number.isInteger(tick) || !values.every(Number.isInteger))
    const layout = layOut(data, told, at)
    const width = Math.max(at.width, layout.side + items.length * layout.band + SIDE.pad)
    const y = (value: number): number => along(scale, value, layout.bottom, layout.top + 14)
    const ticks = told.flatMap((tick): Shape[] => {
      const line = Math.round(y(tick)) + 0.5
      const stroke = tick === 0 ? palette.border : palette.grid
      return [
        { element: lineAt(layout.side, line, width - SIDE.pad, line, { stroke, lineWidth: 1 }) },
        {
          element: textAt(layout.side - 6, line, format(tick), {
            ...{ color: palette.muted, size: SIZE, font: palette.font, align: 'right' },
          }),
        },
      ]
    })
    const bars = barShapes(data, layout, y, palette)
    const legend = items.some(({ value }) => value === null) ? legendShapes(data, at.width, palette) : []
    const framed = frame(palette, label)
    // The chart may be lower than what a mark says: inside it, that would bring a scroll bar, and the bar another size.
    const tooltip = { ...framed.tooltip, appendTo: 'body' }
    return {
      width,
      height: at.height,
      windowed: false,
      spotOf: ({ column }) => ({ x: column * layout.band, y: 0 }),
      option: { ...framed, tooltip, series: [shapeSeries([...ticks, ...bars, ...legend])] },
    }
  }
  return {
    rows: [label],
    columns: items.map((item) => item.label),
    marks: items.map(({ value }, column) => ({
      ...{ row: 0, column, subject: column },
      text: value === null ? missing : format(value),
    })),
    notes: [],
    draw,
  }
}
