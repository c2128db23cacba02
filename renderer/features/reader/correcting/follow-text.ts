import type { ChangeSpec } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { TextChange } from '#shared/model/correction'
import type { ReadingText } from '#shared/model/reading'
import { applyEdits, editsBetween } from '#shared/text/edits'

type Stored = Pick<ReadingText, 'text' | 'corrections'>

interface Shown {
  text: string
  corrections: readonly TextChange[]
}

/** What each surface shows. */
const known = new WeakMap<EditorView, Shown>()

/** Notes what a surface was made with. */
export const noteText = (view: EditorView, { text, corrections }: Stored): void =>
  void known.set(view, { text, corrections: corrections ?? [] })

/** What turns the text of a surface into the one that is stored now. */
function changesTo(view: EditorView, shown: Shown, { text, corrections = [] }: Stored): ChangeSpec {
  const edits = editsBetween(shown.corrections, corrections)
  if (applyEdits(shown.text, edits) !== text) return { from: 0, to: view.state.doc.length, insert: text }
  return edits.map(({ start, end, insert }) => ({ from: start, to: end, insert }))
}

/** Brings the text of a surface to what is stored; caret, selection, marks and the line in view stay where they are. */
export function followText(view: EditorView, stored: Stored): void {
  const shown = known.get(view)
  if (!shown || shown.text === stored.text) return
  noteText(view, stored)
  view.dispatch({ changes: changesTo(view, shown, stored) })
}
