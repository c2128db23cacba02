import { type Range, RangeSet, StateEffect, StateField } from '@codemirror/state'
import { Decoration, EditorView } from '@codemirror/view'
import type { Span } from '#shared/model/anchor'
import { annotationField, marksAt } from './annotation-marks'

/** What the codebook drags: a code's id. */
export const CODE_DRAG = 'application/x-duibiao-code'

/** What a code that is let go lands on: the selection, or an annotation. */
export type DropTarget = Span & { annotation: string | null }

const setDrop = StateEffect.define<Span | null>()

const LANDING = Decoration.mark({ class: 'db-drop' })

/** Marks where a code would land. */
const dropField = StateField.define<RangeSet<Decoration>>({
  create: () => RangeSet.empty,
  update(value, { effects, docChanged }) {
    for (const effect of effects) {
      if (!effect.is(setDrop)) continue
      const ranges: Range<Decoration>[] = effect.value ? [LANDING.range(effect.value.start, effect.value.end)] : []
      return RangeSet.of(ranges)
    }
    return docChanged ? RangeSet.empty : value
  },
  provide: (field) => EditorView.decorations.from(field),
})

/** What lies under the pointer: the selection before an annotation, the shortest annotation before longer ones. */
export function dropTarget(view: EditorView, offset: number): DropTarget | null {
  const { from, to } = view.state.selection.main
  if (from < to && from <= offset && offset <= to) return { start: from, end: to, annotation: null }
  const mark = marksAt(view.state.field(annotationField).marks, offset)[0]
  return mark ? { start: mark.start, end: mark.end, annotation: mark.id } : null
}

const under = (view: EditorView, { clientX, clientY }: DragEvent): DropTarget | null =>
  dropTarget(view, view.posAtCoords({ x: clientX, y: clientY }, false))

/**
 * Takes codes that are dragged from the codebook.
 * @param onDrop told the code and what it landed on
 */
export function takeCodes(onDrop: (view: EditorView, code: string, target: DropTarget) => void) {
  let shown = ''
  const show = (view: EditorView, target: DropTarget | null) => {
    const key = target ? `${target.start}-${target.end}` : ''
    if (key === shown) return
    shown = key
    view.dispatch({ effects: setDrop.of(target) })
  }
  const isCode = (event: DragEvent): boolean => event.dataTransfer?.types.includes(CODE_DRAG) ?? false
  return [
    dropField,
    EditorView.domEventHandlers({
      dragover(event, view) {
        if (!isCode(event)) return false
        const target = under(view, event)
        show(view, target)
        if (target) event.preventDefault()
        return true
      },
      dragleave(event, view) {
        const into = event.relatedTarget
        if (!(into instanceof Node && view.contentDOM.contains(into))) show(view, null)
        return false
      },
      drop(event, view) {
        if (!isCode(event)) return false
        const target = under(view, event)
        show(view, null)
        const code = event.dataTransfer?.getData(CODE_DRAG)
        event.preventDefault()
        if (target && code) onDrop(view, code, target)
        return true
      },
    }),
  ]
}
