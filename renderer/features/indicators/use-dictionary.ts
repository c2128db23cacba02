import { useEffect } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Indicator } from '#shared/model/indicator'
import { BUILT_IN, type Dictionary, makeDictionary } from '#shared/statements/dictionary'
import { listIndicators, useLive } from '../../storage'

const store = createStore<{ dictionary: Dictionary }>(() => ({ dictionary: BUILT_IN }))

/** The dictionary with the user's word over it, as it is now. */
export const useDictionary = (): Dictionary => useStore(store, (state) => state.dictionary)

/** The same outside of React. */
export const currentDictionary = (): Dictionary => store.getState().dictionary

/** Keeps the dictionary as the open project has it: one live query for all rows that name indicators. */
export function DictionaryKeeper() {
  const own = useLive(listIndicators, [])
  useEffect(() => {
    if (own) store.setState({ dictionary: makeDictionary(own) })
  }, [own])
  useEffect(() => () => store.setState({ dictionary: BUILT_IN }), [])
  return null
}

/** Ids of the user's own indicators begin so. */
const OWN_ID = /^u_[a-z0-9_]+$/u

/**
 * What an id is called: the indicator's name; that it was removed, for one of the user's own that is gone; a phrase is
 * its own name.
 */
export function nameOf(dictionary: Dictionary, id: string, language: string, t: (key: string) => string): string {
  const known = dictionary.byId(id)
  if (known) return nameIn(known, language)
  return OWN_ID.test(id) ? t('indicatorTable.gone') : id
}

/** An indicator's name in the interface's language. */
export const nameIn = ({ name, english }: Pick<Indicator, 'name' | 'english'>, language: string): string =>
  language === 'en' ? english : name
