import { describe, expect, it } from 'vitest'
import type { LedgerRow } from '../../../../shared/compare/ledger/ledger-types'
import { PLACES } from '../build'
import { claim, item, relative, report, type Told, venture } from './build'
import { caveatsOf, ledgerOf, rowFor as row, SETTINGS } from './rules'

const count = { kind: 'level', indicator: '公厕', canonical: 'public_toilets', unit: '座', value: 10 } as const

describe('comparators', () => {
  it.each<[Told, Told, string]>([
    [{ value: 8 }, { value: 7.9 }, 'missed'],
    [{ value: 8, comparator: 'ge' }, { value: 8 }, 'met'],
    // A cap, and less is better.
    [
      { value: 4, comparator: 'le', kind: 'ratio', canonical: 'unemployment_rate' },
      { value: 4.1, kind: 'ratio', canonical: 'unemployment_rate' },
      'missed',
    ],
    [
      { value: 4, comparator: 'le', kind: 'ratio', canonical: 'unemployment_rate' },
      { value: 3.9, kind: 'ratio', canonical: 'unemployment_rate' },
      'met',
    ],
    [
      { value: 40, canonical: 'pm25', kind: 'level', unit: '微克' },
      { value: 41, canonical: 'pm25', kind: 'level', unit: '微克' },
      'missed',
    ],
    // 左右: half a point short is nearly there, more is not; beyond is met.
    [{ value: 8, comparator: 'approx' }, { value: 7.5 }, 'nearly'],
    [{ value: 8, comparator: 'approx' }, { value: 7.4 }, 'missed'],
    [{ value: 8, comparator: 'approx' }, { value: 9 }, 'met'],
    [{ ...count, value: 100, comparator: 'approx' }, { ...count, value: 95 }, 'nearly'],
    [{ ...count, value: 100, comparator: 'approx' }, { ...count, value: 94 }, 'missed'],
    // 3%左右 of prices is a ceiling.
    [{ value: 3, comparator: 'approx', canonical: 'cpi' }, { value: 2, canonical: 'cpi' }, 'met'],
    [{ value: 3, comparator: 'approx', canonical: 'cpi' }, { value: 3.4, canonical: 'cpi' }, 'nearly'],
    // The low end of a range decides, the high end where less is better.
    [{ ...count, value: 3, high: 5, comparator: 'range' }, { ...count, value: 3 }, 'met'],
    [{ ...count, value: 3, high: 5, comparator: 'range' }, { ...count, value: 2 }, 'missed'],
    [
      { value: 40, high: 45, comparator: 'range', canonical: 'pm25', kind: 'level', unit: '微克' },
      { value: 45, canonical: 'pm25', kind: 'level', unit: '微克' },
      'met',
    ],
    // A fall is to be deeper, but revenue that is planned to fall may do better.
    [{ value: -3, canonical: 'energy_intensity' }, { value: -3.2, canonical: 'energy_intensity' }, 'met'],
    [{ value: -3, canonical: 'energy_intensity' }, { value: -2, canonical: 'energy_intensity' }, 'missed'],
    [{ value: -8, canonical: 'public_budget_revenue' }, { value: 2, canonical: 'public_budget_revenue' }, 'met'],
  ])('%j and %j is %s', (target, result, verdict) => {
    expect(row(target, result).verdict).toBe(verdict)
  })

  it('takes 1.8万户 for all numbers that round to it', () => {
    const entities = { kind: 'level', indicator: '市场主体', canonical: 'market_entities' } as const
    const of = (wanted: number): string =>
      row({ ...entities, value: wanted, unit: '户', comparator: 'ge' }, { ...entities, value: 1.8, unit: '万户' })
        .verdict
    expect([18000, 17499, 18499, 18500, 18600].map(of)).toEqual(['met', 'met', 'pending', 'missed', 'missed'])
    const open = row({ ...entities, value: 18200, unit: '户' }, { ...entities, value: 1.8, unit: '万户' })
    expect(caveatsOf(open)).toEqual(['rounded'])
  })

  it('goes by the tolerance of the project', () => {
    const planned = report(2022, [{ role: 'target', value: 8, comparator: 'approx' }])
    const next = report(2023, [{ value: 7 }])
    const [only] = ledgerOf([planned, next], { years: [2022], settings: { ...SETTINGS, ratePoints: 1 } }).rows
    expect(only?.verdict).toBe('nearly')
  })

  it('tells how far beyond the target a result is', () => {
    expect(row({ ...count, value: 8, unit: '座' }, { ...count, value: 10, unit: '处' })).toMatchObject({
      exceeded: true,
      gap: { absolute: 2, unit: '座', percent: 25 },
    })
    expect(row({ value: 8 }, { value: 8 })).toMatchObject({ exceeded: false, verdict: 'met' })
  })
})

