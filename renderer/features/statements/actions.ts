import { message } from '#shared/model/identity'
import type { ExtractedStatement } from '#shared/model/statement'
import { ownPlace } from '#shared/places/own-place'
import { draftStatement } from '#shared/statements/draft'
import {
  acceptStatement,
  addStatement,
  changeStatements,
  editStatement,
  type ReviewStatement,
  rejectStatement,
  resetStatement,
  type Session,
} from '../../storage'
import { notify } from '../../workbench'
import { currentDictionary } from '../indicators'
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
import type { FieldName } from './form/fields'
import { afterSettled, filterStatements, indexOf, neighbour, sectionAt, unsettledIn } from './review'
import { reviewState, setForm, toggleOrder } from './review-state'

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

/** Lists what needs eyes first and goes to the first of it, or goes back to the order of the text. */
export function reorder(): void {
  toggleOrder()
  const [first] = shownStatements()
  if (first && reviewState.getState().filter.order === 'attention') showStatement(first)
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

/** Opens the form over the current statement, with a field to begin with. */
export function editCurrent(focus: FieldName = 'value'): void {
  const statement = currentStatement()
  if (statement) setForm({ type: 'edit', statement, focus })
}

/** Makes a target of a result and the other way round, and stays on it. */
export async function flipRole(): Promise<void> {
  const reader = activeReader()
  const current = currentStatement()
  if (!reader || !current) return
  const role = current.role === 'target' ? 'actual' : 'target'
  await editStatement(reader.session, current.report, current.key, { role })
}

/** Where the review stands: at the current statement, else at the caret. */
const positionIn = (reader: OpenReader): number => currentStatement()?.start ?? reader.view.state.selection.main.head

/** Accepts all that is not settled yet in the section in which the review stands, as one step. */
export async function acceptSection(): Promise<void> {
  const reader = activeReader()
  const report = reportInFront(readerStore.getState())
  const sections = reader?.bundle.reports.find((one) => one.report.id === report)?.sections ?? []
  const section = reader && sectionAt(sections, positionIn(reader))
  if (!reader || !section) {
    notify('info', message('statements.section.none'))
    return
  }
  const open = unsettledIn(statementsInFront(), section)
  if (open.length === 0) {
    notify('info', message('statements.section.settled', { section: section.title }))
    return
  }
  const after = statementsInFront().find(({ status, start }) => status === 'suggested' && start >= section.end)
  await changeStatements(reader.session, open, { type: 'accept' })
  notify('success', message('statements.section.accepted', { section: section.title, count: open.length }))
  if (after) showStatement(after)
}

/** The statement whose quantity shares a character with the span, the current one before others. */
function statementUnder(reader: OpenReader, span: { start: number; end: number }): ReviewStatement | null {
  const hits = reader.statements.filter((s) => s.start < span.end && span.start < s.start + s.quantity.length)
  const current = currentStatement()
  return hits[indexOf(hits, current)] ?? hits[0] ?? null
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
  const draft = draftStatement({ ...input, dictionary: currentDictionary(), selection })
  if (!draft) notify('warning', message('statements.tag.noNumber'))
  else if (draft.indicator === '') setForm({ type: 'add', report: found.report.id, draft, focus: 'indicator' })
  else await addDrafted(reader.session, found.report.id, draft)
}

async function addDrafted(session: Session, report: string, draft: ExtractedStatement): Promise<void> {
  const added = await addStatement(session, report, draft)
  showStatement({ report, key: added.origin ?? added.id })
  notify('success', message('statements.tag.added', { indicator: draft.indicator, quantity: draft.quantity }))
}
