import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Columns } from '../../../../renderer/workers/statements/columns'
import { groupsOf } from '../../../../renderer/workers/statements/group'
import { orderRows } from '../../../../renderer/workers/statements/order'
import type { Grouping, SortColumn } from '../../../../renderer/workers/statements/protocol'
import { orderBy, sortableParts } from '../../../../renderer/workers/statements/radix'
import { columnsOf, laid, placeOf, reportOf } from './material'

const all = (columns: Columns) => Uint32Array.from({ length: columns.length }, (_, row) => row)
const ordered = (columns: Columns, column: SortColumn, down = false, group: Grouping | null = null) => [
  ...orderRows(columns, all(columns), [{ column, down }], group),
]

describe('the radix order', () => {
  it('is that of the numbers, and leaves equal ones as they stand', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 0xffff_ffff })), (keys) => {
        const rows = Uint32Array.from(keys, (_, row) => row)
        const expected = [...rows].sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b)
        expect([...orderBy(rows, Uint32Array.from(keys))]).toEqual(expected)
      }),
    )
  })

  it('puts doubles into their order', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
        const [high, low] = [sortableParts(a), sortableParts(b)]
        expect(Math.sign(high[0] - low[0] || high[1] - low[1])).toBe(a === b ? 0 : Math.sign(a > b ? 1 : -1))
      }),
    )
  })
})

describe('an order', () => {
  it('has what needs eyes first on top', () => {
    const columns = columnsOf([
      { status: 'accepted', confidence: 0.1 },
      { confidence: 0.9 },
      { confidence: 0.6 },
      { confidence: 0.6, canonical: '' },
      { confidence: 0.6, list: 'headline' },
    ])
    expect(ordered(columns, 'attention')).toEqual([4, 2, 3, 1, 0])
  })

  it('compares amounts in their base unit, and unlike bases never', () => {
    const columns = columnsOf([
      { value: 2, unit: '亿元' },
      { value: 30_000, unit: '万元' },
      { value: 5, unit: '亿美元' },
      { value: 100, unit: '元' },
      { value: 1, unit: '亿美元' },
      { value: -3, unit: '%' },
    ])
    expect(ordered(columns, 'normal')).toEqual([3, 0, 1, 4, 2, 5])
    // The commonest base first, whichever way the numbers in it go.
    expect(ordered(columns, 'normal', true)).toEqual([1, 0, 3, 2, 4, 5])
  })

  it('has empty fields last, up and down', () => {
    const columns = columnsOf([{ basis: '' }, { basis: '可比价' }, { basis: '同口径' }])
    expect(ordered(columns, 'basis').at(-1)).toBe(0)
    expect(ordered(columns, 'basis', true).at(-1)).toBe(0)
    expect(ordered(columns, 'basis', true)).toEqual([...ordered(columns, 'basis').slice(0, 2).reverse(), 0])
  })

  it('takes indicators as the dictionary has them, what is none last, by phrase', () => {
    const columns = columnsOf([
      { canonical: '', indicator: '乙' },
      { canonical: 'pm25' },
      { canonical: 'gdp' },
      { canonical: '', indicator: '丙' },
    ])
    expect(ordered(columns, 'indicator').slice(0, 2)).toEqual([2, 1])
    expect(new Set(ordered(columns, 'indicator').slice(2))).toEqual(new Set([0, 3]))
  })

  it('lays a second key under the first', () => {
    const columns = columnsOf([
      { role: 'target', year: '2022' },
      { role: 'actual', year: '2022' },
      { role: 'actual', year: '2021' },
    ])
    const keys = [
      { column: 'year', down: true },
      { column: 'role', down: false },
    ] as const
    expect([...orderRows(columns, all(columns), keys, null)]).toEqual([1, 0, 2])
  })

  it('falls back to place, latest year and the order of the text', () => {
    const columns = columnsOf([{ start: 900 }, { start: 20 }])
    columns.put(reportOf(5, { year: 2025 }), [laid({ start: 5 })])
    columns.put(reportOf(6, { place: placeOf('110000', '北京市') }), [laid({ start: 5 })])
    expect(ordered(columns, 'kind')).toEqual([3, 2, 1, 0])
  })

  it('orders by every column without losing a row', () => {
    const columns = columnsOf(
      [{ rank: '第一', base: '同比' }, { part_of: '税收' }],
      [{ due: '年底前', binding: 'binding' }],
    )
    const every: SortColumn[] = ['status', 'place', 'reportYear', 'phrase', 'written', 'kind', 'role', 'year', 'period']
    const more: SortColumn[] = [
      'measure',
      'subset',
      'base',
      'rank',
      'wording',
      'scope',
      'list',
      'partOf',
      'due',
      'binding',
    ]
    for (const column of [...every, ...more, 'confidence', 'rule', 'start'] as const)
      expect(ordered(columns, column, true).sort()).toEqual([0, 1, 2])
  })
})

describe('groups', () => {
  const columns = columnsOf(
    [{ canonical: 'gdp' }, { canonical: '', indicator: '泊位' }],
    [{ canonical: 'gdp', status: 'accepted' }],
  )
  columns.put(reportOf(3, { place: null, year: null, title: '某报告' }), [laid({ canonical: '' })])

  const groupsBy = (group: Grouping) => groupsOf(columns, orderRows(columns, all(columns), [], group), group)

  it('are runs of rows with what they share, and what is not settled', () => {
    expect(groupsBy('indicator')).toEqual([
      { value: 'gdp', label: '', from: 0, count: 2, suggested: 1 },
      { value: '', label: '', from: 2, count: 2, suggested: 2 },
    ])
    expect(groupsBy('status').map(({ value, count }) => [value, count])).toEqual([
      ['suggested', 3],
      ['accepted', 1],
    ])
  })

  it('have the name of their place and report', () => {
    expect(groupsBy('place').map(({ label, count }) => [label, count])).toEqual([
      ['瀍河回族区', 3],
      ['', 1],
    ])
    expect(groupsBy('report').map(({ label, count }) => [label, count])).toEqual([
      ['瀍河回族区 2024', 2],
      ['瀍河回族区 2024', 1],
      ['某报告', 1],
    ])
    expect(groupsBy('reportYear').map(({ value }) => value)).toEqual(['2024', ''])
  })
})
