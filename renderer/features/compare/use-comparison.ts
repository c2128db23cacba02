import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { firstComparison } from '#shared/compare/offer'
import type { ReportCells } from '#shared/model/cell'
import type { Comparison } from '#shared/model/comparison'
import { newId } from '#shared/model/identity'
import { listCells, listComparisons, removeComparison, saveComparison, useLive, useSession } from '../../storage'
import { closeView, openView } from '../../workbench'
import { usePaced } from '../import'
import { dropDraft, keepDraft, showLast, useDrafts } from './drafts'

/** The comparison of a view, and what can be done with it. */
export interface WorkingComparison {
  comparison: Comparison
  /** The library's cells. */
  records: readonly ReportCells[]
  saved: readonly Comparison[]
  /** True while the library does not have it as it is shown. */
  unsaved: boolean
  change: (patch: Partial<Comparison>) => void
  /** Saves it: one step that can be undone. */
  save: () => Promise<void>
  remove: () => Promise<void>
  /** Shows another one in this place. */
  open: (id: string) => void
  create: () => void
  /** Makes a copy under another name and shows it. */
  duplicate: () => void
  /** Shows it in a tab of its own, beside the one in front. */
  openBeside: (id: string) => void
}

const NONE: readonly ReportCells[] = []
const now = (): string => new Date().toISOString()
const timeless = { updatedAt: '' }
const same = (a: Comparison, b: Comparison): boolean =>
  JSON.stringify({ ...a, ...timeless }) === JSON.stringify({ ...b, ...timeless })

/**
 * The comparison that a view shows: its draft, else as saved, else a first look at what the library has. An untouched
 * first look follows the library; the first change makes it a draft.
 * @param viewKey id of a comparison; '' for the one shown last
 * @returns undefined while the library is read
 */
export function useComparison(viewKey: string): WorkingComparison | undefined {
  const session = useSession()
  const { t } = useTranslation()
  const project = session.project.id
  const { last, drafts } = useDrafts(project)
  const cells = usePaced(listCells)
  const records = cells ?? NONE
  const saved = useLive(listComparisons, [])
  const [fresh] = useState(newId)
  const id = viewKey || last || saved?.[0]?.id || fresh
  const known = saved?.find((one) => one.id === id)
  const name = t('compare.numbered', { number: (saved?.length ?? 0) + 1 })
  const first = useMemo(() => firstComparison(records, { id, name, updatedAt: now() }), [records, id, name])
  const comparison = drafts[id] ?? known ?? first
  // An untouched first look keeps its id too, so that whoever comes back finds the cell that was left.
  const nameless = viewKey === '' && last === null && saved?.length === 0
  useEffect(() => {
    if (nameless) showLast(project, fresh)
  }, [nameless, project, fresh])
  if (!cells || !saved) return undefined

  const open = (next: string): void => {
    if (viewKey === '') showLast(project, next)
    else openView({ type: 'compare', key: next, params: {} })
  }
  return {
    comparison,
    records,
    saved,
    unsaved: known === undefined || !same(known, comparison),
    change: (patch) => {
      keepDraft(project, { ...comparison, ...patch })
      if (viewKey === '') showLast(project, id)
    },
    save: async () => {
      await saveComparison(session, { ...comparison, updatedAt: now() })
      dropDraft(project, id)
      if (viewKey === '') showLast(project, id)
    },
    remove: async () => {
      await removeComparison(session, id)
      dropDraft(project, id)
      if (viewKey === '') showLast(project, null)
      else closeView('compare', viewKey)
    },
    open,
    openBeside: (next) => openView({ type: 'compare', key: next, params: {} }, { beside: true }),
    duplicate: () => {
      const copy = { ...comparison, id: newId(), name: t('compare.saved.copyOf', { name: comparison.name }) }
      keepDraft(project, copy)
      openView({ type: 'compare', key: copy.id, params: {} })
    },
    create: () => {
      const made = firstComparison(records, { id: newId(), name, updatedAt: now() })
      keepDraft(project, made)
      open(made.id)
    },
  }
}
