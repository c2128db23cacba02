// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { translate } from '#shared/locales/translate'
import { BUILT_IN } from '#shared/statements/dictionary'
import { indicatorOptions, indicatorsChosen } from '../../../../renderer/features/compare/indicator-options'
import { turned } from '../../../../renderer/features/compare/layout-bar'
import { placeOptions, placesChosen } from '../../../../renderer/features/compare/place-options'
import { makeWords } from '../../../../renderer/features/compare/words'
import { offerOf, variantsOf } from '../../../../shared/compare/offer'
import { parseSeriesKey, seriesKey } from '../../../../shared/compare/variants'
import { cell, PLACES, record } from '../../../shared/compare/build'

const words = makeWords('zh-CN', (key, params) => translate('zh-CN', key, params ?? {}), BUILT_IN)
const chosen = { places: [], role: 'both', kind: 'growth' } as const
const records = [
  record({
    cells: [
      cell({ measure: 'stock' }),
      cell({ measure: 'added', start: 9 }),
      cell({ canonical: '', indicator: '绿地' }),
    ],
  }),
  record({ place: PLACES.xigong, cells: [cell()] }),
  record({ place: PLACES.luoyang, cells: [cell()] }),
]
const offer = offerOf(records, chosen)
const stock = seriesKey('gdp', { measure: 'stock', basis: '', subset: '', against: '' })
const indicatorOf = (key: string): string => parseSeriesKey(key).indicator

describe('places', () => {
  it('are offered by whole cities, then one by one', () => {
    const [groups, single] = placeOptions(offer.places, words)
    expect(groups).toMatchObject({ options: [{ value: 'under:410300', label: '洛阳市所辖（2 地）' }] })
    expect(single).toMatchObject({ options: [{ name: '洛阳市' }, { name: '西工区' }, { name: '瀍河回族区' }] })
  })

  it('are those of a chosen city, in the order of the list; what the library lost stays', () => {
    expect(placesChosen(['u-1', 'under:410300', '410300'], offer.places)).toEqual(['410300', '410303', '410304', 'u-1'])
    expect(placesChosen([], offer.places)).toEqual([])
  })
})

describe('indicators', () => {
  it('are offered with the parts that chosen ones can be split into', () => {
    const groups = indicatorOptions(offer.indicators, variantsOf(records, chosen, ['gdp']), ['gdp', 'cpi'], words)
    expect(groups.map(({ label, options }) => [label, options.map(({ name }) => name)])).toEqual([
      ['已选指标分口径', ['地区生产总值 · 新增', '地区生产总值 · 存量']],
      ['常用指标', ['居民消费价格', '地区生产总值']],
      ['其他（按原文）', ['绿地']],
    ])
  })

  it('stand with their parts behind them', () => {
    expect(indicatorsChosen(['gdp', 'cpi', stock], indicatorOf)).toEqual(['gdp', stock, 'cpi'])
    expect(indicatorsChosen([stock, 'cpi'], indicatorOf)).toEqual(['cpi', stock])
  })
})

describe('a layout', () => {
  it('is turned round and back', () => {
    const layout = { rows: ['place'], columns: ['indicator', 'year'] } as const
    const mine = { rows: [...layout.rows], columns: [...layout.columns] }
    expect(turned(mine)).toEqual({ rows: ['indicator', 'year'], columns: ['place'] })
    expect(turned(turned(mine))).toEqual(mine)
  })
})
