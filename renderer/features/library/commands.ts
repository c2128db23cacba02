import { beginAhead, type Command, type Location, openView } from '../../workbench'
import { openBulk } from './bulk/state'
import { markAll, toggle, unmark } from './marks'
import type { LibraryLine } from './rows'
import { libraryState } from './state'

/** Where a line leads: to its report, or to the start of a source without one. */
const placeOf = ({ source, report }: Pick<LibraryLine, 'source' | 'report'>): Location => ({
  type: 'reader',
  key: source.hash,
  params: { report: report?.id ?? null, start: null, end: null, statement: null },
})

/** Opens a line in the reader. */
export const openLine = (line: Pick<LibraryLine, 'source' | 'report'>, beside = false): void =>
  openView(placeOf(line), { beside })

/** A text that is longer takes too long to read for a mere press; UTF-16 code units. */
const AHEAD_UP_TO = 300_000

/** Begins to read the source of a line that was pressed: a double click opens it in a moment. */
export function beginReading(line: Pick<LibraryLine, 'source' | 'report' | 'reading'>): void {
  if (line.reading.characters <= AHEAD_UP_TO) beginAhead(placeOf(line))
}

const markThem = (lines: readonly LibraryLine[]): void =>
  libraryState.setState((state) =>
    markAll(
      state,
      lines.map(({ id }) => id),
    ),
  )

/** What the library's keys are about. */
export interface Chosen {
  /** The line that the keyboard is on. */
  current: LibraryLine | null
  /** The marked lines, else the current one. */
  targets: readonly LibraryLine[]
  /** All lines that are shown when a command asks. */
  lines(): readonly LibraryLine[]
  /** True when there is one. */
  any: boolean
  /** False while more lines are read: a part must not be taken for all. */
  whole: boolean
}

/** What can be done with the lines that are chosen. */
export function selectionCommands({ current, targets, lines, any, whole }: Chosen): Command[] {
  const command = (id: string, keys: readonly string[], run: () => void, enabled = targets.length > 0): Command => ({
    id: `library.${id}`,
    titleKey: `library.command.${id}`,
    keys,
    scope: 'library',
    enabled: () => enabled,
    run,
  })
  const withCurrent = (id: string, keys: readonly string[], run: (line: LibraryLine) => void): Command =>
    command(id, keys, () => current && run(current), current !== null)
  const withReports = targets.some(({ report }) => report !== null)
  return [
    withCurrent('open', ['Enter'], (line) => openLine(line)),
    withCurrent('openBeside', ['Mod+Enter'], (line) => openLine(line, true)),
    withCurrent('inspect', ['i', 'Space'], () => libraryState.setState((state) => ({ inspecting: !state.inspecting }))),
    withCurrent('mark', ['x'], ({ id }) => libraryState.setState((state) => toggle(state, id))),
    command('markAll', ['Mod+A'], () => markThem(lines()), whole && any),
    {
      ...command('unmark', ['Escape'], () => libraryState.setState(unmark)),
      enabled: () => libraryState.getState().marked.size > 0,
    },
    command('edit', ['e'], () => openBulk('edit', targets)),
    command('confirm', ['c'], () => openBulk('confirm', targets), withReports),
    command('reread', ['r'], () => openBulk('reread', targets)),
    command('group', ['g'], () => openBulk('group', targets), targets.filter(({ report }) => report).length > 1),
    command('hide', ['Delete'], () => openBulk('hide', targets)),
  ]
}
