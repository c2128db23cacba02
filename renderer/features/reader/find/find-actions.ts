import { EditorView } from '@codemirror/view'
import { activeReader, type OpenReader } from '../active'
import { noteSearch } from './find-history'
import { findState, setFind } from './find-store'
import { type FindQuery, hitBefore, hitFrom } from './phrase-hits'
import { startSearch } from './search'

/** Selected words up to this length are what one wants to find. */
const LONGEST = 100

/** Opens find in a reader, with the selected words in it where there are some. */
export function openFind({ id, view, ...rest }: OpenReader): void {
  const { main } = view.state.selection
  const selected = view.state.sliceDoc(main.from, main.to)
  const wanted = selected !== '' && selected.length < LONGEST && !selected.includes('\n')
  const before = findState(id)
  const origin = { anchor: main.anchor, head: main.head, scroll: view.scrollDOM.scrollTop }
  const query = wanted && !before.open ? { ...before.query, phrase: selected, regex: false } : before.query
  setFind(id, { open: true, query, origin: before.open ? before.origin : origin })
  if (query.phrase !== '') void search({ id, view, ...rest }, main.from)
}

/** Looks for another thing; the view follows to the first hit from where find was opened. */
export function changeQuery(reader: OpenReader, patch: Partial<FindQuery>): void {
  const { query, origin } = findState(reader.id)
  setFind(reader.id, { query: { ...query, ...patch } })
  const from = origin ? Math.min(origin.anchor, origin.head) : reader.view.state.selection.main.from
  void search(reader, from)
}

const search = (reader: OpenReader, from: number): Promise<void> =>
  startSearch(reader, () => goToHit(reader, hitFrom(findState(reader.id).hits, from)))

function goToHit({ id, view }: OpenReader, index: number): void {
  const hit = findState(id).hits[index]
  if (!hit || hit.end > view.state.doc.length) return
  setFind(id, { current: index })
  view.dispatch({
    selection: { anchor: hit.start, head: hit.end },
    effects: EditorView.scrollIntoView(hit.start, { y: 'center' }),
  })
}

/** Goes to the next (1) or previous (-1) hit from the selection; opens find where nothing is looked for yet. */
export function stepHit(reader: OpenReader, direction: 1 | -1): void {
  const { hits, query, open } = findState(reader.id)
  if (query.phrase === '') {
    openFind(reader)
    return
  }
  noteSearch(query.phrase)
  const { from } = reader.view.state.selection.main
  if (!open) {
    setFind(reader.id, { open: true, origin: null })
    void search(reader, from + (direction === 1 ? 1 : 0))
    return
  }
  // Whoever steps to a hit wants to be there: leaving find does not lead away from it.
  setFind(reader.id, { origin: null })
  goToHit(reader, direction === 1 ? hitFrom(hits, from + 1) : hitBefore(hits, from))
}

/**
 * Closes find and gives the focus back to the text.
 * @param back true: to where one was when it was opened, unless one has stepped to a hit
 */
export function closeFind({ id, view }: OpenReader, back: boolean): void {
  const { origin, query } = findState(id)
  noteSearch(query.phrase)
  setFind(id, { open: false, origin: null })
  if (back && origin) {
    view.dispatch({ selection: { anchor: origin.anchor, head: origin.head } })
    view.scrollDOM.scrollTop = origin.scroll
  }
  view.focus()
}

/** True while find is open in the reader in front. */
export const isFinding = (): boolean => {
  const reader = activeReader()
  return reader !== null && findState(reader.id).open
}
