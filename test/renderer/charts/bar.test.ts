import { describe, expect, it } from 'vitest'
import { barPlan } from '../../../renderer/charts'
import { barPanels } from '../../../shared/compare/series'
import { crowd, districts, drawn, misread, palette, words } from './material'

interface Datum {
  value: number
  mark: number
  label: { formatter: string }
}
interface Option {
  series: {
    type: string
    name: string
    itemStyle: { borderType?: string; color: string }
    data: (Datum | null)[]
  }[]
  title: { text: string }[]
  grid: { left: number; top: number; width: number; height: number }[]
  xAxis: { axisLabel: { formatter: (value: string) => string }; names: { place: string }[] }[]
  aria: { enabled: boolean; label: { description: string } }
}

const planOf = (matrix = districts, sort: 'places' | 'value' = 'places') =>
  barPlan(barPanels(matrix), matrix.places, sort, matrix.latest, words)
const build = (matrix = districts, size = { width: 900, height: 320 }) => {
  const plan = planOf(matrix)
  const built = plan.draw({ ...size, top: 0, left: 0 }, palette)
  return { ...built, plan, option: built.option as unknown as Option }
}

describe('barPlan', () => {
  it('has hollow dashed amber targets and solid teal results', () => {
    const [target, result] = build().option.series
    expect([target?.name, target?.itemStyle.borderType]).toEqual(['目标', 'dashed'])
    expect([result?.name, result?.itemStyle.borderType, result?.itemStyle.color]).toEqual([
      '完成情况',
      undefined,
      palette.result,
    ])
  })

  it('keeps comparator, estimate and part of a year at the mark', () => {
    const { plan } = build()
    expect(plan.marks.map(({ text }) => text)).toEqual(['≥8', '4.3', '5.3预*'])
  })

  it('hands the cell of every bar on', () => {
    const { plan, option } = build()
    const datum = option.series[1]?.data[0]
    expect(plan.marks[datum?.mark ?? -1]?.subject).toMatchObject({ place: '410304', role: 'actual', year: '2022' })
  })

  it('names the place under its bars, leads from there, and says units and signs', () => {
    const { option } = build()
    expect(option.xAxis[0]?.axisLabel.formatter('0')).toBe('瀍河')
    expect(option.xAxis[0]?.names[0]).toEqual({ place: '410304', indicator: 'gdp' })
    expect(option.title.map(({ text }) => text)).toEqual(['地区生产总值（%）', '* 非全年'])
  })

  it('says what it is to screen readers', () => {
    expect(build().option.aria).toMatchObject({ enabled: true, label: { description: '图表' } })
  })

  it('lays six indicators out without overlap and asks for the height they need', () => {
    const { option, height, plan } = build(crowd(2, ['a', 'b', 'c', 'd', 'e', 'f']), { width: 1180, height: 300 })
    expect(option.grid).toHaveLength(6)
    expect(plan.marks).toHaveLength(24)
    for (const [index, one] of option.grid.entries()) {
      expect(one.top + one.height).toBeLessThanOrEqual(height)
      expect(one.left + one.width).toBeLessThanOrEqual(1180)
      for (const other of option.grid.slice(index + 1)) {
        const apart =
          one.left + one.width <= other.left ||
          other.left + other.width <= one.left ||
          one.top + one.height <= other.top
        expect(apart).toBe(true)
      }
    }
  })

  it('lays the bars of forty places in rows of which no two names collide, and draws those in sight', () => {
    const { option, height, plan, windowed, turned } = build(crowd(40, ['gdp']))
    expect([windowed, turned, height > 1000]).toEqual([true, true, true])
    const texts = drawn(option).filter(({ element }) => element.type === 'text')
    const names = texts.filter(({ element }) => element.style.text.startsWith('第'))
    expect(names.length).toBeGreaterThan(4)
    expect(names.length).toBeLessThan(30)
    const heights = names.map(({ element }) => element.y ?? 0).sort((a, b) => a - b)
    for (const [index, y] of heights.entries())
      if (index > 0) expect(y - (heights[index - 1] ?? 0)).toBeGreaterThanOrEqual(14)
    expect(plan.marks).toHaveLength(80)
  })

  it('puts the highest first where it is asked to', () => {
    const marks = planOf(crowd(8, ['gdp'])).marks
    expect(marks.every(({ at }) => at !== undefined)).toBe(true)
    const one = crowd(9, ['gdp'])
    const single = {
      ...one,
      years: ['2022'],
      columns: one.columns.slice(0, 1),
      rows: one.rows.map((row) => ({ ...row, cells: row.cells.slice(0, 1) })),
    }
    const values = planOf(single, 'value')
      .marks.toSorted((a, b) => (a.at?.column ?? 0) - (b.at?.column ?? 0))
      .map(({ subject }) => subject.shown?.value ?? 0)
    expect(values).toEqual(values.toSorted((a, b) => b - a))
    expect(new Set(values).size).toBe(9)
  })

  it('goes by the last year shown where places have several, keeps their years together, and says so', () => {
    const plan = planOf(crowd(9, ['gdp']), 'value')
    const order = plan.marks.toSorted((a, b) => (a.at?.column ?? 0) - (b.at?.column ?? 0))
    const places = order.map(({ subject }) => subject.place)
    // Results of 2022, targets of 2023: each place stands with both, in the order of 2023.
    expect(places.filter((place, index) => place !== places[index - 1])).toHaveLength(9)
    const last = order.filter(({ subject }) => subject.year === '2023').map(({ subject }) => subject.shown?.value ?? 0)
    expect(last).toEqual(last.toSorted((a, b) => b - a))
    const said = (shown: typeof plan) =>
      drawn(shown.draw({ width: 900, height: 320, top: 0, left: 0 }, palette).option).some(({ element }) =>
        element.style.text?.includes('sortedBy 2023'),
      )
    expect([said(plan), said(planOf(crowd(9, ['gdp'])))]).toEqual([true, false])
  })

  it('ends before a number that is far from all others: the bar is cut off at the edge, its number written', () => {
    for (const [count, size] of [
      [3, { width: 1400, height: 400 }],
      [40, { width: 900, height: 4000 }],
    ] as const) {
      const matrix = misread(crowd(count, ['gdp']))
      const draw = (ends: 'cut' | 'whole') => {
        const plan = barPlan(barPanels(matrix), matrix.places, 'places', false, words, ends)
        return { plan, ...plan.draw({ ...size, top: 0, left: 0 }, palette) }
      }
      const [cut, whole] = [draw('cut'), draw('whole')]
      expect([cut.plan.far, whole.plan.far]).toEqual([1, 1])
      expect(cut.plan.marks.map(({ text }) => text)).toContain('805')
      const reach = ({ option }: typeof cut) => {
        const { yAxis } = option as unknown as { yAxis?: { max?: number }[] }
        return yAxis?.[0]?.max ?? widest(option)
      }
      if (count === 3) {
        expect(reach(cut)).toBeLessThan(20)
        const { series } = cut.option as unknown as Option
        expect(series.flatMap(({ data }) => data).find((datum) => datum?.label?.formatter === '805')?.value).toBe(
          reach(cut),
        )
        expect(series.filter(({ type }) => type === 'custom')).toHaveLength(2)
      } else {
        const signs = (one: typeof cut) => drawn(one.option).filter(({ element }) => element.type === 'path').length
        expect([signs(cut), signs(whole)]).toEqual([1, 0])
        // Others are as long as they were short.
        expect(median(cut.option)).toBeGreaterThan(10 * median(whole.option))
      }
    }
  })
})

const lengths = (option: unknown): number[] =>
  drawn(option).flatMap(({ element, datum }) => (datum.mark === undefined ? [] : (element.shape?.width ?? [])))
const widest = (option: unknown): number => Math.max(...lengths(option))
const median = (option: unknown): number => lengths(option).toSorted((a, b) => a - b)[20] ?? 0
