import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Severity } from '#shared/model/audit'
import type { ViewParams } from '../../workbench'
import { type AuditFilter, NO_FILTER, SEVERITIES } from './lines'

/** What the audit's tab shows, and where the keyboard is. */
export interface AuditState {
  filter: AuditFilter
  /** Key of the finding that the keyboard is on. */
  selected: string | null
  marked: ReadonlySet<string>
  /** The note of the next settling; it belongs to the finding on which it was typed. */
  note: string
  dialog: 'rules' | 'breaks' | null
}

export const auditState = createStore<AuditState>(() => ({
  filter: NO_FILTER,
  selected: null,
  marked: new Set<string>(),
  note: '',
  dialog: null,
}))

export const useAuditState = <T>(select: (state: AuditState) => T): T => useStore(auditState, select)

/** Changes the filter. */
export const filterBy = (patch: Partial<AuditFilter>): void =>
  auditState.setState(({ filter }) => ({ filter: { ...filter, ...patch }, marked: new Set() }))

/** Goes to a finding; a note that was begun stays with the one before. */
export const goTo = (selected: string): void =>
  auditState.setState((state) => (state.selected === selected ? state : { selected, note: '' }))

/** Marks a finding for a step of many, or takes the mark off. */
export const toggleMark = (key: string): void =>
  auditState.setState(({ marked }) => {
    const next = new Set(marked)
    if (!next.delete(key)) next.add(key)
    return { marked: next }
  })

/** Where the user is, for going back. */
export const positionIn = (): ViewParams => {
  const { filter, selected } = auditState.getState()
  return { filter: JSON.stringify(filter), finding: selected }
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

function readFilter(text: string): AuditFilter {
  try {
    const value = Object(JSON.parse(text)) as Record<string, unknown>
    return {
      text: typeof value.text === 'string' ? value.text : '',
      places: strings(value.places),
      years: Array.isArray(value.years) ? value.years.filter((year): year is number => Number.isInteger(year)) : [],
      rules: strings(value.rules),
      severities: SEVERITIES.filter((one: Severity) => strings(value.severities).includes(one)),
      state: value.state === 'all' || value.state === 'settled' ? value.state : 'open',
    }
  } catch {
    // A layout that was edited by hand: all that is open.
    return NO_FILTER
  }
}

/** Does what the parameters of the view ask for: `filter` as it was left, `place` for one place, `finding` for one. */
export function follow({ filter, finding, place }: ViewParams): void {
  if (typeof filter === 'string') auditState.setState({ filter: readFilter(filter) })
  else if (typeof place === 'string') auditState.setState({ filter: { ...NO_FILTER, places: [place] } })
  if (typeof finding === 'string') auditState.setState({ selected: finding })
}
