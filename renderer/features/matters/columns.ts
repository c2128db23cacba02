import type { MatterColumn } from '#shared/exchange/matter-columns'
import type { Language } from '#shared/locales/translate'
import type { Tab } from './tabs'

interface Definition {
  /** For the grid of CSS. */
  width: string
  /** At least, in pixels. */
  least: number
  figures?: true
  /** Without: its order is that of what it shows. */
  sort?: MatterColumn | null
}

/** Columns as they are shown. */
export const COLUMNS = {
  status: { width: '52px', least: 52 },
  region: { width: '84px', least: 84 },
  reportYear: { width: '76px', least: 76 },
  indicator: { width: 'minmax(150px, 1fr)', least: 150 },
  relation: { width: '104px', least: 104 },
  reference: { width: 'minmax(120px, 0.8fr)', least: 120 },
  among: { width: 'minmax(90px, 0.5fr)', least: 90 },
  aspect: { width: '84px', least: 84 },
  position: { width: '92px', least: 92 },
  previous: { width: '72px', least: 72, figures: true },
  streak: { width: '84px', least: 84, figures: true },
  covers: { width: 'minmax(180px, 1.2fr)', least: 180 },
  subject: { width: '92px', least: 92 },
  extent: { width: '88px', least: 88 },
  count: { width: '78px', least: 78, figures: true },
  heading: { width: 'minmax(240px, 2fr)', least: 240 },
  statements: { width: '84px', least: 84, figures: true, sort: null },
  total: { width: '104px', least: 104, figures: true, sort: 'totalNumber' },
  own: { width: '96px', least: 96, figures: true, sort: 'ownNumber' },
  above: { width: '96px', least: 96, figures: true, sort: 'aboveNumber' },
  private: { width: '96px', least: 96, figures: true, sort: 'privateNumber' },
  name: { width: 'minmax(190px, 1.4fr)', least: 190 },
  place: { width: 'minmax(80px, 0.5fr)', least: 80 },
  amount: { width: '104px', least: 104, figures: true, sort: 'amountNumber' },
  stage: { width: '72px', least: 72 },
  same: { width: 'minmax(90px, 0.9fr)', least: 90, sort: null },
  role: { width: '84px', least: 84 },
  year: { width: '78px', least: 78 },
  wording: { width: '72px', least: 72 },
  due: { width: '84px', least: 84 },
  confidence: { width: '62px', least: 62, figures: true },
  sentence: { width: 'minmax(200px, 2fr)', least: 200, sort: null },
} as const satisfies Partial<Record<MatterColumn, Definition>>

export type ColumnId = keyof typeof COLUMNS

/** Pixels of those that English names fill to another width. */
const IN_ENGLISH: Readonly<Partial<Record<ColumnId, number>>> = {
  status: 60,
  reportYear: 108,
  relation: 124,
  aspect: 76,
  previous: 100,
  streak: 110,
  subject: 126,
  count: 64,
  statements: 92,
  stage: 94,
  role: 76,
  year: 88,
  confidence: 90,
}

/** What a column is. */
export const columnOf = (id: ColumnId): Definition => COLUMNS[id]

/** How wide a column is in a language: for the grid of CSS, and at least in pixels. */
export function widthOf(id: ColumnId, language: Language): Pick<Definition, 'width' | 'least'> {
  const { width, least } = columnOf(id)
  const own = language === 'en' ? IN_ENGLISH[id] : undefined
  return own === undefined ? { width, least } : { width: `${own}px`, least: own }
}

/** The columns of each tab; they fit a window of 1280 pixels with a side panel open. */
const SHOWN: Readonly<Record<Tab, readonly ColumnId[]>> = {
  relative_target: [
    'status',
    'region',
    'reportYear',
    'indicator',
    'relation',
    'reference',
    'role',
    'year',
    'wording',
    'confidence',
    'sentence',
  ],
  rank: [
    'status',
    'region',
    'reportYear',
    'indicator',
    'aspect',
    'among',
    'position',
    'previous',
    'streak',
    'role',
    'year',
    'confidence',
    'sentence',
  ],
  claim: [
    'status',
    'region',
    'reportYear',
    'covers',
    'subject',
    'extent',
    'count',
    'role',
    'year',
    'confidence',
    'sentence',
  ],
  checklist: [
    'status',
    'region',
    'reportYear',
    'heading',
    'count',
    'statements',
    'due',
    'total',
    'own',
    'above',
    'private',
    'confidence',
  ],
  venture: [
    'status',
    'region',
    'reportYear',
    'name',
    'place',
    'amount',
    'stage',
    'year',
    'due',
    'same',
    'confidence',
    'sentence',
  ],
}

/** The columns that a tab shows. */
export const columnsOf = (tab: Tab): readonly ColumnId[] => SHOWN[tab]

/** Columns that go first where there is no room for all; each is in the opened line or in the export. */
const SPARE: readonly ColumnId[] = [
  'due',
  'place',
  'wording',
  'previous',
  'streak',
  'same',
  'private',
  'above',
  'own',
  'sentence',
  'confidence',
  'aspect',
  'year',
  'role',
  'statements',
]

/** The columns of a tab that fit a width in pixels, beside the box that chooses a row. */
export function fitting(tab: Tab, room: number, language: Language): readonly ColumnId[] {
  let columns = columnsOf(tab)
  const least = () => columns.reduce((sum, id) => sum + widthOf(id, language).least, 0)
  for (const spare of SPARE) {
    if (least() <= room) break
    columns = columns.filter((id) => id !== spare)
  }
  return columns
}

/** What a column orders by; null where it can't. */
export function sortedBy(id: ColumnId): MatterColumn | null {
  const { sort } = columnOf(id)
  return sort === undefined ? id : sort
}

/** The columns of a tab that can order it. */
export const sortable = (tab: Tab): readonly ColumnId[] => columnsOf(tab).filter((id) => sortedBy(id) !== null)

/** Columns whose first order is the largest or latest first. */
export const DOWN_FIRST: readonly ColumnId[] = [
  'reportYear',
  'year',
  'amount',
  'total',
  'own',
  'above',
  'private',
  'streak',
  'count',
]
