import type { Gap, LedgerFigure, LedgerRow, LedgerScore } from '../compare/ledger/ledger-types'
import { type Language, translate } from '../locales/translate'
import type { Message } from '../model/identity'
import type { Source } from '../model/source'
import { indicatorById } from '../statements/indicators'
import { csvBytes } from './csv'
import { plainCell, type Sheet, type SheetCell, writeWorkbook } from './xlsx'

/** What a file of the ledger is made from: the rows, and how they are said in its language. */
export interface LedgerTable {
  language: Language
  rows: readonly LedgerRow[]
  /** By place, year and list. */
  scores: readonly LedgerScore[]
  /** Name and origin of the sources, by hash. */
  sources: ReadonlyMap<string, Pick<Source, 'name' | 'provenance'>>
  /** Name of an indicator. */
  indicator: (id: string) => string
  say: (message: Message) => string
  /** A figure as written, a gap, where a figure comes from. */
  figure: (figure: LedgerFigure) => string
  gap: (gap: Gap | null) => string
  source: (figure: LedgerFigure) => string
  /** The sentence of a figure; '' for one that was typed in. */
  sentence: (figure: LedgerFigure) => string
}

const COLUMNS = [
  ['place', 14],
  ['year', 8],
  ['list', 12],
  ['indicator', 22],
  ['phrase', 24],
  ['category', 10],
  ['type', 10],
  ['wording', 8],
  ['target', 14],
  ['targetValue', 12],
  ['targetHigh', 10],
  ['targetUnit', 10],
  ['kind', 8],
  ['measure', 10],
  ['basis', 12],
  ['subset', 12],
  ['due', 10],
  ['dueYear', 8],
  ['result', 14],
  ['resultValue', 12],
  ['resultUnit', 10],
  ['resultYear', 10],
  ['source', 22],
  ['citation', 24],
  ['verdict', 14],
  ['exceeded', 8],
  ['gap', 18],
  ['gapValue', 10],
  ['gapUnit', 10],
  ['gapPercent', 10],
  ['coveredBy', 20],
  ['caveats', 40],
  ['why', 24],
  ['byRules', 12],
  ['note', 24],
  ['author', 10],
  ['scored', 8],
  ['leftOut', 24],
  ['targetSentence', 60],
  ['resultSentence', 60],
  ['targetFile', 28],
  ['resultFile', 28],
] as const
type Column = (typeof COLUMNS)[number][0]

const number = (value: number | null, digits = 10): SheetCell =>
  value === null ? null : Number(value.toPrecision(digits))

/** All cells of a row. */
function cellsOf(row: LedgerRow, table: LedgerTable): Record<Column, SheetCell> {
  const { language, say } = table
  const { target, result, gap, ruling, coveredBy } = row
  const t = (key: string): string => translate(language, key)
  const among = (group: string, value: string): string => (value === '' ? '' : t(`${group}.${value}`))
  const category = indicatorById(target.canonical)?.category ?? ''
  const covered = row.verdict === 'silent' && coveredBy !== null
  const verdict = covered ? 'covered' : row.exceeded && row.verdict === 'met' ? 'exceeded' : row.verdict
  return {
    place: row.place.name,
    year: row.year,
    list: t(`ledgerView.list.${target.type === 'venture' ? 'venture' : target.list || 'other'}`),
    indicator: table.indicator(target.indicator),
    phrase: target.phrase,
    category: among('indicators.category', category),
    type: t(`ledgerView.type.${target.type}`),
    wording: target.wording,
    target: table.figure(target),
    targetValue: number(target.value),
    targetHigh: number(target.high),
    targetUnit: target.unit,
    kind: target.value === null ? '' : t(`compare.kind.${target.kind}`),
    measure: among('compare.measure', target.measure),
    basis: target.basis,
    subset: target.subset,
    due: target.due,
    dueYear: row.dueYear,
    result: result ? table.figure(result) : '',
    resultValue: number(result?.value ?? null),
    resultUnit: result?.unit ?? '',
    resultYear: result?.origin?.reportYear ?? null,
    source: result ? table.source(result) : '',
    citation: result?.citation ?? '',
    verdict: t(`ledger.verdict.${verdict}`),
    exceeded: row.exceeded ? t('ledgerView.export.yes') : '',
    gap: table.gap(gap),
    gapValue: number(gap?.absolute ?? null),
    gapUnit: gap?.unit ?? '',
    gapPercent: number(gap?.percent ?? null, 6),
    coveredBy: coveredBy?.covers ?? '',
    caveats: row.caveats.map(say).join('\n'),
    why: say(row.why),
    byRules: ruling ? t(`ledger.verdict.${row.rules.verdict}`) : '',
    note: ruling?.note ?? '',
    author: ruling?.author ?? '',
    scored: row.scored ? t('ledgerView.export.yes') : t('ledgerView.export.no'),
    leftOut: row.leftOut ? say(row.leftOut) : '',
    targetSentence: table.sentence(target),
    resultSentence: result ? table.sentence(result) : coveredBy ? table.sentence(coveredBy.figure) : '',
    targetFile: fileOf(target, table),
    resultFile: result ? fileOf(result, table) : '',
  }
}

