import { LedgerSettings } from '#shared/model/ledger'
import { buildLedger } from '../../../../shared/compare/ledger/ledger'
import type { Ledger, LedgerInput, LedgerRow } from '../../../../shared/compare/ledger/ledger-types'
import { report, type Told } from './build'

/** What a project goes by that has changed nothing. */
export const SETTINGS = LedgerSettings.parse({ id: 'ledger', updatedAt: '2026-01-01T00:00:00Z' })

/** The ledger of reports, with all else as it comes. */
export const ledgerOf = (
  materials: LedgerInput['materials'],
  rest: Partial<Omit<LedgerInput, 'materials'>> = {},
): Ledger => buildLedger({ materials, cited: [], rulings: [], settings: SETTINGS, ...rest })

/** The rows of an indicator, in the order of the report. */
export const rowsOf = (ledger: Ledger, indicator: string, year: number): LedgerRow[] =>
  ledger.rows.filter((row) => row.target.indicator === indicator && row.year === year)

/** Keys of a row's caveats without their namespace. */
export const caveatsOf = (row: Pick<LedgerRow, 'caveats'>): string[] =>
  row.caveats.map(({ key }) => key.replace('ledger.caveat.', ''))

/** The row of one target of 2022 with the results that the report of 2023 gives. */
export function rowFor(target: Told, ...results: Told[]): LedgerRow {
  const planned = report(2022, [{ role: 'target', year: '2022', ...target }])
  const next = report(
    2023,
    results.map((result) => ({ role: 'actual' as const, year: '2022', ...result })),
  )
  const [only] = ledgerOf([planned, next], { years: [2022] }).rows
  if (!only) throw new Error('no row')
  return only
}
