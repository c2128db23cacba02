import type { EditorView } from '@codemirror/view'

/** A place in the text: a line, and how far down in it, from 0 to 1. */
export interface Place {
  offset: number
  part: number
}

/** What stands at the upper edge of the view, by the heights that CodeMirror knows. */
export function placeAtTop(view: EditorView): Place {
  const top = view.scrollDOM.scrollTop - view.documentPadding.top
  const block = view.lineBlockAtHeight(Math.max(top, 0))
  return { offset: block.from, part: block.height > 0 ? Math.min(Math.max((top - block.top) / block.height, 0), 1) : 0 }
}

/** Has the lines measured anew and scrolls so that a place stands at the upper edge again. */
export function holdPlace(view: EditorView, { offset, part }: Place): void {
  const toPlace = () => {
    const block = view.lineBlockAt(Math.min(offset, view.state.doc.length))
    view.scrollDOM.scrollTop = view.documentPadding.top + block.top + part * block.height
  }
  view.requestMeasure()
  // Heights out of view are estimates until they are drawn: the second time it stands.
  requestAnimationFrame(() => {
    if (!view.dom.isConnected) return
    toPlace()
    requestAnimationFrame(() => {
      if (view.dom.isConnected) toPlace()
    })
  })
}
