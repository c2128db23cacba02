import Dexie from 'dexie'

/**
 * Awaits work inside a transaction. Dexie follows native `await`s by counting them, and loses the transaction where a
 * function returns through several others without a request in between, or makes none at all; a promise of its own it
 * never loses. Whatever awaits a function of ours inside a transaction, and goes on to use the database, awaits it
 * through this.
 */
export const within = <T>(work: Promise<T>): Promise<T> => Dexie.Promise.resolve(work)
