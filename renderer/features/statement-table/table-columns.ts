import type { ExtractedStatement } from '#shared/model/statement'
import type { SortColumn } from '../../workers/statements/protocol'

/** How a cell is edited: a line of text, one of a few values, an indicator, or a number with its unit. */
export type EditorKind = 'text' | 'choice' | 'indicator' | 'quantity'

/** Fields that an edit in place or a bulk change can set. */
export type EditableField = Exclude<
  keyof ExtractedStatement,
  'start' | 'quantity' | 'sentence' | 'rule' | 'confidence' | 'article'
>

interface Definition {
  /** For the grid of CSS. */
  width: string
  /** At least, in pixels. */
  least: number
  sort: SortColumn | null
  figures?: true
  editor?: EditorKind
  /** The field that the editor sets. */
  field?: EditableField
}

/** Every column, in the order in which they stand. */
export const COLUMNS = {
  status: { width: '56px', least: 56, sort: 'status' },
  place: { width: '78px', least: 78, sort: 'place' },
  reportYear: { width: '74px', least: 74, sort: 'reportYear' },
  indicator: { width: 'minmax(170px, 1.1fr)', least: 170, sort: 'indicator', editor: 'indicator', field: 'canonical' },
  phrase: { width: 'minmax(130px, 0.8fr)', least: 130, sort: 'phrase', editor: 'text', field: 'indicator' },
  written: { width: '108px', least: 108, sort: 'written', figures: true, editor: 'quantity', field: 'value' },
  normal: { width: '154px', least: 154, sort: 'normal', figures: true },
  kind: { width: '66px', least: 66, sort: 'kind', editor: 'choice', field: 'kind' },
  role: { width: '82px', least: 82, sort: 'role', editor: 'choice', field: 'role' },
  year: { width: '90px', least: 90, sort: 'year', editor: 'text', field: 'year' },
  period: { width: '96px', least: 96, sort: 'period', editor: 'text', field: 'period' },
  measure: { width: '82px', least: 82, sort: 'measure', editor: 'choice', field: 'measure' },
  basis: { width: '96px', least: 96, sort: 'basis', editor: 'text', field: 'basis' },
  subset: { width: '96px', least: 96, sort: 'subset', editor: 'text', field: 'subset' },
  base: { width: '96px', least: 96, sort: 'base', editor: 'text', field: 'base' },
  rank: { width: '96px', least: 96, sort: 'rank', editor: 'text', field: 'rank' },
  wording: { width: '72px', least: 72, sort: 'wording', editor: 'text', field: 'wording' },
  scope: { width: '92px', least: 92, sort: 'scope', editor: 'text', field: 'scope' },
  list: { width: '92px', least: 92, sort: 'list', editor: 'choice', field: 'list' },
  partOf: { width: '110px', least: 110, sort: 'partOf', editor: 'text', field: 'part_of' },
  due: { width: '84px', least: 84, sort: 'due', editor: 'text', field: 'due' },
  binding: { width: '72px', least: 72, sort: 'binding', editor: 'choice', field: 'binding' },
  confidence: { width: '62px', least: 62, sort: 'confidence', figures: true },
  rule: { width: '84px', least: 84, sort: 'rule' },
  sentence: { width: 'minmax(200px, 2fr)', least: 200, sort: null },
} as const satisfies Record<string, Definition>

export type ColumnId = keyof typeof COLUMNS

/** All columns in their order. */
export const COLUMN_IDS = Object.keys(COLUMNS) as ColumnId[]

/** What a column is. */
export const columnOf = (id: ColumnId): Definition => COLUMNS[id]

/** Columns that a table shows until the user chooses: they fit a window of 1280 pixels. */
export const FIRST_COLUMNS: readonly ColumnId[] = [
  'status',
  'place',
  'reportYear',
  'indicator',
  'written',
  'normal',
  'kind',
  'role',
  'year',
  'confidence',
  'sentence',
]

/** Columns whose first order is the largest first. */
export const DOWN_FIRST: readonly ColumnId[] = ['reportYear', 'year', 'normal']
