import { citationOf } from '#shared/exchange/citation'
import type { Span } from '#shared/model/anchor'
import { message } from '#shared/model/identity'
import { sentenceAt } from '#shared/text/sentences'
import { request } from '../../bridge'
import type { SourceBundle } from '../../storage'
import { notify } from '../../workbench'
import type { OpenReader } from './active'
import { currentAnnotation } from './coding'
import { spanAt } from './editor/spans'
import { selectedSpan } from './selection'

/** A passage of a source as it is put into a text, with place, year, section, page and date. */
export function quoteOf({ source, text, reports }: SourceBundle, span: Span): string {
  const found = reports.find(({ report }) => report.start <= span.start && span.end <= report.end)
  return citationOf({
    ...span,
    text: text.text,
    joins: text.joins,
    pages: text.pages,
    provenance: source.provenance,
    report: found?.report ?? null,
    sections: found?.sections ?? [],
    fileName: source.name,
  })
}

/** What a quote is taken of: the selection, the annotation at the caret, or the sentence there. */
function quotedSpan(reader: OpenReader): Span | null {
  const selected = selectedSpan(reader)
  if (selected) return selected
  const annotation = currentAnnotation(reader)
  if (annotation) return annotation.anchor
  const { text, stretches } = reader.bundle.text
  const caret = reader.view.state.selection.main.head
  const within = spanAt(stretches, caret) ?? { start: 0, end: text.length }
  return within.start < within.end ? sentenceAt(text, Math.min(caret, within.end - 1), within) : null
}

/** Copies a passage with its citation. */
export async function copyQuote(bundle: SourceBundle, span: Span): Promise<void> {
  const text = quoteOf(bundle, span)
  const copied = await request('clipboard:write', { text })
  if (!copied.ok) notify('error', copied.error)
  else notify('success', message('reader.quote.copied', { quote: text.length > 60 ? `${text.slice(0, 60)}…` : text }))
}

/** Copies what is selected, or the annotation or sentence at the caret. */
export async function copyQuoteHere(reader: OpenReader): Promise<void> {
  const span = quotedSpan(reader)
  if (span) await copyQuote(reader.bundle, span)
}
