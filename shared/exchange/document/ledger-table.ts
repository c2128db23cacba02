import type { LedgerRow } from '#shared/compare/ledger/ledger-types'
import { sayLedger } from '#shared/compare/ledger/wording'
import { type Language, translate } from '#shared/locales/translate'
import type { DocumentCell, DocumentTable } from './document'
import { figureName, figureText, gapText, verdictText, verdictTone } from './figure-text'
import { Notes } from './notes'

const COLUMNS = [
  ['indicator', 26, 'left'],
  ['target', 13, 'right'],
  ['result', 13, 'right'],
  ['gap', 15, 'right'],
  ['verdict', 17, 'center'],
] as const

/**
 * 目标完成台账 as a table of a document: each target with its result, margin and verdict; what is to be known before it
 * is quoted stands below as notes.
 * @param rows of one place and year
 */
export function ledgerBlock(
  rows: readonly LedgerRow[],
  language: Language,
  indicatorName: (indicator: string) => string,
): DocumentTable {
  const notes = new Notes()
  const say = (key: string, params: Record<string, string | number>): string => translate(language, key, params)
  const [first] = rows
  const made = rows.map((row): DocumentCell[] => {
    const { target, result, caveats } = row
    const marks = caveats.map((caveat) => notes.number(sayLedger(say, caveat)))
    return [
      { text: figureName(target, indicatorName) },
      { text: figureText(target, language), tone: 'target' },
      { text: figureText(result, language), tone: 'result' },
      { text: gapText(row, language) },
      { text: verdictText(row, language), tone: verdictTone(row), ...(marks.length > 0 ? { notes: marks } : {}) },
    ]
  })
  return {
    type: 'table',
    caption: say('tables.ledger.caption', { place: first?.place.name ?? '', year: first?.year ?? '' }),
    unit: '',
    columns: COLUMNS.map(([, width, align]) => ({ width, align })),
    head: [COLUMNS.map(([name]) => ({ text: say(`tables.ledger.column.${name}`, {}) }))],
    rows: made,
    notes: notes.all,
    sources: '',
  }
}
