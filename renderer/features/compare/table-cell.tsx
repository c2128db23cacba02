import type { KeyboardEvent } from 'react'
import type { MatrixCell, PlaceRef } from '#shared/compare/matrix'
import styles from './compare.module.css'
import type { Words } from './words'

interface TableCellProps {
  /** `row:column`, for the focus. */
  at: string
  cell: MatrixCell
  place: PlaceRef
  words: Words
  current: boolean
  onFocus: () => void
  onOpen: () => void
  /** Shows the statements that could stand here. */
  onDetails: () => void
}

const badgeLabel = (cell: MatrixCell, words: Words): string =>
  words.t('compare.flag.candidates', { count: cell.candidates.length })

/** How many statements could stand in a cell; red where they do not agree. */
function Badge({ cell, words, onDetails }: Pick<TableCellProps, 'cell' | 'words' | 'onDetails'>) {
  const count = cell.candidates.length
  if (count < 2) return null
  const label = badgeLabel(cell, words)
  return (
    <button
      type="button"
      tabIndex={-1}
      className={cell.candidates.some((candidate) => candidate.differs) ? styles.badgeDiffers : styles.badge}
      aria-label={label}
      title={label}
      onClick={(event) => {
        event.stopPropagation()
        onDetails()
      }}
    >
      {count}
    </button>
  )
}

/** One number of the matrix, or the reason why there is none. */
export function TableCell({ at, cell, place, words, current, onFocus, onOpen, onDetails }: TableCellProps) {
  const lines = words.describe(cell, place)
  const value = words.value(cell)
  // The name holds all that is seen in the cell, its badge too.
  const seen = [value, oddUnit(cell), cell.candidates.length > 1 ? badgeLabel(cell, words) : '']
  const keys = (event: KeyboardEvent): void => {
    const details = event.key === 'ContextMenu' || (event.key === 'Enter' && event.shiftKey)
    if (event.target !== event.currentTarget) return
    if (details && cell.candidates.length > 0) onDetails()
    else if (event.key === 'Enter' && cell.chosen) onOpen()
    else return
    event.preventDefault()
  }
  const state = cell.state === 'value' ? (cell.role === 'target' ? styles.target : styles.result) : styles.missing
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of ARIA on a table
      role="gridcell"
      data-cell={at}
      data-state={cell.state}
      tabIndex={current ? 0 : -1}
      className={`${styles.cell} ${state}`}
      title={lines.join('\n')}
      aria-label={words.t('compare.table.cell', {
        head: lines[0] ?? '',
        value: cell.missing ? words.phrase(cell.missing) : seen.filter((part) => part !== '').join(' '),
      })}
      onFocus={onFocus}
      onKeyDown={keys}
      onClick={() => {
        if (cell.chosen) onOpen()
      }}
      onContextMenu={(event) => {
        if (cell.candidates.length === 0) return
        event.preventDefault()
        onDetails()
      }}
    >
      <span className="db-figures">{value}</span>
      {oddUnit(cell) !== '' && <span className={styles.unit}> {oddUnit(cell)}</span>}
      {cell.candidates.length > 1 && ' '}
      <Badge cell={cell} words={words} onDetails={onDetails} />
    </td>
  )
}

/** The unit, where it is not the column's, else ''. */
function oddUnit({ chosen, shown, warnings }: MatrixCell): string {
  const odd = chosen && chosen.cell.base !== '' && warnings.some(({ key }) => key === 'compare.warning.otherUnit')
  return odd ? (shown?.unit ?? '') : ''
}
