import { EditorSelection } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { Span } from '#shared/model/anchor'
import type { Unit } from '#shared/text/units'
import { structureField } from './structure-marks'

const UNITS: readonly Unit[] = ['word', 'sentence', 'paragraph']

/** The unit under the pointer; nothing where it is between two. */
function under(view: EditorView, unit: Unit, { clientX, clientY }: MouseEvent): Span {
  const offset = view.posAtCoords({ x: clientX, y: clientY }, false)
  const found = view.state.field(structureField).units.at(unit, offset)
  return found && found.start <= offset && offset <= found.end ? found : { start: offset, end: offset }
}

/**
 * A double click selects the Chinese word under the pointer, a third click the sentence, a fourth the paragraph; a drag
 * from there goes on by the same. A simple drag ends between any two characters, as ever.
 */
export const selectByClick = EditorView.mouseSelectionStyle.of((view, event) => {
  const unit = event.button === 0 ? UNITS[Math.min(event.detail - 2, UNITS.length - 1)] : undefined
  if (!unit) return null
  let first = under(view, unit, event)
  return {
    get(current) {
      const last = under(view, unit, current)
      const [start, end] = [Math.min(first.start, last.start), Math.max(first.end, last.end)]
      return last.start < first.start ? EditorSelection.single(end, start) : EditorSelection.single(start, end)
    },
    update(update) {
      if (!update.docChanged) return
      first = { start: update.changes.mapPos(first.start, 1), end: update.changes.mapPos(first.end, -1) }
    },
  }
})
