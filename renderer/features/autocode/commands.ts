import type { RefObject } from 'react'
import type { Rule } from '#shared/model/rule'
import type { Session } from '../../storage'
import type { Command } from '../../workbench'
import { activeReader, selectedSpan } from '../reader'
import { codeTicked, findSelection, openAutocode, openCurrent } from './actions'
import type { AutocodeController } from './controller'
import { problemOf } from './query'
import { askToSave } from './rule-state'
import { currentReport } from './use-autocode'

/** Commands that are there whatever is in front. */
export const autocodeCommands: readonly Command[] = [
  { id: 'view.autocode', titleKey: 'autocode.command.show', keys: ['Mod+Shift+A'], run: openAutocode },
  {
    id: 'autocode.ofSelection',
    titleKey: 'autocode.command.ofSelection',
    keys: ['Mod+Alt+F'],
    scope: 'reader',
    enabled: () => {
      const reader = activeReader()
      return reader !== null && selectedSpan(reader) !== null
    },
    run: findSelection,
  },
]

interface Around {
  session: Session
  controller: AutocodeController
  /** The saved rule that the query was taken from. */
  rule: Rule | null
  frame: RefObject<HTMLElement | null>
}

/** What keys do in the view in front. */
export function viewCommands({ session, controller, rule, frame }: Around): Command[] {
  const state = () => controller.store.getState()
  const command = (id: string, keys: readonly string[], run: Command['run'], enabled?: () => boolean): Command => ({
    id: `autocode.${id}`,
    titleKey: `autocode.command.${id}`,
    keys,
    scope: 'autocode',
    run,
    ...(enabled ? { enabled } : {}),
  })
  const hasHits = () => state().hits.count > 0
  const canRun = () => problemOf(state().query) === null
  const focus = (selector: string) => frame.current?.querySelector<HTMLElement>(selector)?.focus()
  return [
    command('run', ['Mod+Enter'], () => controller.run(currentReport()), canRun),
    command(
      'stop',
      ['Escape'],
      () => controller.stop(),
      () => state().scanning !== null,
    ),
    command(
      'code',
      ['Mod+Shift+Enter'],
      () => codeTicked(session, controller, rule),
      () => state().hits.ticked > 0,
    ),
    command('saveRule', ['Mod+S'], () => askToSave({ rule, query: state().query }), canRun),
    command('rules', ['Mod+Alt+J'], () => controller.showRules(!state().rules)),
    command('toPattern', ['/'], () => focus('[data-focus-first], [data-focus-first] input')),
    command('toHits', ['Mod+ArrowDown'], () => focus('[role="grid"]'), hasHits),
    command('open', ['Enter', 'o'], () => openCurrent(controller, false), hasHits),
    command('openBeside', ['Shift+Enter'], () => openCurrent(controller, true), hasHits),
    command('tick', ['Space', 'x'], () => controller.tick(state().cursor), hasHits),
    command('tickAll', ['a'], () => controller.tick(null, true), hasHits),
    command('tickNone', ['n'], () => controller.tick(null, false), hasHits),
    command('next', ['j'], () => controller.step(1), hasHits),
    command('previous', ['k'], () => controller.step(-1), hasHits),
  ]
}
