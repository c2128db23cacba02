import type { TableController, TableState } from './controller'
import type { Lines } from './lines'
import { NONE, toggled, withRange } from './ranges'

/** A click or a key with what is held down meanwhile. */
export interface Held {
  /** Ctrl, on macOS Cmd. */
  one: boolean
  /** Shift. */
  range: boolean
}

/** Rows of a line: itself, or all of the group whose head it is. */
function rowsOf(lines: Lines, index: number): { from: number; to: number } | null {
  const line = lines.at(index)
  if (!line) return null
  if (line.type === 'row') return { from: line.position, to: line.position + 1 }
  return { from: line.group.from, to: line.group.from + line.group.count }
}

/**
 * Goes to a line: alone, the choice ends; with Ctrl its rows are chosen or no longer; with Shift all from the anchor to
 * it are chosen.
 */
export function goTo(table: TableController, index: number, held: Held): void {
  table.store.setState((state) => {
    const rows = rowsOf(state.lines, index)
    if (!rows) return {}
    if (held.range) return { cursor: index, ...rangeTo(state, rows) }
    if (held.one) return { cursor: index, selection: toggled(state.selection, rows.from, rows.to), anchor: rows.from }
    return { cursor: index, selection: NONE, anchor: rows.from }
  })
}

/** The keyboard moves; what is chosen stays, with Shift the choice grows from the anchor. */
export function moveTo(table: TableController, index: number, range: boolean): void {
  table.store.setState((state) => {
    const rows = rowsOf(state.lines, index)
    if (!rows) return {}
    return range ? { cursor: index, ...rangeTo(state, rows) } : { cursor: index, anchor: rows.from }
  })
}

function rangeTo({ anchor }: TableState, rows: { from: number; to: number }) {
  return { selection: withRange(NONE, Math.min(anchor, rows.from), Math.max(anchor + 1, rows.to)) }
}

/** Chooses the rows of a line, or takes them out. */
export function toggle(table: TableController, index: number): void {
  table.store.setState(({ lines, selection }) => {
    const rows = rowsOf(lines, index)
    return rows ? { selection: toggled(selection, rows.from, rows.to), anchor: rows.from } : {}
  })
}

/** Chooses all rows that were found. */
export const selectAll = (table: TableController): void =>
  table.store.setState(({ result }) => ({ selection: withRange(NONE, 0, result?.total ?? 0) }))
