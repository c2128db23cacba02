import { type Language, translate } from '../locales/translate'
import type { ExtractedMatter, MatterType, Money } from '../model/matter'
import type { PlaceRef } from '../model/place'
import type { StatementStatus } from '../model/statement'
import { unitOf } from '../statements/units'
import { csvBytes } from './csv'
import { MATTER_WIDTHS, type MatterColumn, matterColumns, matterHead } from './matter-columns'
import { plainCell, type Sheet, type SheetCell, writeWorkbook } from './xlsx'

/** A matter with what an exported line tells beside it. */
export interface ListedMatter {
  content: ExtractedMatter
  status: StatementStatus
  place: Pick<PlaceRef, 'code' | 'name'> | null
  /** 报告年度 */
  reportYear: number | null
  /** Title of the report. */
  title: string
  /** Heading of the list that an item stands in, '' for others. */
  listHeading: string
  /** How many statements an item holds; null for other types. */
  statements: number | null
  /** A venture's other names and reports, as the user linked them; ''. */
  same: string
  /** The words of its sentence. */
  words: string
  /** Titles of the sections around it. */
  section: string
  /** Page or pages, '' for a format without pages. */
  page: string
  /** Name of the file. */
  file: string
}

/** What the lines are written with. */
export interface MatterTableWords {
  language: Language
  /** Name of an indicator in the language, '' for an id that is none. */
  indicatorName: (id: string) => string
}

/** Money in 亿元 is what reports reckon projects by. */
const HUNDRED_MILLION = 100_000_000

/** An amount in 亿元; null for a unit that is no money. */
function inHundredMillions(money: Money): number | null {
  const { family, factor } = unitOf(money.unit)
  return family === 'money' ? Math.round(((money.value * factor) / HUNDRED_MILLION) * 1e6) / 1e6 : null
}

const MONEY = ['total', 'own', 'above', 'private', 'amount'] as const

/** Fields whose values have names: by their enum in the locales. */
const NAMED: Partial<Record<MatterColumn, string>> = {
  type: 'matters.type',
  relation: 'matters.relation',
  subject: 'matters.subject',
  extent: 'matters.extent',
  stage: 'matters.stage',
  role: 'statements.role',
  kind: 'statements.kind',
  list: 'statements.list',
}

/** What stands in the field of a matter as it is written: its own word, its number, or the name of its value. */
function fieldCell(column: MatterColumn, content: ExtractedMatter, { language, indicatorName }: MatterTableWords) {
  const fields: Readonly<Record<string, unknown>> = content
  const value = fields[column] ?? null
  if (column === 'canonical' || column === 'referenceCanonical') return indicatorName(String(value ?? ''))
  if (column === 'scope' || column === 'referenceScope')
    return value === 'own' ? translate(language, 'matters.grid.own') : String(value ?? '')
  const group = NAMED[column]
  if (group) return typeof value === 'string' && value !== '' ? translate(language, `${group}.${value}`) : ''
  if (typeof value === 'boolean') return value ? translate(language, 'matters.grid.yes') : ''
  return typeof value === 'number' || typeof value === 'string' ? value : null
}

function moneyCell(column: MatterColumn, content: ExtractedMatter): SheetCell | undefined {
  const fields: Readonly<Record<string, unknown>> = content
  for (const name of MONEY) {
    if (column !== name && column !== `${name}Number`) continue
    const money = fields[name] as Money | null | undefined
    if (!money) return null
    return column === name ? money.quantity : inHundredMillions(money)
  }
  return undefined
}

/** What stands in a column for a matter; null where it has no such thing. */
export function matterCell(column: MatterColumn, matter: ListedMatter, words: MatterTableWords): SheetCell {
  const { content, place } = matter
  switch (column) {
    case 'status':
      return translate(words.language, `statements.status.${matter.status}`)
    case 'region':
      return place?.name ?? ''
    case 'regionCode':
      return place?.code ?? ''
    case 'reportYear':
    case 'title':
    case 'listHeading':
    case 'statements':
    case 'same':
    case 'section':
    case 'page':
    case 'file':
      return matter[column]
    case 'sentence':
      return matter.words
    case 'offset':
      return content.start
    case 'confidence':
      return Math.round(content.confidence * 100) / 100
    case 'count':
      return content.type === 'list' ? content.stated : fieldCell(column, content, words)
    default: {
      const money = moneyCell(column, content)
      return money === undefined ? fieldCell(column, content, words) : money
    }
  }
}

const heads = (columns: readonly MatterColumn[], { language }: MatterTableWords): string[] =>
  columns.map((column) => translate(language, matterHead(column)))

function sheetOf(type: MatterType, matters: readonly ListedMatter[], words: MatterTableWords): Sheet {
  const columns = matterColumns(type)
  const names = heads(columns, words)
  return {
    name: translate(words.language, `matters.type.${type}`),
    columns: columns.map((column, index) => ({ header: names[index] ?? '', width: MATTER_WIDTHS[column] })),
    rows: matters.map((matter) => columns.map((column) => matterCell(column, matter, words))),
  }
}

/** Matters as a workbook: a sheet for each of the types, in their order. */
export function matterWorkbook(
  types: readonly MatterType[],
  matters: readonly ListedMatter[],
  words: MatterTableWords,
): Promise<Uint8Array<ArrayBuffer>> {
  return writeWorkbook(
    types.map((type) =>
      sheetOf(
        type,
        matters.filter(({ content }) => content.type === type),
        words,
      ),
    ),
  )
}

const plain = plainCell

/** Matters of one type as CSV, the columns of its sheet; `checklist` has lists with their items below them. */
export function matterCsv(
  table: MatterType | 'checklist',
  matters: readonly ListedMatter[],
  words: MatterTableWords,
): Uint8Array<ArrayBuffer> {
  const columns = matterColumns(table)
  const rows = matters.map((matter) => columns.map((column) => plain(matterCell(column, matter, words))))
  return csvBytes([heads(columns, words), ...rows])
}
