import type { ReportCells } from '#shared/model/cell'
import type { PlaceRef } from '#shared/model/place'
import type { ChartPalette, ChartWords } from '../../../renderer/charts'
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
