import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewDefinition, ViewProps } from '../../workbench'
import { ErrorBoundary } from '../errors/error-boundary'
import styles from './layout.module.css'

/**
 * A view inside its frame, with a boundary that keeps its failure to itself.
 * @param panel true in a side area; a tab in the middle is a named panel of dockview's already
 */
export function ViewFrame({ view, panel = false, ...props }: ViewProps & { view: ViewDefinition; panel?: boolean }) {
  const { t } = useTranslation()
  const View = view.component
  return (
    <div
      className={styles.view}
      data-view={view.type}
      {...(panel ? { role: 'tabpanel', 'aria-label': t(view.titleKey) } : {})}
    >
      <ErrorBoundary titleKey="app.error.view">
        <Suspense fallback={<p className={styles.waiting}>{t('app.layout.loading')}</p>}>
          <View {...props} />
        </Suspense>
      </ErrorBoundary>
    </div>
  )
}
