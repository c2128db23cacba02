import type { EditorView } from '@codemirror/view'
import { useEffect } from 'react'
import { useSession } from '../../storage'
import type { OpenReader } from '../reader'
import type { Side } from './keys'
import { keptOf, recall, remember } from './remembered'
import { LEAD } from './scroll-link'
import type { ParallelStore } from './state'

/** What is done is kept this long after it, in milliseconds: a scroll is many steps. */
const KEEP_AFTER = 400

/** The first character of the first row in view. */
function topOf(view: EditorView): number {
  const { top } = view.scrollDOM.getBoundingClientRect()
  return view.posAtCoords({ x: view.contentDOM.getBoundingClientRect().left, y: top + LEAD + 8 }, false)
}

/** Keeps positions and settings of a view over a restart. */
export function useKept(key: string, store: ParallelStore, readers: Readonly<Record<Side, OpenReader | null>>): void {
  const { project } = useSession()
  const [left, right] = [readers.left?.view ?? null, readers.right?.view ?? null]
  useEffect(() => {
    if (!left || !right) return
    const now = (): void => {
      const before = recall(project.id, key)
      // A tab that is hidden has no height, and where it stands can't be told.
      const shown = left.scrollDOM.clientHeight > 0
      const tops = shown ? [left, right].map(topOf) : [before?.left ?? null, before?.right ?? null]
      remember(project.id, key, keptOf(store.getState(), tops[0] ?? null, tops[1] ?? null))
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = (): void => {
      clearTimeout(timer)
      timer = setTimeout(now, KEEP_AFTER)
    }
    const stop = store.subscribe(later)
    for (const { scrollDOM } of [left, right]) scrollDOM.addEventListener('scroll', later, { passive: true })
    window.addEventListener('pagehide', now)
    return () => {
      clearTimeout(timer)
      stop()
      for (const { scrollDOM } of [left, right]) scrollDOM.removeEventListener('scroll', later)
      window.removeEventListener('pagehide', now)
    }
  }, [project.id, key, store, left, right])
}
