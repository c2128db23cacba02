import type { EditorView } from '@codemirror/view'
import { useEffect } from 'react'
import type { ReadingPosition } from '#shared/model/reading-position'
import { useSession } from '../../../storage'
import { tellPosition, type ViewParams } from '../../../workbench'
import { roomIn } from '../margin/first-columns'
import { keepPosition } from './positions'

/** A position is kept this long after the last scroll, in milliseconds. */
const KEEP_AFTER = 400

/**
 * Where a text stands: the first line that is wholly in view, also inside of a long paragraph. A line that is cut off
 * does not count, not by a pixel: the text would come back a line above where it was left.
 */
export function positionIn(view: EditorView): ReadingPosition {
  const { left, top, bottom } = view.scrollDOM.getBoundingClientRect()
  const content = view.contentDOM.getBoundingClientRect()
  // Left of the text: the place begins its line on the screen.
  const x = Math.max(left, content.left) + 1
  const at = (y: number): number => view.posAtCoords({ x, y }, false)
  const caret = view.state.selection.main.head
  for (let y = top; y < bottom; y += view.defaultLineHeight / 2) {
    const offset = at(y)
    if ((view.coordsAtPos(offset, 1)?.top ?? top) >= top) return { top: offset, caret }
  }
  return { top: at(top), caret }
}

/**
 * Where a text stood that is laid out no more: by what CodeMirror knows of its heights, exact but for a line.
 * @param scrolled how far it was scrolled, in CSS pixels
 */
function positionAt(view: EditorView, scrolled: number): ReadingPosition {
  const height = Math.max(scrolled - view.documentPadding.top, 0)
  const block = view.lineBlockAtHeight(height)
  const share = block.height > 0 ? Math.min((height - block.top) / block.height, 1) : 0
  return { top: block.from + Math.floor(block.length * share), caret: view.state.selection.main.head }
}

/** The parameters of a reader that lead to a position. */
const paramsOf = ({ top, caret }: ReadingPosition): ViewParams => ({
  report: null,
  start: top,
  end: null,
  statement: null,
  caret,
})

/** A hidden text has no height, and so no line in view. */
const isLaidOut = (view: EditorView): boolean => view.scrollDOM.clientHeight > 0

/**
 * Keeps where the text of a tab stands, over a restart too, and tells it to the history of places visited.
 * @param key identity of the tab; null for a reader inside another view, which keeps its own place
 */
export function usePosition(key: string | null, hash: string, view: EditorView | null): void {
  const { project } = useSession()
  useEffect(() => {
    if (!view || key === null) return
    return tellPosition('reader', key, () => (isLaidOut(view) ? paramsOf(positionIn(view)) : null))
  }, [view, key])
  useEffect(() => {
    if (!view || key === null) return
    let scrolled = view.scrollDOM.scrollTop
    // Taken now: a text whose tab is closed is out of its frame when that is kept which waits to be.
    const frame = view.dom.closest<HTMLElement>('.db-reading-frame')
    const keep = () => {
      // Narrow stripes need no room: what columns would take is not known then.
      const columns = frame?.dataset.stripes === 'codes' ? { columns: roomIn(frame) } : {}
      const position = isLaidOut(view) ? positionIn(view) : positionAt(view, scrolled)
      keepPosition(project.id, hash, { ...position, ...columns })
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    const keepNow = () => {
      if (timer === undefined) return
      clearTimeout(timer)
      timer = undefined
      keep()
    }
    const later = () => {
      // Hidden in the same frame: it is told of a scroll when it has no place any more.
      if (!isLaidOut(view)) return
      scrolled = view.scrollDOM.scrollTop
      clearTimeout(timer)
      timer = setTimeout(keepNow, KEEP_AFTER)
    }
    const leave = () => (isLaidOut(view) ? keep() : keepNow())
    const moved = ['scroll', 'keyup', 'mouseup']
    for (const name of moved) view.scrollDOM.addEventListener(name, later, { passive: true })
    window.addEventListener('pagehide', leave)
    return () => {
      keepNow()
      for (const name of moved) view.scrollDOM.removeEventListener(name, later)
      window.removeEventListener('pagehide', leave)
    }
  }, [view, key, hash, project.id])
}
