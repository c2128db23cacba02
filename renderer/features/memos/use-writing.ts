import { type RefObject, useEffect } from 'react'
import { memosState } from './memos-state'

/**
 * Puts the cursor into the memo that a command asked to write, as soon as its field is drawn.
 * @param view what the field will stand in
 * @param shown key of the memo that is shown, `<type>:<id>`
 * @param edit gives the focus to its field; false while there is none
 */
export function useWriting(view: RefObject<HTMLElement | null>, shown: string | null, edit: () => boolean): void {
  useEffect(() => {
    const begin = (): boolean => {
      const { writing } = memosState.getState()
      if (writing === null || shown === null || !shown.startsWith(writing) || !edit()) return false
      memosState.setState({ writing: null })
      return true
    }
    if (begin()) return
    const observer = new MutationObserver(() => begin())
    if (view.current) observer.observe(view.current, { subtree: true, childList: true })
    const asked = memosState.subscribe(() => begin())
    return () => {
      observer.disconnect()
      asked()
    }
  }, [view, shown, edit])
}
