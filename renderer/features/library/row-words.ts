import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Gazetteer, useGazetteer } from '../places'
import { formatsFor } from './formats'

/** What the rows of the table are written with: asked for once for all of them, for each asks for ten words and more. */
export interface RowWords {
  t: TFunction
  /** The words of a key without parameters, looked up once. */
  word(key: string): string
  figure: Intl.NumberFormat
  time: Intl.DateTimeFormat
  /** What places lie in; null while it is loaded. */
  gazetteer: Gazetteer | null
}

/** The same object until the language changes or the gazetteer comes. */
export function useRowWords(): RowWords {
  const { t, i18n } = useTranslation()
  const gazetteer = useGazetteer()
  const { language } = i18n
  return useMemo(() => {
    const known = new Map<string, string>()
    const word = (key: string): string => {
      const kept = known.get(key) ?? t(key)
      known.set(key, kept)
      return kept
    }
    return { t, word, gazetteer, ...formatsFor(language) }
  }, [t, language, gazetteer])
}
