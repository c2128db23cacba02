import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { carriedCodes } from '#shared/coding/scan/carried'
import type { Code } from '#shared/model/code'
import type { Rule } from '#shared/model/rule'
import { codedAnnotations, listCodes, listRules, useLive, useSession } from '../../storage'
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

/** Keeps the hits told which of them carry the chosen codes; codes that are gone are let go. */
export function useCarried(controller: AutocodeController): void {
  const chosen = useAuto(controller, (state) => state.query.codes)
  const codes = useCodes()
  const name = chosen.join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids themselves, not the list that holds them
  const wanted = useMemo(() => chosen, [name])
  const annotations = useLive((db) => codedAnnotations(db, wanted), [wanted])
  useEffect(() => {
    if (annotations) controller.carry(carriedCodes(annotations, wanted), false)
  }, [controller, annotations, wanted])
  useEffect(() => {
    if (!codes) return
    const known = new Set(codes.map(({ id }) => id))
    if (wanted.some((id) => !known.has(id))) controller.set({ codes: wanted.filter((id) => known.has(id)) })
  }, [controller, codes, wanted])
}
