import type { CsvCell } from '#shared/exchange/csv'
import type { ReportCells } from '#shared/model/cell'
import type { Comparison } from '#shared/model/comparison'
import type { ChartPlan } from '../../../charts'
import type { Words } from '../words'
import type { WantedReports } from './reports'
import type { WordsStore } from './state'

/** The views of a comparison that are about words. */
export const WORD_VIEWS = ['attention', 'codes', 'cooccurrence', 'keyness'] as const
export type WordView = (typeof WORD_VIEWS)[number]

/** True for a view that is about words, not numbers. */
export const isWordView = (view: Comparison['view']): view is WordView => WORD_VIEWS.some((one) => one === view)

/** A table to be saved; the first row is the heads. */
export type SavedTable = () => readonly (readonly CsvCell[])[]

/** What each of the panes gets. */
export interface PaneProps {
  comparison: Comparison
  records: readonly ReportCells[]
  wanted: WantedReports
  store: WordsStore
  words: Words
  visible: boolean
  change: (patch: Partial<Comparison>) => void
  /** Tells what an export saves; null while there is nothing. */
  onTable: (table: SavedTable | null) => void
  /** Tells what is drawn, so that a picture can be saved. */
  onPlan: (plan: ChartPlan<unknown> | null) => void
}
