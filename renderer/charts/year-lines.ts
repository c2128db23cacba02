import { colorOf, shapeOf } from './palette'
import { frame, legend } from './parts'
import type { ChartPlan, Drawn } from './plan'
import { numberScale } from './scale'

/** Numbers year by year, a line for each thing. */
interface YearLinesData {
  years: readonly string[]
  lines: readonly { name: string; values: readonly (number | null)[] }[]
  format: (value: number) => string
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
/** Room that a year needs on the axis. */
const YEAR = 40

/** Lines over the years, broken where nothing is known: that is never zero. */
export function yearLines({ years, lines, format, label, missing }: YearLinesData): ChartPlan<YearMark> {
  const markOf = (line: number, year: number): number => line * years.length + year
  const marks = lines.flatMap(({ values }, line) =>
    years.map((_, year) => {
      const value = values[year] ?? null
      const text = value === null ? missing : format(value)
      return { row: line, column: year, text, subject: { line, year } }
    }),
  )
  const draw: ChartPlan<YearMark>['draw'] = (at, palette): Drawn => {
    const known = lines.flatMap(({ values }) => values.flatMap((value) => value ?? []))
    const scale = numberScale(known, Math.max(2, Math.floor((at.height - TOP - FOOT) / 50)), true)
    const width = Math.max(at.width, SIDE + years.length * YEAR)
    const text = { color: palette.text, fontSize: 12, fontFamily: palette.font }
    return {
      width,
      height: at.height,
      windowed: false,
      option: {
        ...frame(palette, label),
        legend: legend(
          palette,
          lines.map(({ name }, line) => ({ name, icon: shapeOf(line) })),
        ),
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
        series: lines.map(({ name, values }, line) => ({
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
          data: values.map((value, year) =>
            value === null ? { value: [years[year], '-'] } : { value: [years[year], value], mark: markOf(line, year) },
          ),
        })),
      },
    }
  }
  return { rows: lines.map(({ name }) => name), columns: years, marks, notes: [], draw }
}
