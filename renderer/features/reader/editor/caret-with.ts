import type { EditorView } from '@codemirror/view'

const carets = new WeakMap<EditorView, number>()

/**
 * Moves the caret together with what a change brings into the text meanwhile: each update of its own would lay the
 * text out once more.
 * @param anchor UTF-16 code units of the text
 */
export function moveCaretWith<T>(view: EditorView, anchor: number, change: () => T): T {
  carets.set(view, anchor)
  const result = change()
  const left = caretFor(view)
  if (left) view.dispatch(left)
  return result
}

/** The caret that goes with the next change of the text, for whoever makes that. */
export function caretFor(view: EditorView): { selection: { anchor: number } } | null {
  const anchor = carets.get(view)
  carets.delete(view)
  return anchor === undefined ? null : { selection: { anchor } }
}
