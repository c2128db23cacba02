import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Comparison } from '#shared/model/comparison'
import { runCommand } from '../../workbench'
import styles from './compare.module.css'

/** No report in the library yet: what to do. */
export function EmptyLibrary() {
  const { t } = useTranslation()
  return (
    <div className={styles.empty}>
      <h2>{t('compare.empty.title')}</h2>
      <p>{t('compare.empty.library')}</p>
      <div className={styles.emptyActions}>
        <Button type="primary" onClick={() => runCommand('import.files')}>
          {t('compare.empty.import')}
        </Button>
        <Button onClick={() => runCommand('import.sample')}>{t('compare.empty.sample')}</Button>
      </div>
    </div>
  )
}

/** Nothing is chosen, or the choice holds no number. */
export function NothingHere({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation()
  const chosen = comparison.places.length > 0 && comparison.years.length > 0 && comparison.indicators.length > 0
  return (
    <div className={styles.empty} role="status">
      <p>{t(chosen ? 'compare.empty.nothing' : 'compare.empty.choose')}</p>
    </div>
  )
}
