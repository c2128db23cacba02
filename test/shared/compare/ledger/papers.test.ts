import { describe, expect, it } from 'vitest'
import type { ReportMaterial } from '#shared/compare/material'
import type { Genre } from '#shared/model/ledger'
import { LedgerSettings } from '#shared/model/ledger'
import { buildLedger } from '../../../../shared/compare/ledger/ledger'
import { report, type Told } from './build'

const growth = (value: number, rest: Told = {}): Told => ({
  canonical: 'gdp',
  indicator: '地区生产总值',
  kind: 'growth',
  value,
  unit: '%',
  year: '2022',
  ...rest,
})

const promised = report(2022, [growth(8, { role: 'target' })])

/** A paper that came in as a report of another kind. */
const paper = (title: string, told: readonly Told[]): ReportMaterial => {
  const made = report(2023, told, { kind: 'other', id: '99999999-0000-8000-8000-000000000001' })
  return { ...made, report: { ...made.report, title } }
}
const bulletin = paper('瀍河回族区2022年国民经济和社会发展统计公报', [growth(4.5, { role: 'actual' })])
const next = report(2023, [growth(4.3, { role: 'actual' })])

const rowsOf = (materials: readonly ReportMaterial[], precedence: readonly Genre[] = ['report', 'bulletin']) =>
  buildLedger({
    materials,
    cited: [],
    rulings: [],
    settings: LedgerSettings.parse({ id: 'ledger', precedence, updatedAt: new Date(0).toISOString() }),
  }).rows

describe('papers beside the work report', () => {
  it('give results with their genre and title, and stay fair', () => {
    const [row] = rowsOf([promised, bulletin])
    expect(row).toMatchObject({
      verdict: 'missed',
      result: { value: 4.5, genre: 'bulletin', citation: '瀍河回族区2022年国民经济和社会发展统计公报' },
      scored: true,
    })
    expect(row?.caveats.map(({ key }) => key)).toEqual(['ledger.caveat.cited'])
  })

  it('stand behind the report or before it, as the project says; the other figure stays visible', () => {
    const [own] = rowsOf([promised, bulletin, next])
    expect(own).toMatchObject({ result: { value: 4.3, genre: 'report' }, others: [{ figure: { value: 4.5 } }] })
    const [other] = rowsOf([promised, bulletin, next], ['bulletin', 'report'])
    expect(other).toMatchObject({ result: { value: 4.5 }, others: [{ figure: { value: 4.3 } }] })
  })

  it('are never silent about a target, and set none', () => {
    const silent = paper('瀍河回族区2022年国民经济和社会发展统计公报', [
      growth(5, { role: 'target', canonical: 'retail_sales', indicator: '社会消费品零售总额', year: '2023' }),
    ])
    const rows = rowsOf([promised, silent])
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ verdict: 'pending', why: { key: 'ledger.why.noNextReport' } })
  })
})
