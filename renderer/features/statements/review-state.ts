import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Span } from '#shared/model/anchor'
import type { ExtractedMatter } from '#shared/model/matter'
import type { ExtractedStatement } from '#shared/model/statement'
import type { ReviewMatter, ReviewStatement } from '../../storage'
import type { FieldName } from './form/fields'
import { ALL, type ReviewFilter } from './review'

/** The form that is open: over an item of the list, or over a draft that is not stored yet. */
export type OpenForm =
  | { type: 'edit'; statement: ReviewStatement; focus: FieldName }
  | { type: 'add'; report: string; draft: ExtractedStatement; focus: FieldName }
  | { type: 'editMatter'; matter: ReviewMatter; focus: string }
  | { type: 'addMatter'; report: string; draft: ExtractedMatter; focus: string }

interface ReviewState {
  filter: ReviewFilter
  form: OpenForm | null
  /** The words for which a type is asked. */
  picking: Span | null
}

/** What the review shows besides the data. */
export const reviewState = createStore<ReviewState>(() => ({
  filter: { ...ALL, order: 'text' },
  form: null,
  picking: null,
}))

/** The state of the review in React. */
export const useReview = <T>(select: (state: ReviewState) => T): T => useStore(reviewState, select)

/** Changes the filter. */
export const setFilter = (patch: Partial<ReviewFilter>): void =>
  reviewState.setState(({ filter }) => ({ filter: { ...filter, ...patch } }))

/** Opens or closes the form. */
export const setForm = (form: OpenForm | null): void => reviewState.setState({ form })

/** Asks as what words are to be added, or closes the question. */
export const setPicking = (picking: Span | null): void => reviewState.setState({ picking })

/** Lists what needs eyes first, or goes back to the order of the text. */
export const toggleOrder = (): void =>
  setFilter({ order: reviewState.getState().filter.order === 'text' ? 'attention' : 'text' })
