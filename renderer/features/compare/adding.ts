import { useEffect } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { addCarried } from '#shared/compare/add'
import type { Carried } from '#shared/model/carried'
import { message } from '#shared/model/identity'
import { inHand, notify, openView } from '../../workbench'
import type { WorkingComparison } from './use-comparison'

/** What waits for a comparison to be shown. */
const waiting = createStore<{ carried: readonly Carried[] }>(() => ({ carried: [] }))

/** Adds what is chosen in the view in front to the comparison that was shown last, and shows that. */
export function addInHand(): void {
  waiting.setState({ carried: [...waiting.getState().carried, ...inHand()] })
  openView({ type: 'compare', key: '', params: {} })
}

/** Adds what was carried to a comparison and says what came of it. */
export function add({ records, comparison, change }: WorkingComparison, carried: readonly Carried[]): void {
  const { comparison: next, added, unknown } = addCarried(records, comparison, carried)
  if (added > 0) change(next)
  if (added > 0) notify('success', message('compare.add.done', { count: added, name: comparison.name }))
  else notify('info', message(unknown > 0 ? 'compare.add.unknown' : 'compare.add.known', { name: comparison.name }))
}

/** Takes in what waits, once the comparison is there. */
export function useAdding(working: WorkingComparison | undefined, visible: boolean): void {
  const { carried } = useStore(waiting)
  useEffect(() => {
    if (!working || !visible || carried.length === 0) return
    waiting.setState({ carried: [] })
    add(working, carried)
  }, [working, visible, carried])
}
