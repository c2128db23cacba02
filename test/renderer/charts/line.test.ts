import { describe, expect, it } from 'vitest'
import { linePlan } from '../../../renderer/charts'
import { placeNames } from '../../../renderer/charts/chart-types'
import { linePanels } from '../../../shared/compare/series'
import { PLACES } from '../../shared/compare/build'
import { crowd, districts, drawn, levels, palette, words } from './material'

interface Option {
  series: {
    type: string
    name: string
    symbol: string
    connectNulls?: boolean
    itemStyle: { color: string; borderColor?: string }
    label: { show: boolean }
    data: { value: [string, number | '-']; mark?: number }[]
  }[]
  title: { text: string }[]
}
const planOf = (matrix = districts) =>
  linePlan(linePanels(matrix), matrix.places, { ...words, breakNote: ({ label }) => label.key })
const build = (matrix = districts) =>
  planOf(matrix).draw({ width: 900, height: 320, top: 0, left: 0 }, palette).option as unknown as Option
const series = (matrix = districts) => build(matrix).series.filter(({ type }) => type !== 'custom')

describe('linePlan', () => {
  it('has solid results and hollow targets of one shape and colour per place', () => {
    const [result, target] = series()
    expect([result?.type, result?.name, result?.itemStyle.color]).toEqual(['line', '瀍河', '#0072b2'])
    expect([target?.type, target?.name, target?.itemStyle.borderColor]).toEqual(['scatter', '瀍河', '#0072b2'])
    expect(target?.itemStyle.color).toBe(palette.surface)
    expect(target?.symbol).toBe(result?.symbol)
  })

  it('tells places apart by shape, and by a name at the end of each line', () => {
    expect(new Set(series().map(({ symbol }) => symbol))).toEqual(new Set(['circle', 'rect']))
    expect(drawn(build()).flatMap(({ element }) => (element.type === 'text' ? [element.style.text] : []))).toEqual([
      '瀍河',
      '西工',
    ])
  })

  it('breaks a line where a year is missing', () => {
    const [one] = series(crowd(1, ['gdp']))
    expect(one?.connectNulls).toBe(false)
    expect(one?.data.map(({ value }) => value)).toEqual([
      ['2022', -1],
      ['2023', '-'],
    ])
  })

  it('interrupts a line at a break of its series and says why in a footnote', () => {
    const lines = series(levels).filter(({ type }) => type === 'line')
    expect(lines.map(({ data }) => data.map(({ value }) => value[1]))).toEqual([
      [100, '-'],
      ['-', 130],
    ])
    expect(planOf(levels).notes).toEqual([expect.stringMatching(/^break ① audit\.break\./)])
    expect(drawn(build(levels)).map(({ element }) => element.style.text)).toContain('①')
  })

  it('explains its marks', () => {
    expect(build().title.at(-1)?.text).toBe('○ 目标   ● 完成情况   * 非全年')
  })

  it('leaves numbers to tooltip and table where many lines cross, and no two names collide', () => {
    const many = crowd(30, ['gdp'])
    expect(series(many).every((one) => !one.label.show)).toBe(true)
    const heights = drawn(build(many)).flatMap(({ element }) => (element.type === 'text' ? [element.y ?? 0] : []))
    expect(heights).toHaveLength(30)
    for (const [index, y] of heights.toSorted((a, b) => a - b).entries())
      if (index > 0) expect(y - (heights.toSorted((a, b) => a - b)[index - 1] ?? 0)).toBeGreaterThan(12.9)
  })
})

describe('placeNames', () => {
  it('are short until two places share one', () => {
    const twin = { ...PLACES.xigong, code: '999999', name: '别处西工区' }
    expect([...placeNames([PLACES.chanhe, PLACES.xigong, twin]).values()]).toEqual(['瀍河', '西工区', '别处西工区'])
  })
})
