import { MatterType } from '#shared/model/matter'
import { type Command, openView } from '../../workbench'
import { activeReader } from '../reader'
import {
  acceptCurrent,
  acceptSection,
  copyCurrent,
  editCurrent,
  editIndicator,
  flipRole,
  rejectCurrent,
  resetCurrent,
} from './actions'
import { currentItem, nextType, reorder, stepItem } from './current'
import { addAs, pickType } from './matters/add'
import { reviewState } from './review-state'
import { tagSelection } from './tag'

const withCurrent = (): boolean => currentItem() !== null

/** A command of the review; its keys work in the list and in the text (the reader carries this scope too). */
const command = (id: string, keys: readonly string[], run: Command['run'], enabled = withCurrent): Command => ({
  id: `statements.${id}`,
  titleKey: `statements.command.${id}`,
  keys,
  scope: 'statements',
  enabled,
  run,
})

/** Adds the selected words as one type; its key works while the types are asked for. */
const typeCommand = (type: MatterType, index: number): Command => ({
  id: `statements.type.${type}`,
  titleKey: `matters.review.add.as.${type}`,
  keys: [String(index + 1)],
  scope: 'matterType',
  palette: false,
  enabled: () => reviewState.getState().picking !== null,
  run: () => addAs(type),
})

const withReader = (): boolean => activeReader() !== null

/** All commands of the review. */
export const statementCommands: readonly Command[] = [
  {
    id: 'view.statements',
    titleKey: 'statements.show',
    keys: ['Mod+Shift+E'],
    run: () => openView({ type: 'statements', key: '', params: {} }),
  },
  command('next', ['j'], () => stepItem(1), withReader),
  command('previous', ['k'], () => stepItem(-1), withReader),
  command('accept', ['a'], acceptCurrent),
  command('reject', ['r'], rejectCurrent),
  command('acceptSection', ['Shift+A'], acceptSection, withReader),
  command('edit', ['e'], () => editCurrent()),
  command('editIndicator', ['i'], editIndicator),
  command('flipRole', ['o'], flipRole),
  command('reset', ['u'], resetCurrent),
  command('copyQuote', ['y'], copyCurrent),
  command('tag', ['t'], tagSelection, withReader),
  command('tagMatter', ['g'], pickType, withReader),
  command('order', ['f'], reorder, withReader),
  command('type', ['Shift+F'], nextType, withReader),
  ...MatterType.options.map(typeCommand),
]
