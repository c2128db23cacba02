import { StateEffect } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import type { SharedSentence } from '#shared/compare/shared-sentences'
import type { OpenReader } from '../reader'
import { goToPair } from './go'
import { letterOf, SIDES, type Side } from './keys'
import { type Pointed, type SharedMark, setPointed, setShared, sharedMarks } from './marks'
import { isMarked } from './rows'
import { readerOn } from './sides'
import { type ParallelStore, useParallel } from './state'

const NONE: readonly SharedSentence[] = []

/** A side's marks. */
const marksOn = (
  pairs: readonly SharedSentence[],
  side: Side,
  marked: (pair: SharedSentence) => boolean,
): SharedMark[] =>
  pairs.flatMap((pair, index) =>
    marked(pair)
      ? [
          {
            pair: index,
            kind: pair.kind,
            ...pair[letterOf(side)],
            common: side === 'left' ? pair.commonA : pair.commonB,
          },
        ]
      : [],
  )

/** Shows the shared sentences in both texts. */
export function useSharedMarks(
  key: string,
  store: ParallelStore,
  readers: Readonly<Record<Side, OpenReader | null>>,
): void {
  const installed = useRef(new WeakSet<EditorView>())
  const pairs = useParallel(store, ({ comparison }) => (comparison.status === 'found' ? comparison.found.pairs : NONE))
  const kinds = useParallel(store, (state) => state.kinds)
  const formulae = useParallel(store, (state) => state.formulae)
  const current = useParallel(store, (state) => state.current)
  const [left, right] = [readers.left?.view ?? null, readers.right?.view ?? null]

  useEffect(() => {
    const views = { left, right }
    for (const side of SIDES) {
      const view = views[side]
      if (!view) continue
      if (!installed.current.has(view)) {
        installed.current.add(view)
        const events = {
          onPoint: (hover: number | null) => point(key, { current: store.getState().current, hover }),
          onChoose: (pair: number) => goToPair(key, pair, side),
        }
        view.dispatch({ effects: StateEffect.appendConfig.of(sharedMarks(events)) })
      }
      view.dispatch({ effects: setShared.of(marksOn(pairs, side, (pair) => isMarked(pair, { kinds, formulae }))) })
    }
  }, [key, store, left, right, pairs, kinds, formulae])

  // biome-ignore lint/correctness/useExhaustiveDependencies: surfaces and marks that are new are pointed at as before
  useEffect(() => point(key, { current, hover: null }), [key, left, right, current, pairs])
}

/** Points at a shared sentence in both texts. */
function point(key: string, pointed: Pointed): void {
  for (const side of SIDES) readerOn(key, side)?.view.dispatch({ effects: setPointed.of(pointed) })
}
