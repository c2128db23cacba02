import { describe, expect, it } from 'vitest'
import { claim, report, type Told, venture } from './build'
import { caveatsOf, ledgerOf, rowFor } from './rules'

const energy = { canonical: 'energy_intensity', indicator: '单位生产总值能耗' } as const

describe('a fall that is told as at least so much', () => {
  it('may be as deep as the next printed digit', () => {
    const row = rowFor({ ...energy, value: -2.52 }, { ...energy, value: -2.5, comparator: 'ge' })
    expect([row.verdict, caveatsOf(row)]).toEqual(['pending', ['rounded']])
    expect(rowFor({ ...energy, value: -3 }, { ...energy, value: -2.5, comparator: 'ge' }).verdict).toBe('missed')
    expect(rowFor({ ...energy, value: -2.52 }, { ...energy, value: -2.5 }).verdict).toBe('missed')
    // No more than 2.5 is no opening towards more.
    expect(rowFor({ ...energy, value: -2.52 }, { ...energy, value: -2.5, comparator: 'le' }).verdict).toBe('missed')
  })
})

describe('results under another name', () => {
  const money = { kind: 'level', unit: '亿元', canonical: 'fixed_asset_investment' } as const

  it('of a part in money do not tell of the whole', () => {
    const target = { ...money, indicator: '固定资产投资', value: 900 }
    expect(rowFor(target, { ...money, indicator: '起步区固定资产投资', value: 25 }).verdict).toBe('incomparable')
    expect(rowFor(target, { ...money, indicator: '完成固定资产投资', value: 850 }).verdict).toBe('missed')
    // What the dictionary calls it is no part of it.
    expect(rowFor(target, { ...money, indicator: '全社会固定资产投资', value: 850 }).verdict).toBe('missed')
  })

  it('of a class that only one side names are not compared', () => {
    const firms = { kind: 'level', canonical: 'private_firms', unit: '家', measure: 'added' } as const
    const row = rowFor(
      { ...firms, indicator: '新增规模以上民营企业', value: 300 },
      { ...firms, indicator: '私营企业', value: 6647 },
    )
    expect([row.verdict, row.why.key]).toEqual(['incomparable', 'ledger.why.clash.rank'])
  })

  it('are not counted where the name is broader, whatever comes of it', () => {
    const of = (indicator: string, value: number): Told => ({
      kind: 'level',
      canonical: '',
      unit: '个',
      indicator,
      value,
    })
    const row = rowFor(of('农业产业项目', 290), of('产业项目', 207))
    expect([row.verdict, row.scored, row.leftOut?.key]).toEqual(['missed', false, 'ledger.caveat.broader'])
  })

  it('are taken by the nearest where they stand side by side', () => {
    const revenue = { canonical: 'total_fiscal_revenue' } as const
    const row = rowFor(
      { ...revenue, indicator: '地方级财政收入', value: 9.5 },
      { ...revenue, indicator: '财政总收入', value: 10.1 },
      { ...revenue, indicator: '地方级财政收入', value: 9.2 },
    )
    expect([row.verdict, row.result?.value]).toEqual(['missed', 9.2])
    expect(caveatsOf(row)).toContain('conflict')
  })

  it('of 市区居民收入 are those of the town', () => {
    const income = (canonical: string, indicator: string, value: number): Told => ({ canonical, indicator, value })
    const row = rowFor(
      { ...income('income_all', '居民人均可支配收入', 10), scope: '市区' },
      income('income_urban', '城镇居民人均可支配收入', 9.2),
      income('income_rural', '农村居民人均可支配收入', 11),
    )
    expect([row.verdict, row.result?.value, row.supporting]).toEqual(['missed', 9.2, []])
  })
})

describe('names that hold for any place', () => {
  it.each([
    ['县区', '个', 11],
    ['乡镇', '个', 12],
    ['专项行动', '个', 30],
  ])('%s are no promise that a number alone could keep', (indicator, unit, value) => {
    const told = { kind: 'level', canonical: '', indicator, unit, value } as const
    expect(rowFor(told, told)).toMatchObject({ verdict: 'silent', scored: false })
  })
})

