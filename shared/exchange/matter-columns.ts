import type { MatterType } from '../model/matter'

/** Width of a column of a sheet, in characters; every column that an exported matter can have. */
export const MATTER_WIDTHS = {
  type: 10,
  status: 10,
  region: 16,
  regionCode: 10,
  reportYear: 10,
  canonical: 20,
  indicator: 24,
  kind: 8,
  relation: 12,
  hedge: 8,
  reference: 20,
  referenceCanonical: 16,
  referenceScope: 12,
  aspect: 12,
  position: 8,
  within: 10,
  fromBottom: 8,
  previous: 8,
  among: 16,
  size: 8,
  streak: 8,
  covers: 30,
  subject: 12,
  extent: 12,
  levels: 20,
  listHeading: 36,
  ordinal: 6,
  mark: 8,
  heading: 40,
  count: 8,
  stated: 8,
  items: 8,
  statements: 8,
  total: 14,
  totalNumber: 12,
  own: 14,
  ownNumber: 12,
  above: 14,
  aboveNumber: 12,
  private: 14,
  privateNumber: 12,
  name: 40,
  place: 20,
  amount: 14,
  amountNumber: 12,
  stage: 10,
  stageWords: 16,
  same: 40,
  role: 10,
  year: 10,
  scope: 14,
  wording: 10,
  due: 12,
  period: 14,
  list: 12,
  confidence: 8,
  rule: 18,
  sentence: 80,
  section: 36,
  title: 30,
  page: 8,
  file: 30,
  offset: 10,
} as const

export type MatterColumn = keyof typeof MATTER_WIDTHS

const FIRST = ['status', 'region', 'regionCode', 'reportYear'] as const
const LAST = ['confidence', 'rule', 'sentence', 'section', 'title', 'page', 'file', 'offset'] as const
const WHEN = ['role', 'year', 'scope', 'wording', 'due', 'period', 'list'] as const
const MONEY = ['total', 'totalNumber', 'own', 'ownNumber', 'above', 'aboveNumber', 'private', 'privateNumber'] as const

/** What each type is written with, between its report and its evidence. */
const OWN: Readonly<Record<MatterType, readonly MatterColumn[]>> = {
  relative_target: [
    'canonical',
    'indicator',
    'kind',
    'relation',
    'hedge',
    'reference',
    'referenceCanonical',
    'referenceScope',
  ],
  rank: ['canonical', 'indicator', 'aspect', 'position', 'within', 'fromBottom', 'previous', 'among', 'size', 'streak'],
  claim: ['covers', 'subject', 'extent', 'levels', 'count'],
  list: ['heading', 'stated', 'items', ...MONEY],
  list_item: ['listHeading', 'ordinal', 'mark', 'heading', 'count', 'statements', ...MONEY],
  venture: ['name', 'place', 'amount', 'amountNumber', 'stage', 'stageWords', 'same'],
}

/** Lists and their items in one table. */
const CHECKLIST: readonly MatterColumn[] = [
  'type',
  'listHeading',
  'ordinal',
  'mark',
  'heading',
  'count',
  'items',
  'statements',
  ...MONEY,
]

/** The columns of a table of one type, or of lists with their items. */
export const matterColumns = (table: MatterType | 'checklist'): readonly MatterColumn[] => [
  ...FIRST,
  ...(table === 'checklist' ? CHECKLIST : OWN[table]),
  ...WHEN,
  ...LAST,
]

/** Columns that are called as the field of the same name is. */
const NAMED_HERE: ReadonlySet<MatterColumn> = new Set<MatterColumn>([
  'status',
  'region',
  'regionCode',
  'reportYear',
  'listHeading',
  'statements',
  'totalNumber',
  'ownNumber',
  'aboveNumber',
  'privateNumber',
  'amountNumber',
  'same',
  'confidence',
  'rule',
  'sentence',
  'section',
  'title',
  'page',
  'file',
  'offset',
])

/** The key of a column's heading in the locales. */
export const matterHead = (column: MatterColumn): string =>
  `matters.${NAMED_HERE.has(column) ? 'grid.column' : 'field'}.${column}`
