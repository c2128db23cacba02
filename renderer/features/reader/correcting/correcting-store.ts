import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Span } from '#shared/model/anchor'
import { activeReader, type OpenReader, readerStore, showPopup } from '../active'
import { selectedSpan } from '../selection'

/** The passage that is being corrected, and the reader that it stands in. */
interface Correcting {
  reader: string
  span: Span
}

const store = createStore<{ open: Correcting | null }>(() => ({ open: null }))

/** The passage that is being corrected in a reader; null where none is. */
export const useCorrecting = (reader: string): Span | null =>
  useStore(store, ({ open }) => (open?.reader === reader ? open.span : null))

/** Shows or closes the form for a passage. */
export function correctSpan(reader: OpenReader, span: Span | null): void {
  if (span) showPopup(null)
  store.setState({ open: span && { reader: reader.id, span } })
}

// One thing at a time stands beside the text, and it belongs to the reader in front.
readerStore.subscribe(({ popup, active }) => {
  const { open } = store.getState()
  if (open && (popup !== null || active !== open.reader)) store.setState({ open: null })
})

/** The character at an offset of a line, the last one behind it; null in an empty line. */
function characterAt(text: string, offset: number): Span | null {
  const [start, end] = [text.lastIndexOf('\n', offset - 1) + 1, text.indexOf('\n', offset)]
  const line = text.slice(start, end < 0 ? text.length : end)
  let at = start
  let found: Span | null = null
  for (const character of line) {
    found = { start: at, end: at + character.length }
    if (offset < found.end) break
    at = found.end
  }
  return found
}

/** What is corrected next: what is selected, else the character at the caret. */
export function spanToCorrect(reader: OpenReader): Span | null {
  return selectedSpan(reader) ?? characterAt(reader.bundle.text.text, reader.view.state.selection.main.head)
}

/** Opens the form in the reader in front. */
export function startCorrecting(): void {
  const reader = activeReader()
  const span = reader && spanToCorrect(reader)
  if (reader && span) correctSpan(reader, span)
}
