import { describe, expect, it } from 'vitest'
import type { Code } from '#shared/model/code'
import { choicesOf } from '../../../../renderer/features/quotes/choices'
import { CodeIndex } from '../../../../renderer/features/quotes/code-index'
import { chipsOf, entriesOf, isFiltering, NO_FILTER, withoutChip } from '../../../../renderer/features/quotes/filter'
import { linesOf, quotesIn } from '../../../../renderer/features/quotes/lines'
import { grouped, type Order, Ordering } from '../../../../renderer/features/quotes/order'
import { shownIn } from '../../../../renderer/features/quotes/visit'
import type { Quote } from '../../../../renderer/storage'

const code = (id: string, parent: string | null, order: number): Code => ({
  id,
  name: id,
  parent,
  color: '#000000',
  definition: '',
  example: '',
  order,
  key: null,
  author: '',
  createdAt: '',
})
const CODES = new CodeIndex([code('目标', null, 1), code('增长', '经济', 1), code('经济', null, 2)])

const SOURCE = {
  hash: 'a',
  name: 'a.txt',
  provenance: { origin: '', published: '', page: '', url: '', obtained: '' },
  hidden: false,
}
const reportIn = (name: string, year: number | null): NonNullable<Quote['report']> => ({
  id: `${name}${year}`,
  title: `${name}报告`,
  place: { code: name, name, short: name, level: 'city', parent: null },
  year,
  kind: 'full',
  date: null,
})
const quote = (id: string, fields: Partial<Quote> = {}): Quote => ({
  id,
  report: reportIn('洛阳', 2023),
  source: SOURCE,
  reading: 'a:1',
  start: 0,
  end: 1,
  text: id,
  quote: id,
  section: '',
  page: '',
  codes: [],
  memo: '',
  author: '甲',
  rule: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  orphan: false,
  ...fields,
})
const pause = async (): Promise<void> => undefined
const keys = (entries: readonly { key: string }[]) => entries.map(({ key }) => key)
const ids = (quotes: readonly Quote[], filter: Partial<typeof NO_FILTER>, each = false) =>
  keys(entriesOf(quotes, { ...NO_FILTER, ...filter }, CODES, each))

describe('a filter', () => {
  const all = [
    quote('a', { codes: ['增长'], memo: '口径 GDP' }),
    quote('b', { codes: ['目标', '经济'], report: reportIn('安阳', 2024), rule: 'r' }),
    quote('c', { report: null, author: '乙' }),
  ]
  it.each([
    [{}, ['a', 'b', 'c']],
    [{ codes: ['经济'] }, ['a', 'b']],
    [{ codes: ['增长'] }, ['a']],
    [{ codes: ['目标', ''] }, ['b', 'c']],
    [{ places: ['安阳'] }, ['b']],
    [{ places: [''] }, ['c']],
    [{ years: [2023] }, ['a']],
    [{ kinds: ['full'] }, ['a', 'b']],
    [{ authors: ['乙'] }, ['c']],
    [{ made: 'rule' }, ['b']],
    [{ made: 'hand' }, ['a', 'c']],
    [{ memo: true }, ['a']],
    [{ report: '安阳2024' }, ['b']],
    [{ text: 'gdp' }, ['a']],
    [{ text: ' C ' }, ['c']],
    [{ codes: ['经济'], places: ['洛阳'] }, ['a']],
  ] as const)('%j lets %j through', (filter, through) => {
    expect(ids(all, filter as Partial<typeof NO_FILTER>)).toEqual(through)
  })

  it('gives a line to each code that is asked for', () => {
    expect(ids(all, {}, true)).toEqual(['a 增长', 'b 目标', 'b 经济', 'c'])
    expect(ids(all, { codes: ['经济'] }, true)).toEqual(['a 增长', 'b 经济'])
  })

  it('is in force as long as one of its values is', () => {
    let filter: typeof NO_FILTER = {
      ...NO_FILTER,
      codes: ['经济'],
      years: [2023],
      memo: true,
      made: 'hand',
      report: 'r',
    }
    expect(chipsOf(filter)).toHaveLength(5)
    for (const chip of chipsOf(filter)) {
      expect(isFiltering(filter)).toBe(true)
      filter = { ...filter, ...withoutChip(filter, chip) }
    }
    expect(filter).toEqual(NO_FILTER)
    expect(isFiltering(filter)).toBe(false)
  })

  it('offers what there is, with numbers', () => {
    const { codes, places, years, authors } = choicesOf(all)
    expect([...codes]).toEqual([
      ['增长', 1],
      ['目标', 1],
      ['经济', 1],
      ['', 1],
    ])
    expect(places.map(({ value, count }) => [value, count])).toEqual([
      ['', 1],
      ['安阳', 1],
      ['洛阳', 1],
    ])
    expect(years.map(({ value }) => value)).toEqual([2024, 2023])
    expect(authors).toHaveLength(2)
  })
})

