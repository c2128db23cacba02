/** The door for the worker that holds the statements of the table. */
export { openDatabase, type ProjectDatabase } from './database'
export type { LaidStatement } from './derive'
export { reasonOf } from './errors'
export type { Packed } from './pack'
export { laidOf, type StoredStatements, storedStatements } from './queries/laid-statements'
export { listReports } from './queries/reports'
export { listIndicators } from './queries/user-records'
export { type CellsChange, watchCells } from './watch-cells'