describe('pairing', () => {
  it.each<[string, Told, Told]>([
    ['kind', {}, { kind: 'level', unit: '亿元', value: 160 }],
    [
      'unit',
      { kind: 'level', unit: '亿元', canonical: 'foreign_investment' },
      { kind: 'level', unit: '亿美元', canonical: 'foreign_investment' },
    ],
    ['measure', { ...count, measure: 'added' }, { ...count, measure: 'stock', value: 90 }],
    [
      'basis',
      { kind: 'ratio', canonical: 'unemployment_rate', basis: '登记' },
      { kind: 'ratio', canonical: 'unemployment_rate', basis: '调查' },
    ],
    ['against', { kind: 'points', unit: '个百分点' }, { kind: 'points', unit: '个百分点', base: '高于全省' }],
    ['rank', { ...count, subset: '国家级' }, { ...count, value: 500 }],
  ])('shows a result of another %s and does not compare', (clash, target, result) => {
    const only = row(target, result)
    expect(only).toMatchObject({ verdict: 'incomparable', gap: null, scored: false })
    expect(only.result).not.toBeNull()
    expect(only.why.key).toBe(`ledger.why.clash.${clash}`)
  })

  it('pairs what is not stated with any, and says so', () => {
    expect(caveatsOf(row(count, { ...count, subset: '旅游' }))).toEqual(['subset'])
    expect(caveatsOf(row({ ...count, measure: 'added' }, count))).toEqual(['measure'])
    expect(caveatsOf(row({ basis: '区本级' }, {}))).toEqual(['basis'])
    expect(caveatsOf(row({ ...count, measure: 'added' }, { ...count, measure: 'done' }))).toEqual([])
  })

  it('does not hold 可支配收入 against 纯收入', () => {
    const of = (indicator: string): Told => ({ canonical: 'income_rural', indicator })
    expect(row(of('农民人均纯收入'), of('农村居民人均可支配收入')).verdict).toBe('incomparable')
    expect(row(of('农村居民收入'), of('农村居民人均可支配收入')).verdict).toBe('met')
  })

  it('keeps two subsets apart', () => {
    expect(row({ ...count, subset: '旅游' }, { ...count, subset: '公共' })).toMatchObject({
      verdict: 'silent',
      result: null,
    })
  })

  it('takes the nearest name first, for an indicator that no dictionary knows too', () => {
    const of = (indicator: string, value: number): Told => ({ ...count, indicator, canonical: '', value })
    const near = row(of('社区微型消防站', 48), of('社区微型消防站', 50), of('社区消防站', 9))
    expect([near.result?.value, near.others.map(({ figure }) => figure.value)]).toEqual([50, [9]])
    expect(row(of('创业项目', 3), of('产业项目', 44)).verdict).toBe('silent')
    expect(row(of('就业岗位', 20), of('大学生就业岗位', 3)).verdict).toBe('incomparable')
    expect(row(of('企业', 1000), of('企业', 4))).toMatchObject({ verdict: 'silent', scored: false })
  })

  it('never takes an average or a review of several years for the year', () => {
    expect(row({}, { year: '2018-2022', period: '年均', value: 9 }).verdict).toBe('silent')
    expect(row({}, { value: 9, rule: 'left+state' }).verdict).toBe('silent')
  })

  it('lets a part of the year decide nothing but a count that is reached', () => {
    expect(row({}, { period: '前三季度', value: 9 })).toMatchObject({ verdict: 'pending', exceeded: false })
    expect(row(count, { ...count, value: 11, period: '截至11月底' }).verdict).toBe('met')
    expect(row(count, { ...count, value: 9, period: '截至11月底' }).verdict).toBe('pending')
    const money = { kind: 'level', unit: '亿元', canonical: 'key_project_investment', value: 40 } as const
    expect(row(money, { ...money, value: 50, period: '前三季度' }).verdict).toBe('pending')
    expect(row({}, { period: '前三季度', value: 9 }, { value: 7 })).toMatchObject({ verdict: 'missed' })
  })

  it('lets an estimate decide, and says so', () => {
    const only = row({}, { value: 9, wording: '预计' })
    expect([only.verdict, caveatsOf(only)]).toEqual(['met', ['estimate']])
  })

  it('takes the report’s own completion rate where there is no figure', () => {
    const invested = { kind: 'level', unit: '亿元', canonical: 'key_project_investment', value: 40 } as const
    const rate = { kind: 'ratio', unit: '%', canonical: 'key_project_investment', base: '占目标', value: 104 } as const
    expect(row(invested, rate)).toMatchObject({ verdict: 'met', why: { key: 'ledger.why.completion' } })
    expect(row(invested, { ...rate, value: 96 }).verdict).toBe('missed')
  })
})

