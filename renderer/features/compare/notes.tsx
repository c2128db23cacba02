import { TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import type { Matrix } from '#shared/compare/matrix'
import { barPanels } from '#shared/compare/series'
import styles from './compare.module.css'
import type { Words } from './words'

/** What to know before the numbers are compared: mixed measures, bases, subsets, periods, units. */
export function Notes({ matrix, words }: { matrix: Matrix; words: Words }) {
  const { t } = words
  const undrawn = useMemo(() => barPanels(matrix).filter((panel) => panel.undrawn > 0), [matrix])
  const mixed = matrix.indicators.filter(({ warnings }) => warnings.length > 0)
  if (mixed.length === 0 && undrawn.length === 0) return null
  return (
    <details className={styles.notes}>
      <summary>
        {t('compare.notes.count', { count: mixed.length + undrawn.length })}
        <TriangleAlert size={12} className={styles.warningMark} aria-hidden />
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <ul tabIndex={0} aria-label={t('compare.notes.title')}>
        {mixed.map(({ warnings, ...series }) => (
          <li key={series.id}>
            {t('compare.notes.indicator', {
              indicator: words.series(series),
              warnings: warnings.map(words.phrase).join(t('compare.notes.separator')),
            })}
          </li>
        ))}
        {undrawn.map((panel) => (
          <li key={`undrawn ${panel.indicator.id}`}>
            {t('compare.chart.undrawn', {
              indicator: words.indicator(panel.indicator.id),
              count: panel.undrawn,
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}
