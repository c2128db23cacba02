import type { Ledger, LedgerFigure, LedgerRow } from '#shared/compare/ledger/ledger-types'
import { scoreLedger } from '#shared/compare/ledger/score'
import { type LedgerTable, ledgerCsv, ledgerWorkbook } from '#shared/exchange/ledger-table'
import { message } from '#shared/model/identity'
import { request } from '../../bridge'
import { type Session, sourceFacts, spanTexts } from '../../storage'
import { notify } from '../../workbench'
import { attempt } from '../places'
import { figureText, gapText, sourceText } from './format'
import type { LedgerLine } from './lines'
import { ledgerState } from './state'
import { spanName, spansOf } from './use-sentences'
import type { LedgerWords } from './use-words'

interface Wanted {
  session: Session
  /** Ledgers of the places that are looked at. */
  ledgers: ReadonlyMap<string, Ledger>
  /** The lines that are shown. */
  lines: readonly LedgerLine[]
  words: LedgerWords
  type: 'csv' | 'xlsx'
}

/** The rows of a file: those shown, or all of the places and years whose scores are shown. */
function rowsOf({ ledgers, lines }: Wanted): LedgerRow[] {
  const { tab, allYears, year } = ledgerState.getState()
  if (tab === 'rows') return lines.flatMap((line) => (line.type === 'row' ? line.row : []))
  const all = [...ledgers.values()].flatMap(({ rows }) => rows)
  return allYears || year === null ? all : all.filter((row) => row.year === year)
}

const figuresOf = ({ target, result, coveredBy }: LedgerRow): LedgerFigure[] => [
  target,
  ...(result ? [result] : []),
  ...(coveredBy ? [coveredBy.figure] : []),
]

/** What is written of rows: their words, sentences and sources. */
async function tableOf(rows: readonly LedgerRow[], { session, words }: Wanted): Promise<LedgerTable> {
  const figures = rows.flatMap(figuresOf)
  const spans = spansOf(figures)
  const texts = await spanTexts(session.db, spans)
  const sentences = new Map(spans.map((span, index) => [spanName(span), texts[index] ?? '']))
  const sources = await sourceFacts(session.db, [...new Set(figures.flatMap(({ origin }) => origin?.source ?? []))])
  return {
    language: words.language,
    rows,
    scores: scoreLedger(rows, ['place', 'year', 'list']),
    sources,
    indicator: words.indicator,
    say: words.say,
    figure: (figure) => figureText(figure, words.t),
    gap: (gap) => gapText(gap, words.language),
    source: (figure) => sourceText(figure, words.t),
    sentence: ({ origin }) =>
      origin ? (sentences.get(spanName({ report: origin.report, start: origin.sentence.start })) ?? '') : '',
  }
}

/** Saves the ledger as a file. */
export async function exportLedger(wanted: Wanted): Promise<void> {
  const { words, type } = wanted
  const rows = rowsOf(wanted)
  const write = async () => {
    const table = await tableOf(rows, wanted)
    return type === 'csv' ? ledgerCsv(table) : ledgerWorkbook(table)
  }
  const bytes = await attempt(write())
  if (!bytes) return
  const places = [...new Set(rows.map(({ place }) => place.short))].slice(0, 3).join('、')
  const name = `${words.t('ledgerView.export.file')} ${places}.${type}`
  const answer = await request('export:save', { name, type, bytes })
  if (!answer.ok) notify('error', answer.error)
  else if (answer.value.saved !== null)
    notify('success', message('ledgerView.export.done', { name: answer.value.saved, count: rows.length }))
}
