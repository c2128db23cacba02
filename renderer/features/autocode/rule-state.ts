import { createStore } from 'zustand/vanilla'
import type { Rule } from '#shared/model/rule'
import type { Query } from './query'

/** What the dialog saves: the query as a new rule, or as what the rule says from now on. */
export interface Saving {
  rule: Rule | null
  query: Query
}

/** What the dialog of rules is open for. */
export const savingStore = createStore<{ saving: Saving | null }>(() => ({ saving: null }))

/** Opens the dialog. */
export const askToSave = (saving: Saving): void => savingStore.setState({ saving })