describe('what a result that only just reaches it was rounded from', () => {
  it('is said', () => {
    const told = { kind: 'level', canonical: 'market_entities', indicator: '市场主体' } as const
    const row = rowFor({ ...told, value: 17_800, unit: '户' }, { ...told, value: 1.8, unit: '万户' })
    expect([row.verdict, caveatsOf(row)]).toEqual(['met', ['rounded']])
    const same = rowFor({ ...told, value: 1.8, unit: '万户' }, { ...told, value: 1.8, unit: '万户' })
    expect(caveatsOf(same)).toEqual([])
  })
})

describe('a list that was kept for the most part', () => {
  it('covers none of its items', () => {
    const planned = report(2022, [
      { kind: 'level', unit: '座', canonical: 'public_toilets', role: 'target', list: 'livelihood' },
    ])
    const covered = (extent: 'all' | 'mostly'): boolean =>
      ledgerOf([planned, report(2023, [], { matters: [claim({ extent })] })], { years: [2022] }).rows[0]?.coveredBy !==
      null
    expect([covered('all'), covered('mostly')]).toEqual([true, false])
  })
})

describe('named ventures', () => {
  const planned = report(2022, [{ role: 'target' }], { matters: [venture({})] })
  const of = (ventures?: boolean) => ledgerOf([planned], ventures === undefined ? {} : { ventures })

  it('are left out on request, and a ruling on one is not astray then', () => {
    expect([of(), of(true), of(false)].map(({ rows }) => rows.length)).toEqual([2, 2, 1])
    const target = { report: planned.report.id, key: planned.matters[0]?.key ?? '' }
    const ruling = {
      id: '00000000-0000-4000-8000-000000000001',
      target,
      source: planned.report.source,
      pairing: 'none',
      verdict: null,
      note: '',
      author: '',
      updatedAt: '2026-01-01T00:00:00Z',
    } as const
    expect(ledgerOf([planned], { ventures: false, rulings: [ruling] }).strayRulings).toEqual([])
    const gone = { ...ruling, target: { ...target, key: 'gone' } }
    expect(ledgerOf([planned], { ventures: false, rulings: [gone] }).strayRulings).toEqual([gone])
  })
})

describe('results that are far from their target', () => {
  const parking = { kind: 'level', canonical: 'parking_lots', indicator: '停车场', unit: '座' } as const
  const of = (wanted: number, reached: number) => rowFor({ ...parking, value: wanted }, { ...parking, value: reached })

  it.each([
    [3, 6, 'met', null],
    [3, 7, 'met', 'ledger.caveat.far'],
    [10, 5, 'missed', null],
    [10, 4, 'missed', 'ledger.caveat.far'],
  ])('%d → %d is %s, left out for %s', (wanted, reached, verdict, leftOut) => {
    const row = of(wanted, reached)
    expect([row.verdict, row.leftOut?.key ?? null]).toEqual([verdict, leftOut])
  })

  it.each([
    [10, 51],
    [10, 1],
    [10, 0],
  ])('%d → %d are hardly of one thing', (wanted, reached) => {
    expect(of(wanted, reached)).toMatchObject({
      verdict: 'incomparable',
      gap: null,
      result: { value: reached },
      why: { key: 'ledger.why.far' },
    })
  })

  it('are compared all the same where they are rates', () => {
    expect(rowFor({ value: 8 }, { value: 0.5 })).toMatchObject({ verdict: 'missed', scored: true })
    expect(rowFor({ value: 1 }, { value: 30 })).toMatchObject({ verdict: 'met', scored: true })
  })
})

describe('a miss under a name that is hardly like it', () => {
  it('is not counted for a rate', () => {
    const row = rowFor({ indicator: '小城市工业生产总值', value: 20 }, { indicator: '地区生产总值', value: 4 })
    expect([row.verdict, row.leftOut?.key]).toEqual(['missed', 'ledger.caveat.phrase'])
    expect(rowFor({ indicator: 'GDP', value: 6 }, { indicator: '地区生产总值', value: 5.4 }).scored).toBe(true)
  })

  it('is not counted for a count that the dictionary has two names for', () => {
    const homes = { kind: 'level', canonical: 'affordable_housing', unit: '套' } as const
    const of = (indicator: string) =>
      rowFor({ ...homes, indicator: '公租房', value: 14 }, { ...homes, indicator, value: 8 })
    expect([of('廉租房').scored, of('公租房').scored]).toEqual([false, true])
  })
})
