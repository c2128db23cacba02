import { type EditorState, type Range, RangeSet, StateEffect, StateField } from '@codemirror/state'
import { Decoration, EditorView } from '@codemirror/view'
import { assignColumns } from './columns'

/** An annotation as the text shows it. Offsets are UTF-16 code units of the text, end exclusive. */
export interface AnnotationMark {
  id: string
  start: number
  end: number
  /** `#rrggbb` of its codes, in their order; empty for one without a code. */
  colors: readonly string[]
  /** Names of its codes, and the memo below them, for the hover note. */
  names: readonly string[]
  memo: string
}

/** One stripe in the margin: an annotation and one of its codes. */
export interface Stripe {
  id: string
  start: number
  end: number
  /** null for an annotation without a code. */
  color: string | null
  column: number
  label: string
}

interface AnnotationState {
  marks: readonly AnnotationMark[]
  stripes: readonly Stripe[]
  decorations: RangeSet<Decoration>
}

/** Two stripes of one column keep at least one line of text between them. */
const STRIPE_GAP = 42

/** Underlines of nested annotations step down by their depth, and start again after this many. */
const UNDERLINE_STEPS = 3

/** Sets all annotations of the text at once. */
export const setAnnotations = StateEffect.define<readonly AnnotationMark[]>()

const cache = new Map<string, Decoration>()

/** Decorations are shared between marks that look the same: comparing two builds is then comparing identities. */
function decorationOf(colors: readonly string[], depth: number): Decoration {
  const key = `${colors.join()}/${depth}`
  const known = cache.get(key)
  if (known) return known
  const made = Decoration.mark({
    class: colors.length ? `db-mark db-mark-${depth}` : `db-mark db-mark-${depth} db-mark-plain`,
    attributes: colors.length ? { style: markStyle(colors) } : {},
  })
  cache.set(key, made)
  return made
}

/** CSS of a mark: the first colour draws the underline, all of them the background as even bands. */
export function markStyle(colors: readonly string[]): string {
  const first = colors[0] ?? 'currentcolor'
  if (colors.length < 2) return `--db-code:${first}`
  const step = 100 / colors.length
  const bands = colors.map((color, i) => `${tint(color)} ${i * step}% ${(i + 1) * step}%`)
  return `--db-code:${first};--db-bands:linear-gradient(to bottom,${bands.join()})`
}

const tint = (color: string): string => `color-mix(in srgb,${color} var(--db-mark-tint),transparent)`

/** Marks in the order in which they are drawn: by start, the longer first, so that the shorter nests inside. */
export const inOrder = (marks: readonly AnnotationMark[]): AnnotationMark[] =>
  marks.filter((mark) => mark.end > mark.start).sort((a, b) => a.start - b.start || b.end - a.end)

/**
 * Builds what the text shows of its annotations.
 * @param marks in any order; those past `length` are cut, empty ones left out
 */
export function buildAnnotations(marks: readonly AnnotationMark[], length: number): AnnotationState {
  const sorted = inOrder(marks.map((mark) => (mark.end > length ? { ...mark, end: length } : mark)))
  const depths = assignColumns(sorted, 0)
  const ranges = sorted.map((mark, i): Range<Decoration> => {
    return decorationOf(mark.colors, (depths[i] ?? 0) % UNDERLINE_STEPS).range(mark.start, mark.end)
  })
  return { marks: sorted, stripes: stripesOf(sorted), decorations: RangeSet.of(ranges) }
}

/** A stripe for each code of each annotation, with its column. Runs at every change: no copies on the way. */
export function stripesOf(sorted: readonly AnnotationMark[]): Stripe[] {
  const stripes: Stripe[] = []
  for (const { id, start, end, colors, names, memo } of sorted) {
    if (colors.length === 0) stripes.push({ id, start, end, color: null, column: 0, label: memo })
    colors.forEach((color, i) => {
      stripes.push({ id, start, end, color, column: 0, label: names[i] ?? '' })
    })
  }
  assignColumns(stripes, STRIPE_GAP).forEach((column, i) => {
    const stripe = stripes[i]
    if (stripe) stripe.column = column
  })
  return stripes
}

/** Holds the annotations; rebuilt once per change of them. */
export const annotationField = StateField.define<AnnotationState>({
  create: () => ({ marks: [], stripes: [], decorations: RangeSet.empty }),
  update(value, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(setAnnotations)) return buildAnnotations(effect.value, transaction.state.doc.length)
    return value
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.decorations),
})

/**
 * The annotations at an offset (both borders count, so that the caret after a fresh highlight is inside),
 * the shortest first.
 */
export function annotationsAt(state: EditorState, offset: number): AnnotationMark[] {
  return marksAt(state.field(annotationField).marks, offset)
}

/** As `annotationsAt`, over any list. */
export function marksAt(marks: readonly AnnotationMark[], offset: number): AnnotationMark[] {
  return marks
    .filter((mark) => mark.start <= offset && offset <= mark.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))
}
