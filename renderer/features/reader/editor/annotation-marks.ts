import {
  type ChangeDesc,
  type EditorState,
  type Extension,
  type Range,
  RangeSet,
  StateEffect,
  StateField,
} from '@codemirror/state'
import { Decoration } from '@codemirror/view'
import type { Span } from '#shared/model/anchor'
import { assignColumns, MAX_COLUMNS } from './columns'
import { UNDERLINE_STEPS } from './mark-highlights'
import { drawInView } from './marks-in-view'
import { paintMarks } from './paint-marks'
import { firstFrom, longestOf, reachingInto } from './sorted-spans'

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

/** What a text shows of its annotations. */
class AnnotationState {
  /** In the order in which they are drawn. */
  readonly marks: readonly PlacedMark[]
  /** No mark is longer; UTF-16 code units. */
  readonly longest: number
  /** Elements for those that have several colours, which a highlight of the browser cannot show. */
  readonly bands: RangeSet<Decoration>
  #stripes: readonly Stripe[] | null

  constructor(
    marks: readonly PlacedMark[],
    { longest, bands, stripes = null }: { longest: number; bands: RangeSet<Decoration>; stripes?: Stripe[] | null },
  ) {
    this.marks = marks
    this.longest = longest
    this.bands = bands
    this.#stripes = stripes
  }

  /** The narrow stripes; columns of codes may stand in their place, so they are made when they are asked for. */
  get stripes(): readonly Stripe[] {
    this.#stripes ??= stripesOf(this.marks)
    return this.#stripes
  }

  /** The narrow stripes where they have been asked for. */
  get stripesMade(): readonly Stripe[] | null {
    return this.#stripes
  }

  /** The marks that reach into a part of the text. */
  within(part: Span): PlacedMark[] {
    return reachingInto(this.marks, part, this.longest)
  }

  /** Those of them that are painted over the text: all that have one colour at most. */
  plainWithin(part: Span): PlacedMark[] {
    return this.within(part).filter((mark) => !isBanded(mark))
  }
}

/** Marks that are new or different, and the ids of those that are no more. */
export interface MarksChange {
  put: readonly AnnotationMark[]
  gone: readonly string[]
}

/** Two stripes of one column keep at least one line of text between them. */
const STRIPE_GAP = 42

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
  const made = Decoration.mark({ class: `db-mark db-mark-${depth}`, attributes: { style: bandsStyle(colors) } })
  cache.set(key, made)
  return made
}

/** CSS of a mark with several colours: the first one draws the underline, all of them the background as even bands. */
export function bandsStyle(colors: readonly string[]): string {
  const step = 100 / colors.length
  const bands = colors.map((color, i) => `${tint(color)} ${i * step}% ${(i + 1) * step}%`)
  return `--db-code:${colors[0]};--db-bands:linear-gradient(to bottom,${bands.join()})`
}

const tint = (color: string): string => `color-mix(in srgb,${color} var(--db-mark-tint),transparent)`

const isBanded = ({ colors }: PlacedMark): boolean => colors.length > 1

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
  return new AnnotationState(placed, {
    longest: longestOf(placed),
    bands: RangeSet.of(placed.filter(isBanded).map(rangeOf)),
  })
}

const cut = (marks: readonly AnnotationMark[], length: number): AnnotationMark[] =>
  marks.map((mark) => (mark.end > length ? { ...mark, end: length } : mark))

const rangeOf = ({ colors, depth, start, end }: PlacedMark): Range<Decoration> =>
  decorationOf(colors, depth).range(start, end)

