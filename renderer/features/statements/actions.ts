import { message } from '#shared/model/identity'
import { ownPlace } from '#shared/places/own-place'
import { draftStatement } from '#shared/statements/draft'
import { acceptStatement, type ReviewStatement, rejectStatement, resetStatement, type Session } from '../../storage'
import { notify } from '../../workbench'
import {
  activeReader,
  copyQuote,
  type OpenReader,
  readerStore,
  reportAt,
  reportInFront,
  selectedSpan,
  showStatement,
} from '../reader'
import { afterSettled, filterStatements, indexOf, neighbour } from './review'
import { reviewState, setForm } from './review-state'

/** The statements of the report in front, in the order of its text. */
function statementsInFront(): readonly ReviewStatement[] {
  const report = reportInFront(readerStore.getState())
  return activeReader()?.statements.filter((statement) => statement.report === report) ?? []
}

/** Those of them that the list shows. */
const shownStatements = (): ReviewStatement[] => filterStatements(statementsInFront(), reviewState.getState().filter)

/** The current statement, null where none is. */
export function currentStatement(): ReviewStatement | null {
  const { statement } = readerStore.getState()
  const list = activeReader()?.statements ?? []
  return list[indexOf(list, statement)] ?? null
}

/** Goes to the next (1) or previous (-1) statement of the list. */
export function stepStatement(direction: 1 | -1): void {
  const caret = activeReader()?.view.state.selection.main.head ?? 0
  const next = neighbour(shownStatements(), readerStore.getState().statement, direction, caret)
  if (next) showStatement(next)
}

type Verb = (session: Session, report: string, key: string) => Promise<unknown>

/**
 * Settles the current statement and goes on at once, without waiting for the disk: keys in quick succession settle one
 * statement each. The way on is looked up first, since a filter may take this one away.
 */
async function settle(verb: Verb): Promise<void> {
  const reader = activeReader()
  const current = currentStatement()
  if (!reader || !current) return
  const next = afterSettled(shownStatements(), current)
  if (next) showStatement(next)
  await verb(reader.session, current.report, current.key)
}

/** Accepts the current statement and goes on to the next. */
export const acceptCurrent = (): Promise<void> => settle(acceptStatement)

/** Rejects the current statement and goes on to the next. */
export const rejectCurrent = (): Promise<void> => settle(rejectStatement)

/** Takes the user's word on the current statement back, and stays on it. */
export async function resetCurrent(): Promise<void> {
  const reader = activeReader()
  const current = currentStatement()
  if (reader && current) await resetStatement(reader.session, current.report, current.key)
}

/** Copies the sentence of the current statement with its source. */
export async function copyCurrent(): Promise<void> {
  const reader = activeReader()
  const statement = currentStatement()
  if (reader && statement) await copyQuote(reader.bundle, statement.sentence)
}

/** Opens the form over the current statement. */
export function editCurrent(): void {
  const statement = currentStatement()
  if (statement) setForm({ type: 'edit', statement })
}

/** The statement whose quantity shares a character with the span, the current one before others. */
function statementUnder(reader: OpenReader, span: { start: number; end: number }): ReviewStatement | null {
  const hits = reader.statements.filter((s) => s.start < span.end && span.start < s.start + s.quantity.length)
  const current = currentStatement()
  return hits[indexOf(hits, current)] ?? hits[0] ?? null
}

/** Opens the form over the selected number: over the statement that is there, or over a draft of a new one. */
export function tagSelection(): void {
  const reader = activeReader()
  if (!reader) return
  const caret = reader.view.state.selection.main.head
  const selection = selectedSpan(reader)
  const there = statementUnder(reader, selection ?? { start: caret, end: caret + 1 })
  if (there) {
    showStatement(there)
    setForm({ type: 'edit', statement: there })
    return
  }
  if (!selection) {
    notify('info', message('statements.tag.selectFirst'))
    return
  }
  const id = reportAt(reader, selection)
  const found = reader.bundle.reports.find(({ report }) => report.id === id)
  if (!found) {
    notify('warning', message('statements.tag.outside'))
    return
  }
  const { start, end, year, kind } = found.report
  const place = ownPlace(found.report.place)
  const { text, joins, stretches } = reader.bundle.text
  const input = { text, start, end, year, kind, place, sections: found.sections, joins, stretches }
  const draft = draftStatement({ ...input, selection })
  if (draft) setForm({ type: 'add', report: found.report.id, draft })
  else notify('warning', message('statements.tag.noNumber'))
}
