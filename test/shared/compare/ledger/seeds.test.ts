import { beforeAll, describe, expect, it } from 'vitest'
import type { Ledger, LedgerRow } from '../../../../shared/compare/ledger/ledger-types'
import type { ReportMaterial } from '../../../../shared/compare/material'
import { seedMaterials } from '../audit/materials'
import { caveatsOf, ledgerOf, rowsOf } from './rules'

let seeds: Record<string, ReportMaterial>
let ledger: Ledger
beforeAll(async () => {
  seeds = await seedMaterials()
  ledger = ledgerOf(Object.values(seeds))
})

const words = (row: LedgerRow | undefined): string => {
  const origin = row?.coveredBy?.figure.origin
  return origin ? (seeds['000']?.text.slice(origin.start, origin.end) ?? '') : ''
}

/** The row of 瀍河 2022 that sets a value for an indicator; of several the one that stands in the list named. */
const chanhe = (indicator: string, value: number, list?: string): LedgerRow => {
  const found = rowsOf(ledger, indicator, 2022).filter(
    ({ place, target }) =>
      place.code === '410304' && target.value === value && (list === undefined || target.list === list),
  )
  expect(found).toHaveLength(1)
  const [row] = found
  if (!row) throw new Error(`no row for ${indicator}`)
  return row
}

describe('瀍河 2022, a digest, answered by the digest of 2023', () => {
  it.each([
    ['gdp', 8, 4.3, 'missed', -3.7],
    ['industrial_value_added', 8, 2, 'missed', -6],
    ['fixed_asset_investment', 11, 3.7, 'missed', -7.3],
    ['public_toilets', 10, 10, 'met', 0],
    ['charging_piles', 200, 205, 'met', 5],
    ['parking_lots', 5, 5, 'met', 0],
    ['back_streets', 3, 6, 'met', 3],
    ['key_project_investment', 40, 51.1, 'met', 11.1],
  ])('%s %d → %d %s', (indicator, target, result, verdict, gap) => {
    const row = chanhe(indicator, target)
    expect(row.result?.value).toBe(result)
    expect(row.verdict).toBe(verdict)
    expect(row.gap?.absolute).toBe(gap)
    expect(row.exceeded).toBe(verdict === 'met' && gap > 0)
    expect(row.result?.origin?.reportYear).toBe(2023)
  })

  it.each([
    ['retail_sales', 8.5],
    ['public_budget_revenue', 6],
    ['tax_revenue', 6],
  ])('%s %d is silent', (indicator, value) => {
    expect(chanhe(indicator, value)).toMatchObject({ result: null, verdict: 'silent', coveredBy: null, gap: null })
  })

  it.each([
    ['unemployment_rate', 4],
    ['urban_new_jobs', 5200],
    ['skills_training', 1.25],
  ])('%s %d is silent and covered by the claim on livelihood items', (indicator, value) => {
    const row = chanhe(indicator, value)
    expect(row).toMatchObject({ result: null, verdict: 'silent', target: { list: 'livelihood' } })
    expect(row.coveredBy?.covers).toBe('省、市、区民生实事')
    expect(words(row)).toMatch(/民生实事.*完成/u)
  })

  it('says on the row that the investment is of other projects', () => {
    const row = chanhe('key_project_investment', 40)
    expect(row.caveats).toContainEqual({ key: 'ledger.caveat.projects', params: { target: 13, result: 12 } })
    expect(rowsOf(ledger, 'key_projects', 2022).filter(({ place }) => place.code === '410304')).toEqual([])
  })

  it('has the caveat of the digests on every row and counts none', () => {
    const rows = ledger.rows.filter(({ place, year }) => place.code === '410304' && year === 2022)
    expect(rows.length).toBeGreaterThan(50)
    for (const row of rows) {
      expect(row.caveats).toContainEqual({ key: 'ledger.caveat.digest', params: { years: '2022、2023' } })
      expect(row.scored).toBe(false)
    }
  })

  it('covers every row of the livelihood list and no other', () => {
    const rows = ledger.rows.filter(({ place, year }) => place.code === '410304' && year === 2022)
    for (const row of rows) expect(row.coveredBy !== null).toBe(row.target.list === 'livelihood')
    const items = rows.filter(({ target }) => target.type === 'list_item')
    expect(items).toHaveLength(10)
    const [streets] = items.filter(({ target }) => target.phrase.includes('背街小巷'))
    // 背街小巷 and 公厕 are told of, the households of old communities are not.
    expect(streets).toMatchObject({ verdict: 'partly', scored: false })
    expect(streets?.parts).toHaveLength(3)
  })

  it('keeps 生态停车场 apart from 公共停车场', () => {
    expect(chanhe('parking_lots', 1)).toMatchObject({ verdict: 'silent', headline: false })
    expect(chanhe('parking_lots', 5).headline).toBe(true)
  })
})

describe('the other seeds', () => {
  it('leave open what no report of the next year tells', () => {
    const open = ledger.rows.filter(({ year, place }) => year === 2024 || (place.code === '410304' && year === 2023))
    expect(open.length).toBeGreaterThan(100)
    for (const row of open) expect([row.verdict, row.result]).toEqual(['pending', null])
  })

  it('do not let 西工 2020 be silent: the library has no report of 2021', () => {
    const rows = ledger.rows.filter(({ year, place }) => place.code === '410303' && year === 2020)
    expect(rows.length).toBeGreaterThan(20)
    for (const row of rows) expect(row.verdict).toBe('pending')
    expect(new Set(rows.map(({ why }) => why.key))).toContain('ledger.why.noNextReport')
  })

  it('say that 洛阳 2024 is a continuation', () => {
    const rows = ledger.rows.filter(({ place }) => place.code === '410300')
    expect(rows.length).toBeGreaterThan(10)
    for (const row of rows) expect(caveatsOf(row)).toContain('continuation')
  })
})
