import { type Language, translate } from '../locales/translate'
import type { PlaceRef } from '../model/place'
import { csvBytes } from './csv'
import { type Sheet, type SheetCell, writeWorkbook } from './xlsx'

/** A hit of a search with all that an exported line tells; '' and null for what is not known. */
export interface ListedHit {
  place: Pick<PlaceRef, 'name' | 'code'> | null
  year: number | null
  /** Title of the report. */
  report: string
  /** Titles of the sections around it. */
  section: string
  /** Page or pages of the file. */
  page: string
  before: string
  hit: string
  after: string
  /** The sentence, or sentences, that it stands in. */
  sentence: string
  /** UTF-16 code units in the text of the reading, of a memo in its own words; from 0, end exclusive. */
  start: number
  end: number
  /** Name of the file. */
  file: string
}

const COLUMNS = [
  ['place', 16],
  ['placeCode', 10],
  ['year', 8],
  ['report', 30],
  ['section', 36],
  ['page', 8],
  ['before', 40],
  ['hit', 16],
  ['after', 40],
  ['sentence', 80],
  ['start', 10],
  ['end', 10],
  ['file', 30],
] as const

const cellsOf = ({ place, ...hit }: ListedHit): (string | number | null)[] => {
  const cells = { ...hit, place: place?.name ?? '', placeCode: place?.code ?? '' }
  return COLUMNS.map(([name]) => cells[name])
}

const headers = (language: Language): string[] => COLUMNS.map(([name]) => translate(language, `search.table.${name}`))

/** Hits as CSV; what a spreadsheet would take for a formula is neutralised. */
export const searchCsv = (hits: readonly ListedHit[], language: Language): Uint8Array<ArrayBuffer> =>
  csvBytes([headers(language), ...hits.map(cellsOf)])

/**
 * Hits as a workbook: the lines, and what was looked for on a sheet of its own.
 * @param asked name and value of what was asked, line by line
 */
export function searchWorkbook(
  hits: readonly ListedHit[],
  asked: readonly (readonly [string, string])[],
  language: Language,
): Promise<Uint8Array<ArrayBuffer>> {
  const names = headers(language)
  const lines: Sheet = {
    name: translate(language, 'search.export.sheet'),
    columns: COLUMNS.map(([, width], index) => ({ header: names[index] ?? '', width })),
    rows: hits.map((hit): SheetCell[] => cellsOf(hit)),
    frozenColumns: 1,
  }
  const query: Sheet = {
    name: translate(language, 'search.export.querySheet'),
    columns: [
      { header: translate(language, 'search.export.asked'), width: 24 },
      { header: translate(language, 'search.export.value'), width: 60 },
    ],
    rows: asked.map((row) => [...row]),
  }
  return writeWorkbook([lines, query])
}
