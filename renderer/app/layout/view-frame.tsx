import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewDefinition, ViewProps } from '../../workbench'
import { ErrorBoundary } from '../errors/error-boundary'
import styles from './layout.module.css'

/** A view inside its frame: named, and with a boundary that keeps its failure to itself. */
export function ViewFrame({ view, ...props }: ViewProps & { view: ViewDefinition }) {
  const { t } = useTranslation()
  const View = view.component
  return (
    <section className={styles.view} aria-label={t(view.titleKey)} data-view={view.type}>
      <ErrorBoundary titleKey="app.error.view">
        <Suspense fallback={<p className={styles.waiting}>{t('app.layout.loading')}</p>}>
          <View {...props} />
        </Suspense>
      </ErrorBoundary>
    </section>
  )
}
