import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '../../bridge'
import { errorDetails } from './details'
import styles from './error-report.module.css'

interface ErrorReportProps {
  titleKey: string
  error: Error
  /** Where in the components it happened. */
  trace: string
  onRetry?: () => void
}

/** What happened, with its details to copy and ways to go on. */
export function ErrorReport({ titleKey, error, trace, onRetry }: ErrorReportProps) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  const details = errorDetails(error, trace)
  const copy = async () => {
    const result = await request('clipboard:write', { text: details })
    setCopied(result.ok ? 'yes' : 'no')
  }
  return (
    <div className={styles.report} role="alert">
      <h2 className={styles.title}>{t(titleKey)}</h2>
      <p>{t('app.error.safe')}</p>
      <pre className={`${styles.details} db-selectable`}>{details}</pre>
      <div className={styles.actions}>
        {onRetry && <Button onClick={onRetry}>{t('app.error.retry')}</Button>}
        <Button onClick={copy}>
          {copied === 'yes' ? t('app.error.copied') : copied === 'no' ? t('app.error.copyFailed') : t('app.error.copy')}
        </Button>
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('app.error.reload')}
        </Button>
      </div>
    </div>
  )
}
