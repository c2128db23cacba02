import { memo } from 'react'
import type { Laid, Line } from '#shared/compare/layout'
import type { MatrixCell } from '#shared/compare/matrix'
import styles from './compare.module.css'
import { TableCell } from './table-cell'
import { headText, lineKey, sharesTo } from './table-lines'
import { TotalCell } from './total-cell'
import type { Pointing } from './use-brushing'
import type { Words } from './words'

interface TableRowProps {
  laid: Laid
  row: Line
  /** The line above: a stronger line stands between what does not belong together. */
  before: Line | undefined
  index: number
  /** Rows of headings above. */
  levels: number
  columns: readonly { line: Line; index: number }[]
  spacers: { before: number; after: number }
  /** Column of the cursor when it is in this row, else null. */
  current: number | null
  words: Words
  onFocus: (row: number, column: number) => void
  onOpen: (cell: MatrixCell) => void
  onDetails: (row: number, column: number) => void
  pointing: Pointing
}

/** The headings of a row in one cell. */
function RowHead({ laid, row, words }: Pick<TableRowProps, 'laid' | 'row' | 'words'>) {
  return (
    <th scope="row" className={row.kind === 'total' ? `${styles.rowHead} ${styles.totalHead}` : styles.rowHead}>
      {row.heads.map((head, level) => {
        const text = headText(head, laid, words)
        if (head.dimension === 'role') {
          if (laid.matrix.roles.length < 2) return null
          const target = laid.matrix.roles[head.index] === 'target'
          return (
            <span key="role" className={target ? styles.targetChip : styles.resultChip}>
              {text}
            </span>
          )
        }
        const unit = head.dimension === 'indicator' ? laid.matrix.indicators[head.index]?.unit : ''
        return (
          <span key={head.dimension} className={level === 0 ? styles.placeName : styles.innerName} title={text}>
            {text}
            {unit ? <small className={styles.unit}> {unit}</small> : null}
          </span>
        )
      })}
    </th>
  )
}

/** One row of the table; drawn again only when something of its own changed. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { laid, row, before, index, levels, columns, spacers, current, words } = props
  if (row.kind === 'group')
    return (
      <tr aria-rowindex={index + levels + 1} className={styles.groupRow}>
        <th scope="rowgroup" className={styles.rowHead}>
          {row.heads.map((head) => headText(head, laid, words)).join(' · ')}
        </th>
        <td aria-hidden colSpan={columns.length + Number(spacers.before > 0) + Number(spacers.after > 0)} />
      </tr>
    )
  // Lines stand between what belongs together only where several rows do.
  const nested = row.heads.length > 2 || laid.matrix.roles.length > 1
  return (
    <tr
      aria-rowindex={index + levels + 1}
      className={`${nested && !sharesTo(before, row, 0) ? styles.newPlace : ''} ${row.kind === 'total' ? styles.totalRow : ''}`}
    >
      <RowHead laid={laid} row={row} words={words} />
      {spacers.before > 0 && <td aria-hidden className={styles.spacer} />}
      {columns.map(({ line, index: column }) => {
        const at = `${index}:${column}`
        const shared = { at, column, current: current === column, words, onFocus: () => props.onFocus(index, column) }
        const cell = laid.cell(row, line)
        if (!cell) return <TotalCell key={lineKey(line)} {...shared} total={laid.total(row, line)} />
        return (
          <TableCell
            key={lineKey(line)}
            {...shared}
            cell={cell}
            latest={laid.matrix.latest}
            place={laid.matrix.places.find(({ code }) => code === cell.place)}
            onOpen={() => props.onOpen(cell)}
            onDetails={() => props.onDetails(index, column)}
            pointing={props.pointing}
          />
        )
      })}
      {spacers.after > 0 && <td aria-hidden className={styles.spacer} />}
    </tr>
  )
})
