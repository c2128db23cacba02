import { type Ref, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewDefinition, ViewProps } from '../../workbench'
import { ErrorBoundary } from '../errors/error-boundary'
import styles from './layout.module.css'

interface ViewFrameProps extends ViewProps {
  view: ViewDefinition
  /** True in a side area; a tab in the middle is a named panel of dockview's already. */
  panel?: boolean
  frame?: Ref<HTMLDivElement>
}

/** A view inside its frame, with a boundary that keeps its failure to itself. */
export function ViewFrame({ view, panel = false, frame, ...props }: ViewFrameProps) {
  const { t } = useTranslation()
  const View = view.component
  return (
    <div
      ref={frame}
      className={styles.view}
      data-view={view.type}
      data-view-key={props.viewKey}
      // It holds the focus while there is nothing in it that could.
      tabIndex={-1}
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
