import { message } from '#shared/model/identity'
import { removeBookmark } from '../../storage'
import { type Command, notify, openView } from '../../workbench'
import { activeReader } from '../reader'
import { bookmarksState, selectedBookmark } from './state'
import { toggleBookmark } from './toggle'

/** Goes to the place of the selected bookmark. */
export function openSelected(): void {
  const placed = selectedBookmark()
  if (!placed) return
  const { bookmark, report, source } = placed
  if (bookmark.orphan || bookmark.reading !== source.reading) {
    notify('warning', message('bookmarks.lost', { quote: bookmark.anchor.quote }))
    return
  }
  const { start, end } = bookmark.anchor
  openView({ type: 'reader', key: source.hash, params: { report: report?.id ?? null, start, end, statement: null } })
}

async function removeSelected(): Promise<void> {
  const { open } = bookmarksState.getState()
  const placed = selectedBookmark()
  if (!open || !placed) return
  const at = open.bookmarks.indexOf(placed)
  const next = open.bookmarks[at + 1] ?? open.bookmarks[at - 1]
  bookmarksState.setState({ selected: next?.bookmark.id ?? null })
  await removeBookmark(open.session, placed.bookmark.id)
}

const inList = (id: string, keys: readonly string[], run: Command['run']): Command => ({
  id: `bookmarks.${id}`,
  titleKey: `bookmarks.command.${id}`,
  keys,
  scope: 'bookmarks',
  enabled: () => selectedBookmark() !== null,
  run,
})

/** All commands of the bookmarks. */
export const bookmarkCommands: readonly Command[] = [
  {
    id: 'view.bookmarks',
    titleKey: 'bookmarks.show',
    keys: ['Mod+Alt+M'],
    run: () => openView({ type: 'bookmarks', key: '', params: {} }),
  },
  {
    id: 'bookmarks.toggle',
    titleKey: 'bookmarks.command.toggle',
    keys: ['b'],
    scope: 'reader',
    enabled: () => activeReader() !== null,
    run: toggleBookmark,
  },
  inList('open', ['Enter'], openSelected),
  inList('rename', ['F2'], () => bookmarksState.setState(({ selected }) => ({ naming: selected }))),
  inList('remove', ['Delete'], removeSelected),
]