describe('what is due', () => {
  it('is silent only where a report of the next year is there', () => {
    const planned = report(2022, [{ role: 'target' }])
    expect(ledgerOf([planned]).rows[0]).toMatchObject({ verdict: 'pending', why: { key: 'ledger.why.noNextReport' } })
    expect(ledgerOf([planned, report(2024, [])]).rows[0]?.verdict).toBe('pending')
    expect(ledgerOf([planned, report(2023, [])]).rows[0]?.verdict).toBe('silent')
    expect(
      ledgerOf([planned, report(2023, [], { place: PLACES.xigong })], { places: ['410304'] }).rows[0]?.verdict,
    ).toBe('pending')
    expect(ledgerOf([planned, report(2023, [], { main: false, id: 'b' })]).rows[0]?.verdict).toBe('pending')
  })

  it('leaves 到2025年 open until the report of 2026', () => {
    const planned = report(2022, [{ role: 'target', year: '2025', value: 8 }])
    const reached = report(2024, [{ year: '2023', value: 9 }])
    expect(ledgerOf([planned, reached]).rows[0]).toMatchObject({ verdict: 'pending', dueYear: 2025 })
    const last = report(2026, [{ year: '2025', value: 9 }])
    expect(ledgerOf([planned, reached, last]).rows[0]).toMatchObject({ verdict: 'met', year: 2022 })
  })

  it('is left out of scores with a digest, a continuation or an incomplete report', () => {
    for (const kind of ['digest', 'continuation', 'incomplete'] as const) {
      const [only] = ledgerOf([report(2022, [{ role: 'target' }]), report(2023, [{ value: 9 }], { kind })], {
        years: [2022],
      }).rows
      expect(only).toMatchObject({ verdict: 'met', scored: false, leftOut: { key: `ledger.caveat.${kind}` } })
    }
  })
})

