import styles from './compare.module.css'
import type { Words } from './words'

/** What the signs beside numbers mean. */
export function Legend({ words: { t } }: { words: Words }) {
  const signs = [
    [t('compare.comparator.ge'), 'atLeast'],
    [t('compare.comparator.le'), 'atMost'],
    [t('compare.comparator.approx'), 'approx'],
    [t('compare.flag.estimateMark'), 'estimate'],
    ['*', 'partial'],
    ['②', 'several'],
    [t('compare.table.empty'), 'none'],
  ] as const
  return (
    <dl className={styles.legend} aria-label={t('compare.legend.label')}>
      {signs.map(([sign, meaning]) => (
        <div key={meaning}>
          <dt>{sign.trim()}</dt>
          <dd>{t(`compare.legend.${meaning}`)}</dd>
        </div>
      ))}
    </dl>
  )
}
