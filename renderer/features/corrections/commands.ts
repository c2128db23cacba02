import { type Command, openView } from '../../workbench'
import { activeReader, selectedSpan } from '../reader'
import { correctionList, currentLine, openCorrection, subject, takeBack, toggleAll, toggleSelected } from './list'
import { apply, canApply, occurrences, stopWork, takeAll, toggle } from './occurrences'
import { openedSession } from './session'

const showList = (): void => openView({ type: 'corrections', key: '', params: {} })

/** Looks for the other places that read as what is selected. */
function everywhere(): void {
  const reader = activeReader()
  const span = reader && selectedSpan(reader)
  const misread = span ? reader.bundle.text.text.slice(span.start, span.end) : ''
  openView({ type: 'occurrences', key: '', params: { misread, replacement: misread } })
}

const hasLine = (): boolean => currentLine() !== null
const state = occurrences.getState

/** The place that the keyboard is on; of a head, its first one. */
export function openOccurrence(beside = false): void {
  const { lines, cursor, hits } = state()
  const line = lines[cursor]
  const hit = line && hits[line.type === 'group' ? line.from : line.at]
  if (!hit) return
  const { source, report, start, end } = hit
  openView({ type: 'reader', key: source, params: { report, start, end } }, { beside })
}

const hasHits = (): boolean => state().hits.length > 0 && state().phase !== 'applying'

/** Commands of the list of corrections and of the view that corrects everywhere. */
export const correctionCommands: readonly Command[] = [
  { id: 'view.corrections', titleKey: 'corrections.command.show', keys: ['Mod+Alt+X'], run: showList },
  {
    id: 'corrections.everywhere',
    titleKey: 'corrections.command.everywhere',
    keys: ['Mod+Alt+Shift+X'],
    run: everywhere,
  },
  {
    id: 'corrections.open',
    titleKey: 'corrections.command.open',
    keys: ['Enter'],
    scope: 'corrections',
    enabled: hasLine,
    run: () => {
      const line = currentLine()
      if (line) openCorrection(line)
    },
  },
  {
    id: 'corrections.select',
    titleKey: 'corrections.command.select',
    keys: ['Space'],
    scope: 'corrections',
    enabled: hasLine,
    run: () => {
      const line = currentLine()
      if (line) toggleSelected(line.correction.id)
    },
  },
  {
    id: 'corrections.selectAll',
    titleKey: 'corrections.command.selectAll',
    keys: ['a'],
    scope: 'corrections',
    enabled: () => correctionList.getState().open !== null,
    run: toggleAll,
  },
  {
    id: 'corrections.remove',
    titleKey: 'corrections.command.remove',
    keys: ['Delete', 'Backspace'],
    scope: 'corrections',
    enabled: () => subject().length > 0,
    run: () => takeBack(subject()),
  },
  {
    id: 'occurrences.open',
    titleKey: 'corrections.command.open',
    keys: ['Enter'],
    scope: 'occurrences',
    enabled: hasHits,
    run: () => openOccurrence(),
  },
  {
    id: 'occurrences.tick',
    titleKey: 'corrections.command.tick',
    keys: ['Space'],
    scope: 'occurrences',
    enabled: hasHits,
    run: () => toggle(state().lines[state().cursor]),
  },
  {
    id: 'occurrences.all',
    titleKey: 'corrections.command.all',
    keys: ['a'],
    scope: 'occurrences',
    enabled: hasHits,
    run: () => takeAll(true),
  },
  {
    id: 'occurrences.none',
    titleKey: 'corrections.command.none',
    keys: ['n'],
    scope: 'occurrences',
    enabled: hasHits,
    run: () => takeAll(false),
  },
  {
    id: 'occurrences.apply',
    titleKey: 'corrections.command.apply',
    keys: ['Mod+Enter'],
    scope: 'occurrences',
    enabled: () => openedSession() !== null && canApply(state()),
    run: () => {
      const session = openedSession()
      return session ? apply(session) : undefined
    },
  },
  {
    id: 'occurrences.stop',
    titleKey: 'corrections.occurrences.stop',
    keys: ['Escape'],
    scope: 'occurrences',
    palette: false,
    enabled: () => state().phase === 'searching' || state().phase === 'applying',
    run: stopWork,
  },
]
