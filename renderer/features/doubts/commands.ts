import type { Doubt } from '#shared/model/doubts'
import { confirmReports, type Session } from '../../storage'
import type { Command } from '../../workbench'
import { markAll, openBulk, openLine, toggle, unmark } from '../library'
import { attempt } from '../places'
import { type DoubtLine, missing } from './lines'
import { doubtsState } from './state'

/** What the list's keys are about. */
export interface Chosen {
  session: Session
  /** The line that the keyboard is on. */
  current: DoubtLine | null
  /** The marked lines, else the current one. */
  targets: readonly DoubtLine[]
  ids: readonly string[]
  /** Moves the focus to a field of the current line. */
  edit: (field: Doubt) => void
}

/** Settles what is doubtful of a line as it was found; the keyboard then is on the line that follows. */
export async function settle(session: Session, { id, doubts }: DoubtLine): Promise<void> {
  doubtsState.setState({ selected: id, anchor: id })
  await attempt(confirmReports(session, [id], doubts))
}

/** Accepts what was found; what was not found at all is asked for. */
function accept({ session, current, targets, edit }: Chosen): void {
  if (targets.length > 1) openBulk('confirm', targets)
  if (targets.length > 1 || !current) return
  const [first] = missing(current)
  if (first) edit(first)
  else void settle(session, current)
}

/** Everything that the list of doubts can do. */
export function doubtCommands(chosen: Chosen): Command[] {
  const { session, current, targets, ids, edit } = chosen
  const command = (id: string, keys: readonly string[], run: () => void, enabled = current !== null): Command => ({
    id: `doubts.${id}`,
    titleKey: `doubts.command.${id}`,
    keys,
    scope: 'doubts',
    enabled: () => enabled,
    run,
  })
  const field = (id: Doubt, key: string): Command => command(id, [key], () => edit(id))
  return [
    command('accept', ['Enter'], () => accept(chosen)),
    command('none', ['n'], () => current && void settle(session, current)),
    field('place', 'p'),
    field('year', 'y'),
    field('kind', 'k'),
    command('open', ['o'], () => current && openLine(current)),
    command('openBeside', ['Mod+Enter'], () => current && openLine(current, true)),
    command('mark', ['x', 'Space'], () => current && doubtsState.setState((state) => toggle(state, current.id))),
    command('markAll', ['Mod+A'], () => doubtsState.setState((state) => markAll(state, ids))),
    command('unmark', ['Escape'], () => doubtsState.setState(unmark), targets.length > 1),
    command('edit', ['e'], () => openBulk('edit', targets)),
    command('reread', ['r'], () => openBulk('reread', targets)),
    command('hide', ['Delete'], () => openBulk('hide', targets)),
  ]
}
