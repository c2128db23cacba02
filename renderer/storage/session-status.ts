import { createStore, type StoreApi } from 'zustand/vanilla'
import { type Message, message } from '#shared/model/identity'
import type { RefreshProgress } from './refresh'

/** How saving stands: what the status bar shows. */
export interface SessionStatus {
  /** Writes that database and journal do not both have yet. */
  pending: number
  /** Why the journal could not be written, null while all is well. */
  failed: Message | null
  /** Operation that the next undo takes back, null where there is none. */
  undo: Message | null
  /** Operation that the next redo brings again, null where there is none. */
  redo: Message | null
  /** Sources that are read again in the background, null while there are none. */
  refreshing: RefreshProgress | null
  /** Why sources could not be read again, null while all is well. */
  refreshFailed: Message | null
}

/** The status of a session that has just begun. */
export const newStatus = (): StoreApi<SessionStatus> =>
  createStore<SessionStatus>(() => ({
    pending: 0,
    failed: null,
    undo: null,
    redo: null,
    refreshing: null,
    refreshFailed: null,
  }))

/** Which sources could not be read again. */
export const missingOf = (names: readonly string[]): Message =>
  message('project.rebuild.missing', { count: names.length, names: names.slice(0, 3).join(' ') })
