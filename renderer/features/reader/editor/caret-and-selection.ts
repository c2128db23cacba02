import { EditorSelection, Prec } from '@codemirror/state'
import { EditorView, layer, RectangleMarker } from '@codemirror/view'

const caret = layer({
  above: true,
  class: 'cm-cursorLayer',
  markers(view) {
    const { head, assoc } = view.state.selection.main
    return RectangleMarker.forRange(view, 'cm-cursor cm-cursor-primary', EditorSelection.cursor(head, assoc))
  },
  update: ({ docChanged, selectionSet }) => docChanged || selectionSet,
  mount(dom) {
    // It does not blink.
    dom.style.animationDuration = '0ms'
  },
})

const selection = layer({
  above: false,
  class: 'cm-selectionLayer',
  markers(view) {
    const { main } = view.state.selection
    return main.empty ? [] : [...RectangleMarker.forRange(view, 'cm-selectionBackground', main)]
  },
  update: ({ docChanged, selectionSet, viewportChanged }) => docChanged || selectionSet || viewportChanged,
})

/** The browser's own selection would lie over the marks. */
const ownHidden = Prec.highest(
  EditorView.theme({
    '.cm-line': { '& ::selection, &::selection': { backgroundColor: 'transparent !important' } },
    '.cm-content': { caretColor: 'transparent !important' },
  }),
)

/**
 * Draws caret and selection as CodeMirror's `drawSelection` does, without what that has for fields inside the text: its
 * rule for them makes every move of the focus restyle all of the text.
 */
export const caretAndSelection = [caret, selection, ownHidden]
