import type { Session } from 'electron'

/** What a window keeps is on disk so long after it at the latest, in milliseconds. */
const EVERY = 1000

/**
 * Has what windows put into `localStorage` written as it comes. Chromium by itself waits for up to a minute, and a
 * crash of main would take the drafts of memos that were typed meanwhile. Nothing is written where nothing is new.
 */
export function writeStorageOften(session: Pick<Session, 'flushStorageData'>): void {
  setInterval(() => session.flushStorageData(), EVERY)
}
