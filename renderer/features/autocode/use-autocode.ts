import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { carriedCodes } from '#shared/coding/scan/carried'
import type { Annotation } from '#shared/model/annotation'
import type { Code } from '#shared/model/code'
import type { Rule } from '#shared/model/rule'
import { listCodes, listRules, type ProjectDatabase, reasonOf, useLive, useSession, watchCoded } from '../../storage'
import { notify } from '../../workbench'
import { readerStore, reportInFront, useReaders } from '../reader'
import { type AutocodeController, type AutocodeState, autocodeOf } from './controller'
import type { Scopes } from './query'

/** The controller of the open project. */
export const useAutocode = (): AutocodeController => autocodeOf(useSession().project.id)

/** What a controller holds, as React state. */
export const useAuto = <T>(controller: AutocodeController, select: (state: AutocodeState) => T): T =>
  useStore(controller.store, select)

/** The codes of the project in the order of the codebook. */
export const useCodes = (): readonly Code[] | undefined => useLive(listCodes, [])

/** The saved rules. */
export const useRules = (): readonly Rule[] | undefined => useLive(listRules, [])

/** The report of the reader in front. */
export function currentReport(): Scopes['report'] {
  const state = readerStore.getState()
  const id = reportInFront(state)
  const reader = state.active === null ? undefined : state.readers.get(state.active)
  return id && reader ? { id, source: reader.hash } : null
}

/** What the report of the reader in front is called, null where there is none. */
export function useReportName(): string | null {
  const id = useReaders(reportInFront)
  const name = useLive(
    async (db) => {
      const report = id === null ? undefined : await db.reports.get(id)
      return report ? [report.place?.short ?? report.title, report.year].filter((part) => part).join(' ') : null
    },
    [id],
  )
  return id === null ? null : (name ?? '')
}

/** Keeps the hits told, while they are seen, which of them carry the chosen codes; codes that are gone are let go. */
export function useCarried(controller: AutocodeController, visible: boolean): void {
  const chosen = useAuto(controller, (state) => state.query.codes)
  const codes = useCodes()
  const session = useSession()
  const name = chosen.join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids themselves, not the list that holds them
  const wanted = useMemo(() => chosen, [name])
  const isWatching = useAuto(controller, ({ ran }) => ran !== null) && visible
  useEffect(() => {
    if (!isWatching) return
    const told = (annotations: readonly Annotation[]) => controller.carry(carriedCodes(annotations, wanted), false)
    const failed = (error: unknown) => void notify('error', reasonOf(error, 'autocode.failed'))
    return watchCoded(session.db, wanted, told, failed)
  }, [controller, session, wanted, isWatching])
  useEffect(() => {
    // A code that has just been made may be missing in the list that is shown; the database has it.
    if (codes && wanted.length > 0) void letGo(controller, session.db)
  }, [controller, session, codes, wanted])
}

/** Takes codes that are gone out of the query. */
async function letGo(controller: AutocodeController, db: ProjectDatabase): Promise<void> {
  const { codes } = controller.store.getState().query
  const stored = await db.codes.bulkGet([...codes])
  const gone = new Set(codes.filter((_, index) => !stored[index]))
  if (gone.size === 0) return
  const now = controller.store.getState().query.codes
  controller.set({ codes: now.filter((id) => !gone.has(id)) })
}
