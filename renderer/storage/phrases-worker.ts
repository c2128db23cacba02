/** The door for the worker of tracked wordings. */
export { openDatabase, type ProjectDatabase } from './database'
