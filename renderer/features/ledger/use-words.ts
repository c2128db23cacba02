import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerFigure } from '#shared/compare/ledger/ledger-types'
import { sayLedger } from '#shared/compare/ledger/wording'
import { type Language, languageOf } from '#shared/locales/translate'
import type { Message } from '#shared/model/identity'
import { nameOf, useDictionary } from '../indicators'

/** How the ledger speaks: one language, the project's own names of indicators. */
export interface LedgerWords {
  language: Language
  t: (key: string, params?: Record<string, string | number>) => string
  /** Name of an indicator; a phrase is its own name. */
  indicator: (id: string) => string
  /** What a figure is of: the phrase as written. */
  name: (figure: LedgerFigure) => string
  say: (message: Message) => string
}

/** The words of the ledger in the interface's language. */
export function useLedgerWords(): LedgerWords {
  const { t, i18n } = useTranslation()
  const dictionary = useDictionary()
  return useMemo(() => {
    const say = (key: string, params: Record<string, string | number> = {}): string => t(key, params)
    const indicator = (id: string): string => nameOf(dictionary, id, i18n.language, t)
    return {
      language: languageOf(i18n.language),
      t: say,
      indicator,
      name: ({ type, phrase, indicator: id }) => (type === 'cited' ? indicator(id) : phrase),
      say: (message) => sayLedger(say, message),
    }
  }, [t, i18n.language, dictionary])
}
