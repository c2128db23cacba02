import type { Total } from '#shared/compare/totals'
import styles from './compare.module.css'
import type { Words } from './words'

interface TotalCellProps {
  at: string
  /** Its place among the columns, from 0. */
  column: number
  /** Null where numbers of several places have no sum. */
  total: Total | null
  words: Words
  current: boolean
  onFocus: () => void
}

/** What is to be known of a sum, a line each. */
export function totalLines(total: Total, { t }: Words): string[] {
  const { covered, of, estimates, leftOut } = total
  return [
    t('compare.total.covers', { covered, of }),
    ...(estimates > 0 ? [t('compare.total.estimates', { count: estimates })] : []),
    ...(leftOut > 0 ? [t('compare.total.leftOut', { count: leftOut })] : []),
  ]
}

/** A sum over places with how many of them it covers; empty where there is none. */
export function TotalCell({ at, column, total, words, current, onFocus }: TotalCellProps) {
  const { t } = words
  const value = total
    ? `${t(`compare.comparator.${total.comparator}`)}${words.number(total.value)}${total.estimates > 0 ? t('compare.flag.estimateMark') : ''}`
    : ''
  const lines = total ? totalLines(total, words) : [t('compare.total.none')]
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of ARIA on a table
      role="gridcell"
      data-cell={at}
      data-total
      aria-colindex={column + 2}
      tabIndex={current ? 0 : -1}
      className={`${styles.cell} ${styles.totalCell}`}
      title={lines.join('\n')}
      aria-label={`${value} ${lines.join(' ')}`}
      onFocus={onFocus}
    >
      <span className="db-figures">{value}</span>
      {total && total.covered < total.of && (
        <small className={styles.unit}>
          {' '}
          {total.covered}/{total.of}
        </small>
      )}
    </td>
  )
}
