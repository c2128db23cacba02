import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ExtractedStatement } from '#shared/model/statement'
import type { ReviewStatement } from '../../storage'
import type { FieldName } from './form/fields'
import { ALL, type ReviewFilter } from './review'

/** The form that is open: over a statement of the list, or over a draft that is not stored yet. */
export type OpenForm =
  | { type: 'edit'; statement: ReviewStatement; focus: FieldName }
  | { type: 'add'; report: string; draft: ExtractedStatement; focus: FieldName }

interface ReviewState {
  filter: ReviewFilter
  form: OpenForm | null
}

/** What the review shows besides the data. */
export const reviewState = createStore<ReviewState>(() => ({ filter: { ...ALL, order: 'text' }, form: null }))

/** The state of the review in React. */
export const useReview = <T>(select: (state: ReviewState) => T): T => useStore(reviewState, select)

/** Changes the filter. */
export const setFilter = (patch: Partial<ReviewFilter>): void =>
  reviewState.setState(({ filter }) => ({ filter: { ...filter, ...patch } }))

/** Opens or closes the form. */
export const setForm = (form: OpenForm | null): void => reviewState.setState({ form })

/** Lists what needs eyes first, or goes back to the order of the text. */
export const toggleOrder = (): void =>
  setFilter({ order: reviewState.getState().filter.order === 'text' ? 'attention' : 'text' })
