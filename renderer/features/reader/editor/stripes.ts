import { type EditorView, type LayerMarker, layer, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { annotationField, type Stripe } from './annotation-marks'
import { structureField } from './structure-marks'

/** Width of one column of stripes in CSS pixels, gap included. */
const COLUMN = 5
/** Distance of the first column from the text in CSS pixels. */
const OFFSET = 10

class StripeMarker implements LayerMarker {
  readonly stripe: Stripe
  readonly left: number
  readonly top: number
  readonly height: number

  constructor(stripe: Stripe, left: number, top: number, height: number) {
    this.stripe = stripe
    this.left = left
    this.top = top
    this.height = height
  }

  eq(other: LayerMarker): boolean {
    return (
      other instanceof StripeMarker &&
      other.stripe.id === this.stripe.id &&
      other.stripe.color === this.stripe.color &&
      other.stripe.label === this.stripe.label &&
      other.left === this.left &&
      other.top === this.top &&
      other.height === this.height
    )
  }

  draw(): HTMLElement {
    const element = document.createElement('div')
    this.adjust(element)
    return element
  }

  update(element: HTMLElement): boolean {
    this.adjust(element)
    return true
  }

  private adjust(element: HTMLElement): void {
    element.className = this.stripe.color ? 'db-stripe' : 'db-stripe db-stripe-plain'
    element.dataset.annotation = this.stripe.id
    element.title = this.stripe.label
    element.style.backgroundColor = this.stripe.color ?? ''
    element.style.left = `${this.left}px`
    element.style.top = `${this.top}px`
    element.style.height = `${this.height}px`
  }
}

/** The stripes that reach into a part of the text. */
const stripesWithin = (stripes: readonly Stripe[], from: number, to: number): Stripe[] =>
  stripes.filter((stripe) => stripe.start < to && stripe.end > from)

/** What the places of edges inside their lines depend on; another value of any of these makes them void. */
interface Edges {
  width: number
  lineHeight: number
  structure: unknown
  /** Distance of an edge from the top of its line's block in pixels, by offset × 2 (+ 1 for a lower edge). */
  inBlock: Map<number, number>
}

const known = new WeakMap<EditorView, Edges>()

/** Asking the browser for a place is what costs here, so each edge is asked for once and kept while lines stay. */
function edgesOf(view: EditorView): Edges {
  const width = view.contentDOM.clientWidth
  const lineHeight = view.defaultLineHeight
  const structure = view.state.field(structureField, false)
  const edges = known.get(view)
  if (edges && edges.width === width && edges.lineHeight === lineHeight && edges.structure === structure) return edges
  const fresh = { width, lineHeight, structure, inBlock: new Map() }
  known.set(view, fresh)
  return fresh
}

/** The upper (side 1) or lower (side -1) edge of the text at an offset, from the top of the document, in pixels. */
function edge(view: EditorView, edges: Edges, offset: number, side: 1 | -1): number {
  const block = view.lineBlockAt(offset)
  const key = offset * 2 + (side > 0 ? 0 : 1)
  const inBlock = edges.inBlock.get(key)
  if (inBlock !== undefined) return block.top + inBlock
  const rect = view.coordsAtPos(offset, side)
  if (!rect) return side > 0 ? block.top : block.bottom
  const found = (side > 0 ? rect.top : rect.bottom) - view.documentTop - block.top
  edges.inBlock.set(key, found)
  return block.top + found
}

function stripeMarkers(view: EditorView): StripeMarker[] {
  const { from, to } = view.viewport
  const stripes = stripesWithin(view.state.field(annotationField).stripes, from, to)
  if (stripes.length === 0) return []
  const scroller = view.scrollDOM.getBoundingClientRect()
  const base = view.documentTop - (scroller.top - view.scrollDOM.scrollTop)
  const content = view.contentDOM.getBoundingClientRect()
  const line = view.contentDOM.querySelector('.cm-line')
  const padding = line ? Number.parseFloat(getComputedStyle(line).paddingLeft) : 0
  const left = content.left - (scroller.left - view.scrollDOM.scrollLeft) + padding - OFFSET
  const edges = edgesOf(view)
  return stripes.map((stripe) => {
    const top = edge(view, edges, Math.max(stripe.start, from), 1)
    const bottom = edge(view, edges, Math.min(stripe.end, to), -1)
    return new StripeMarker(stripe, left - stripe.column * COLUMN, base + top, Math.max(bottom - top, 4))
  })
}

const annotationsChanged = (update: ViewUpdate): boolean =>
  update.startState.field(annotationField) !== update.state.field(annotationField)

/** Stripes stand outside the content, where CodeMirror's own event handlers do not reach. */
const stripeClicks = (onClick: (annotation: string, view: EditorView) => void) =>
  ViewPlugin.define((view) => {
    const pressed = (event: MouseEvent) => {
      const target = event.target
      if (!(target instanceof HTMLElement) || !target.dataset.annotation) return
      event.preventDefault()
      onClick(target.dataset.annotation, view)
    }
    view.scrollDOM.addEventListener('mousedown', pressed)
    return { destroy: () => view.scrollDOM.removeEventListener('mousedown', pressed) }
  })

/** Stripes in the margin: one for each code of each annotation, exactly as high as its text. */
export const stripeLayer = (onClick: (annotation: string, view: EditorView) => void) => [
  layer({
    above: true,
    class: 'db-stripes',
    update: (update) => update.viewportChanged || update.geometryChanged || annotationsChanged(update),
    markers: stripeMarkers,
  }),
  stripeClicks(onClick),
]
