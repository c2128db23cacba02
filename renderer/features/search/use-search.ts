import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Code } from '#shared/model/code'
import { topicsWith } from '#shared/text/topics'
import { listCodes, listTopics, reasonOf, useLive, useSession, watchTexts } from '../../storage'
import { notify } from '../../workbench'
import { nameOf, useDictionary } from '../indicators'
import { useGazetteer } from '../places'
import { codePath } from '../reader'
import { type SearchController, type SearchState, searchOf } from './controller'
import type { Chip } from './question'

/** The controller of the open project. */
export const useController = (): SearchController => searchOf(useSession().project.id)

/** What a controller holds, as React state. */
export const useSearch = <T>(controller: SearchController, select: (state: SearchState) => T): T =>
  useStore(controller.store, select)

/** Changes are told this long after the first of them, in milliseconds: most come in crowds. */
const PACE = 400

/** Keeps the search told of changes in the project, seen or not: mounted once for the window. */
export function SearchKeeper() {
  const controller = useController()
  const { db } = useSession()
  useEffect(() => watchTexts(db, (change) => controller.heard(change), PACE), [controller, db])
  return null
}

/** Codes that are gone are let go of. */
export function useChosenCodes(controller: SearchController): readonly string[] {
  const chosen = useSearch(controller, (state) => state.looks.codes)
  const { db } = useSession()
  const codes = useLive(listCodes, [])
  useEffect(() => {
    if (!codes || chosen.length === 0) return
    // A code that has just been made may be missing in the list that is shown; the database has it.
    db.codes.bulkGet([...chosen]).then(
      (stored) => {
        const kept = chosen.filter((_, index) => stored[index])
        if (kept.length < chosen.length) controller.look({ codes: kept })
      },
      (error) => void notify('error', reasonOf(error, 'search.failed')),
    )
  }, [controller, db, codes, chosen])
  return chosen
}

/** What the values of filters are called. */
export function useNames(controller: SearchController): (chip: Chip) => string {
  const { t, i18n } = useTranslation()
  const gazetteer = useGazetteer()
  const dictionary = useDictionary()
  const codes = useLive(listCodes, [])
  const topics = useLive(listTopics, [])
  const counts = useSearch(controller, (state) => state.found?.counts)
  const byId = useMemo(() => new Map((codes ?? []).map((code): [string, Code] => [code.id, code])), [codes])
  return ({ box, value }) => {
    switch (box) {
      case 'places': {
        const counted = counts?.find(({ place }) => place?.code === value)?.place
        return counted?.name ?? gazetteer?.placeByCode(value)?.name ?? value
      }
      case 'levels':
        return t(`library.level.${value}`)
      case 'kinds':
        return t(`reader.kind.${value}`)
      case 'topics': {
        const rule = topicsWith(topics ?? []).find(({ id }) => id === value)
        return rule?.name ?? t(`topics.name.${value}`, { defaultValue: value })
      }
      case 'codes': {
        const code = byId.get(value)
        return code ? codePath(code, byId) : value
      }
      case 'indicators':
        return nameOf(dictionary, value, i18n.language, t)
      case 'role':
        return t(`statementTable.role.${value}`)
      case 'years':
        return value
    }
  }
}
