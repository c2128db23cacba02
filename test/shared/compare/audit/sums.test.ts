import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Verdict } from '#shared/compare/audit/audit-types'
import { defaultAuditOptions } from '#shared/compare/audit/rules'
import { sumRule } from '#shared/compare/audit/sums'
import { count, type Figure, money, report } from './build'

const check = (text: string, figures: readonly Figure[]): readonly Verdict[] =>
  sumRule(report(2023, text, figures), defaultAuditOptions(), [])

const told = (verdicts: readonly Verdict[]) =>
  verdicts.map(({ held, arithmetic: { expected, found } }) => [held, expected, found])

describe('brackets', () => {
  it('are checked where each member has one part, whatever its unit', () => {
    const parts = [money(2.97), money(2.14), { quantity: '8300万元', value: 8300, unit: '万元' }]
    expect(told(check('投资2.97亿元（政府2.14亿元、社会8300万元）。', parts))).toEqual([[true, 2.97, 2.97]])
  })

  it('give a finding where they do not add up', () => {
    const [found] = check('项目122个（产业项目73个、基础设施项目59个）。', [count(122), count(73), count(59)])
    expect(found).toMatchObject({ held: false, severity: 'error', arithmetic: { expected: 132, found: 122 } })
    expect(found?.candidates.length).toBeGreaterThan(0)
  })

  it('show every digit of what was counted', () => {
    const persons = [count(1046532, '人'), count(500000, '人'), count(546531, '人')]
    const [found] = check('培训1046532人（职工500000人、农民546531人）。', persons)
    expect(found).toMatchObject({ held: false, arithmetic: { expected: 1046531, found: 1046532, difference: 1 } })
    expect(found?.arithmetic.steps[0]?.value).toBe(1046531)
    expect(found?.held === false && found.message.params).toMatchObject({ expected: '1046531人', found: '1046532人' })
  })

  it.each([
    '项目122个（其中产业项目73个、基础设施项目40个）。',
    '项目122个（包括产业项目73个、基础设施项目40个）。',
    '项目122个（上年为73个、目标40个）。',
    '项目122个（产业项目73个、基础设施项目40个、民生项目若干）。',
    '项目122个，分布各地（产业项目73个、基础设施项目40个）。',
  ])('are no closed list in %s', (text) => {
    expect(check(text, [count(122), count(73), count(40)])).toEqual([])
  })

  it('with 其中 are told of where they add up', () => {
    expect(told(check('学校35个（其中新建30个，改扩建5个）。', [count(35), count(30), count(5)]))).toEqual([
      [true, 35, 35],
    ])
  })
})

describe('lists behind 其中', () => {
  it('are closed by 其余 and 其他', () => {
    const figures = [count(1000), count(410), count(440), count(145)]
    const [found] = check('基站1000个，其中干线410个、城区440个、其他145个。', figures)
    expect(found).toMatchObject({ held: false, arithmetic: { expected: 995, found: 1000 } })
  })

  it('are closed by them in a bracket as well', () => {
    const of = (number: number, indicator: string): Figure => count(number, '个', { indicator })
    const parks = [of(12, '公园'), of(8, '口袋公园'), of(3, '社区公园'), of(2, '其他')]
    const [found, ...others] = check('公园12个（其中口袋公园8个、社区公园3个、其他2个）。', parks)
    expect(found).toMatchObject({ held: false, arithmetic: { expected: 13, found: 12 } })
    expect(others).toEqual([])
    expect(check('公园12个（其中口袋公园8个、社区公园3个）。', parks.slice(0, 3))).toEqual([])
  })

  it('without them are only told of where they add up', () => {
    const figures = [money(2.97), money(2.14), money(0.83)]
    expect(told(check('投资2.97亿元，其中政府2.14亿元，社会0.83亿元。', figures))).toEqual([[true, 2.97, 2.97]])
    expect(check('投资2.97亿元，其中政府1.14亿元，社会0.83亿元。', [money(2.97), money(1.14), money(0.83)])).toEqual([])
  })

  it('with 分别 cannot be more than the total', () => {
    const each = { rule: 'respectively+section' }
    const schools = (a: number, b: number): readonly Verdict[] =>
      check(`新建学校11所，其中小学、中学分别${a}所、${b}所。`, [
        count(11, '所'),
        count(a, '所', each),
        count(b, '所', each),
      ])
    expect(told(schools(5, 7))).toEqual([[false, 12, 11]])
    expect(told(schools(5, 6))).toEqual([[true, 11, 11]])
    expect(schools(5, 4)).toEqual([])
  })

  it('that belong to a part are not held against the whole', () => {
    const figures = [count(325), count(30), count(18), count(12)]
    const text = '签约项目325个，其中30个项目开工18个，其他12个近期可以开工。'
    expect(told(check(text, figures))).toEqual([[true, 30, 30]])
  })

  it('are not there where figures merely follow each other', () => {
    const figures = [count(248), count(28), count(158), count(49)]
    expect(check('248个重点项目，推动28个竣工、158个开工、49个启动。', figures)).toEqual([])
  })
})

