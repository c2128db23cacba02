import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { MatterRow } from '../../../storage'
import type { MattersController } from '../controller'
import { timelineOf } from '../group-row'
import { rowKey } from '../tabs'

/** Tells of a venture its stages through the years, by the other reports that it is linked with; '' for one that is not. */
export function useTimelines({ store }: MattersController): (key: string) => string {
  const { t } = useTranslation()
  const known = useStore(store, (state) => state.known)
  const sets = useStore(store, (state) => state.sets)
  return useMemo(() => {
    const told = new Map<string, string>()
    const find = (key: string): MatterRow[] => {
      const report = key.slice(0, key.indexOf(' '))
      return (known?.byReport.get(report) ?? []).filter((row) => rowKey(row) === key)
    }
    return (key) => {
      const set = sets.of(key)
      if (set === null) return ''
      const before = told.get(set)
      if (before !== undefined) return before
      const timeline = timelineOf(sets.members(set).flatMap(find), t)
      told.set(set, timeline)
      return timeline
    }
  }, [known, sets, t])
}
