import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Message } from '#shared/model/identity'
import { request } from '../../bridge'
import { errorDetails } from './details'
import styles from './error-report.module.css'

interface ErrorReportProps {
  titleKey: string
  /** What it means for the user, where that is known. */
  message?: Message
  error: unknown
  /** Where in the components it happened. */
  trace?: string
  onRetry?: () => void
}

/** What happened, with its details to copy and ways to go on. */
export function ErrorReport({ titleKey, message, error, trace = '', onRetry }: ErrorReportProps) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState<'copy' | 'copied' | 'copyFailed'>('copy')
  const details = errorDetails(error, trace)
  const copy = async () => {
    const result = await request('clipboard:write', { text: details })
    setCopied(result.ok ? 'copied' : 'copyFailed')
  }
  return (
    <div className={styles.report} role="alert">
      <h2 className={styles.title}>{t(titleKey)}</h2>
      {message && <p className="db-selectable">{t(message.key, message.params)}</p>}
      <p>{t('app.error.safe')}</p>
      <pre className={`${styles.details} db-selectable`}>{details}</pre>
      <div className={styles.actions}>
        {onRetry && <Button onClick={onRetry}>{t('app.error.retry')}</Button>}
        <Button onClick={copy}>{t(`app.error.${copied}`)}</Button>
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('app.error.reload')}
        </Button>
      </div>
    </div>
  )
}
