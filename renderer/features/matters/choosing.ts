import type { MatterRow } from '../../storage'
import type { MattersController, MattersState } from './controller'
import { allRows, type Line, rowsOfLine } from './lines'
import { rowKey } from './tabs'

/** What is held down with a click. */
export interface Held {
  /** Ctrl, on macOS Cmd. */
  one: boolean
  /** Shift. */
  range: boolean
}

const keysOf = (line: Line | undefined): string[] => rowsOfLine(line).map(rowKey)

/** All rows between the anchor and a line, both taken in. */
function upTo({ lines, anchor }: Pick<MattersState, 'lines' | 'anchor'>, index: number): Set<string> {
  const from = Math.max(
    0,
    lines.findIndex(({ key }) => key === anchor),
  )
  const between = lines.slice(Math.min(from, index), Math.max(from, index) + 1)
  return new Set(between.flatMap((line) => (line.type === 'group' && !line.folded ? [] : keysOf(line))))
}

/** A set with rows taken in, or taken out where all of them are in. */
function toggled(chosen: ReadonlySet<string>, keys: readonly string[]): Set<string> {
  const next = new Set(chosen)
  const all = keys.every((key) => next.has(key))
  for (const key of keys)
    if (all) next.delete(key)
    else next.add(key)
  return next
}

/** Goes to a line with the pointer: alone, the choice ends; Ctrl chooses it too, Shift all up to it. */
export function goTo({ store }: MattersController, index: number, held: Held): void {
  store.setState((state) => {
    const line = state.lines[index]
    if (!line) return {}
    const anchor = line.key
    if (held.range) return { cursor: index, chosen: upTo(state, index), anchor: state.anchor ?? anchor }
    if (held.one) return { cursor: index, chosen: toggled(state.chosen, keysOf(line)), anchor }
    return { cursor: index, chosen: new Set(), anchor }
  })
}

/** Goes to a line with the keyboard: what is chosen stays, with Shift the choice grows from the anchor. */
export function moveTo({ store }: MattersController, index: number, range: boolean): void {
  store.setState((state) => {
    const line = state.lines[index]
    if (!line) return {}
    if (!range) return { cursor: index, anchor: line.key }
    const anchor = state.anchor ?? state.lines[state.cursor]?.key ?? line.key
    return { cursor: index, anchor, chosen: upTo({ ...state, anchor }, index) }
  })
}

/** Chooses the rows of a line, or no longer. */
export function toggle({ store }: MattersController, index: number): void {
  store.setState(({ lines, chosen }) => {
    const line = lines[index]
    return line ? { chosen: toggled(chosen, keysOf(line)), cursor: index, anchor: line.key } : {}
  })
}

/** Chooses all rows that are found. */
export const chooseAll = ({ store }: MattersController): void =>
  store.setState(({ entries }) => ({ chosen: new Set(allRows(entries, null).map(rowKey)) }))

/** Takes the choice back. */
export const chooseNone = ({ store }: MattersController): void => store.setState({ chosen: new Set() })

/** The rows that are chosen, in the order of the table. */
export function chosenRows({ store }: MattersController): MatterRow[] {
  const { chosen, entries, groups } = store.getState()
  return chosen.size === 0 ? [] : allRows(entries, groups).filter((row) => chosen.has(rowKey(row)))
}

/** The row that the keyboard is on, null on the head of a group. */
export function currentRow({ store }: MattersController): MatterRow | null {
  const { lines, cursor } = store.getState()
  const line = lines[cursor]
  return line?.type === 'row' ? line.row : null
}
