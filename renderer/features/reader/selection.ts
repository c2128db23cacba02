import type { Span } from '#shared/model/anchor'
import { sentenceAt } from '#shared/text/sentences'
import type { OpenReader } from './active'
import { spanAt, trimSpan } from './editor/spans'

/** The selected passage without white space at its ends, null where nothing is selected. */
export function selectedSpan(reader: OpenReader): Span | null {
  const { from, to } = reader.view.state.selection.main
  return from === to ? null : trimSpan(reader.bundle.text.text, { start: from, end: to })
}

/** The report that holds a whole span, null outside every report. */
export const reportAt = (reader: OpenReader, span: Span): string | null =>
  reader.bundle.reports.find(({ report }) => report.start <= span.start && span.end <= report.end)?.report.id ?? null

/**
 * The selection grown by one sentence: the sentence at the caret first, then the one after.
 * @param text text of the reading
 * @param selection present selection, may be empty
 * @param within what sentences may not cross: the stretch around
 */
export function extendBySentence(text: string, selection: Span, within: Span): Span {
  const first = sentenceAt(text, clamp(selection.start, within), within)
  const last = sentenceAt(text, clamp(Math.max(selection.end - 1, selection.start), within), within)
  const whole = { start: Math.min(first.start, selection.start), end: Math.max(last.end, selection.end) }
  if (whole.start < selection.start || whole.end > selection.end) return whole
  const rest = text.slice(whole.end, within.end)
  const gap = rest.length - rest.trimStart().length
  if (whole.end + gap >= within.end) return whole
  return { start: whole.start, end: sentenceAt(text, whole.end + gap, within).end }
}

const clamp = (offset: number, within: Span): number => Math.max(within.start, Math.min(offset, within.end - 1))

/** Selects the sentence at the caret, or one sentence more. */
export function growSelection(reader: OpenReader): void {
  const { view, bundle } = reader
  const { from, to } = view.state.selection.main
  const { text, stretches } = bundle.text
  const within = spanAt(stretches, from) ?? { start: 0, end: text.length }
  const grown = extendBySentence(text, { start: from, end: to }, within)
  view.dispatch({ selection: { anchor: grown.start, head: grown.end }, scrollIntoView: true })
}
