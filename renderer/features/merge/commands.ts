import type { Choice, Conflict } from '#shared/exchange/merge/merge-types'
import type { Session } from '../../storage'
import type { Command } from '../../workbench'
import { choosePackage, closePackage, mergeNow } from './run'
import { type MergeState, settle } from './state'

/** Everything that the view of a merge can do by keys. */
export function mergeCommands(
  session: Session,
  { prepared, working }: MergeState,
  conflicts: readonly Conflict[],
  at: number,
): Command[] {
  const command = (id: string, keys: readonly string[], run: Command['run'], enabled: boolean): Command => ({
    id: `merge.${id}`,
    titleKey: `merge.command.${id}`,
    keys,
    scope: 'merge',
    enabled: () => enabled && working === null,
    run,
  })
  const choices = conflicts[at]?.choices ?? []
  const choice = (id: Choice, key: string): Command =>
    command(id, [key], () => settle(conflicts, at, id), choices.includes(id))
  return [
    command('choose', ['o'], () => choosePackage(session), true),
    choice('mine', '1'),
    choice('theirs', '2'),
    choice('both', '3'),
    command('suggestion', ['Backspace'], () => settle(conflicts, at, null), at >= 0),
    command('merge', ['Mod+Enter'], () => mergeNow(session), prepared !== null),
    command('close', ['Escape'], () => closePackage(), prepared !== null),
  ]
}
