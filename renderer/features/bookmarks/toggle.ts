import type { Span } from '#shared/model/anchor'
import type { Bookmark } from '#shared/model/bookmark'
import { message } from '#shared/model/identity'
import { makeAnchor } from '#shared/text/anchor'
import { sentenceAt } from '#shared/text/sentences'
import { addBookmark, bookmarksOf, removeBookmark } from '../../storage'
import { notify } from '../../workbench'
import { activeReader, type OpenReader, selectedSpan } from '../reader'
import { wordsOf } from './groups'

/** A bookmark takes this much of its sentence along, as its name and to be found again by. */
const QUOTED = 40

/** Marks of Markdown before the words: the reader shows them small, and no place is called by them. */
const LEADING_MARKS = /^(?:#{1,6}[ \t]+|\*\*)+/

const isLowSurrogate = (text: string, at: number): boolean => /[\uDC00-\uDFFF]/.test(text.charAt(at))

/** What a bookmark at the caret stands on: the start of the selection, or of the sentence at the caret. */
export function markedSpan(text: string, caret: number, selected: Span | null, within: Span): Span | null {
  const span = selected ?? sentenceAt(text, Math.max(within.start, Math.min(caret, within.end - 1)), within)
  const marks = LEADING_MARKS.exec(text.slice(span.start, span.end))?.[0].length ?? 0
  const start = span.start + marks < span.end ? span.start + marks : span.start
  if (start >= span.end) return null
  const end = Math.min(span.end, start + QUOTED)
  return { start, end: isLowSurrogate(text, end) ? end - 1 : end }
}

function spanHere(reader: OpenReader): Span | null {
  const { text } = reader.bundle.text
  const caret = reader.view.state.selection.main.head
  const report = reader.bundle.reports.find(({ report: { start, end } }) => start <= caret && caret < end)?.report
  return markedSpan(text, caret, selectedSpan(reader), report ?? { start: 0, end: text.length })
}

const isAt = ({ anchor, reading, orphan }: Bookmark, span: Span, present: string): boolean =>
  !orphan && reading === present && anchor.start >= span.start && anchor.start < span.end

/** Sets a bookmark at the caret of the reader in front, or takes the one away that is there. One undoable step. */
export async function toggleBookmark(): Promise<void> {
  const reader = activeReader()
  const span = reader && spanHere(reader)
  if (!reader || !span) return
  const { session, hash, bundle } = reader
  const { id: reading } = bundle.reading
  const there = (await bookmarksOf(session.db, hash)).find((bookmark) => isAt(bookmark, span, reading))
  if (there) {
    await removeBookmark(session, there.id)
    notify('info', message('bookmarks.removed'))
    return
  }
  const anchor = makeAnchor(bundle.text.text, span.start, span.end)
  await addBookmark(session, { source: hash, reading, anchor, name: '' })
  notify('success', message('bookmarks.set', { quote: wordsOf(anchor.quote) }))
}
