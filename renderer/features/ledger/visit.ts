import type { LedgerFigure, LedgerRow } from '#shared/compare/ledger/ledger-types'
import { message } from '#shared/model/identity'
import { closeView, notify, openView } from '../../workbench'

/** Opens the sentence of a figure; going back leads to the row. */
export function openFigure({ origin, type, ref, citation }: LedgerFigure, beside = false): void {
  if (!origin) {
    notify('info', message('ledgerView.notInLibrary', { citation }))
    return
  }
  const { report, source, start, end } = origin
  const statement = type === 'statement' ? { statement: ref.key } : {}
  openView({ type: 'reader', key: source, params: { report, start, end, ...statement } }, { beside })
}

/** The sentence that stands for a row's result: the result's, else the one that covers it. */
export const resultOf = ({ result, coveredBy }: LedgerRow): LedgerFigure | null => result ?? coveredBy?.figure ?? null

/** Opens the sentence of a row's result; says so where there is none. */
export function openResult(row: LedgerRow, beside = false): void {
  const result = resultOf(row)
  if (result) openFigure(result, beside)
  else notify('info', message('ledgerView.noResult'))
}

/** Opens both sentences of a row, the result's beside the target's; a report that holds both is opened once. */
export function openBoth(row: LedgerRow): void {
  openFigure(row.target)
  const source = resultOf(row)?.origin?.source
  if (source === undefined || source === row.target.origin?.source) return
  // A report that is open as a tab of the same group would come to the front there, over the target's.
  closeView('reader', source)
  openResult(row, true)
}
