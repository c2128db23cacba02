import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Say } from '#shared/exchange/merge/describe'

/** Puts messages into the words of the interface. */
export function useSay(): Say {
  const { t } = useTranslation()
  return useCallback((key, params = {}) => t(key, params), [t])
}
