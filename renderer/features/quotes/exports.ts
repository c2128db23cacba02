import { plainMemo } from '#shared/coding/links'
import { type ListedQuote, quotesCsv, quotesText, quotesWorkbook, SHEET_ROWS } from '#shared/exchange/quotes-table'
import { languageOf, translate } from '#shared/locales/translate'
import { message } from '#shared/model/identity'
import { preferences, request } from '../../bridge'
import type { Quote } from '../../storage'
import { notify } from '../../workbench'
import { attempt } from '../places'
import { subjects } from './choosing'
import type { CodeIndex } from './code-index'
import type { QuotesController } from './controller'

/** What the clipboard takes at once, in UTF-16 code units. */
const CLIPBOARD = 1_000_000

/** Time for the window to draw, in milliseconds. */
const DRAWING = 50

/** A quote as it is exported. */
const listed = (quote: Quote, codes: CodeIndex): ListedQuote => ({
  words: quote.text,
  report: quote.report,
  section: quote.section,
  page: quote.page,
  provenance: quote.source.provenance,
  fileName: quote.source.name,
  codes: quote.codes.map((id) => codes.path(id)).filter((path) => path !== ''),
  memo: plainMemo(quote.memo),
  author: quote.author,
  byRule: quote.rule !== null,
  createdAt: quote.createdAt,
  updatedAt: quote.updatedAt,
  orphan: quote.orphan,
})

/** The rows that the list shows, in its order; where each code has a line of its own, with that code alone. */
function shownRows({ store }: QuotesController): ListedQuote[] {
  const { entries, groups, codes } = store.getState()
  const inOrder = groups ? groups.flatMap((group) => group.entries) : entries
  return inOrder.map(({ quote, code }) => {
    const row = listed(quote, codes)
    return code === null ? row : { ...row, codes: [codes.path(code)] }
  })
}

/** Saves the rows that the list shows as a file. */
export async function exportQuotes(list: QuotesController, type: 'csv' | 'xlsx'): Promise<void> {
  const rows = shownRows(list)
  if (rows.length === 0) return void notify('warning', message('quotes.export.nothing'))
  if (type === 'xlsx' && rows.length > SHEET_ROWS)
    return void notify('warning', message('quotes.export.tooMany', { most: SHEET_ROWS }))
  const language = languageOf(preferences().system.language)
  const words = { language, offsetAt: (instant: Date) => -instant.getTimezoneOffset() }
  const write = async () => (type === 'csv' ? quotesCsv(rows, words) : quotesWorkbook(rows, words))
  list.store.setState({ working: true })
  // What is under way is drawn before the window is busy with it: some tenth of a second for a thousand rows.
  await new Promise((resolve) => setTimeout(resolve, DRAWING))
  const bytes = await attempt(write())
  list.store.setState({ working: false })
  if (!bytes) return
  const name = `${translate(language, 'quotes.export.file')}.${type}`
  const answer = await request('export:save', { name, type, bytes })
  if (!answer.ok) notify('error', answer.error)
  else if (answer.value.saved !== null)
    notify('success', message('quotes.export.done', { name: answer.value.saved, count: rows.length }))
}

async function copy(rows: readonly ListedQuote[]): Promise<void> {
  if (rows.length === 0) return void notify('warning', message('quotes.export.nothing'))
  const text = quotesText(rows)
  if (text.length > CLIPBOARD) return void notify('warning', message('quotes.export.tooLong'))
  const answer = await request('clipboard:write', { text })
  if (!answer.ok) notify('error', answer.error)
  else notify('success', message('quotes.export.copied', { count: rows.length }))
}

/** Copies all rows that the list shows, each with its citation. */
export const copyAll = (list: QuotesController): Promise<void> => copy(shownRows(list))

/** Copies the chosen quotes, or the current one, with their citations. */
export function copyQuotes(list: QuotesController): Promise<void> {
  const { codes } = list.store.getState()
  return copy(subjects(list).map((quote) => listed(quote, codes)))
}
