import { useTranslation } from 'react-i18next'

/** The review list of the report in front. */
export function StatementsView() {
  const { t } = useTranslation()
  return <p className="db-statements-empty">{t('statements.empty')}</p>
}
