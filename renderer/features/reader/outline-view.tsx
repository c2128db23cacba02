import { useTranslation } from 'react-i18next'

/** Reports and sections of the source in front. */
export function OutlineView() {
  const { t } = useTranslation()
  return <p className="db-outline-empty">{t('reader.outline.empty')}</p>
}
