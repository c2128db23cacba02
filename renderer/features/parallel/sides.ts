import type { SharedSentence } from '#shared/compare/shared-sentences'
import type { Span } from '#shared/model/anchor'
import { type OpenReader, readerStore } from '../reader'
import { letterOf, type Side, surfaceOf } from './keys'
import { stateOf } from './state'

/** The open reader on a side of a view; null while it isn't there. */
export const readerOn = (view: string, side: Side): OpenReader | null =>
  readerStore.getState().readers.get(surfaceOf(view, side)) ?? null

/** The shared sentence of a view that is looked at; null where none is. */
export function currentPair(view: string): { pair: SharedSentence; index: number } | null {
  const state = stateOf(view)?.getState()
  if (state?.comparison.status !== 'found' || state.current === null) return null
  const pair = state.comparison.found.pairs[state.current]
  return pair ? { pair, index: state.current } : null
}

/** The sentence of a pair on a side. */
export const spanOn = (pair: SharedSentence, side: Side): Span => pair[letterOf(side)]
