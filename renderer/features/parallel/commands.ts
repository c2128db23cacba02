import { type Command, closeView } from '../../workbench'
import { libraryState } from '../library'
import { activeReader, readerStore, reportInFront } from '../reader'
import { copyBoth } from './both'
import { exportShared } from './exports'
import { changeSide, stepPair, stepTopic } from './go'
import { askForOther, askForSide, askStore, openParallel, swapSides } from './open'
import { currentPair } from './sides'
import { frontParallel, type ParallelStore } from './state'

/** A command of the view in front. */
function command(
  id: string,
  keys: readonly string[],
  run: (view: string, store: ParallelStore) => void | Promise<void>,
  more: Partial<Command> & { when?: (view: string) => boolean } = {},
): Command {
  const { when, ...rest } = more
  return {
    id: `parallel.${id}`,
    titleKey: `parallel.command.${id}`,
    keys,
    scope: 'parallel',
    enabled: () => {
      const front = frontParallel()
      return front !== null && when?.(front.key) !== false
    },
    run: () => {
      const front = frontParallel()
      return front ? run(front.key, front.store) : undefined
    },
    ...rest,
  }
}

const hasCurrent = { when: (view: string): boolean => currentPair(view) !== null }
const hasRows = { when: (): boolean => (frontParallel()?.store.getState().listed.length ?? 0) > 0 }

/** The reports that are chosen in the library: the marked lines, else the one that the keyboard is on. */
function chosenReports(): readonly string[] {
  const { marked, selected } = libraryState.getState()
  return marked.size > 0 ? [...marked] : selected === null ? [] : [selected]
}

/** All commands of the two readers side by side. */
export const parallelCommands: readonly Command[] = [
  {
    id: 'parallel.open',
    titleKey: 'parallel.command.open',
    keys: ['Mod+Alt+D'],
    enabled: () => activeReader() !== null && reportInFront(readerStore.getState()) !== null,
    run: () => {
      const report = reportInFront(readerStore.getState())
      if (report !== null) askForOther(report)
    },
  },
  {
    id: 'parallel.openChosen',
    titleKey: 'parallel.command.openChosen',
    keys: ['Mod+Alt+D'],
    scope: 'library',
    enabled: () => [1, 2].includes(chosenReports().length),
    run: () => {
      const [left, right] = chosenReports()
      if (left !== undefined && right !== undefined) openParallel({ left, right })
      else if (left !== undefined) askForOther(left)
    },
  },
  command('next', ['n'], (view) => stepPair(view, 1), hasRows),
  command('previous', ['Shift+N'], (view) => stepPair(view, -1), hasRows),
  command('topicNext', ['Alt+PageDown'], (view) => stepTopic(view, 1)),
  command('topicPrevious', ['Alt+PageUp'], (view) => stepTopic(view, -1)),
  command('link', ['l'], (_view, store) => store.setState(({ linked }) => ({ linked: !linked }))),
  command('list', ['Shift+L'], (_view, store) => store.setState(({ listing }) => ({ listing: !listing }))),
  command('otherSide', ['`'], changeSide),
  command('code', ['Shift+C'], (view) => askStore.setState({ code: view }), hasCurrent),
  command('copy', ['Shift+Q'], copyBoth, hasCurrent),
  command('export', ['Mod+Alt+E'], exportShared, hasRows),
  command('swap', ['Shift+X'], swapSides),
  command('changeLeft', ['Alt+1'], (view) => askForSide(view, 'left')),
  command('changeRight', ['Alt+2'], (view) => askForSide(view, 'right')),
  command('even', ['Alt+0'], (_view, store) => store.setState({ split: 0.5 })),
  command('close', ['Mod+Shift+W'], (view) => closeView('parallel', view)),
]
