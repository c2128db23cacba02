import type { LedgerFigure, LedgerRow } from '#shared/compare/ledger/ledger-types'
import type { Session } from '../../storage'
import { type Command, openView } from '../../workbench'
import { type Candidate, KEYED } from './candidates'
import { draftFor } from './cited-draft'
import { GROUPINGS, ORDERS } from './lines'
import { pair, unrule } from './ruling'
import { filterBy, ledgerState } from './state'
import { openBoth, openFigure, openResult } from './visit'

/** What the ledger's keys are about. */
export interface Chosen {
  session: Session
  /** The row that the keyboard is on. */
  row: LedgerRow | null
  /** The result without a target that it is on. */
  figure: LedgerFigure | null
  candidates: readonly Candidate[]
  /** Years of the place, the latest first. */
  years: readonly number[]
  /** Whether there is anything to export. */
  filled: boolean
  focusNote: () => void
  focusVerdict: () => void
  focusFilter: () => void
  focusPlace: () => void
  exportAs: (type: 'csv' | 'xlsx') => void | Promise<void>
}

const next = <T>(all: readonly T[], one: T): T => all[(all.indexOf(one) + 1) % all.length] ?? one

/** Goes to the next year with a report, or the one before. */
function stepYear(years: readonly number[], step: 1 | -1): void {
  const { year } = ledgerState.getState()
  const ascending = years.toReversed()
  const to = ascending[ascending.indexOf(year ?? 0) + step]
  if (to !== undefined) ledgerState.setState({ year: to, selected: null })
}

/** Opens the task table of the place and year that are looked at. */
function openTasks(): void {
  const { place, year } = ledgerState.getState()
  openView({ type: 'briefing', key: '', params: { kind: 'tasks', place, year } })
}

/** Everything that the ledger's tab can do. */
export function ledgerCommands(chosen: Chosen): Command[] {
  const { session, row, figure, candidates, years, filled, exportAs } = chosen
  const command = (
    id: string,
    keys: readonly string[],
    run: () => void | Promise<void>,
    enabled = row !== null,
  ): Command => ({
    id: `ledger.${id}`,
    titleKey: `ledgerView.command.${id}`,
    keys,
    scope: 'ledger',
    enabled: () => enabled,
    run,
  })
  const onRow = (act: (one: LedgerRow) => void | Promise<void>) => () => (row ? act(row) : undefined)
  const shown = row?.target ?? figure
  return [
    command('openTarget', ['Enter', 't'], () => (shown ? openFigure(shown) : undefined), shown !== null),
    command(
      'openResult',
      ['r'],
      onRow((one) => openResult(one)),
    ),
    command('openBoth', ['b'], onRow(openBoth)),
    ...Array.from({ length: KEYED }, (_, index) =>
      command(
        `pair.${index + 1}`,
        [String(index + 1)],
        onRow((one) => {
          const candidate = candidates[index]
          return candidate ? pair(session, one, candidate.figure.ref) : undefined
        }),
        candidates.length > index,
      ),
    ),
    command(
      'pairNone',
      ['0'],
      onRow((one) => pair(session, one, 'none')),
      row?.result != null,
    ),
    command(
      'pairAuto',
      ['a'],
      onRow((one) => pair(session, one, 'auto')),
      (row?.ruling?.pairing ?? 'auto') !== 'auto',
    ),
    command('overrule', ['v'], chosen.focusVerdict),
    command('note', ['n'], chosen.focusNote),
    command(
      'unrule',
      ['Backspace'],
      onRow((one) => unrule(session, one)),
      row?.ruling != null,
    ),
    command(
      'cite',
      ['c'],
      onRow((one) => ledgerState.setState({ dialog: 'cited', draft: draftFor(one) })),
    ),
    command('cited', ['Mod+Alt+Y'], () => ledgerState.setState({ dialog: 'cited', draft: null }), true),
    command('settings', ['Mod+Alt+U'], () => ledgerState.setState({ dialog: 'settings' }), true),
    command('filter', ['Mod+F', '/'], chosen.focusFilter, true),
    command('place', ['p'], chosen.focusPlace, true),
    command('earlier', ['['], () => stepYear(years, -1), true),
    command('later', [']'], () => stepYear(years, 1), true),
    command('scored', ['o'], () => filterBy({ scored: !ledgerState.getState().filter.scored }), true),
    command('untargeted', ['u'], () => filterBy({ untargeted: !ledgerState.getState().filter.untargeted }), true),
    command('group', ['g'], () => ledgerState.setState(({ group }) => ({ group: next(GROUPINGS, group) })), true),
    command('order', ['Shift+O'], () => ledgerState.setState(({ order }) => ({ order: next(ORDERS, order) })), true),
    command(
      'scores',
      ['s'],
      () => ledgerState.setState(({ tab }) => ({ tab: tab === 'rows' ? 'scores' : 'rows' })),
      true,
    ),
    command('tasks', ['Mod+P'], openTasks, filled),
    command('exportCsv', ['Mod+Shift+C'], () => exportAs('csv'), filled),
    command('exportXlsx', ['Mod+E'], () => exportAs('xlsx'), filled),
  ]
}
