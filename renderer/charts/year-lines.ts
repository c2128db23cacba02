import { textWidth } from './measure'
import { colorOf, shapeOf } from './palette'
import { frame, legend } from './parts'
import type { ChartPlan, Drawn } from './plan'
import { numberScale } from './scale'

/** What is known of a year. */
export interface YearPoint {
  value: number
  /** As the table and a screen reader have it. */
  text: string
  /** It stands on little: its mark is hollow. */
  few: boolean
}

/** Numbers year by year, a line for each thing. */
interface YearLinesData {
  years: readonly string[]
  lines: readonly { name: string; points: readonly (YearPoint | null)[] }[]
  /** A number on the axis. */
  format: (value: number) => string
  /** Says beside the legend what a hollow mark is, where there is one. */
  fewNote: string
  /** Names the chart for screen readers. */
  label: string
  /** Stands in the table for a year of which nothing is known. */
  missing: string
}

/** A mark of such a chart: what a click hands back. */
interface YearMark {
  line: number
  year: number
}

const TOP = 38
const FOOT = 30
const SIDE = 52
const GAP = 12
/** Size of what is said beside the legend. */
const SIGN = 12
/** Room that a year needs on the axis. */
const YEAR = 40

/** Lines over the years, broken where nothing is known: that is never zero. */
export function yearLines({ years, lines, format, fewNote, label, missing }: YearLinesData): ChartPlan<YearMark> {
  const markOf = (line: number, year: number): number => line * years.length + year
  const marks = lines.flatMap(({ points }, line) =>
    years.map((_, year) => ({ row: line, column: year, text: points[year]?.text ?? missing, subject: { line, year } })),
  )
  const signs = lines.some(({ points }) => points.some((point) => point?.few)) ? [fewNote] : []
  const draw: ChartPlan<YearMark>['draw'] = (at, palette): Drawn => {
    const known = lines.flatMap(({ points }) => points.flatMap((point) => point?.value ?? []))
    const scale = numberScale(known, Math.max(2, Math.floor((at.height - TOP - FOOT) / 50)), true)
    const width = Math.max(at.width, SIDE + years.length * YEAR)
    const text = { color: palette.text, fontSize: 12, fontFamily: palette.font }
    return {
      width,
      height: at.height,
      windowed: false,
      option: {
        ...frame(palette, label),
        legend: {
          ...legend(
            palette,
            lines.map(({ name }, line) => ({ name, icon: shapeOf(line) })),
          ),
          right: signs.length > 0 ? textWidth(fewNote, SIGN) + 2 * GAP : GAP,
        },
        title: signs.map((text) => ({
          text,
          right: GAP,
          top: 8,
          padding: 0,
          textStyle: { fontSize: SIGN, fontWeight: 400, color: palette.muted },
        })),
        grid: { left: SIDE, right: 16, top: TOP, bottom: FOOT, containLabel: false },
        xAxis: {
          type: 'category',
          data: [...years],
          axisLine: { lineStyle: { color: palette.border } },
          axisTick: { show: false },
          axisLabel: text,
        },
        yAxis: {
          type: 'value',
          min: scale.low,
          max: scale.high,
          interval: (scale.ticks[1] ?? scale.high) - (scale.ticks[0] ?? scale.low),
          splitLine: { lineStyle: { color: palette.grid } },
          axisLabel: { ...text, formatter: (value: number) => format(value) },
        },
        series: lines.map(({ name, points }, line) => ({
          type: 'line',
          name,
          symbol: shapeOf(line),
          symbolSize: 8,
          showAllSymbol: true,
          connectNulls: false,
          cursor: 'pointer',
          itemStyle: { color: colorOf(palette, line), decal: { symbol: 'none' } },
          lineStyle: { color: colorOf(palette, line), width: 2 },
          emphasis: { scale: 1.6 },
          data: years.map((name, year) => {
            const point = points[year]
            if (!point) return { value: [name, '-'] }
            const hollow = { color: palette.surface, borderColor: colorOf(palette, line), borderWidth: 2 }
            return { value: [name, point.value], mark: markOf(line, year), ...(point.few ? { itemStyle: hollow } : {}) }
          }),
        })),
      },
    }
  }
  return { rows: lines.map(({ name }) => name), columns: years, marks, notes: [], draw }
}
