import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type Message, newId } from '#shared/model/identity'

/** Something the user is told: shown as a note that goes by itself (`info`, `success`) or stays (`warning`, `error`). */
export interface Notice {
  id: string
  level: 'info' | 'success' | 'warning' | 'error'
  message: Message
  /** Details to copy: a stack, a list of files. */
  details?: string
  /** What can be done about it; a note with an action stays until it is dismissed. */
  action?: NoticeAction
}

/** A button of a notice. */
export interface NoticeAction {
  /** Locale key of its name. */
  titleKey: string
  run: () => void
}

const store = createStore<{ notices: readonly Notice[] }>(() => ({ notices: [] }))

const isSame = (a: Omit<Notice, 'id'>, b: Omit<Notice, 'id'>): boolean =>
  a.level === b.level && a.details === b.details && JSON.stringify(a.message) === JSON.stringify(b.message)

/** Tells the user something, once while it stands there; returns the notice's id. */
export function notify(level: Notice['level'], message: Message, details?: string, action?: NoticeAction): string {
  const said = { level, message, ...(details === undefined ? {} : { details }) }
  const told = store.getState().notices.find((notice) => isSame(notice, said))
  if (told) return told.id
  const notice: Notice = { id: newId(), ...said, ...(action ? { action } : {}) }
  store.setState((state) => ({ notices: [...state.notices, notice] }))
  return notice.id
}

/** Takes a notice away. */
export const dismissNotice = (id: string): void =>
  store.setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) }))

/** All notices as React state. */
export const useNotices = (): readonly Notice[] => useStore(store, (state) => state.notices)
