import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlaceRef } from '#shared/model/place'
import { groupPlaces, topPlaces } from '../../../shared/compare/groups'
import { buildMatrix, type MatrixCell } from '../../../shared/compare/matrix'
import { isAdditive, totalOf } from '../../../shared/compare/totals'
import { cell, comparison, PLACES, record } from './build'

/** A place each with one statement of an amount. */
function cellsOf(fields: readonly Parameters<typeof cell>[0][]): MatrixCell[] {
  const places = fields.map((_, at): PlaceRef => ({ ...PLACES.chanhe, code: String(910_000 + at), parent: null }))
  const records = fields.map((one, at) =>
    record({
      place: places[at] ?? PLACES.chanhe,
      cells: one?.value === -1 ? [] : [cell({ kind: 'level', unit: '亿元', ...one })],
    }),
  )
  const matrix = buildMatrix(records, comparison({ kind: 'level', places: places.map(({ code }) => code) }))
  return matrix.rows.flatMap(({ cells }) => cells)
}

describe('totalOf', () => {
  it('adds in the unit of the column and says how many places it covers', () => {
    expect(
      totalOf(cellsOf([{ value: 2.64 }, { value: 4.83 }, { value: 5800, unit: '万元' }, { value: -1 }]), '元'),
    ).toMatchObject({
      value: 8.05,
      unit: '亿元',
      comparator: 'eq',
      covered: 3,
      of: 4,
      estimates: 0,
      leftOut: 0,
    })
  })

  it('leaves out parts of the year, other currencies and ranges', () => {
    const cells = cellsOf([
      { value: 1 },
      { value: 2 },
      { value: 3, period: '前三季度' },
      { value: 4, unit: '亿美元' },
      { value: 5, high: 6, comparator: 'range' },
    ])
    expect(totalOf(cells, '元')).toMatchObject({ value: 3, covered: 2, of: 5, leftOut: 3 })
  })

  it('counts estimates and keeps what the words say', () => {
    expect(totalOf(cellsOf([{ wording: '预计' }, {}]), '元')).toMatchObject({ estimates: 1, comparator: 'eq' })
    expect(totalOf(cellsOf([{ comparator: 'ge' }, {}]), '元')?.comparator).toBe('ge')
    expect(totalOf(cellsOf([{ comparator: 'ge' }, { comparator: 'le' }]), '元')?.comparator).toBe('approx')
  })

  it('is nothing where nothing can be added', () => {
    expect(totalOf([], '元')).toBeNull()
    expect(totalOf(cellsOf([{ value: -1 }]), '元')).toBeNull()
    expect(totalOf(cellsOf([{ period: '前三季度' }]), '元')).toBeNull()
  })

  it('adds no two years', () => {
    const records = [
      record({ cells: [cell({ kind: 'level', unit: '亿元', year: '2021' })] }),
      record({ place: PLACES.xigong, cells: [cell({ kind: 'level', unit: '亿元' })] }),
    ]
    const matrix = buildMatrix(records, comparison({ kind: 'level', latest: true, years: [] }))
    expect(
      totalOf(
        matrix.rows.flatMap(({ cells }) => cells),
        '元',
      ),
    ).toBeNull()
  })

  it('does not depend on the order, nor on the unit that was written', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9_999_999 }), { minLength: 2, maxLength: 8 }), (amounts) => {
        const inWan = cellsOf(amounts.map((value) => ({ value, unit: '万元' })))
        const mixed = cellsOf(
          amounts.map((value, at) => (at % 2 === 0 ? { value, unit: '万元' } : { value: value / 10_000 })),
        )
        const [sum, same, turned] = [inWan, mixed, inWan.toReversed()].map((cells) => totalOf(cells, '元'))
        const yuan = (total: typeof sum) => Math.round((total?.value ?? 0) * (total?.unit === '亿元' ? 10_000 : 1))
        expect(yuan(sum)).toBe(amounts.reduce((a, b) => a + b))
        expect(yuan(same)).toBe(yuan(sum))
        expect(turned?.value).toBe(sum?.value)
      }),
    )
  })
})

describe('isAdditive', () => {
  it.each([
    ['level', '元', '地区生产总值', true],
    ['level', '个', '公厕', true],
    ['growth', '%', '地区生产总值', false],
    ['level', '元', '城镇居民人均可支配收入', false],
    ['level', '元', '城市低保标准', false],
    ['level', '个', '万人发明专利拥有量', false],
    ['level', '微克/立方米', 'PM2.5', false],
    ['level', '天', '空气质量优良天数', false],
    ['ratio', '%', '森林覆盖率', false],
    ['level', '吨标准煤', '单位生产总值能耗', false],
  ] as const)('%s in %s of %s: %s', (kind, base, name, expected) => {
    expect(isAdditive(kind, base, name)).toBe(expected)
  })
})

describe('groupPlaces', () => {
  const all = [PLACES.luoyang, PLACES.chanhe, PLACES.xigong]

  it('groups by the place above, by level, or not at all', () => {
    expect(groupPlaces(all, 'none')).toEqual([{ id: '', places: [0, 1, 2] }])
    expect(groupPlaces(all, 'parent')).toEqual([
      { id: '410000', places: [0] },
      { id: '410300', places: [1, 2] },
    ])
    expect(groupPlaces(all, 'level').map(({ id }) => id)).toEqual(['city', 'county'])
  })
})

describe('topPlaces', () => {
  it('takes a city and not its districts, and the districts where the city is not there', () => {
    const all = [PLACES.chanhe, PLACES.luoyang, PLACES.xigong]
    expect(topPlaces(all, [0, 1, 2])).toEqual([1])
    expect(topPlaces(all, [0, 2])).toEqual([0, 2])
  })

  it('follows places of the user by the place above them', () => {
    const own: PlaceRef = { code: 'u-1', name: '园区', short: '园区', level: 'county', parent: 'u-2' }
    const between: PlaceRef = { ...own, code: 'u-2', parent: '410300' }
    expect(topPlaces([PLACES.luoyang, own, between], [0, 1, 2])).toEqual([0])
    expect(topPlaces([{ ...own, parent: 'u-1' }], [0])).toEqual([0])
  })
})
