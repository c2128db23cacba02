import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unitOf } from '#shared/statements/units'
import type { LedgerRow } from '../../../../shared/compare/ledger/ledger-types'
import type { ReportMaterial } from '../../../../shared/compare/material'
import { PLACES } from '../build'
import { report, type Told } from './build'
import { ledgerOf } from './rules'

const told = fc.record({
  value: fc.integer({ min: -20, max: 500 }),
  unit: fc.constantFrom('%', '亿元', '万元', '亿美元', '个', '座', '万户', '个百分点'),
  comparator: fc.constantFrom('eq', 'ge', 'le', 'approx'),
  canonical: fc.constantFrom('gdp', 'public_toilets', 'unemployment_rate', ''),
  indicator: fc.constantFrom('地区生产总值', '新建公厕', '失业率', '社区微型消防站', '社区消防站'),
  measure: fc.constantFrom('', 'added', 'stock', 'done'),
  subset: fc.constantFrom('', '公共', '旅游'),
  basis: fc.constantFrom('', '登记', '调查'),
  period: fc.constantFrom('', '前三季度', '截至11月底'),
  wording: fc.constantFrom('', '预计', '确保'),
  role: fc.constantFrom('actual', 'target'),
  list: fc.constantFrom('', 'headline', 'livelihood'),
} as const)

/** The kind that a unit speaks of, so that statements are such as the engine makes. */
const kindOf = (unit: string): 'growth' | 'points' | 'level' =>
  unit === '%' ? 'growth' : unit === '个百分点' ? 'points' : 'level'

const library: fc.Arbitrary<ReportMaterial[]> = fc
  .uniqueArray(
    fc.record({
      year: fc.integer({ min: 2019, max: 2024 }),
      place: fc.constantFrom(PLACES.chanhe, PLACES.luoyang),
      kind: fc.constantFrom('full', 'full', 'digest'),
      statements: fc.array(told, { maxLength: 8 }),
    } as const),
    { selector: ({ year, place }) => `${place.code}${year}`, maxLength: 8 },
  )
  .map((all) =>
    all.map(({ year, place, kind, statements }) =>
      report(
        year,
        statements.map(
          (one): Told => ({ ...one, kind: kindOf(one.unit), year: String(one.role === 'target' ? year : year - 1) }),
        ),
        { place, kind },
      ),
    ),
  )

const plain = (rows: readonly LedgerRow[]): string => JSON.stringify(rows)

describe('the ledger of any library', () => {
  it('is the same for any order of reports and of what they say', () => {
    fc.assert(
      fc.property(library, fc.infiniteStream(fc.nat(1_000)), (reports, numbers) => {
        const mixed = <T>(all: readonly T[]): T[] =>
          all
            .map((one) => ({ one, at: numbers.next().value ?? 0 }))
            .sort((a, b) => a.at - b.at)
            .map(({ one }) => one)
        const shuffled = mixed(reports).map((one) => ({ ...one, statements: mixed(one.statements) }))
        expect(plain(ledgerOf(shuffled).rows)).toBe(plain(ledgerOf(reports).rows))
      }),
      { numRuns: 60 },
    )
  })

  it('has a row for each target, and never holds unlike things against each other', () => {
    fc.assert(
      fc.property(library, (reports) => {
        const { rows } = ledgerOf(reports)
        const targets = reports.flatMap(({ statements }) => statements.filter(({ role }) => role === 'target'))
        expect(rows).toHaveLength(targets.length)
        for (const { target, result, verdict, gap, why } of rows) {
          expect(gap === null || result !== null).toBe(true)
          if (!result || verdict === 'incomparable' || why.key === 'ledger.why.completion') continue
          expect([result.base, result.kind, result.place]).toEqual([target.base, target.kind, target.place])
          expect(result.measure === '' || target.measure === '' || output(result) === output(target)).toBe(true)
          expect(result.basis === '' || target.basis === '' || result.basis === target.basis).toBe(true)
          expect(result.subset === '' || target.subset === '' || result.subset === target.subset).toBe(true)
        }
      }),
    )
  })

  it('is silent only where a report of the next year could have told', () => {
    fc.assert(
      fc.property(library, (reports) => {
        const years = new Set(reports.map(({ report: { place, year } }) => `${place?.code}${year}`))
        for (const row of ledgerOf(reports).rows) {
          if (row.verdict === 'silent') expect(years.has(`${row.place.code}${row.dueYear + 1}`)).toBe(true)
          if (
            !reports.some(({ report: { place, year } }) => place?.code === row.place.code && Number(year) > row.dueYear)
          )
            expect(row.verdict).toBe('pending')
        }
      }),
    )
  })

  it('gives one row of an indicator and kind the word', () => {
    fc.assert(
      fc.property(library, (reports) => {
        const marked = ledgerOf(reports)
          .rows.filter(({ headline, target }) => headline && target.canonical !== '')
          .map(({ place, year, target }) => `${place.code} ${year} ${target.canonical} ${target.kind}`)
        expect(new Set(marked).size).toBe(marked.length)
      }),
    )
  })

  it('does not mind whether money is written in 亿元 or 万元', () => {
    const money = { kind: 'level', canonical: 'key_project_investment', indicator: '重点项目完成投资' } as const
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900 }), (wanted, reached) => {
        const of = (target: string, result: string) => {
          const as = (value: number, unit: string): Told => ({
            ...money,
            value: (value * 1e8) / unitOf(unit).factor,
            unit,
            quantity: `${(value * 1e8) / unitOf(unit).factor}.00${unit}`,
          })
          const [row] = ledgerOf(
            [report(2022, [{ ...as(wanted, target), role: 'target' }]), report(2023, [as(reached, result)])],
            {
              years: [2022],
            },
          ).rows
          return [row?.verdict, row?.gap?.percent]
        }
        expect(of('亿元', '万元')).toEqual(of('亿元', '亿元'))
        expect(of('万元', '亿元')).toEqual(of('亿元', '亿元'))
      }),
    )
  })
})

/** 新增 and 完成 are both what came of the year’s work. */
const output = ({ measure }: { measure: string }): string => (measure === 'added' ? 'done' : measure)
