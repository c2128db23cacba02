import { type EditorView, layer, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { COLUMN_WIDTH, COLUMNS_GAP, type ColumnStripe } from '../margin/code-columns'
import { columnField } from '../margin/column-field'
import { edgeAt, edgesOf, endPadding } from '../margin/edges'
import { drawsOther, followLongLines, spanToDraw } from '../margin/long-lines'
import { type DrawnStripe, StripeMarker } from '../margin/stripe-marker'
import { inSlots } from '../margin/stripe-slots'
import { annotationField, type Stripe } from './annotation-marks'

/** Width of one column of the narrow stripes in CSS pixels, gap included. */
const COLUMN = 5
/** Distance of their first column from the text in CSS pixels. */
const OFFSET = 10
/** Stripes of one code that overlap stand so far apart, in CSS pixels, and begin again after so many lanes. */
const LANE = 2
const LANES = 3
/** The smallest height of a stripe in CSS pixels. */
const LEAST_HEIGHT = 4

interface Extent {
  start: number
  end: number
}

/** The stripes that reach into a part of the text. */
const within = <T extends Extent>(stripes: readonly T[], from: number, to: number): T[] =>
  stripes.filter((stripe) => stripe.start < to && stripe.end > from)

/** Where the text stands in what scrolls: its left and right edge and the top of the document, in CSS pixels. */
function frameOf(view: EditorView): { left: number; right: number; top: number } {
  const scroller = view.scrollDOM.getBoundingClientRect()
  const content = view.contentDOM.getBoundingClientRect()
  const line = view.contentDOM.querySelector('.cm-line')
  const shift = view.scrollDOM.scrollLeft - scroller.left
  return {
    left: content.left + shift + (line ? Number.parseFloat(getComputedStyle(line).paddingLeft) : 0),
    right: content.right + shift - (line ? endPadding(line) : 0),
    top: view.documentTop - (scroller.top - view.scrollDOM.scrollTop),
  }
}

/** Draws the stripes in view, each exactly as high as its text. */
function drawn<T extends Extent>(
  view: EditorView,
  stripes: readonly T[],
  look: (stripe: T, frame: { left: number; right: number }) => Omit<DrawnStripe, 'top' | 'height'>,
): StripeMarker[] {
  const { from, to } = view.viewport
  const { start, end } = spanToDraw(view)
  const seen = within(stripes, start, end)
  if (seen.length === 0) return []
  const frame = frameOf(view)
  const edges = edgesOf(view)
  return seen.map((stripe) => {
    const top = edgeAt(view, edges, Math.max(stripe.start, from), 1)
    const bottom = edgeAt(view, edges, Math.min(stripe.end, to), -1)
    const height = Math.max(bottom - top, LEAST_HEIGHT)
    return new StripeMarker({ ...look(stripe, frame), top: frame.top + top, height })
  })
}

/** Left of the text: a stripe for each code of each annotation, beside each other where they overlap. */
const narrowStripes = (view: EditorView, stripes: readonly Stripe[]): StripeMarker[] =>
  drawn(view, stripes, ({ id, label, color, column }, { left }) => ({
    id,
    label,
    color,
    left: left - OFFSET - column * COLUMN,
    named: false,
    look: 'db-stripe-narrow',
    depth: 0,
  }))

const lookOf = (named: boolean, code: string | null, lit: string | null | undefined): string => {
  const look = named ? 'db-stripe-code db-stripe-named' : 'db-stripe-code'
  return lit === undefined ? look : `${look} db-stripe-${code === lit ? 'lit' : 'dull'}`
}

/** Right of the text: a column for each code. */
function columnStripes(
  view: EditorView,
  stripes: readonly ColumnStripe[],
  named: boolean,
  lit: string | null | undefined,
): StripeMarker[] {
  const width = COLUMN_WIDTH[named ? 'named' : 'narrow']
  return drawn(view, stripes, ({ id, label, color, column, lane, code }, { right }) => ({
    id,
    label,
    color,
    left: right + COLUMNS_GAP + column * width + (lane % LANES) * LANE,
    named: named && lane === 0,
    look: lookOf(named, code, lit),
    depth: lane % LANES,
  }))
}

function stripesOf(view: EditorView): StripeMarker[] {
  const { columns, lit } = view.state.field(columnField)
  if (columns) return columnStripes(view, columns.stripes, columns.named, lit)
  return narrowStripes(view, view.state.field(annotationField).stripes)
}

const drawnLast = new WeakMap<EditorView, readonly StripeMarker[]>()

function markers(view: EditorView): StripeMarker[] {
  const slots = inSlots(drawnLast.get(view) ?? [], stripesOf(view))
  drawnLast.set(view, slots)
  return slots
}

const changed = ({ startState, state }: ViewUpdate): boolean =>
  drawsOther(startState, state) ||
  startState.field(columnField) !== state.field(columnField) ||
  // Columns of codes are set for themselves, a moment after the marks.
  (!state.field(columnField).columns && startState.field(annotationField) !== state.field(annotationField))

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

/** Stripes beside the text, drawn for the part of it that is in view. */
export const stripeLayer = (onClick: (annotation: string, view: EditorView) => void) => [
  columnField,
  layer({
    above: true,
    class: 'db-stripes',
    update: (update) => update.viewportChanged || update.geometryChanged || changed(update),
    markers,
  }),
  followLongLines,
  stripeClicks(onClick),
]