describe('an order', () => {
  const all = [
    quote('b', { report: reportIn('重庆', 2023), page: '10', codes: ['经济'], text: '增长' }),
    quote('a', { report: reportIn('安阳', 2022), page: '9', codes: ['目标', '增长'], text: '目标' }),
    quote('d', { report: null, text: '规划', createdAt: '2026-02-01T00:00:00.000Z' }),
    quote('c', { report: reportIn('洛阳', 2024), page: '', text: '安全', memo: '乙', start: 5 }),
  ]
  const order = async (given: Order) => {
    const ordering = new Ordering(() => CODES)
    const base = await ordering.base(all, pause)
    return keys(await ordering.ordered(entriesOf(base, NO_FILTER, CODES, false), given, pause))
  }
  it.each([
    // An, Chong, Luo: by sound; what is not known comes last either way.
    ['place', false, ['a', 'b', 'c', 'd']],
    ['place', true, ['c', 'b', 'a', 'd']],
    ['year', true, ['c', 'b', 'a', 'd']],
    ['page', false, ['a', 'b', 'c', 'd']],
    ['codes', false, ['a', 'b', 'c', 'd']],
    ['codes', true, ['b', 'a', 'c', 'd']],
    ['text', false, ['c', 'd', 'a', 'b']],
    ['memo', true, ['c', 'a', 'b', 'd']],
    ['time', true, ['d', 'a', 'b', 'c']],
  ] as const)('by %s, down %j', async (column, down, expected) => {
    expect(await order({ column, down })).toEqual(expected)
  })

  it('has groups, those without a name last, and folds them', async () => {
    const ordering = new Ordering(() => CODES)
    const entries = entriesOf(await ordering.base(all, pause), NO_FILTER, CODES, true)
    const groups = grouped(entries, 'code', CODES, ordering)
    expect(groups.map(({ value, entries: own }) => [value, own.length])).toEqual([
      ['目标', 1],
      ['经济', 1],
      ['增长', 1],
      ['', 2],
    ])
    expect(grouped(entries, 'place', CODES, ordering).map(({ value }) => value)).toEqual(['安阳', '重庆', '洛阳', ''])
    const lines = linesOf(entries, groups, new Set(['目标', '经济', '增长']))
    expect(lines.map(({ type, key }) => (type === 'group' ? key : `- ${key}`))).toEqual([
      'group 目标',
      'group 经济',
      'group 增长',
      'group ',
      '- c',
      '- d',
    ])
    expect(quotesIn(lines[0])).toEqual(['a'])
    expect(quotesIn(lines[4])).toEqual(['c'])
  })
})

describe('parameters', () => {
  it('preset the filters', () => {
    expect(shownIn({ code: '经济', place: '洛阳', year: 2023, report: 'r' })).toEqual({
      filter: { ...NO_FILTER, codes: ['经济'], places: ['洛阳'], years: [2023], report: 'r' },
    })
    expect(shownIn({ year: '2024' })).toEqual({ filter: { ...NO_FILTER, years: [2024] } })
    expect(shownIn({})).toBeNull()
    expect(shownIn({ row: 'x' })).toBeNull()
  })

  it('bring a list back as it was, whatever a layout holds', () => {
    const shown = {
      filter: { ...NO_FILTER, text: '增', kinds: ['digest'], memo: true },
      order: { column: 'time', down: true },
      group: 'code',
      each: true,
    }
    expect(shownIn({ shown: JSON.stringify(shown) })).toEqual(shown)
    const first = { filter: NO_FILTER, order: { column: 'place', down: false }, group: null, each: false }
    for (const odd of ['', '{', '3', 'null', '{"filter":{"years":["x"],"kinds":["no"]},"group":"colour"}'])
      expect(shownIn({ shown: odd })).toEqual(first)
  })
})
