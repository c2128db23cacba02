/** The door for workers: what they need of storage, without the React parts. */
export { openDatabase, type ProjectDatabase } from './database'
export { isDiskError, reasonOf } from './errors'
export { duplicateOf, storeImports, storeReading } from './import'
export { ImportLookups } from './import-lookups'
export { correctionsFor } from './queries/corrections'
export { userRecords } from './queries/user-records'
export { readStatementsAgain } from './statements-again'
export { storeExtraction } from './store-extraction'
