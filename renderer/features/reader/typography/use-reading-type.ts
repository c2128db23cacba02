import type { EditorView } from '@codemirror/view'
import { type CSSProperties, useEffect, useRef } from 'react'
import { usePreferences } from '../../../bridge'
import { readingStyle } from '../../settings'
import { holdPlace, placeAtTop } from './hold-place'

/**
 * The variables of the reading text for the element around it. When they change, the line at the top stays there:
 * lines break elsewhere then, and the same scroll position would show another passage.
 */
export function useReadingType(view: EditorView | null): CSSProperties {
  const style = readingStyle(usePreferences((state) => state.settings))
  const key = JSON.stringify(style)
  const known = useRef(key)
  useEffect(() => {
    if (!view || known.current === key) return
    known.current = key
    // CodeMirror has not measured the new lines yet: its heights are still those of the text as it stood.
    holdPlace(view, placeAtTop(view))
  }, [view, key])
  return style
}
