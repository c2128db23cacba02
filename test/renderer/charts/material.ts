import type { ReportCells } from '#shared/model/cell'
import type { PlaceRef } from '#shared/model/place'
import type { ChartWords } from '../../../renderer/charts'
import type { ChartPalette } from '../../../renderer/charts/palette'
import { buildMatrix, type Matrix } from '../../../shared/compare/matrix'
import { cell, comparison, PLACES, record } from '../../shared/compare/build'

export const palette: ChartPalette = {
  dark: false,
  surface: '#ffffff',
  text: '#1d2129',
  muted: '#565d69',
  border: '#8a919e',
  grid: '#d9dce2',
  target: '#cc7d00',
  result: '#12968c',
  font: 'sans-serif',
  places: ['#0072b2', '#c0504d', '#007f5f'],
}

export const words: ChartWords = {
  label: '图表',
  indicator: (id) => (id === 'gdp' ? '地区生产总值' : id),
  titled: (indicator, unit) => `${indicator}（${unit}）`,
  target: '目标',
  result: '完成情况',
  partial: '* 非全年',
  noData: '无',
  comparator: (comparator) => ({ ge: '≥', le: '≤', approx: '约' })[comparator] ?? '',
  estimate: '预',
  number: String,
  say: (key, params = {}) => [key, ...Object.values(params)].join(' '),
}

/** Growth of GDP of both districts, targets and results. */
export const districts: Matrix = buildMatrix(
  [
    record({ year: 2022, cells: [cell({ value: 8, role: 'target', comparator: 'ge' })] }),
    record({ year: 2023, cells: [cell({ value: 4.3 })] }),
    record({ year: 2023, place: PLACES.xigong, cells: [cell({ value: 5.3, period: '前三季度', wording: '预计' })] }),
  ],
  comparison({ role: 'both' }),
)

/** Many places with a number each, in several indicators. */
export function crowd(count: number, indicators: readonly string[]): Matrix {
  const places: PlaceRef[] = Array.from({ length: count }, (_, index) => ({
    code: String(410300 + index),
    name: `第${index + 1}示范区`,
    short: `第${index + 1}示范`,
    level: 'county',
    parent: '410000',
  }))
  const records: ReportCells[] = places.map((place, index) =>
    record({
      place,
      cells: indicators.flatMap((canonical) => [
        cell({ canonical, value: (index % 9) - 1 }),
        cell({ canonical, value: 3 + (index % 5), role: 'target', year: '2023' }),
      ]),
    }),
  )
  return buildMatrix(
    records,
    comparison({
      places: places.map(({ code }) => code),
      indicators: [...indicators],
      years: ['2022', '2023'],
      role: 'both',
    }),
  )
}

/** A shape of a custom series, as far as tests look at it. */
export interface Drawn {
  series: number
  element: {
    type: string
    x?: number
    y?: number
    shape?: Record<string, number>
    style: { text: string; fill?: string; stroke?: string; fontSize?: number; align?: string }
  }
  datum: { mark?: number; names?: object }
}

/** The shapes that a chart draws by itself. */
export function drawn(option: unknown): Drawn[] {
  const { series } = option as {
    series: { type: string; data: Drawn['datum'][]; renderItem: (at: object) => Drawn['element'] }[]
  }
  return series.flatMap((one, index) =>
    one.type === 'custom'
      ? one.data.map((datum, dataIndex) => ({ series: index, datum, element: one.renderItem({ dataIndex }) }))
      : [],
  )
}

/** GDP of one district as amounts on both sides of an economic census. */
export const levels: Matrix = buildMatrix(
  [
    record({ year: 2019, cells: [cell({ value: 100, unit: '亿元', kind: 'level', year: '2018' })] }),
    record({ year: 2020, cells: [cell({ value: 130, unit: '亿元', kind: 'level', year: '2019' })] }),
  ],
  comparison({ kind: 'level', years: ['2018', '2019'], places: [PLACES.chanhe.code] }),
)

/** The same with 805 as the last number of a role that the first column has. */
export function misread(matrix: Matrix, role: 'actual' | 'target' = 'actual'): Matrix {
  const last = matrix.rows.findLast((row) => row.role === role)
  const at = last?.cells.findIndex((one) => one.shown !== null) ?? -1
  return {
    ...matrix,
    rows: matrix.rows.map((row) => {
      if (row !== last) return row
      const cells = row.cells.map((one, index) =>
        index === at && one.shown ? { ...one, shown: { ...one.shown, value: 805 } } : one,
      )
      return { ...row, cells }
    }),
  }
}
