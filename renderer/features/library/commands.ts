import { type Command, openView } from '../../workbench'
import type { LibraryLine } from './rows'
import { libraryState } from './state'

/** Opens a line in the reader: at its report, or at the start of a source without one. */
export function openLine(line: LibraryLine, beside = false): void {
  openView(
    {
      type: 'reader',
      key: line.source.hash,
      params: { report: line.report?.id ?? null, start: null, end: null, statement: null },
    },
    { beside },
  )
}

/** What can be done with the line that the keyboard is on. */
export function selectionCommands(line: LibraryLine | null): Command[] {
  const enabled = () => line !== null
  return [
    {
      id: 'library.open',
      titleKey: 'library.command.open',
      keys: ['Enter'],
      scope: 'library',
      enabled,
      run: () => {
        if (line) openLine(line)
      },
    },
    {
      id: 'library.openBeside',
      titleKey: 'library.command.openBeside',
      keys: ['Mod+Enter'],
      scope: 'library',
      enabled,
      run: () => {
        if (line) openLine(line, true)
      },
    },
    {
      id: 'library.inspect',
      titleKey: 'library.command.inspect',
      keys: ['i', 'Space'],
      scope: 'library',
      enabled,
      run: () => libraryState.setState((state) => ({ inspecting: !state.inspecting })),
    },
    {
      id: 'library.hide',
      titleKey: 'library.command.hide',
      keys: ['Delete'],
      scope: 'library',
      enabled,
      run: () => libraryState.setState({ hiding: line?.id ?? null }),
    },
  ]
}
