import { message } from '#shared/model/identity'
import type { ExtractedStatement } from '#shared/model/statement'
import { ownPlace } from '#shared/places/own-place'
import { draftStatement } from '#shared/statements/draft'
import type { StatementInput } from '#shared/statements/input'
import { addStatement, type ReviewStatement, type Session } from '../../storage'
import { notify } from '../../workbench'
import { currentDictionary } from '../indicators'
import { activeReader, type OpenReader, readerStore, reportAt, selectedSpan, showStatement } from '../reader'
import { indexOf } from './review'
import { setForm } from './review-state'

/** The statement whose quantity shares a character with the span, the current one before others. */
function statementUnder(reader: OpenReader, span: { start: number; end: number }): ReviewStatement | null {
  const hits = reader.statements.filter((s) => s.start < span.end && span.start < s.start + s.quantity.length)
  return hits[indexOf(hits, readerStore.getState().statement)] ?? hits[0] ?? null
}

/** What the report around a span is read by; null outside every report. */
export function inputAt(
  reader: OpenReader,
  span: { start: number; end: number },
): { report: string; input: StatementInput } | null {
  const id = reportAt(reader, span)
  const found = reader.bundle.reports.find(({ report }) => report.id === id)
  if (!found) return null
  const { start, end, year, kind } = found.report
  const place = ownPlace(found.report.place)
  const { text, joins, stretches } = reader.bundle.text
  const { sections } = found
  const dictionary = currentDictionary()
  return {
    report: found.report.id,
    input: { text, start, end, year, kind, place, sections, joins, stretches, dictionary },
  }
}

/**
 * Adds the selected number as a statement, read as the engine would have; what cannot be named is asked for in the
 * form. Where there is a statement already, its form opens.
 */
export async function tagSelection(): Promise<void> {
  const reader = activeReader()
  if (!reader) return
  const caret = reader.view.state.selection.main.head
  const selection = selectedSpan(reader)
  const there = statementUnder(reader, selection ?? { start: caret, end: caret + 1 })
  if (there) {
    showStatement(there)
    setForm({ type: 'edit', statement: there, focus: 'value' })
    return
  }
  if (!selection) {
    notify('info', message('statements.tag.selectFirst'))
    return
  }
  const found = inputAt(reader, selection)
  if (!found) {
    notify('warning', message('statements.tag.outside'))
    return
  }
  const { report, input } = found
  const draft = draftStatement({ ...input, selection })
  if (!draft) notify('warning', message('statements.tag.noNumber'))
  else if (draft.indicator === '') setForm({ type: 'add', report, draft, focus: 'indicator' })
  else await addDrafted(reader.session, report, draft)
}

async function addDrafted(session: Session, report: string, draft: ExtractedStatement): Promise<void> {
  const added = await addStatement(session, report, draft)
  showStatement({ report, key: added.origin ?? added.id })
  notify('success', message('statements.tag.added', { indicator: draft.indicator, quantity: draft.quantity }))
}
