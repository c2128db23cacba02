import type { Session } from '../../storage'
import type { Command } from '../../workbench'
import { exportFindings } from './exports'
import { type AuditLine, JUDGEMENTS } from './lines'
import { settle } from './settle'
import { auditState, filterBy, toggleMark } from './state'
import { openFigure } from './visit'

/** What the audit's keys are about. */
export interface Chosen {
  session: Session
  /** The finding that the keyboard is on. */
  current: AuditLine | null
  /** The marked findings, else the current one. */
  targets: readonly AuditLine[]
  /** All that are shown. */
  lines: readonly AuditLine[]
  focusNote: () => void
  focusFilter: () => void
}

const STATES = ['open', 'settled', 'all'] as const

/** Everything that the audit's tab can do. */
export function auditCommands(chosen: Chosen): Command[] {
  const { session, current, targets, lines, focusNote, focusFilter } = chosen
  const command = (
    id: string,
    keys: readonly string[],
    run: () => void | Promise<void>,
    enabled = current !== null,
  ) => ({
    id: `audit.${id}`,
    titleKey: `auditView.command.${id}`,
    keys,
    scope: 'audit',
    enabled: () => enabled,
    run,
  })
  return [
    command('openSentence', ['Enter', 'o'], () => {
      if (current) openFigure(current.finding)
    }),
    command('openBeside', ['Mod+Enter'], () => {
      if (current) openFigure(current.finding, 0, true)
    }),
    ...JUDGEMENTS.map((judgement, index) =>
      command(`judge.${judgement}`, [String(index + 1)], () => settle(session, targets, judgement)),
    ),
    command('reopen', ['u'], () => settle(session, targets, null)),
    command('note', ['n'], focusNote),
    command('mark', ['x', 'Space'], () => {
      if (current) toggleMark(current.finding.key)
    }),
    {
      ...command('unmark', ['Escape'], () => auditState.setState({ marked: new Set() })),
      enabled: () => auditState.getState().marked.size > 0,
    },
    command('filter', ['Mod+F', '/'], focusFilter, true),
    command(
      'state',
      ['s'],
      () => {
        const { state } = auditState.getState().filter
        filterBy({ state: STATES[(STATES.indexOf(state) + 1) % STATES.length] ?? 'open' })
      },
      true,
    ),
    command('rules', ['Mod+Alt+U'], () => auditState.setState({ dialog: 'rules' }), true),
    command('breaks', ['Mod+Alt+B'], () => auditState.setState({ dialog: 'breaks' }), true),
    command('exportCsv', ['Mod+Shift+C'], () => exportFindings(lines, 'csv'), lines.length > 0),
    command('exportXlsx', ['Mod+E'], () => exportFindings(lines, 'xlsx'), lines.length > 0),
  ]
}
