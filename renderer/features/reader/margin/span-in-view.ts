import type { EditorView } from '@codemirror/view'
import type { Span } from '#shared/model/anchor'

/** The offset at a height of the document, inside a long line by its share. CSS pixels from the top of the text. */
function offsetAt(view: EditorView, height: number): number {
  const block = view.lineBlockAtHeight(height)
  if (block.height <= 0) return block.from
  const part = Math.min(Math.max((height - block.top) / block.height, 0), 1)
  return Math.round(block.from + part * block.length)
}

/**
 * The part of the text that is in view, by the heights that CodeMirror knows.
 * @param around so many CSS pixels above and below it are meant too
 */
export function spanInView(view: EditorView, around = 0): Span {
  const top = view.scrollDOM.scrollTop - view.documentPadding.top
  return {
    start: offsetAt(view, Math.max(top - around, 0)),
    end: offsetAt(view, Math.max(top + view.scrollDOM.clientHeight + around, 0)),
  }
}