describe('targets without a figure', () => {
  const growth = (canonical: string, value: number): Told => ({ canonical, value, indicator: canonical })
  const verdict = (fields: Parameters<typeof relative>[0], ...results: Told[]): LedgerRow | undefined =>
    ledgerOf([report(2022, [], { matters: [relative(fields)] }), report(2023, results)], { years: [2022] }).rows[0]

  it('computes 同步 and 高于GDP from the two results', () => {
    expect(verdict({}, growth('income_all', 5), growth('gdp', 4))).toMatchObject({
      verdict: 'met',
      gap: { absolute: 1 },
    })
    expect(verdict({}, growth('income_all', 4), growth('gdp', 4.4))?.verdict).toBe('nearly')
    expect(verdict({ hedge: '基本' }, growth('income_all', 4), growth('gdp', 4.4))?.verdict).toBe('met')
    expect(verdict({}, growth('income_all', 4), growth('gdp', 5))?.verdict).toBe('missed')
    expect(verdict({ relation: 'exceed' }, growth('income_all', 4), growth('gdp', 4))?.verdict).toBe('missed')
    expect(verdict({}, growth('income_all', 4))?.verdict).toBe('pending')
    expect(verdict({})?.verdict).toBe('silent')
  })

  it('calls it partly met where town or country alone kept up', () => {
    const only = verdict({}, growth('income_urban', 3), growth('income_rural', 6), growth('gdp', 4))
    expect(only).toMatchObject({ verdict: 'partly' })
    expect(only?.supporting).toHaveLength(2)
  })

  it('needs the report of the place above for 不低于全市', () => {
    const fields = {
      relation: 'not_below',
      canonical: 'gdp',
      indicator: '生产总值',
      reference: '全市平均水平',
      referenceCanonical: '',
      referenceScope: '全市',
    } as const
    const planned = report(2022, [], { matters: [relative(fields)] })
    const next = report(2023, [growth('gdp', 5)])
    const city = (value: number) => report(2023, [growth('gdp', value)], { place: PLACES.luoyang })
    const of = (...more: ReturnType<typeof city>[]) =>
      ledgerOf([planned, next, ...more], { places: ['410304'] }).rows[0]
    expect(of()).toMatchObject({ verdict: 'pending', why: { key: 'ledger.why.noReference' } })
    expect(of(city(4))?.verdict).toBe('met')
    expect(of(city(6))).toMatchObject({ verdict: 'missed', gap: { absolute: -1 } })
  })

  it('follows the report’s own word on tasks from above', () => {
    const task = {
      indicator: '节能减排',
      canonical: '',
      relation: 'assigned',
      reference: '上级下达任务',
      referenceCanonical: '',
      referenceScope: '上级',
    } as const
    const planned = report(2022, [], { matters: [relative(task)] })
    const done = report(2023, [], { matters: [relative({ ...task, role: 'actual' })] })
    const [only] = ledgerOf([planned, done], { years: [2022] }).rows
    expect([only?.verdict, only && caveatsOf(only)]).toEqual(['met', ['self']])
  })

  it('follows named ventures by their stage', () => {
    const of = (stage: 'started' | 'completed' | 'in_use'): string | undefined =>
      ledgerOf(
        [
          report(2022, [], { matters: [venture({ stage: 'in_use' })] }),
          report(2023, [], { matters: [venture({ stage, role: 'actual' })] }),
        ],
        { years: [2022] },
      ).rows[0]?.verdict
    expect([of('in_use'), of('completed'), of('started')]).toEqual(['met', 'nearly', 'missed'])
  })
})

describe('blanket claims', () => {
  const planned = report(2022, [
    { ...count, role: 'target', list: 'livelihood' },
    { role: 'target', list: 'headline' },
  ])
  const covers = (matter: ReturnType<typeof claim>): boolean[] =>
    ledgerOf([planned, report(2023, [], { matters: [matter] })], { years: [2022] }).rows.map(
      ({ coveredBy }) => coveredBy !== null,
    )

  it.each([
    [claim(), [true, false]],
    [claim({ levels: '省、市、区' }), [true, false]],
    // The city's and the province's are not the district's.
    [claim({ levels: '省市', covers: '84件省市民生实事' }), [false, false]],
    [claim({ subject: 'targets', covers: '各项目标任务', levels: '区人大十六届六次会议确定' }), [false, true]],
    [claim({ subject: 'targets', covers: '空气质量改善年度目标' }), [false, false]],
    [claim({ subject: 'targets', covers: '本届政府奋斗目标', levels: '本届政府' }), [false, false]],
  ])('cover the items of their own list', (matter, expected) => {
    expect(covers(matter)).toEqual(expected)
  })
})

describe('items of a list', () => {
  const list = [item({ start: 900, end: 1_300 })]
  const of = (...results: Told[]): readonly LedgerRow[] =>
    ledgerOf(
      [
        report(
          2022,
          [
            { ...count, role: 'target' },
            { ...count, role: 'target', canonical: 'parking_lots', indicator: '停车场' },
          ],
          {
            matters: list,
          },
        ),
        report(
          2023,
          results.map((result) => ({ ...count, ...result })),
        ),
      ],
      { years: [2022] },
    ).rows

  it('come to what their figures come to, which are counted instead', () => {
    const other = { canonical: 'parking_lots', indicator: '停车场' }
    const verdict = (...results: Told[]): string | undefined =>
      of(...results).find(({ target }) => target.type === 'list_item')?.verdict
    expect([verdict(), verdict({}), verdict({}, other), verdict({ value: 9 })]).toEqual([
      'silent',
      'partly',
      'met',
      'missed',
    ])
    const rows = of({})
    expect(rows.map(({ target, scored }) => [target.type, scored])).toEqual([
      ['list_item', false],
      ['statement', true],
      ['statement', true],
    ])
    // A figure stands in the list of its item.
    expect(rows.map(({ target }) => target.list)).toEqual(['livelihood', 'livelihood', 'livelihood'])
  })
})
