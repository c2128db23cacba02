import { useMemo } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { COLUMN_IDS, type ColumnId, FIRST_COLUMNS } from './table-columns'

const KEY = 'duibiao.statementTable'

/** How the user likes tables to be: for every table, as long as this window's storage lasts. */
interface Remembered {
  columns: readonly ColumnId[]
  /** The boxes of the filters are open. */
  filters: boolean
}

const FIRST: Remembered = { columns: FIRST_COLUMNS, filters: false }

function recall(): Remembered {
  const kept = localStorage.getItem(KEY)
  if (kept === null) return FIRST
  try {
    const { columns, filters } = JSON.parse(kept) as Partial<Record<keyof Remembered, unknown>>
    const known = Array.isArray(columns) ? COLUMN_IDS.filter((id) => columns.includes(id)) : []
    return { columns: known.length > 0 ? known : FIRST_COLUMNS, filters: filters === true }
  } catch {
    // Not JSON: written by something else.
    return FIRST
  }
}

const store = createStore<Remembered>(recall)
store.subscribe((state) => localStorage.setItem(KEY, JSON.stringify(state)))

/** What is remembered, as React state. */
export const useRemembered = <T>(select: (state: Remembered) => T): T => useStore(store, select)

/** Columns that say the same in every row of one report. */
const SAME: readonly ColumnId[] = ['place', 'reportYear']

/** The columns that a table shows; that of one report leaves out what its title says. */
export const shownIn = ({ report }: { report: string | null }, { columns } = store.getState()): readonly ColumnId[] => {
  const told = columns.filter((id) => report === null || !SAME.includes(id))
  return told.length > 0 ? told : columns
}

/** `shownIn` as React state. */
export function useShown(table: { report: string | null }): readonly ColumnId[] {
  const remembered = useStore(store)
  return useMemo(() => shownIn(table, remembered), [table, remembered])
}

/** Shows or hides a column; the last one stays. */
export function showColumn(id: ColumnId, shown: boolean): void {
  store.setState(({ columns }) => {
    const next = COLUMN_IDS.filter((other) => (other === id ? shown : columns.includes(other)))
    return next.length > 0 ? { columns: next } : {}
  })
}

/** Shows the columns that a new window shows. */
export const resetColumns = (): void => store.setState({ columns: FIRST_COLUMNS })

/** Opens or closes the boxes of the filters. */
export const openFilters = (filters: boolean): void => store.setState({ filters })
