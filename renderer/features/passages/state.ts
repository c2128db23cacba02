import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PassageSubject } from '#shared/compare/passages'
import type { ViewParams } from '../../workbench'

/** So many reports stand side by side. */
export const MOST_REPORTS = 6

/** What the page shows, and where the user is in it. */
export interface PassagesState {
  /** Its id is '' until something is chosen. */
  subject: PassageSubject
  /** Ids, in the order of the columns; empty until some are chosen. */
  reports: readonly string[]
  /** True while the columns scroll together. */
  linked: boolean
  /** How far each column is scrolled, by report, in CSS pixels. */
  tops: Readonly<Record<string, number>>
  /** The sentence that the keyboard is on in each column, by report: its offset in the text. */
  at: Readonly<Record<string, number>>
  /** The report whose sentence was left for the reader. */
  left: string | null
}

const FRESH: PassagesState = {
  subject: { type: 'topic', id: '' },
  reports: [],
  linked: true,
  tops: {},
  at: {},
  left: null,
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const numbersIn = (value: unknown): Record<string, number> =>
  Object.fromEntries(
    Object.entries(isRecord(value) ? value : {}).filter((one): one is [string, number] => Number.isFinite(one[1])),
  )

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

const subjectIn = (value: unknown): PassageSubject | null => {
  if (!isRecord(value) || typeof value.id !== 'string' || value.id === '') return null
  return value.type === 'topic' || value.type === 'indicator' ? { type: value.type, id: value.id } : null
}

/** A state as it was kept; what is not of its form is as on a new page. */
export function readState(text: string | null): PassagesState {
  let kept: unknown = null
  try {
    kept = JSON.parse(text ?? 'null')
  } catch {
    // Not JSON: the page opens as a new one does.
    return FRESH
  }
  if (!isRecord(kept)) return FRESH
  return {
    subject: subjectIn(kept.subject) ?? FRESH.subject,
    reports: textsIn(kept.reports).slice(0, MOST_REPORTS),
    linked: kept.linked !== false,
    tops: numbersIn(kept.tops),
    at: numbersIn(kept.at),
    left: typeof kept.left === 'string' ? kept.left : null,
  }
}

export type PassagesStore = StoreApi<PassagesState>
const stores = new Map<string, PassagesStore>()
const storageKey = (project: string): string => `duibiao.passages.${project}`

/** The page of a project; it outlives the view and a restart. */
export function passagesStoreOf(project: string): PassagesStore {
  const known = stores.get(project)
  if (known) return known
  const store = createStore<PassagesState>(() => readState(localStorage.getItem(storageKey(project))))
  store.subscribe((state) => localStorage.setItem(storageKey(project), JSON.stringify(state)))
  stores.set(project, store)
  return store
}

/** The page's state in React. */
export const usePassages = <T>(store: PassagesStore, select: (state: PassagesState) => T): T => useStore(store, select)

/** What the page shows, as parameters that lead back to it. */
export const paramsOf = ({ subject, reports }: Pick<PassagesState, 'subject' | 'reports'>): ViewParams => ({
  subject: `${subject.type}:${subject.id}`,
  reports: reports.join(' '),
})

/** What parameters ask for; nothing where they ask for nothing. */
export function askedIn({ subject, reports }: ViewParams): Partial<Pick<PassagesState, 'subject' | 'reports'>> {
  const [, type, id] = /^(topic|indicator):(.+)$/su.exec(String(subject ?? '')) ?? []
  const asked = subjectIn({ type, id })
  const ids = typeof reports === 'string' ? reports.split(' ').filter((one) => one !== '') : []
  return { ...(asked ? { subject: asked } : {}), ...(ids.length > 0 ? { reports: ids.slice(0, MOST_REPORTS) } : {}) }
}
