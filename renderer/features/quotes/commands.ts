import type { Session } from '../../storage'
import type { Command } from '../../workbench'
import { addCode, openCurrent, removeQuotes, toggleExpanded, writeMemo } from './actions'
import { chooseAll, chooseNone, currentQuote, subjects, toggle } from './choosing'
import type { QuotesController } from './controller'
import { copyAll, copyQuotes, exportQuotes } from './exports'

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/** What keys do in the list in front. */
export function quotesCommands(session: Session, list: QuotesController, find: () => void): Command[] {
  const { store } = list
  const hasRows = (): boolean => store.getState().entries.length > 0
  const onQuote = (): boolean => currentQuote(list) !== null
  const hasSubjects = (): boolean => subjects(list).length > 0
  const command = (
    id: string,
    keys: readonly string[],
    run: Command['run'],
    enabled: () => boolean = hasRows,
    more: Partial<Command> = {},
  ): Command => ({
    id: `quotes.${id}`,
    titleKey: `quotes.command.${id}`,
    keys,
    scope: 'quotes',
    enabled,
    run,
    ...more,
  })
  const byDigit = (digit: number) => store.getState().codes.codes.find(({ key }) => key === digit)
  return [
    command('open', ['Enter'], () => openCurrent(list, false), onQuote),
    command('openBeside', ['Mod+Enter'], () => openCurrent(list, true), onQuote),
    command('expand', ['Space'], () => toggleExpanded(list), onQuote),
    command('memo', ['m'], () => writeMemo(list), onQuote),
    command('choose', ['x'], () => toggle(list, store.getState().cursor)),
    command('chooseAll', ['Mod+A'], () => chooseAll(list)),
    command(
      'unchoose',
      ['Escape'],
      () => chooseNone(list),
      () => store.getState().chosen.size > 0,
    ),
    command('addCode', ['c'], () => store.setState({ picking: 'add' }), hasSubjects),
    command('takeCode', ['Shift+C'], () => store.setState({ picking: 'take' }), hasSubjects),
    ...DIGITS.map((digit) =>
      command(
        `applyKey${digit}`,
        [String(digit)],
        () => {
          const code = byDigit(digit)
          return code ? addCode(session, list, code.id) : undefined
        },
        () => byDigit(digit) !== undefined && hasSubjects(),
        { titleKey: 'quotes.command.applyKey', palette: false },
      ),
    ),
    command('remove', ['Delete'], () => removeQuotes(session, list), hasSubjects),
    // Words that are selected in an expanded line are copied as everywhere.
    command(
      'copy',
      ['Mod+C'],
      () => copyQuotes(list),
      () => hasSubjects() && getSelection()?.isCollapsed !== false,
    ),
    command('text', ['Mod+Alt+C'], () => copyAll(list)),
    command('csv', ['Mod+Shift+C'], () => exportQuotes(list, 'csv')),
    command('xlsx', ['Mod+E'], () => exportQuotes(list, 'xlsx')),
    command('find', ['Mod+F'], find, () => true),
  ]
}
