import { useTranslation } from 'react-i18next'
import { useReaders } from './active'

/** Says how to finish while an annotation is getting a new span. */
export function RespanBar({ id }: { id: string }) {
  const { t } = useTranslation()
  const shown = useReaders((state) => state.respanning !== null && state.active === id)
  if (!shown) return null
  return (
    <p className="db-respan" role="status">
      {t('reader.respan')} <kbd>Enter</kbd> <kbd>Esc</kbd>
    </p>
  )
}
