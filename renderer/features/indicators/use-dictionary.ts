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

/** An indicator's name in the interface's language. */
export const nameIn = ({ name, english }: Pick<Indicator, 'name' | 'english'>, language: string): string =>
  language === 'en' ? english : name
