import type { Command } from '../../../workbench'
import { activeReader, makeCurrent, type OpenReader, readerStore, showPopup } from '../active'
import { correctSpan } from '../correcting/correcting-store'
import { lyingIn, placeAsked } from './here-store'
import type { Lying } from './lying'

/** Shows the next of what lies at the caret or under the pointer; a statement or a matter becomes the current one. */
function next(reader: OpenReader): void {
  const offset = placeAsked(reader)
  const items = lyingIn(reader, offset)
  const { popup } = readerStore.getState()
  const at = popup?.type === 'here' ? (popup.at + 1) % items.length : 0
  const item = items[at]
  if (!item) return
  showPopup({ type: 'here', offset, at })
  takeUp(item)
}

function takeUp(item: Lying): void {
  if (item.type !== 'statement' && item.type !== 'matter') return
  const { report, key } = item.type === 'statement' ? item.statement : item.matter
  makeCurrent(item.type, { report, key })
  readerStore.setState({ report })
}

const shown = (): Lying | null => {
  const reader = activeReader()
  const { popup } = readerStore.getState()
  return (reader && popup?.type === 'here' && lyingIn(reader, popup.offset)[popup.at]) || null
}

/** Opens what is current: the card of an annotation, the form of a correction; what has neither is only left. */
function open(reader: OpenReader, item: Lying): void {
  showPopup(item.type === 'annotation' ? { type: 'card', annotation: item.id } : null)
  if (item.type !== 'correction') return
  const { start, change } = item
  if (change.replacement !== '') correctSpan(reader, { start, end: start + change.replacement.length })
}

/** Commands for what lies at one place. `reader.openHere` comes before what Enter does otherwise. */
export const hereCommands: readonly Command[] = [
  {
    id: 'reader.nextHere',
    titleKey: 'reader.command.nextHere',
    keys: ['v'],
    scope: 'reader',
    enabled: () => {
      const reader = activeReader()
      return reader !== null && lyingIn(reader, placeAsked(reader)).length > 0
    },
    run: () => {
      const reader = activeReader()
      if (reader) next(reader)
    },
  },
  {
    id: 'reader.openHere',
    titleKey: 'reader.command.open',
    keys: ['Enter'],
    scope: 'reader',
    palette: false,
    enabled: () => shown() !== null,
    run: () => {
      const reader = activeReader()
      const item = shown()
      if (reader && item) open(reader, item)
    },
  },
]
