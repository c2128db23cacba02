import { TriangleAlert } from 'lucide-react'
import type { Matrix } from '#shared/compare/matrix'
import styles from './compare.module.css'
import type { Words } from './words'

/** Two rows of headings: indicators with their unit, and under each its years. */
export function TableHead({ matrix, words }: { matrix: Matrix; words: Words }) {
  const { t } = words
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2} className={styles.corner}>
          {t('compare.table.place')}
        </th>
        {matrix.indicators.map(({ id, unit }) => (
          <th
            key={id}
            scope="colgroup"
            colSpan={matrix.columns.filter(({ indicator }) => indicator === id).length}
            className={styles.indicatorHead}
          >
            <div className={styles.indicatorName}>
              <span title={words.indicator(id)}>{words.indicator(id)}</span>
              {unit !== '' && <small className={styles.unit}>{unit}</small>}
            </div>
          </th>
        ))}
      </tr>
      <tr>
        {matrix.columns.map(({ indicator, year, warnings }, index) => (
          <th
            key={`${indicator} ${year}`}
            scope="col"
            className={
              matrix.columns[index - 1]?.indicator !== indicator
                ? `${styles.yearHead} ${styles.newGroup}`
                : styles.yearHead
            }
            title={warnings.map(words.phrase).join('\n')}
          >
            {year}
            {warnings.length > 0 && <TriangleAlert size={11} className={styles.warningMark} aria-hidden />}
          </th>
        ))}
      </tr>
    </thead>
  )
}
