import { message } from '#shared/model/identity'
import { changeAnnotations, type Quote, removeAnnotations, type Session } from '../../storage'
import { openView } from '../../workbench'
import { attempt } from '../places'
import { currentQuote, subjects } from './choosing'
import type { QuotesController } from './controller'
import { noteVisit } from './visit'

/** Opens the passage of the current quote in the reader; going back comes to the same line. */
export function openCurrent(list: QuotesController, beside: boolean): void {
  const quote = currentQuote(list)
  if (!quote) return
  noteVisit(list, quote.id)
  openQuote(quote, beside)
}

/** Opens a quote's passage in the reader; that of an orphan is lost, so its report is opened. */
function openQuote({ source, report, start, end, orphan }: Quote, beside: boolean): void {
  const where = orphan ? {} : { start, end }
  openView(
    { type: 'reader', key: source.hash, params: { ...(report ? { report: report.id } : {}), ...where } },
    { beside },
  )
}

/** Expands or folds the current line. */
export function toggleExpanded({ store }: QuotesController, key?: string): void {
  store.setState(({ lines, cursor, expanded }) => {
    const wanted = key ?? lines[cursor]?.key
    if (wanted === undefined) return {}
    const next = new Set(expanded)
    if (!next.delete(wanted)) next.add(wanted)
    return { expanded: next }
  })
}

/** Expands the current line to write its memo. */
export function writeMemo({ store }: QuotesController): void {
  store.setState(({ lines, cursor, expanded }) => {
    const line = lines[cursor]
    return line?.type === 'row' ? { expanded: new Set(expanded).add(line.key), writing: line.key } : {}
  })
}

/** Saves a change of many quotes, one at a time. */
async function inTurn({ store }: QuotesController, work: () => Promise<unknown>): Promise<void> {
  if (store.getState().working) return
  store.setState({ working: true })
  await attempt(work())
  store.setState({ working: false })
}

/** Gives a code to the chosen quotes, or to the current one; those that have it stay as they are. One undoable step. */
export async function addCode(session: Session, list: QuotesController, code: string): Promise<void> {
  const without = subjects(list).filter(({ codes }) => !codes.includes(code))
  await changeCodes(session, list, 'quotesCoded', code, without, (codes) => [...new Set([...codes, code])])
}

/** Takes a code off the chosen quotes, or off the current one. One undoable step. */
export async function takeCode(session: Session, list: QuotesController, code: string): Promise<void> {
  const carrying = subjects(list).filter(({ codes }) => codes.includes(code))
  await changeCodes(session, list, 'quotesUncoded', code, carrying, (codes) => codes.filter((id) => id !== code))
}

async function changeCodes(
  session: Session,
  list: QuotesController,
  operation: 'quotesCoded' | 'quotesUncoded',
  code: string,
  quotes: readonly Quote[],
  after: (codes: readonly string[]) => string[],
): Promise<void> {
  if (quotes.length === 0) return
  const name = list.store.getState().codes.get(code)?.name ?? ''
  const step = message(`project.history.${operation}`, { count: quotes.length, name })
  const changes = quotes.map(({ id }) => ({
    id,
    patch: (stored: Pick<Quote, 'codes'>) => ({ codes: after(stored.codes) }),
  }))
  await inTurn(list, () => changeAnnotations(session, step, changes))
}

/** Deletes the annotations of the chosen quotes, or of the current one; undo brings them back. One undoable step. */
export async function removeQuotes(session: Session, list: QuotesController): Promise<void> {
  const ids = subjects(list).map(({ id }) => id)
  if (ids.length === 0) return
  const step = message('project.history.quotesRemoved', { count: ids.length })
  await inTurn(list, () => removeAnnotations(session, step, ids))
}
