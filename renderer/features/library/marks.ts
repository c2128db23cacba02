/** Which lines of a list are marked, and where the keyboard is: the same in the library and in the list of doubts. */
export interface Marks {
  /** Line that the keyboard is on. */
  selected: string | null
  /** Marked lines; empty while only the selected one counts. */
  marked: ReadonlySet<string>
  /** Where a range begins. */
  anchor: string | null
}

/** A click or a key with what is held down meanwhile. */
export interface Held {
  /** Ctrl, on macOS Cmd. */
  one: boolean
  /** Shift. */
  range: boolean
}

const NONE: ReadonlySet<string> = new Set()

/** What Ctrl begins with while nothing is marked: the line that was selected belongs to it. */
const begun = ({ marked, selected }: Marks, id: string): ReadonlySet<string> =>
  marked.size === 0 && selected !== null && selected !== id ? new Set([selected]) : marked

/** Goes to a line: alone, with Ctrl it is marked or unmarked as well, with Shift all from the anchor to it are marked. */
export function goTo(marks: Marks, ids: readonly string[], id: string, held: Held): Marks {
  if (held.range) {
    const from = ids.indexOf(marks.anchor ?? marks.selected ?? id)
    const to = ids.indexOf(id)
    if (from >= 0 && to >= 0)
      return {
        selected: id,
        marked: new Set(ids.slice(Math.min(from, to), Math.max(from, to) + 1)),
        anchor: marks.anchor ?? marks.selected ?? id,
      }
  }
  return held.one ? toggle({ ...marks, marked: begun(marks, id) }, id) : { selected: id, marked: NONE, anchor: id }
}

/** Goes to a line by a key: the marks stay, or `x` could never mark two lines that stand apart. */
export const moveTo = (marks: Marks, id: string): Marks => ({ ...marks, selected: id, anchor: id })

/** Marks a line, or takes its mark away. */
export function toggle(marks: Marks, id: string): Marks {
  const marked = new Set(marks.marked)
  if (!marked.delete(id)) marked.add(id)
  return { selected: id, marked, anchor: id }
}

/** Marks every line. */
export const markAll = (marks: Marks, ids: readonly string[]): Marks => ({ ...marks, marked: new Set(ids) })

/** Takes all marks away. */
export const unmark = (marks: Marks): Marks => ({ ...marks, marked: NONE })

/** The lines that a command is about: the marked ones that are still there, else the selected one. */
export function targets<T extends { id: string }>(lines: readonly T[], { marked, selected }: Marks): T[] {
  const chosen = marked.size > 0 ? lines.filter(({ id }) => marked.has(id)) : []
  return chosen.length > 0 ? chosen : lines.filter(({ id }) => id === selected)
}

/** How far a key moves among `count` lines; null for keys that move nothing. */
export function target(key: string, at: number, count: number, page: number): number | null {
  const wanted = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? 0 : at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  }[key]
  return wanted === undefined ? null : Math.max(0, Math.min(count - 1, wanted))
}
