import type { Agreement } from '../coding/agreement/agreement'
import { type Language, translate } from '../locales/translate'
import { csvBytes } from './csv'
import { plainCell, type Sheet, type SheetCell, writeWorkbook } from './xlsx'

/** A passage that authors have coded otherwise, as it is listed. */
export interface ListedDispute {
  /** Path of the code. */
  code: string
  report: string
  words: string
  /** Who gave the code, and who did not. */
  given: readonly string[]
  not: readonly string[]
  /** UTF-16 code units of the reading's text, end exclusive. */
  start: number
  end: number
}

/** Agreement on a code, with the code's path. */
export interface ListedAgreement {
  path: string
  agreement: Agreement
}

/** What the tables of agreement are made of. */
export interface AgreementTables {
  authors: readonly string[]
  codes: readonly ListedAgreement[]
  disputes: readonly ListedDispute[]
}

const PERCENT = '0.0%'
const COEFFICIENT = '0.000'

const figure = (value: number | null, format: string): SheetCell => (value === null ? null : { value, format })

function codeSheet({ authors, codes }: AgreementTables, language: Language): Sheet {
  const say = (key: string): string => translate(language, `agreement.column.${key}`)
  const numbers = ['percent', 'kappa', 'alpha', 'units', 'any', 'all'].map((key) => ({ header: say(key), width: 12 }))
  return {
    name: translate(language, 'agreement.sheet.codes'),
    columns: [
      { header: say('code'), width: 36 },
      ...numbers,
      ...authors.map((author) => ({ header: author, width: 12 })),
      { header: say('note'), width: 40 },
    ],
    rows: codes.map(({ path, agreement: { percent, kappa, alpha, units, any, all, coded, skewed } }) => [
      path,
      ...[figure(percent, PERCENT), figure(kappa, COEFFICIENT), figure(alpha, COEFFICIENT), units, any, all],
      ...coded,
      skewed ? translate(language, 'agreement.skewed') : null,
    ]),
    frozenColumns: 1,
  }
}

const DISPUTE_COLUMNS = [
  ['code', 36],
  ['report', 30],
  ['words', 80],
  ['given', 16],
  ['not', 16],
  ['start', 10],
  ['end', 10],
] as const

function disputeSheet({ disputes }: AgreementTables, language: Language): Sheet {
  return {
    name: translate(language, 'agreement.sheet.disputes'),
    columns: DISPUTE_COLUMNS.map(([key, width]) => ({ header: translate(language, `agreement.column.${key}`), width })),
    rows: disputes.map(({ code, report, words, given, not, start, end }) => [
      ...[code, report, words, given.join('、'), not.join('、')],
      ...[start, end],
    ]),
    frozenColumns: 1,
  }
}

/** The figures of agreement as CSV: all codes together first, then each. Fractions are plain numbers. */
export function agreementCsv(tables: AgreementTables, language: Language): Uint8Array<ArrayBuffer> {
  const { columns, rows } = codeSheet(tables, language)
  return csvBytes([columns.map(({ header }) => header), ...rows.map((row) => row.map(plainCell))])
}

/** Figures and disagreements as a workbook of two sheets. */
export const agreementWorkbook = (tables: AgreementTables, language: Language): Promise<Uint8Array<ArrayBuffer>> =>
  writeWorkbook([codeSheet(tables, language), disputeSheet(tables, language)])
