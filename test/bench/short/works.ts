import { FORMAT_RESOURCES } from '../../../electron/cli/format-resources'
import { analyseFile } from '../../../shared/analysis/analyse'
import { auditPlace, auditReport } from '../../../shared/compare/audit/audit'
import { defaultAuditOptions } from '../../../shared/compare/audit/rules'
import { buildLedger } from '../../../shared/compare/ledger/ledger'
import { readReport } from '../../../shared/matters/extract'
import { LedgerSettings } from '../../../shared/model/ledger'
import { comparisonOf, pivot } from '../pivot'
import type { BenchReport } from '../reports'
import type { ShortMaterial } from './material'

/** Work whose time is held against one plain scan of the same texts. */
export interface Work {
  /** The key of its ratio in `ratios.json`. */
  name: string
  /** Does it once, and tells how much came of it: nothing would be no work. */
  run: () => Promise<number> | number
  /** Times that it is done in one round, so many that the processor's clock is fine enough. */
  passes: number
  /** Times that it is done before the first round. */
  warm: number
}

/** What a loss of speed would be felt in: reading a file, extraction, the matrix, the ledger, the audit. */
export function works({ files, materials, cells }: ShortMaterial, reports: readonly BenchReport[]): Work[] {
  const comparison = comparisonOf(cells, 6)
  const options = defaultAuditOptions()
  const settings = LedgerSettings.parse({ id: 'ledger', updatedAt: '2026-01-01T00:00:00.000Z' })
  return [
    {
      name: 'a file read: format, sections, place, statements, matters',
      run: async () => {
        let found = 0
        for (const file of files) {
          const analysed = await analyseFile(file, { resources: FORMAT_RESOURCES })
          if (analysed.ok) found += analysed.value.reports.length
        }
        return found
      },
      passes: 5,
      warm: 60,
    },
    {
      name: 'extraction of statements and matters',
      run: () => reports.reduce((sum, { input }) => sum + readReport(input).statements.length, 0),
      passes: 10,
      warm: 120,
    },
    {
      name: 'pivot of 300 reports, index made',
      run: () => pivot([...cells], comparison),
      passes: 1,
      warm: 20,
    },
    {
      name: 'ledger',
      run: () => buildLedger({ materials, cited: [], rulings: [], settings }).rows.length,
      passes: 10,
      warm: 60,
    },
    {
      name: 'audit',
      run: () =>
        auditPlace(materials, options, []).checks.length +
        materials.reduce((sum, one) => sum + auditReport(one, options, []).checks.length, 0),
      passes: 10,
      warm: 60,
    },
  ]
}
