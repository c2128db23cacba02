import { type RefObject, useEffect } from 'react'
import type { Tracker } from './tracker'

/** Coming back from a sentence, the part that led to it has the keys again (`data-return`). */
export function useReturn(view: RefObject<HTMLElement | null>, tracker: Tracker, visible: boolean): void {
  useEffect(() => {
    const { left } = tracker.store.getState()
    if (!visible || left === null) return
    // The tab is shown after its contents have heard of it.
    const frame = requestAnimationFrame(() => {
      const part = view.current?.querySelector<HTMLElement>(`[data-return="${left}"]`)
      part?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
      tracker.store.setState({ left: null })
    })
    return () => cancelAnimationFrame(frame)
  }, [view, tracker, visible])
}