/** The file of a figure, with the address that it was taken from where one is known. */
function fileOf({ origin }: LedgerFigure, { sources }: LedgerTable): SheetCell {
  const source = sources.get(origin?.source ?? '')
  if (!source) return ''
  const link = source.provenance.url
  return link === '' ? source.name : { text: source.name, link }
}

function rowsSheet(table: LedgerTable): Sheet {
  const { language, rows } = table
  return {
    name: translate(language, 'ledgerView.export.sheet.rows'),
    columns: COLUMNS.map(([column, width]) => ({
      header: translate(language, `ledgerView.export.column.${column}`),
      width,
    })),
    rows: rows.map((row) => {
      const cells = cellsOf(row, table)
      return COLUMNS.map(([column]) => cells[column])
    }),
    frozenColumns: 4,
  }
}

const COUNTS = ['met', 'nearly', 'partly', 'missed', 'silent', 'pending', 'incomparable'] as const

/** How the targets of each place, year and list came out. */
function scoresSheet({ language, scores, rows }: LedgerTable): Sheet {
  const t = (key: string): string => translate(language, key)
  const names = new Map(rows.map(({ place }) => [place.code, place.name]))
  const head = (key: string, width = 10) => ({ header: t(key), width })
  return {
    name: t('ledgerView.export.sheet.scores'),
    columns: [
      head('ledgerView.export.column.place', 16),
      head('ledgerView.export.column.year'),
      head('ledgerView.export.column.list', 14),
      head('ledgerView.export.score.share'),
      head('ledgerView.export.score.decided'),
      ...COUNTS.map((verdict) => head(`ledger.verdict.${verdict}`)),
      head('ledger.verdict.exceeded'),
      head('ledger.verdict.covered', 18),
      head('ledgerView.export.score.leftOut'),
    ],
    rows: scores.map(({ group, share, decided, verdicts, exceeded, covered, leftOut }) => [
      names.get(group.place ?? '') ?? group.place ?? '',
      Number(group.year),
      t(`ledgerView.list.${group.list || 'other'}`),
      share === null ? null : { value: share, format: '0.0%' },
      decided,
      ...COUNTS.map((verdict) => verdicts[verdict]),
      exceeded,
      covered,
      leftOut,
    ]),
  }
}

/** The reports and citations behind the rows. */
function sourcesSheet({ language, rows, sources }: LedgerTable): Sheet {
  const t = (key: string): string => translate(language, `ledgerView.export.column.${key}`)
  const figures = rows.flatMap(({ target, result }) => [target, ...(result ? [result] : [])])
  const place = new Map(rows.map((row) => [row.place.code, row.place.name]))
  const lines = new Map<string, SheetCell[]>()
  for (const { origin, citation, genre, place: code, year } of figures) {
    const source = sources.get(origin?.source ?? '')
    const name = origin ? origin.report : `${genre} ${citation}`
    if (lines.has(name)) continue
    const kind = origin ? translate(language, `compare.reportKind.${origin.reportKind}`) : ''
    const url = source?.provenance.url ?? ''
    lines.set(name, [
      place.get(code) ?? code,
      origin?.reportYear ?? Number(year.slice(-4)),
      translate(language, `ledgerView.genre.${genre}`),
      kind,
      source?.name ?? citation,
      url === '' ? '' : { text: url, link: url },
      origin?.source ?? '',
    ])
  }
  return {
    name: translate(language, 'ledgerView.export.sheet.sources'),
    columns: [
      { header: t('place'), width: 16 },
      { header: t('year'), width: 10 },
      { header: t('genre'), width: 14 },
      { header: t('reportKind'), width: 10 },
      { header: t('file'), width: 44 },
      { header: t('address'), width: 44 },
      { header: t('hash'), width: 68 },
    ],
    rows: [...lines.values()],
  }
}

/** A ledger as a workbook: its rows, the scores, the sources; numbers are numbers. */
export const ledgerWorkbook = (table: LedgerTable): Promise<Uint8Array<ArrayBuffer>> =>
  writeWorkbook([rowsSheet(table), scoresSheet(table), sourcesSheet(table)])

/** The rows of a ledger as CSV, the same columns as in the workbook. */
export function ledgerCsv(table: LedgerTable): Uint8Array<ArrayBuffer> {
  const sheet = rowsSheet(table)
  return csvBytes([sheet.columns.map(({ header }) => header), ...sheet.rows.map((row) => row.map(plainCell))])
}
