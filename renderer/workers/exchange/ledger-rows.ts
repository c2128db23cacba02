import type { LedgerRow } from '#shared/compare/ledger/ledger-types'
import type { ReportMaterial } from '#shared/compare/material'
import { materialPlaces, type ProjectDatabase, reportMaterials } from '../../storage/compare-worker'
import { LEDGER_MAKER } from '../ledger/maker'

async function materialsOf(db: ProjectDatabase, reports: readonly string[]): Promise<ReportMaterial[]> {
  const materials: ReportMaterial[] = []
  for await (const some of reportMaterials(db, { reports, text: LEDGER_MAKER.text })) materials.push(...some)
  return materials
}

/** Targets beside their results, one place after the other. */
export async function* ledgerRows(db: ProjectDatabase): AsyncGenerator<LedgerRow> {
  const places = await materialPlaces(db)
  const byCode = new Map(places.map((place) => [place.code, place]))
  const basis = await LEDGER_MAKER.basis(db)
  for (const { code, parent, reports } of places) {
    const own = await materialsOf(db, reports)
    const above = await materialsOf(db, byCode.get(parent ?? '')?.reports ?? [])
    yield* LEDGER_MAKER.make(code, own, above, basis).rows
  }
}
