import type { EditorView } from '@codemirror/view'
import { startTransition, useEffect, useState } from 'react'
import { notePainted } from './active'
import { afterPaints } from './after-paint'

/** The marks are in the first frame; in the next ones the heights settle, and whoever scrolls at once is not kept waiting. */
const FRAMES = 3

/** True once a text has been seen: what is not needed to see it waits until then. */
export function usePainted(view: EditorView | null): boolean {
  const [painted, setPainted] = useState<EditorView | null>(null)
  useEffect(() => {
    if (!view) return
    return afterPaints(FRAMES, () => {
      startTransition(() => setPainted(view))
      notePainted(view)
    })
  }, [view])
  return view !== null && painted === view
}
