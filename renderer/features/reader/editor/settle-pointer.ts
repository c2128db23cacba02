import { EditorView } from '@codemirror/view'

let settling = false

/**
 * After a layout Chromium looks in the next frame for what is under the pointer now, and prepares the whole page for
 * painting once more to do so. A text that nobody touches has no next frame but that of the next key, which would pay
 * for it: an empty one is asked for as soon as there is nothing else to do.
 */
function settle(): void {
  if (settling) return
  settling = true
  requestIdleCallback(() => {
    requestAnimationFrame(() => {
      settling = false
    })
  })
}

/** Keeps what a change leaves to the next frame from the frame of the next change. */
export const settlePointer = EditorView.updateListener.of((update) => {
  if (update.selectionSet || update.geometryChanged) settle()
})
