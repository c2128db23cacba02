import type { RefObject } from 'react'
import type { ChartHandle } from '../../charts'
import type { Session } from '../../storage'
import type { Command } from '../../workbench'
import { codeHits, exportHits, openCurrent, openSearch, stepHit } from './actions'
import { presentSearch, type SearchController } from './controller'
import type { Chip } from './question'

const hasHits = (controller: SearchController | null): boolean => (controller?.store.getState().lines?.count ?? 0) > 0

/** A step through the hits, wherever the user is: a hit can be followed by the next one out of the reader. */
const step = (id: 'next' | 'previous', keys: string, direction: 1 | -1): Command => ({
  id: `search.${id}`,
  titleKey: `search.command.${id}`,
  keys: [keys],
  enabled: () => hasHits(presentSearch()),
  run: () => {
    const controller = presentSearch()
    return controller ? stepHit(controller, direction) : undefined
  },
})

/** Commands that are there whatever is in front. */
export const searchCommands: readonly Command[] = [
  { id: 'view.search', titleKey: 'search.command.show', keys: ['Mod+Shift+F'], run: openSearch },
  step('next', 'F4', 1),
  step('previous', 'Shift+F4', -1),
]

interface Around {
  session: Session
  controller: SearchController
  /** Moves the keyboard to the query, or to the hits. */
  toQuery: () => void
  toHits: () => void
  chart: RefObject<ChartHandle | null>
  nameOf: (chip: Chip) => string
}

/** What keys do in the view in front. */
export function viewCommands({ session, controller, toQuery, toHits, chart, nameOf }: Around): Command[] {
  const state = () => controller.store.getState()
  const command = (id: string, keys: readonly string[], run: Command['run'], enabled?: () => boolean): Command => ({
    id: `search.${id}`,
    titleKey: `search.command.${id}`,
    keys,
    scope: 'search',
    run,
    ...(enabled ? { enabled } : {}),
  })
  const onHits = () => hasHits(controller)
  const isFree = () => onHits() && state().work === null
  return [
    command('toQuery', ['/', 'Mod+F'], toQuery),
    command('toHits', ['Mod+ArrowDown'], toHits, onHits),
    command(
      'toFigure',
      ['Mod+ArrowUp'],
      () => chart.current?.focus(),
      () => state().looks.figure,
    ),
    command('open', ['Enter', 'o'], () => openCurrent(controller, false), onHits),
    command('openBeside', ['Shift+Enter'], () => openCurrent(controller, true), onHits),
    command('tick', ['Space', 'x'], () => controller.tick(state().cursor), onHits),
    command('tickAll', ['a'], () => controller.tickAll(true), onHits),
    command('tickNone', ['n'], () => controller.tickAll(false), onHits),
    command(
      'widen',
      ['Backspace'],
      () => controller.widen(),
      () => state().narrowed !== null,
    ),
    command('figure', ['Mod+Alt+S'], () => controller.look({ figure: !state().looks.figure })),
    command('kind', ['Mod+Alt+R'], () =>
      controller.look({ kind: state().looks.kind === 'years' ? 'places' : 'years' }),
    ),
    command('filters', ['Mod+Alt+O'], () => controller.look({ boxes: !state().looks.boxes })),
    command(
      'stop',
      ['Escape'],
      () => controller.stop(),
      () => state().asking,
    ),
    command(
      'code',
      ['Mod+Shift+Enter'],
      () => codeHits(session, controller),
      () => isFree() && state().looks.codes.length > 0,
    ),
    command('csv', ['Mod+Shift+C'], () => exportHits(session, controller, 'csv', nameOf), isFree),
    command('xlsx', ['Mod+E'], () => exportHits(session, controller, 'xlsx', nameOf), isFree),
  ]
}
