import { memo } from 'react'
import type { MatrixCell, MatrixRow } from '#shared/compare/matrix'
import styles from './compare.module.css'
import { TableCell } from './table-cell'
import type { Words } from './words'

interface TableRowProps {
  row: MatrixRow
  index: number
  /** The first row of a place that is not the first: a stronger line stands above it. */
  first: boolean
  /** Column of the cursor when it is in this row, else null. */
  current: number | null
  words: Words
  onFocus: (row: number, column: number) => void
  onOpen: (cell: MatrixCell) => void
  onDetails: (row: number, column: number) => void
}

/** One place in one role; drawn again only when something of its own changed. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { row, index, first, current, words, onFocus, onOpen, onDetails } = props
  return (
    <tr aria-rowindex={index + 3} className={first ? styles.newPlace : undefined}>
      <th scope="row" className={styles.rowHead}>
        <span className={styles.placeName}>{row.place.name}</span>
        <span className={row.role === 'target' ? styles.targetChip : styles.resultChip}>
          {words.t(`compare.role.${row.role}`)}
        </span>
      </th>
      {row.cells.map((cell, column) => (
        <TableCell
          key={`${cell.indicator} ${cell.year}`}
          at={`${index}:${column}`}
          cell={cell}
          place={row.place}
          words={words}
          current={current === column}
          onFocus={() => onFocus(index, column)}
          onOpen={() => onOpen(cell)}
          onDetails={() => onDetails(index, column)}
        />
      ))}
    </tr>
  )
})
