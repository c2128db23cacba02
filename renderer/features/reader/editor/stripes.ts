import { type EditorView, type LayerMarker, layer, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { annotationField, type Stripe } from './annotation-marks'

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
export const stripesWithin = (stripes: readonly Stripe[], from: number, to: number): Stripe[] =>
  stripes.filter((stripe) => stripe.start < to && stripe.end > from)

function stripeMarkers(view: EditorView): StripeMarker[] {
  const { from, to } = view.viewport
  const stripes = stripesWithin(view.state.field(annotationField).stripes, from, to)
  if (stripes.length === 0) return []
  const scroller = view.scrollDOM.getBoundingClientRect()
  const baseTop = scroller.top - view.scrollDOM.scrollTop
  const baseLeft = scroller.left - view.scrollDOM.scrollLeft
  const content = view.contentDOM.getBoundingClientRect()
  const textLeft = content.left - baseLeft + Number.parseFloat(getComputedStyle(view.contentDOM).paddingLeft)
  const edges = new Map<string, number>()
  const edge = (offset: number, side: 1 | -1): number => {
    const key = `${offset}/${side}`
    const known = edges.get(key)
    if (known !== undefined) return known
    const rect = view.coordsAtPos(offset, side)
    const block = view.lineBlockAt(offset)
    const found = rect
      ? (side > 0 ? rect.top : rect.bottom) - baseTop
      : view.documentTop - baseTop + (side > 0 ? block.top : block.bottom)
    edges.set(key, found)
    return found
  }
  return stripes.map((stripe) => {
    const top = edge(Math.max(stripe.start, from), 1)
    const bottom = edge(Math.min(stripe.end, to), -1)
    return new StripeMarker(stripe, textLeft - OFFSET - stripe.column * COLUMN, top, Math.max(bottom - top, 4))
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
