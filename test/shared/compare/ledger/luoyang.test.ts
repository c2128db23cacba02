import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { analyseFile } from '#shared/analysis/analyse'
import { materialsOf } from '#shared/compare/materials-of'
import { FORMAT_RESOURCES } from '../../../../electron/cli/format-resources'
import type { Ledger, LedgerRow } from '../../../../shared/compare/ledger/ledger-types'
import type { ReportMaterial } from '../../../../shared/compare/material'
import { readCorpus } from '../../../gold/corpus'
import { PLACES } from '../build'
import { report } from './build'
import { FOUND, LUOYANG } from './luoyang.data'
import { caveatsOf, ledgerOf, rowsOf } from './rules'

const byHand = (): Ledger =>
  ledgerOf(LUOYANG.map(({ year, told, matters }) => report(year, told, { place: PLACES.luoyang, matters })))

/** The ledger of the reports themselves, null where the corpus is not at hand. */
async function fromTexts(): Promise<Ledger | null> {
  const texts = readCorpus(LUOYANG.map(({ year }) => ({ place: '洛阳市', year: String(year) })))
  if (!texts) return null
  const materials: ReportMaterial[] = []
  for (const { year } of LUOYANG) {
    const bytes = texts.get(`洛阳市-${year}`)
    if (!bytes) throw new Error(`no text for ${year}`)
    const hash = createHash('sha256').update(bytes).digest('hex')
    const file = { name: `${year}.md`, folder: '洛阳市', hash, bytes, at: '1970-01-01T00:00:00Z' }
    const analysed = await analyseFile(file, { resources: FORMAT_RESOURCES })
    if (!analysed.ok) throw new Error(analysed.reason.key)
    materials.push(...materialsOf(analysed.value))
  }
  return ledgerOf(materials)
}

const rowFor = (ledger: Ledger, year: number, indicator: string, value: number | null): LedgerRow | undefined =>
  rowsOf(ledger, indicator, year).find(({ target }) => target.value === value)

const told = (row: LedgerRow | undefined) => [row?.result?.value ?? null, row?.verdict, row?.gap?.absolute ?? null]

describe('洛阳 2021–2023, checked by hand', () => {
  const ledger = byHand()

  it.each(FOUND)('%i %s %d → %d %s', (year, indicator, target, ...expected) => {
    expect(told(rowFor(ledger, year, indicator, target))).toEqual(expected)
  })

  it('says that 2022 is an estimate, and approximate', () => {
    const row = rowFor(ledger, 2022, 'gdp', 7)
    expect(row && caveatsOf(row)).toEqual(['estimate', 'approx'])
  })

  it('says which levels a change was computed from', () => {
    const row = rowFor(ledger, 2022, 'urbanization_rate', 1.5)
    expect(row?.caveats).toContainEqual({ key: 'ledger.caveat.computed', params: { now: '65.88%', before: '64.98%' } })
    expect(row?.supporting.map(({ value }) => value)).toEqual([64.98])
  })

  it('says that income was told of without a figure', () => {
    const row = rowFor(ledger, 2021, 'income_all', 9)
    expect(row && caveatsOf(row)).toEqual(['qualitative'])
  })

  it('lets the headline target stand for the indicator', () => {
    const rows = rowsOf(ledger, 'retail_sales', 2021)
    expect(rows.map(({ target, headline }) => [target.kind, headline])).toEqual([
      ['growth', true],
      ['level', true],
    ])
  })
})

it('finds the same in the reports themselves', async () => {
  const ledger = await fromTexts()
  for (const [year, indicator, target, ...expected] of ledger ? FOUND : []) {
    const row = ledger && rowFor(ledger, year, indicator, target)
    expect(told(row ?? undefined), `${year} ${indicator} ${target}`).toEqual(expected)
  }
})
