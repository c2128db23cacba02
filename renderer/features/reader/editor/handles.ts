import { StateEffect, StateField } from '@codemirror/state'
import { type EditorView, type LayerMarker, layer, ViewPlugin } from '@codemirror/view'
import type { Span } from '#shared/model/anchor'
import { type Edge, withEdge } from './spans'

/** The annotation whose ends can be taken hold of. */
export interface Held extends Span {
  id: string
}

/** What a drag of a handle tells: the span under way, the one that is left, or null where it is given up. */
export type OnAdjust = (view: EditorView, id: string, span: Span | null, done: boolean) => void

/** Shows handles at both ends of an annotation; null takes them away. */
export const setHandles = StateEffect.define<Held | null>()

/** The annotation that has handles. */
export const handleField = StateField.define<Held | null>({
  create: () => null,
  update(value, { effects, changes, docChanged }) {
    let next = value
    if (value && docChanged)
      next = { ...value, start: changes.mapPos(value.start, 1), end: changes.mapPos(value.end, -1) }
    for (const effect of effects) if (effect.is(setHandles)) next = effect.value
    return next
  },
})

/** Half of the width that can be taken hold of, in CSS pixels. */
const REACH = 7

class HandleMarker implements LayerMarker {
  readonly edge: Edge
  readonly left: number
  readonly top: number
  readonly height: number

  constructor(edge: Edge, left: number, top: number, height: number) {
    this.edge = edge
    this.left = left
    this.top = top
    this.height = height
  }

  eq(other: LayerMarker): boolean {
    return (
      other instanceof HandleMarker &&
      other.edge === this.edge &&
      other.left === this.left &&
      other.top === this.top &&
      other.height === this.height
    )
  }

  draw(): HTMLElement {
    const element = document.createElement('div')
    element.className = `db-handle db-handle-${this.edge}`
    element.dataset.edge = this.edge
    this.update(element)
    return element
  }

  update(element: HTMLElement): boolean {
    if (element.dataset.edge !== this.edge) return false
    element.style.left = `${this.left - REACH}px`
    element.style.top = `${this.top}px`
    element.style.width = `${2 * REACH}px`
    element.style.height = `${this.height}px`
    return true
  }
}

function handles(view: EditorView): HandleMarker[] {
  const held = view.state.field(handleField)
  if (!held || held.end > view.state.doc.length) return []
  const scroller = view.scrollDOM.getBoundingClientRect()
  const base = {
    left: scroller.left - view.scrollDOM.scrollLeft,
    top: scroller.top - view.scrollDOM.scrollTop,
  }
  const places: [Edge, ReturnType<EditorView['coordsAtPos']>][] = [
    ['start', view.coordsAtPos(held.start, 1)],
    ['end', view.coordsAtPos(held.end, -1)],
  ]
  return places.flatMap(([edge, at]) => {
    if (!at) return []
    const x = edge === 'start' ? at.left : at.right
    return new HandleMarker(edge, x - base.left, at.top - base.top, at.bottom - at.top)
  })
}

/** Follows the pointer from a handle until the button is let go; Escape gives up. */
function drag(view: EditorView, held: Held, edge: Edge, onAdjust: OnAdjust): void {
  const text = view.state.doc.toString()
  let span: Span = { start: held.start, end: held.end }
  const over = new AbortController()
  const { signal } = over
  const end = (left: Span | null) => {
    over.abort()
    onAdjust(view, held.id, left, true)
  }
  window.addEventListener(
    'mousemove',
    ({ clientX, clientY }) => {
      const next = withEdge(text, held, edge, view.posAtCoords({ x: clientX, y: clientY }, false))
      if (next.start === span.start && next.end === span.end) return
      span = next
      onAdjust(view, held.id, span, false)
    },
    { signal },
  )
  window.addEventListener('mouseup', () => end(span.start === held.start && span.end === held.end ? null : span), {
    signal,
  })
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      end(null)
    },
    { signal, capture: true },
  )
}

const drags = (onAdjust: OnAdjust) =>
  ViewPlugin.define((view) => {
    const pressed = (event: MouseEvent) => {
      const edge = event.target instanceof HTMLElement ? event.target.dataset.edge : undefined
      const held = view.state.field(handleField)
      if (!held || event.button !== 0 || (edge !== 'start' && edge !== 'end')) return
      event.preventDefault()
      drag(view, held, edge, onAdjust)
    }
    view.scrollDOM.addEventListener('mousedown', pressed)
    return { destroy: () => view.scrollDOM.removeEventListener('mousedown', pressed) }
  })

/** Handles at both ends of the current annotation; a drag shows where it would end and is one step when let go. */
export const handleLayer = (onAdjust: OnAdjust) => [
  handleField,
  layer({
    above: true,
    class: 'db-handles',
    update: (update) =>
      update.viewportChanged ||
      update.geometryChanged ||
      update.startState.field(handleField) !== update.state.field(handleField),
    markers: handles,
  }),
  drags(onAdjust),
]
