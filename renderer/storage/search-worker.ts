/** The door for the worker that searches. */
export { openDatabase, type ProjectDatabase } from './database'
export { reasonOf, StorageError } from './errors'
export { groupBy } from './group-by'
export { laidOf, storedStatements } from './queries/laid-statements'
export { rowsInParts } from './rows-in-parts'
export { type HeldTextsChange, watchHeldTexts } from './watch-held-texts'
