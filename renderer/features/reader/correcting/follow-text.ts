import type { ChangeSpec } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { TextChange } from '#shared/model/correction'
import type { ReadingText } from '#shared/model/reading'
import { applyEdits, editsBetween } from '#shared/text/edits'
import { textOf } from '../editor/create-editor'

type Shown = Pick<ReadingText, 'text' | 'corrections'>

/** The corrections that the text of each surface has. */
const corrections = new WeakMap<EditorView, readonly TextChange[]>()

/** Notes what a surface was made with. */
export const noteText = (view: EditorView, { corrections: own = [] }: Shown): void => void corrections.set(view, own)

/** What turns the text of a surface into the one that is stored now. */
function changesTo(view: EditorView, { text, corrections: own = [] }: Shown): ChangeSpec | null {
  const shown = textOf(view.state.doc)
  if (shown === text) return null
  const edits = editsBetween(corrections.get(view) ?? [], own)
  if (applyEdits(shown, edits) !== text) return { from: 0, to: shown.length, insert: text }
  return edits.map(({ start, end, insert }) => ({ from: start, to: end, insert }))
}

/** Brings the text of a surface to what is stored; caret, selection, marks and the line in view stay where they are. */
export function followText(view: EditorView, stored: Shown): void {
  const changes = changesTo(view, stored)
  noteText(view, stored)
  if (changes) view.dispatch({ changes })
}
