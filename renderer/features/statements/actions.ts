import { message } from '#shared/model/identity'
import {
  acceptMatter,
  acceptStatement,
  acceptTogether,
  editMatter,
  editStatement,
  rejectMatter,
  rejectStatement,
  resetMatter,
  resetStatement,
  type Session,
} from '../../storage'
import { notify } from '../../workbench'
import { activeReader, copyQuote, type OpenReader, readerStore, reportInFront } from '../reader'
import { currentItem, itemsInFront, showItem, shownItems } from './current'
import type { FieldName } from './form/fields'
import { firstField } from './form/matter-fields'
import { contentOf, isMatter, type ReviewItem, sentenceOf } from './item'
import { afterSettled, sectionAt, unsettledIn } from './review'
import { setForm } from './review-state'

type Verb = (session: Session, report: string, key: string) => Promise<unknown>

const VERBS: Record<'accept' | 'reject' | 'reset', { statement: Verb; matter: Verb }> = {
  accept: { statement: acceptStatement, matter: acceptMatter },
  reject: { statement: rejectStatement, matter: rejectMatter },
  reset: { statement: resetStatement, matter: resetMatter },
}

const speak = (session: Session, item: ReviewItem, verb: keyof typeof VERBS): Promise<unknown> =>
  VERBS[verb][isMatter(item) ? 'matter' : 'statement'](session, item.report, item.key)

/**
 * Settles the current item and goes on at once, without waiting for the disk: keys in quick succession settle one item
 * each. The way on is looked up first, since a filter may take this one away.
 */
async function settle(verb: 'accept' | 'reject'): Promise<void> {
  const reader = activeReader()
  const current = currentItem()
  if (!reader || !current) return
  const next = afterSettled(shownItems(), current)
  if (next) showItem(next)
  await speak(reader.session, current, verb)
}

/** Accepts the current item and goes on to the next. */
export const acceptCurrent = (): Promise<void> => settle('accept')

/** Rejects the current item and goes on to the next. */
export const rejectCurrent = (): Promise<void> => settle('reject')

/** Takes the user's word on the current item back, and stays on it. */
export async function resetCurrent(): Promise<void> {
  const reader = activeReader()
  const current = currentItem()
  if (reader && current) await speak(reader.session, current, 'reset')
}

/** Copies the sentence of the current item with its source. */
export async function copyCurrent(): Promise<void> {
  const reader = activeReader()
  const item = currentItem()
  if (reader && item) await copyQuote(reader.bundle, sentenceOf(item))
}

/** Opens the form over the current item, with a field to begin with: else with what it is first about. */
export function editCurrent(focus?: string): void {
  const item = currentItem()
  if (!item) return
  if (isMatter(item)) setForm({ type: 'editMatter', matter: item, focus: focus ?? firstField(item.content.type) })
  else setForm({ type: 'edit', statement: item, focus: (focus ?? 'value') as FieldName })
}

/** Opens the form of the current item at its indicator; of a matter that is about none, at its name. */
export function editIndicator(): void {
  const item = currentItem()
  if (item) editCurrent('canonical' in contentOf(item) ? 'canonical' : undefined)
}

/** Makes a target of a result and the other way round, and stays on it. */
export async function flipRole(): Promise<void> {
  const reader = activeReader()
  const current = currentItem()
  if (!reader || !current) return
  const role = contentOf(current).role === 'target' ? 'actual' : 'target'
  const edit = isMatter(current) ? editMatter : editStatement
  await edit(reader.session, current.report, current.key, { role })
}

/** Where the review stands: at the current item, else at the caret. */
function positionIn(reader: OpenReader): number {
  const item = currentItem()
  return item ? contentOf(item).start : reader.view.state.selection.main.head
}

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
  const items = itemsInFront()
  const open = unsettledIn(items, section)
  if (open.length === 0) {
    notify('info', message('statements.section.settled', { section: section.title }))
    return
  }
  const after = items.find((item) => item.status === 'suggested' && contentOf(item).start >= section.end)
  const matters = open.filter(isMatter)
  const statements = open.filter((item) => !isMatter(item))
  await acceptTogether(reader.session, statements, matters)
  const counts = { section: section.title, count: statements.length, matters: matters.length }
  notify('success', message(`statements.section.accepted${matters.length > 0 ? 'Both' : ''}`, counts))
  if (after) showItem(after)
}