/** What overlaps a mark, or stands nearer than `gap`. */
const near = <T extends AnnotationMark | Stripe>(
  list: readonly T[],
  { start, end }: Span,
  gap: number,
  longest: number,
) => reachingInto(list, { start: start - gap, end: end + gap }, longest)

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
  const { left: marks, taken } = without(state.marks, other)
  const before = new Map(taken.map((mark) => [mark.id, mark]))
  const stripes = state.stripesMade && without(state.stripesMade, other).left
  const longest = Math.max(state.longest, longestOf(put))
  for (const mark of put) {
    const known = before.get(mark.id)
    const stays = known?.start === mark.start && known.end === mark.end
    const depths = near(marks, mark, 0, longest).map(({ depth }) => depth)
    insert(marks, { ...mark, depth: stays ? known.depth : firstFree(depths, UNDERLINE_STEPS) })
    for (const stripe of stripes ? stripesOf([mark]) : []) {
      const columns = near(stripes ?? [], mark, STRIPE_GAP, longest).map(({ column }) => column)
      insert(stripes ?? [], { ...stripe, column: firstFree(columns, MAX_COLUMNS) })
    }
  }
  return new AnnotationState(marks, {
    longest,
    stripes,
    bands: redrawn(state.bands, marks, [...taken, ...put], longest),
  })
}

/** A copy of a list without what has one of these ids, and what it was taken from it. */
function without<T extends AnnotationMark | Stripe>(list: readonly T[], ids: ReadonlySet<string>) {
  const left: T[] = []
  const taken: T[] = []
  for (const one of list) (ids.has(one.id) ? taken : left).push(one)
  return { left, taken }
}

/** Puts one into a list that is in the order of drawing. */
function insert<T extends AnnotationMark | Stripe>(list: T[], one: T): void {
  let at = firstFrom(list, one.start)
  for (let next = list[at]; next?.start === one.start && next.end >= one.end; next = list[at]) at++
  list.splice(at, 0, one)
}

/** The bands with those drawn again that begin where a changed mark begins or began. */
function redrawn(
  bands: RangeSet<Decoration>,
  marks: readonly PlacedMark[],
  changed: readonly Span[],
  longest: number,
): RangeSet<Decoration> {
  if (changed.length === 0) return bands
  const starts = new Set(changed.map(({ start }) => start))
  const part = { start: Math.min(...starts), end: Math.max(...changed.map(({ end }) => end)) }
  const add = reachingInto(marks, part, longest)
    .filter((mark) => starts.has(mark.start) && isBanded(mark))
    .map(rangeOf)
  if (bands.size === 0 && add.length === 0) return bands
  return bands.update({
    filterFrom: part.start,
    filterTo: part.end,
    filter: (from) => !starts.has(from),
    add,
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

/** Draws the annotations that are in view. */
const inView = (field: StateField<AnnotationState>): Extension => [
  drawInView((state) => bandsOf(state.field(field))),
  paintMarks((state) => state.field(field)),
]

const bandsOf = (state: AnnotationState) => ({
  all: state.bands,
  within: (part: Span) => RangeSet.of(state.within(part).filter(isBanded).map(rangeOf)),
})

/** Holds the annotations. */
export const annotationField = StateField.define<AnnotationState>({
  create: () => buildAnnotations([], 0),
  update(value, { effects, changes, docChanged, state: { doc } }) {
    let next = docChanged ? buildAnnotations(mapped(value.marks, changes), doc.length) : value
    for (const effect of effects) {
      if (effect.is(setAnnotations)) next = buildAnnotations(effect.value, doc.length)
      if (effect.is(patchAnnotations)) next = changeAnnotations(next, effect.value, doc.length)
    }
    return next
  },
  provide: (field) => inView(field),
})

/**
 * The annotations at an offset (both borders count, so that the caret after a fresh highlight is inside),
 * the shortest first.
 */
export function annotationsAt(state: EditorState, offset: number): AnnotationMark[] {
  const known = state.field(annotationField)
  return marksAt(known.within({ start: offset - 1, end: offset + 1 }), offset)
}

/** As `annotationsAt`, over any list. */
export function marksAt(marks: readonly AnnotationMark[], offset: number): AnnotationMark[] {
  return marks
    .filter((mark) => mark.start <= offset && offset <= mark.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))
}
