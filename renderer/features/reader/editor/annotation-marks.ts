import { type ChangeDesc, type EditorState, type Range, RangeSet, StateEffect, StateField } from '@codemirror/state'
import { Decoration, EditorView } from '@codemirror/view'
import type { Span } from '#shared/model/anchor'
import { assignColumns, MAX_COLUMNS } from './columns'

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

/** A mark with the depth of its underline among those that it overlaps. */
type PlacedMark = AnnotationMark & { depth: number }

interface AnnotationState {
  marks: readonly PlacedMark[]
  stripes: readonly Stripe[]
  decorations: RangeSet<Decoration>
}

/** Marks that are new or different, and the ids of those that are no more. */
export interface MarksChange {
  put: readonly AnnotationMark[]
  gone: readonly string[]
}

/** Two stripes of one column keep at least one line of text between them. */
const STRIPE_GAP = 42

/** Underlines of nested annotations step down by their depth, and start again after this many. */
const UNDERLINE_STEPS = 3

/** Sets all annotations of the text at once. */
export const setAnnotations = StateEffect.define<readonly AnnotationMark[]>()

/** Changes some annotations of the text; all others keep their places, their depths and their columns. */
export const patchAnnotations = StateEffect.define<MarksChange>()

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
  const sorted = inOrder(cut(marks, length))
  const depths = assignColumns(sorted, 0)
  const placed = sorted.map((mark, i) => ({ ...mark, depth: (depths[i] ?? 0) % UNDERLINE_STEPS }))
  return { marks: placed, stripes: stripesOf(sorted), decorations: RangeSet.of(placed.map(rangeOf)) }
}

const cut = (marks: readonly AnnotationMark[], length: number): AnnotationMark[] =>
  marks.map((mark) => (mark.end > length ? { ...mark, end: length } : mark))

const rangeOf = ({ colors, depth, start, end }: PlacedMark): Range<Decoration> =>
  decorationOf(colors, depth).range(start, end)

/** What overlaps a mark, or stands nearer than `gap`. */
const near = <T extends AnnotationMark | Stripe>(list: readonly T[], { start, end }: Span, gap: number): T[] =>
  list.filter((one) => one.start < end + gap && one.end + gap > start)

/** The first number from 0 that none of the list has; `limit - 1` when all are taken. */
function firstFree(taken: readonly number[], limit: number): number {
  let free = 0
  while (free < limit - 1 && taken.includes(free)) free++
  return free
}

/**
 * Changes some marks in what is built: the work is that of the changed ones, whatever the number of all.
 * @param change in any order; see `buildAnnotations`
 */
export function changeAnnotations(state: AnnotationState, change: MarksChange, length: number): AnnotationState {
  const put = inOrder(cut(change.put, length))
  const other = new Set([...change.gone, ...change.put.map(({ id }) => id)])
  const before = new Map(state.marks.flatMap((mark) => (other.has(mark.id) ? [[mark.id, mark] as const] : [])))
  const marks = state.marks.filter(({ id }) => !other.has(id))
  const stripes = state.stripes.filter(({ id }) => !other.has(id))
  for (const mark of put) {
    const known = before.get(mark.id)
    const stays = known?.start === mark.start && known.end === mark.end
    const taken = near(marks, mark, 0).map(({ depth }) => depth)
    insert(marks, { ...mark, depth: stays ? known.depth : firstFree(taken, UNDERLINE_STEPS) })
    for (const stripe of stripesOf([mark])) {
      const columns = near(stripes, mark, STRIPE_GAP).map(({ column }) => column)
      insert(stripes, { ...stripe, column: firstFree(columns, MAX_COLUMNS) })
    }
  }
  return { marks, stripes, decorations: redrawn(state.decorations, marks, [...before.values(), ...put]) }
}

/** Puts one into a list that is in the order of drawing. */
function insert<T extends AnnotationMark | Stripe>(list: T[], one: T): void {
  const at = list.findIndex(({ start, end }) => start > one.start || (start === one.start && end < one.end))
  if (at < 0) list.push(one)
  else list.splice(at, 0, one)
}

/** The decorations with those drawn again that begin where a changed mark begins or began. */
function redrawn(
  decorations: RangeSet<Decoration>,
  marks: readonly PlacedMark[],
  changed: readonly Span[],
): RangeSet<Decoration> {
  const starts = new Set(changed.map(({ start }) => start))
  if (starts.size === 0) return decorations
  return decorations.update({
    filterFrom: Math.min(...starts),
    filterTo: Math.max(...changed.map(({ end }) => end)),
    filter: (from) => !starts.has(from),
    add: marks.filter(({ start }) => starts.has(start)).map(rangeOf),
  })
}

/** The marks where a changed text has them; one whose text is gone is left out. */
const mapped = (marks: readonly AnnotationMark[], changes: ChangeDesc): AnnotationMark[] =>
  marks.map((mark) => ({ ...mark, start: changes.mapPos(mark.start, 1), end: changes.mapPos(mark.end, -1) }))

/** A stripe for each code of each annotation, with its column. */
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

/** Holds the annotations. */
export const annotationField = StateField.define<AnnotationState>({
  create: () => ({ marks: [], stripes: [], decorations: RangeSet.empty }),
  update(value, { effects, changes, docChanged, state: { doc } }) {
    let next = docChanged ? buildAnnotations(mapped(value.marks, changes), doc.length) : value
    for (const effect of effects) {
      if (effect.is(setAnnotations)) next = buildAnnotations(effect.value, doc.length)
      if (effect.is(patchAnnotations)) next = changeAnnotations(next, effect.value, doc.length)
    }
    return next
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
