/** The door for the workers of ledger and audit. */
export { openDatabase, type ProjectDatabase } from './database'
export { reasonOf } from './errors'
export { type MaterialPlace, materialPlaces } from './queries/material-places'
export { type MaterialsWanted, reportMaterials } from './queries/materials'
export {
  auditSettings,
  ledgerSettings,
  listCitedFigures,
  listLedgerRulings,
  listSeriesBreaks,
} from './queries/project-records'
export { type MaterialsChange, watchMaterials } from './watch-materials'
