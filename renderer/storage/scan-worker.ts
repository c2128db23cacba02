/** The door for the worker that looks through texts. */
export { openDatabase, type ProjectDatabase } from './database'
export { reasonOf, StorageError } from './errors'
export { groupBy } from './group-by'
export { laidOf, type StoredStatements, storedStatements } from './queries/laid-statements'
