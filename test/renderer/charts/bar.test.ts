import { describe, expect, it } from 'vitest'
import { barOption } from '../../../renderer/charts'
import { barPanels } from '../../../shared/compare/series'
import { crowd, districts, palette, words } from './material'

interface Datum {
  value: number
  label: { formatter: string }
  itemStyle: { color: string }
}
interface Option {
  series: {
    name: string
    itemStyle: { borderType?: string; decal: { symbol: string } }
    label: { show: boolean }
    data: (Datum | null)[]
  }[]
  title: { text: string; left?: number; top?: number }[]
  grid: { left: number; top: number; width: number; height: number }[]
  xAxis: { axisLabel: { formatter: (value: string) => string; rotate: number } }[]
  aria: { enabled: boolean; decal: { show: boolean }; label: { description: string } }
}

const build = (matrix = districts, size = { width: 900, height: 320 }) => {
  const built = barOption(
    barPanels(matrix),
    matrix.places.map((place) => place.code),
    size,
    palette,
    words,
  )
  return { ...built, option: built.option as unknown as Option }
}

describe('barOption', () => {
  it('has hollow dashed targets and solid results, told apart by pattern', () => {
    const [target, result] = build().option.series
    expect([target?.name, target?.itemStyle.borderType, target?.itemStyle.decal.symbol]).toEqual([
      '目标',
      'dashed',
      'rect',
    ])
    expect([result?.name, result?.itemStyle.borderType, result?.itemStyle.decal.symbol]).toEqual([
      '完成情况',
      undefined,
      'none',
    ])
  })

  it('keeps comparator, estimate and part of a year at the mark', () => {
    const [target, result] = build().option.series
    expect(target?.data.map((datum) => datum?.label.formatter)).toEqual(['≥8', undefined])
    expect(result?.data.map((datum) => datum?.label.formatter)).toEqual(['4.3', '5.3预*'])
  })

  it('colours by place and hands the cell on', () => {
    const [, result] = build().option.series
    expect(result?.data.map((datum) => datum?.itemStyle.color)).toEqual(['#0072b2', '#c0504d'])
    expect(result?.data[0]).toMatchObject({ cell: { place: '410304', year: '2022' } })
  })

  it('names the place under its bars, the unit in the title, and what the asterisk means', () => {
    const { option } = build()
    expect(option.xAxis[0]?.axisLabel.formatter('0')).toBe('瀍河')
    expect(option.title.map(({ text }) => text)).toEqual(['地区生产总值（%）', '* 非全年'])
  })

  it('says what it is to screen readers', () => {
    expect(build().option.aria).toMatchObject({ enabled: true, decal: { show: true }, label: { description: '图表' } })
  })

  it('lays six indicators out without overlap and asks for the height they need', () => {
    const { option, height, marks } = build(crowd(2, ['a', 'b', 'c', 'd', 'e', 'f']), { width: 1180, height: 300 })
    expect(option.grid).toHaveLength(6)
    expect(marks).toBe(24)
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

  it('takes the numbers off the bars where forty places crowd a panel', () => {
    const { option } = build(crowd(40, ['gdp']))
    expect(option.series.every((series) => !series.label.show)).toBe(true)
    expect(build().option.series.every((series) => series.label.show)).toBe(true)
  })
})
