import { describe, expect, it } from 'vitest'
import { lineOption } from '../../../renderer/charts'
import { placeNames } from '../../../renderer/charts/line'
import { linePanels } from '../../../shared/compare/series'
import { PLACES } from '../../shared/compare/build'
import { crowd, districts, palette, words } from './material'

interface Option {
  series: {
    type: string
    name: string
    symbol: string
    connectNulls?: boolean
    itemStyle: { color: string; borderColor?: string }
    label: { show: boolean }
    data: { value: [string, number | '-'] }[]
  }[]
  title: { text: string }[]
  legend: { data: { name: string; icon: string }[] }
}
const build = (matrix = districts) =>
  lineOption(linePanels(matrix), matrix.places, { width: 900, height: 320 }, palette, words).option as unknown as Option

describe('lineOption', () => {
  it('has solid results and hollow targets of one shape and colour per place', () => {
    const [result, target] = build().series
    expect([result?.type, result?.name, result?.itemStyle.color]).toEqual(['line', '瀍河', '#0072b2'])
    expect([target?.type, target?.name, target?.itemStyle.borderColor]).toEqual(['scatter', '瀍河', '#0072b2'])
    expect(target?.itemStyle.color).toBe(palette.surface)
    expect(target?.symbol).toBe(result?.symbol)
  })

  it('tells places apart by shape as well', () => {
    expect(build().legend.data).toEqual([
      { name: '瀍河', icon: 'circle' },
      { name: '西工', icon: 'rect' },
    ])
  })

  it('breaks a line where a year is missing', () => {
    const series = build(crowd(1, ['gdp'])).series[0]
    expect(series?.connectNulls).toBe(false)
    expect(series?.data.map(({ value }) => value)).toEqual([
      ['2022', -1],
      ['2023', '-'],
    ])
  })

  it('explains its marks', () => {
    expect(build().title.at(-1)?.text).toBe('○ 目标   ● 完成情况   * 非全年')
  })

  it('leaves numbers to tooltip and table where many lines cross', () => {
    expect(build(crowd(6, ['gdp'])).series.every((series) => !series.label.show)).toBe(true)
  })
})

describe('placeNames', () => {
  it('are short until two places share one', () => {
    const twin = { ...PLACES.xigong, code: '999999', name: '别处西工区' }
    expect([...placeNames([PLACES.chanhe, PLACES.xigong, twin]).values()]).toEqual(['瀍河', '西工区', '别处西工区'])
  })
})
