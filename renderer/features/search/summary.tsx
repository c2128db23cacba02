import { Button } from 'antd'
import { ChartColumn, ListFilter } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchController } from './controller'
import { Chips } from './filter-bar'
import { chipsOf } from './question'
import styles from './search.module.css'
import { useSearch } from './use-search'

/** How far the search is, how it ended, or how much it found. */
function Told({ controller }: { controller: SearchController }) {
  const { t, i18n } = useTranslation()
  const found = useSearch(controller, (state) => state.found)
  const asking = useSearch(controller, (state) => state.asking)
  const progress = useSearch(controller, (state) => state.progress)
  const stopped = useSearch(controller, (state) => state.stopped)
  const failed = useSearch(controller, (state) => state.failed)
  const number = (value: number) => value.toLocaleString(i18n.language)
  const again = (
    <Button size="small" type="link" onClick={() => void controller.ask()}>
      {t('search.again')}
    </Button>
  )
  if (failed)
    return (
      <span className={styles.failed} role="alert">
        {t(failed.key, failed.params)}
        {again}
      </span>
    )
  const { hits = 0, reports = 0, sources = 0, listed = hits } = found ?? {}
  const said = { hits: number(hits), listed: number(listed), reports: number(reports), sources: number(sources) }
  // Beside files that hold no report, how many files it is says more.
  const words = found ? t(reports > 0 || hits === 0 ? 'search.count' : 'search.countFiles', said) : ''
  return (
    <>
      <strong className={`${styles.count} db-figures`} role="status">
        {words}
      </strong>
      {listed < hits && !asking && <span className={styles.warning}>{t('search.truncated', said)}</span>}
      {stopped && (
        <span className={styles.aside} role="status">
          {t('search.stopped')}
          {again}
        </span>
      )}
      {asking && progress && (
        <span className={styles.progress} role="status">
          <progress
            max={Math.max(1, progress.total)}
            value={progress.done}
            aria-label={t(`search.${progress.step}`, { done: progress.done, total: progress.total })}
          />
          <span className="db-figures">
            {t(`search.${progress.step}`, { done: progress.done, total: progress.total })}
          </span>
          <Button size="small" type="link" onClick={() => controller.stop()}>
            {t('search.stop')}
          </Button>
        </span>
      )}
    </>
  )
}

/** What was found, the filters in force, and what opens boxes and figure. */
export const Summary = memo(function Summary({ controller }: { controller: SearchController }) {
  const { t } = useTranslation()
  const { boxes, figure } = useSearch(controller, (state) => state.looks)
  const filters = useSearch(controller, (state) => state.question.filters)
  const count = chipsOf(filters).length
  return (
    <div className={styles.summary}>
      <Told controller={controller} />
      <Chips controller={controller} />
      <span className={styles.gap} />
      <Button
        icon={<ListFilter size={14} aria-hidden />}
        aria-expanded={boxes}
        type={boxes ? 'primary' : 'default'}
        ghost={boxes}
        onClick={() => controller.look({ boxes: !boxes })}
      >
        {t('search.filter.more')}
        {count > 0 && !boxes && <span className="db-figures">{count}</span>}
      </Button>
      <Button
        icon={<ChartColumn size={14} aria-hidden />}
        aria-expanded={figure}
        type={figure ? 'primary' : 'default'}
        ghost={figure}
        onClick={() => controller.look({ figure: !figure })}
      >
        {t('search.figure.show')}
      </Button>
    </div>
  )
})
