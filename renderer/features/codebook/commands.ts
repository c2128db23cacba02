import { type Command, openView } from '../../workbench'
import {
  applyToReader,
  deleteChosen,
  foldAll,
  recolorAll,
  shadeChildren,
  startAdding,
  startMerging,
  startRenaming,
  startSplitting,
} from './actions'
import { lineId } from './code-line'
import { codebookState, markAll, selectedCode, targetCodes } from './codebook-state'
import { canUseAsExample, takeAsExample } from './example'
import { exportCodebook, openCodebookFile } from './files'
import { moveBy } from './move'

const show = (): void => openView({ type: 'codebook', key: '', params: {} })

const isOpen = (): boolean => codebookState.getState().open !== null
const hasCodes = (): boolean => (codebookState.getState().open?.codes.length ?? 0) > 0
const hasSelected = (): boolean => selectedCode() !== null
const hasMarks = (): boolean => codebookState.getState().marked.size > 0

const command = (id: string, keys: readonly string[], run: Command['run'], enabled = hasSelected): Command => ({
  id: `codebook.${id}`,
  titleKey: `codebook.command.${id}`,
  keys,
  scope: 'codebook',
  enabled,
  run,
})

/** Opens the counts of a code, or of the whole codebook. */
const counts = (code: string | null): void => openView({ type: 'codeCounts', key: '', params: { code } })

const quotes = (code: string): void => openView({ type: 'quotes', key: '', params: { code } })

/** Puts the caret into the filter of the codebook. */
function goToFilter(): void {
  document.querySelector<HTMLInputElement>('.db-codebook-filter input')?.select()
}

/** Opens the menu below the line of the current code. */
function openMenu(): void {
  const code = selectedCode()
  const line = code && document.getElementById(lineId(code.id))?.getBoundingClientRect()
  if (line) codebookState.setState({ menu: { x: line.left + 28, y: line.bottom } })
}

const withSelected = (run: (code: string) => void | Promise<void>) => () => {
  const code = selectedCode()
  return code ? run(code.id) : undefined
}

/** All commands of the codebook. */
export const codebookCommands: readonly Command[] = [
  { id: 'view.codebook', titleKey: 'codebook.show', keys: ['Mod+Shift+B'], run: show },
  command('add', ['Insert'], () => startAdding(false), isOpen),
  command('addBelow', ['Shift+Insert'], () => startAdding(true)),
  command('rename', ['F2'], startRenaming),
  command('remove', ['Delete'], deleteChosen, () => targetCodes().length > 0),
  command('apply', ['Enter'], withSelected(applyToReader)),
  // Always on, so that these keys don't go back and forward where there is nothing to move.
  command('moveUp', ['Alt+ArrowUp'], () => moveBy('up'), isOpen),
  command('moveDown', ['Alt+ArrowDown'], () => moveBy('down'), isOpen),
  command('moveOut', ['Alt+ArrowLeft'], () => moveBy('out'), isOpen),
  command('moveIn', ['Alt+ArrowRight'], () => moveBy('in'), isOpen),
  command('merge', ['Alt+M'], startMerging, () => targetCodes().length > 0),
  command('split', ['Alt+S'], startSplitting),
  command('shade', ['Alt+H'], shadeChildren),
  command('recolor', ['Alt+C'], recolorAll, hasCodes),
  command('counts', ['Alt+T'], withSelected(counts)),
  command('quotes', ['Alt+Q'], withSelected(quotes)),
  command('markAll', ['Mod+A'], markAll, isOpen),
  command('unmark', ['Escape'], () => codebookState.setState({ marked: new Set() }), hasMarks),
  command('foldAll', ['Mod+ArrowLeft'], () => foldAll(true), hasCodes),
  command('unfoldAll', ['Mod+ArrowRight'], () => foldAll(false), hasCodes),
  command('filter', ['Mod+F'], goToFilter, isOpen),
  command('menu', ['Shift+F10', 'ContextMenu'], openMenu),
  {
    id: 'codebook.useAsExample',
    titleKey: 'codebook.command.useAsExample',
    keys: ['Mod+Alt+U'],
    enabled: canUseAsExample,
    run: takeAsExample,
  },
  { id: 'codebook.countsAll', titleKey: 'codebook.command.countsAll', keys: ['Mod+Alt+T'], run: () => counts(null) },
  {
    id: 'codebook.export',
    titleKey: 'codebook.command.export',
    keys: ['Mod+Alt+Shift+C'],
    enabled: hasCodes,
    run: exportCodebook,
  },
  {
    id: 'codebook.import',
    titleKey: 'codebook.command.import',
    keys: ['Mod+Alt+Shift+I'],
    enabled: isOpen,
    run: openCodebookFile,
  },
]
