import { type Language, translate } from '../locales/translate'
import type { PhraseTerm } from '../model/phrase-group'
import { besideAbove } from '../search/tracking/above'
import { endsByPlace } from '../search/tracking/ends'
import { spreadOf } from '../search/tracking/spread'
import { rateOf, stateOf, type WordingUse } from '../search/tracking/use'
import { csvBytes } from './csv'
import { plainCell, type Sheet, type SheetCell, writeWorkbook } from './xlsx'

/** Use of wordings to be written. */
export interface PhrasesTable {
  terms: readonly PhraseTerm[]
  use: WordingUse
  /** What stands in a cell of place and year. */
  measure: 'hits' | 'rate'
}

type Say = (key: string, params?: Record<string, string | number>) => string
const sayIn =
  (language: Language): Say =>
  (key, params = {}) =>
    translate(language, `phrases.${key}`, params)

const RATE = '0.0'
const SHARE = '0%'

/**
 * Wording × place, a column for each year: a number, or why there is none; behind them a column for each year that tells
 * whether the number is of a whole report. Numbers stand bare, so that they can be counted with.
 */
function yearSheet({ terms, use, measure }: PhrasesTable, say: Say): Sheet {
  const cell = (code: string, year: number, term: number): SheetCell => {
    const found = use.cells.get(code)?.get(year)
    const state = stateOf(found, term)
    if (!found || state === 'absent') return say('noReport')
    if (state === 'unsure') return say('sign.unsure')
    const hits = found.hits[term] ?? 0
    return measure === 'hits' ? hits : { value: rateOf(hits, found.characters), format: RATE }
  }
  const basis = (code: string, year: number): SheetCell => {
    const found = use.cells.get(code)?.get(year)
    return found ? say(found.full ? 'basis.full' : 'basis.part') : null
  }
  return {
    name: say('tab.years'),
    columns: [
      { header: say('column.term'), width: 20 },
      { header: say('column.place'), width: 16 },
      { header: say('column.code'), width: 10 },
      ...use.years.map((year) => ({ header: String(year), width: 10 })),
      ...use.years.map((year) => ({ header: say('column.basis', { year }), width: 12 })),
    ],
    rows: terms.flatMap(({ name }, term) =>
      use.places.map(({ code, name: place }) => [
        name,
        place,
        code,
        ...use.years.map((year) => cell(code, year, term)),
        ...use.years.map((year) => basis(code, year)),
      ]),
    ),
    frozenColumns: 3,
  }
}

function spreadSheet({ terms, use }: PhrasesTable, say: Say): Sheet {
  const share = (using: number, of: number): SheetCell => (of === 0 ? null : { value: using / of, format: SHARE })
  return {
    name: say('sheet.spread'),
    columns: [
      { header: say('column.term'), width: 20 },
      ...['year', 'full', 'using', 'share', 'elsewhere', 'hits', 'rate'].map((key) => ({
        header: say(`column.${key}`),
        width: 14,
      })),
    ],
    rows: terms.flatMap(({ name }, term) =>
      spreadOf(use, term).map(({ year, of, using, elsewhere, hits, rate }) => [
        ...[name, year, of, using, share(using, of), elsewhere, hits],
        rate === null ? null : { value: rate, format: RATE },
      ]),
    ),
    frozenColumns: 2,
  }
}

function endSheet({ terms, use }: PhrasesTable, say: Say): Sheet {
  const keys = ['place', 'code', 'first', 'silentBefore', 'last', 'silentAfter', 'above', 'aboveFirst', 'lag', 'bound']
  return {
    name: say('sheet.ends'),
    columns: [
      { header: say('column.term'), width: 20 },
      ...keys.map((key) => ({ header: say(`column.${key}`), width: 14 })),
    ],
    rows: terms.flatMap(({ name }, term) => {
      const beside = new Map(besideAbove(use, use, term).map((one) => [one.place.code, one]))
      return endsByPlace(use, term).map(({ place, ends }): SheetCell[] => {
        const upper = beside.get(place.code)
        return [
          ...[name, place.name, place.code],
          ...[ends?.first.year ?? null, ends?.silentBefore ?? null, ends?.last.year ?? null, ends?.silentAfter ?? null],
          ...[upper?.above ?? null, upper?.aboveEnds?.first.year ?? null, upper?.lag ?? null],
          upper?.above ? say(`bound.${upper.state === 'used' ? upper.bound : upper.state}`) : null,
        ]
      })
    }),
    frozenColumns: 2,
  }
}

/** Wordings by place and year as CSV, a line for each wording and place. */
export function phrasesTable(table: PhrasesTable, language: Language): Uint8Array<ArrayBuffer> {
  const { columns, rows } = yearSheet(table, sayIn(language))
  return csvBytes([columns.map(({ header }) => header), ...rows.map((row) => row.map(plainCell))])
}

/** The same as a workbook, with the spread over the years and first and last uses. */
export const phrasesWorkbook = (table: PhrasesTable, language: Language): Promise<Uint8Array<ArrayBuffer>> =>
  writeWorkbook([yearSheet, spreadSheet, endSheet].map((sheet) => sheet(table, sayIn(language))))
