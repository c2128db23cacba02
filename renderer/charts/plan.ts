import type { EChartsCoreOption } from 'echarts/core'
import type { ChartPalette } from './palette'

/** What a label names: clicking it leads there. */
export interface LabelTarget {
  place?: string
  indicator?: string
}

/**
 * One mark of a chart: what a click opens, what the keyboard walks over, what a screen reader says. `row` and `column`
 * are its place in the table beside the chart, and the way that the arrows take.
 */
export interface ChartMark<T> {
  row: number
  column: number
  /** Where the arrows find it, if that is not its place in the table: a chart that is sorted. */
  at?: { row: number; column: number }
  /** As printed: ≥8, 5.3预*. */
  text: string
  /** What it stands for: a cell of a matrix, or whatever the caller draws. */
  subject: T
}

/** The room that a chart may use, in CSS pixels, and how far it is scrolled. */
export interface ChartFrame {
  width: number
  height: number
  top: number
  left: number
}

/** A chart ready to be painted. */
export interface Drawn {
  option: EChartsCoreOption
  /** Size of the whole, which may be more than the frame: it scrolls. */
  width: number
  height: number
  /** True where only what is in sight was drawn, for the frame's `top` and `left`. */
  windowed: boolean
  /** Marks of a row stand below each other: arrows up and down walk along a row. */
  turned?: boolean
  /** Where a mark stands in the whole, so that the keyboard can bring it into sight; left out where all is drawn. */
  spotOf?: (mark: { row: number; column: number }) => { x: number; y: number }
}

/** A chart before it has a size: its marks, and how it is drawn. */
export interface ChartPlan<T> {
  /** Heads of the table beside the chart. */
  rows: readonly string[]
  columns: readonly string[]
  marks: readonly ChartMark<T>[]
  /** What must be said under the chart: footnotes of marks and of lines that are interrupted. */
  notes: readonly string[]
  /** How many marks are so far from all others that an axis may be cut before them; left out where none may be. */
  far?: number
  draw: (frame: ChartFrame, palette: ChartPalette) => Drawn
}

/** A frame that is not scrolled. */
export const wholeFrame = (width: number, height: number): ChartFrame => ({ width, height, top: 0, left: 0 })

/** A datum of a series as our options hold it: the mark that it is, or what its text names. */
interface Datum {
  mark?: number
  /** A second mark that the datum is: a point of a scatter plot stands for two numbers. */
  also?: number
  /** The mark that a click on it means, though another datum is the mark: the number beside a bar. */
  follows?: number
  names?: LabelTarget
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

const listed = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]

/** Where a mark is drawn: series and datum, as the drawing engine counts them. */
export interface Spot {
  series: number
  datum: number
}

/** Finds the datum of every mark in an option; marks out of sight have none. */
export function spotsOf(option: EChartsCoreOption): ReadonlyMap<number, Spot> {
  const spots = new Map<number, Spot>()
  for (const [series, one] of listed(option.series).entries())
    for (const [datum, entry] of listed(record(one).data).entries()) {
      const { mark, also } = record(entry) as Datum
      if (mark !== undefined) spots.set(mark, { series, datum })
      if (also !== undefined) spots.set(also, { series, datum })
    }
  return spots
}

/** What the drawing engine tells of a click or of the pointer. */
export interface EngineEvent {
  componentType?: string
  componentIndex?: number
  seriesIndex?: number
  dataIndex?: number
}

const datumOf = (option: EChartsCoreOption, event: EngineEvent): Datum =>
  event.componentType === 'series'
    ? (record(listed(record(listed(option.series)[event.seriesIndex ?? 0]).data)[event.dataIndex ?? 0]) as Datum)
    : {}

/** The mark under the pointer, null for anything else; `other` asks for the second one of a mark that is two. */
export function markAt(option: EChartsCoreOption, event: EngineEvent, other = false): number | null {
  const { mark, also, follows } = datumOf(option, event)
  return (other ? (also ?? mark) : mark) ?? follows ?? null
}

/** What a clicked label names, null where it names nothing. */
export function targetAt(option: EChartsCoreOption, event: EngineEvent): LabelTarget | null {
  const { componentType = '', componentIndex = 0, dataIndex = 0 } = event
  if (componentType === 'series') return datumOf(option, event).names ?? null
  const names = record(listed(option[componentType])[componentIndex]).names
  return ((Array.isArray(names) ? names[dataIndex] : names) as LabelTarget | undefined) ?? null
}
