import type { EditorView } from '@codemirror/view'
import type { Span } from '#shared/model/anchor'
import type { Unit } from '#shared/text/units'
import type { OpenReader } from './active'
import { spanAt, trimSpan } from './editor/spans'
import { structureField } from './editor/structure-marks'

/** The selected passage without white space at its ends, null where nothing is selected. */
export function selectedSpan(reader: OpenReader): Span | null {
  const { from, to } = reader.view.state.selection.main
  return from === to ? null : trimSpan(reader.bundle.text.text, { start: from, end: to })
}

/** The report that holds a whole span, null outside every report. */
export const reportAt = (reader: OpenReader, span: Span): string | null =>
  reader.bundle.reports.find(({ report }) => report.start <= span.start && span.end <= report.end)?.report.id ?? null

interface Grown {
  /** What was selected before each time that it grew. */
  before: { anchor: number; head: number }[]
  /** What it grew to last: any other selection forgets the rest. */
  last: Span
}

const grown = new WeakMap<EditorView, Grown>()

/** Selects the unit at the caret, or takes one more; never beyond the report or article that it began in. */
export function growSelection({ view, bundle }: OpenReader, unit: Unit): void {
  const { from, to, anchor, head } = view.state.selection.main
  const { text, stretches } = bundle.text
  const within = spanAt(stretches, from) ?? { start: 0, end: text.length }
  const { start, end } = view.state.field(structureField).units.grow(unit, { start: from, end: to })
  if ((start === from && end === to) || (end > within.end && to <= within.end)) return
  const known = grown.get(view)
  const goesOn = known?.last.start === from && known.last.end === to
  grown.set(view, { before: [...(goesOn ? known.before : []), { anchor, head }], last: { start, end } })
  view.dispatch({ selection: { anchor: start, head: end }, scrollIntoView: true })
}

/** Takes the last growth of the selection back. */
export function shrinkSelection({ view }: OpenReader): void {
  const { from, to } = view.state.selection.main
  const known = grown.get(view)
  const before = known?.last.start === from && known.last.end === to ? known.before.at(-1) : undefined
  if (!known || !before) return
  const [start, end] = [Math.min(before.anchor, before.head), Math.max(before.anchor, before.head)]
  grown.set(view, { before: known.before.slice(0, -1), last: { start, end } })
  view.dispatch({ selection: before, scrollIntoView: true })
}
