import type { SearchFilters, SearchQuestion } from '../../../../renderer/workers/search/protocol'
import { FIRST_FOLDS } from '../../../../shared/search/query'

/** Filters that leave everything. */
export const EVERYWHERE: SearchFilters = {
  places: null,
  levels: null,
  years: null,
  kinds: null,
  topics: null,
  codes: null,
  indicators: null,
  role: null,
  mainOnly: false,
  reportsOnly: false,
}

/** A question about the texts of the fixture. */
export const ASKED: SearchQuestion = {
  query: '增长',
  over: 'texts',
  unit: 'sentence',
  folds: FIRST_FOLDS,
  filters: EVERYWHERE,
  order: 'place',
}
