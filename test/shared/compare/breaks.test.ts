import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breaksFor } from '#shared/compare/breaks'
import { translate } from '#shared/locales/translate'
import type { SeriesBreak } from '#shared/model/audit'

const own: SeriesBreak = {
  id: 'b1',
  places: ['410304'],
  indicators: ['gdp'],
  year: 2022,
  cause: 'division',
  note: '并入两镇',
  author: '',
  updatedAt: '2024-01-01T00:00:00Z',
}

describe('breaksFor', () => {
  it('knows that a census revises levels of gross product, as of the next year', () => {
    expect(breaksFor('370100', 'gdp', ['2018', '2019'], []).map(({ id }) => id)).toContain('census-2018')
    expect(breaksFor('370100', 'gdp', ['2017', '2018'], [])).toEqual([])
    expect(breaksFor(null, 'public_budget_revenue', ['2018', '2019'], [])).toEqual([])
  })

  it('leaves growth whole', () => {
    expect(breaksFor(null, 'gdp', ['2017', '2020'], [], 'growth')).toEqual([])
  })

  it('knows of net income of farmers until 2013', () => {
    expect(breaksFor(null, 'income_rural', ['2013', '2014'], []).map(({ id }) => id)).toEqual(['income'])
  })

  it('takes changes of divisions for the places concerned, whatever the indicator', () => {
    const [change] = breaksFor('410308', '公厕', ['2020', '2022'], [])
    expect(change?.cause).toBe('division')
    expect(breaksFor('410303', '公厕', ['2020', '2022'], [])).toEqual([])
    expect(breaksFor('370100', '公厕', ['2018', '2019'], []).map(({ year }) => year)).toEqual([2019])
  })

  it('takes the user’s breaks for the places and indicators they name', () => {
    expect(breaksFor('410304', 'gdp', ['2021', '2022'], [own])).toMatchObject([{ id: 'b1', own: true, year: 2022 }])
    expect(breaksFor('410304', 'gdp', ['2021', '2022'], [own], 'growth')).toHaveLength(1)
    expect(breaksFor('410303', 'gdp', ['2021', '2022'], [own])).toEqual([])
    expect(breaksFor('410304', 'retail_sales', ['2021', '2022'], [own])).toEqual([])
    expect(breaksFor('410303', 'pm25', ['2021', '2022'], [{ ...own, places: [], indicators: [] }])).toHaveLength(1)
  })

  it('has none before the first year, at the first year, or without years', () => {
    expect(breaksFor('410304', 'gdp', ['2022', '2023'], [own])).toEqual([])
    expect(breaksFor('410304', 'gdp', [], [own])).toEqual([])
    expect(breaksFor('410304', 'gdp', [''], [own])).toEqual([])
  })

  it('takes both ends of a span', () => {
    expect(breaksFor('410304', 'x', ['2016-2021'], []).map(({ year }) => year)).toEqual([2021])
  })

  it('is the same for any order of years and of the user’s breaks', () => {
    const year = fc.integer({ min: 2000, max: 2026 }).map(String)
    const user = fc.integer({ min: 2000, max: 2026 }).map((first) => ({ ...own, id: `b${first}`, year: first }))
    fc.assert(
      fc.property(fc.array(year), fc.uniqueArray(user, { selector: ({ id }) => id }), (years, breaks) => {
        const found = breaksFor('410304', 'gdp', years, breaks)
        expect(breaksFor('410304', 'gdp', years.toReversed(), breaks.toReversed())).toEqual(found)
        for (const { year: at } of found) {
          expect(at).toBeGreaterThan(Math.min(...years.map(Number)))
          expect(at).toBeLessThanOrEqual(Math.max(...years.map(Number)))
        }
      }),
    )
  })

  it('has words for each', () => {
    const all = ['gdp', 'income_rural', 'income_urban', 'industrial_value_added', 'fixed_asset_investment']
    for (const indicator of [...all, 'public_budget_revenue', 'resident_population'])
      for (const place of ['340100', '410304', '370100', '310106'])
        for (const { label } of breaksFor(place, indicator, ['1999', '2026'], [own, { ...own, note: '' }]))
          for (const language of ['zh-CN', 'en'] as const)
            expect(translate(language, label.key, label.params)).not.toMatch(/\{\{|^audit\./)
  })
})