describe('what remains', () => {
  const total = count(84, '个', { indicator: '老旧小区改造' })
  const done = count(19, '个', { indicator: '手表厂家属院' })

  it('makes up the total with what is done', () => {
    const left = count(65, '个', { indicator: '老旧小区' })
    expect(told(check('84个老旧小区改造，完成19个任务，剩余65个老旧小区改造到位。', [total, done, left]))).toEqual([
      [true, 84, 84],
    ])
  })

  it('gives a finding where it does not, of the same thing', () => {
    const left = count(66, '个', { indicator: '老旧小区' })
    expect(told(check('84个老旧小区改造，完成19个任务，剩余66个老旧小区改造到位。', [total, done, left]))).toEqual([
      [false, 85, 84],
    ])
  })

  it('is not that of something else', () => {
    const left = count(10, '个', { indicator: '烂尾楼' })
    expect(check('84个老旧小区改造，启动19个城中村，剩余10个烂尾楼复工。', [total, done, left])).toEqual([])
  })
})

describe('wholes by definition', () => {
  const named = (value: number, canonical: string, indicator: string): Figure => money(value, { canonical, indicator })
  const text = (whole: number): string => `生产总值${whole}亿元。一产10.1亿元。二产40.2亿元。三产49.9亿元。`
  const parts = [
    named(10.1, 'primary_value_added', '一产增加值'),
    named(40.2, 'secondary_value_added', '二产增加值'),
    named(49.9, 'services_value_added', '三产增加值'),
  ]

  it('add up over the report', () => {
    expect(told(check(text(100.2), [named(100.2, 'gdp', '生产总值'), ...parts]))).toEqual([[true, 100.2, 100.2]])
    expect(told(check(text(110.2), [named(110.2, 'gdp', '生产总值'), ...parts]))).toEqual([[false, 100.2, 110.2]])
  })

  it('need all their parts, and only one figure of each', () => {
    expect(check(text(110.2), [named(110.2, 'gdp', '生产总值'), ...parts.slice(1)])).toEqual([])
    const twice = `${text(110.2)}三产59.9亿元。`
    const other = named(59.9, 'services_value_added', '三产增加值')
    expect(check(twice, [named(110.2, 'gdp', '生产总值'), ...parts, other])).toEqual([])
  })
})

/** Amounts of two decimals, in 亿元. */
const amounts = fc.array(fc.integer({ min: 1, max: 9_999 }), { minLength: 2, maxLength: 6 })
const written = (hundredths: number): string => (hundredths / 100).toFixed(2)
const figure = (hundredths: number): Figure => ({
  quantity: `${written(hundredths)}亿元`,
  value: hundredths / 100,
  unit: '亿元',
})
const bracket = (total: number, parts: readonly number[]): string =>
  `总投资${written(total)}亿元（${parts.map((part) => `渠道${written(part)}亿元`).join('、')}）。`

describe('sums', () => {
  it('that hold by construction are checked and never give a finding', () => {
    fc.assert(
      fc.property(amounts, (parts) => {
        const total = parts.reduce((all, part) => all + part, 0)
        const verdicts = check(bracket(total, parts), [total, ...parts].map(figure))
        expect(verdicts.map(({ held }) => held)).toEqual([true])
        expect(verdicts[0]?.arithmetic.difference).toBe(0)
      }),
    )
  })

  it('whose parts were rounded one by one hold too', () => {
    fc.assert(
      fc.property(amounts, (parts) => {
        const total = parts.reduce((all, part) => all + part, 0)
        const coarse = parts.map((part) => Math.round(part / 10) * 10)
        const figures = [
          figure(total),
          ...coarse.map((part) => money(part / 100, { quantity: `${(part / 100).toFixed(1)}亿元` })),
        ]
        const text = `总投资${written(total)}亿元（${coarse.map((part) => `渠道${(part / 100).toFixed(1)}亿元`).join('、')}）。`
        expect(check(text, figures).map(({ held }) => held)).toEqual([true])
      }),
    )
  })

  it('that are broken by more than rounding can do give one finding', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 20, max: 5_000 }), (parts, slip) => {
        const total = parts.reduce((all, part) => all + part, 0) + slip
        const verdicts = check(bracket(total, parts), [total, ...parts].map(figure))
        expect(verdicts.map(({ held }) => held)).toEqual([false])
        expect(verdicts[0]?.arithmetic.difference).toBeCloseTo(slip / 100, 6)
      }),
    )
  })
})
