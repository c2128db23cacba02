import type { KeyboardEvent } from 'react'
import type { MatrixCell, PlaceRef } from '#shared/compare/matrix'
import styles from './compare.module.css'
import { markData, markOfCell, type Pointing } from './use-brushing'
import type { Words } from './words'

interface TableCellProps {
  /** `row:column`, for the focus. */
  at: string
  /** Its place among the columns, from 0. */
  column: number
  cell: MatrixCell
  place: PlaceRef | undefined
  /** 最近一期: the year stands beside the number. */
  latest: boolean
  words: Words
  current: boolean
  onFocus: () => void
  onOpen: () => void
  /** Shows the statements that could stand here. */
  onDetails: () => void
  pointing: Pointing
}

const badgeLabel = (cell: MatrixCell, words: Words): string =>
  words.t('compare.flag.candidates', { count: cell.candidates.length })

/** How many statements could stand in a cell; red where they do not agree. */
function Badge({ cell, words, onDetails }: Pick<TableCellProps, 'cell' | 'words' | 'onDetails'>) {
  const count = cell.candidates.length
  if (count < 2 && cell.chosen) return null
  if (count === 0) return null
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
export function TableCell(props: TableCellProps) {
  const { at, column, cell, place, latest, words, current, onOpen, onDetails, pointing } = props
  const mark = markOfCell(cell)
  const value = words.value(cell)
  // The name holds all that is seen in the cell, its badge too.
  const year = latest && cell.chosen ? cell.year : ''
  const badged = cell.candidates.length > (cell.chosen ? 1 : 0)
  const seen = [value, oddUnit(cell), year, badged ? badgeLabel(cell, words) : '']
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
      {...markData(mark)}
      aria-colindex={column + 2}
      tabIndex={current ? 0 : -1}
      className={`${styles.cell} ${state}`}
      aria-label={words.t('compare.table.cell', {
        head: words.heading(cell, place),
        value: cell.missing
          ? [words.phrase(cell.missing), badged ? badgeLabel(cell, words) : ''].filter((part) => part !== '').join(' ')
          : seen.filter((part) => part !== '').join(' '),
      })}
      onFocus={() => {
        props.onFocus()
        pointing.point(mark)
      }}
      onPointerEnter={(event) => {
        // Told when it is asked for: a table holds hundreds of cells that nobody points at.
        event.currentTarget.title = words.describe(cell, place).join('\n')
        pointing.point(mark)
      }}
      onPointerLeave={() => pointing.point(null)}
      onKeyDown={keys}
      onClick={({ ctrlKey, metaKey }) => {
        if (ctrlKey || metaKey) pointing.hold(mark)
        else if (cell.chosen) onOpen()
      }}
      onContextMenu={(event) => {
        if (cell.candidates.length === 0) return
        event.preventDefault()
        onDetails()
      }}
    >
      <span className="db-figures">{value}</span>
      {oddUnit(cell) !== '' && <span className={styles.unit}> {oddUnit(cell)}</span>}
      {year !== '' && <small className={styles.cellYear}> {year}</small>}
      {badged && ' '}
      <Badge cell={cell} words={words} onDetails={onDetails} />
    </td>
  )
}

/** The unit, where it is not the column's, else ''. */
function oddUnit({ chosen, shown, warnings }: MatrixCell): string {
  const odd = chosen && chosen.cell.base !== '' && warnings.some(({ key }) => key === 'compare.warning.otherUnit')
  return odd ? (shown?.unit ?? '') : ''
}
