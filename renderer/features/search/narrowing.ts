import type { SearchCount, SearchFound, SearchQuestion } from '../../workers/search/protocol'
import type { Mark } from './question'

/** A search that shows only what a mark of the figure counts. */
export interface Narrowing {
  mark: Mark
  /** The question before, and what it counted: the figure goes on showing that. */
  before: SearchQuestion
  counts: readonly SearchCount[]
  /** Something was changed since that was counted. */
  isStale: boolean
}

/** True for marks of the same place and year. */
export const isSameMark = (one: Mark, other: Mark): boolean =>
  one.year === other.year && one.place?.code === other.place?.code

/** What of a question the counts go by, but for filters and order. */
const countedBy = ({ query, over, unit, folds }: SearchQuestion): string => JSON.stringify([query, over, unit, folds])

/** Whether the counts of a narrowing are those of a question, too: it was not changed since but by the figure. */
export const isCountedBy = ({ before }: Narrowing, question: SearchQuestion): boolean =>
  countedBy(before) === countedBy(question)

const NOTHING: readonly SearchCount[] = []

/** The counts that the figure is to show, the same array while they are the same. */
export const countsOf = (state: {
  narrowed: Narrowing | null
  question: SearchQuestion
  found: SearchFound | null
}): readonly SearchCount[] => {
  const { narrowed, question, found } = state
  return narrowed && isCountedBy(narrowed, question) ? narrowed.counts : (found?.counts ?? NOTHING)
}
