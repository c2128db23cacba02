import { ChevronDown, ChevronRight } from 'lucide-react'
import { type MouseEvent, memo } from 'react'
import type { LinePlace } from '../../ui/grid/virtual-grid'
import { matterCertainty } from '../statements'
import { type CellWords, cellOf, Marked, type Shown, titleOf } from './cell'
import { type ColumnId, columnOf } from './columns'
import type { Line } from './lines'
import { sentenceOf } from './material'
import styles from './matters.module.css'

interface RowProps extends LinePlace, Shown {
  line: Extract<Line, { type: 'row' }>
  columns: readonly ColumnId[]
  words: CellWords
  /** Line of the table, from 0. */
  index: number
  chosen: boolean
  expanded: boolean
  onGo: (index: number, event: MouseEvent) => void
  onToggle: (index: number) => void
  onFold: (key: string, folded: boolean) => void
  onExpand: (key: string) => void
  onOpen: (index: number) => void
}

/** The whole sentence, and where it stands. */
function Detail({ row, material, words, columns }: Pick<RowProps, 'row' | 'material' | 'words' | 'columns'>) {
  const { content } = row
  const about = [row.reportTitle, row.sourceName, content.due, content.wording, matterCertainty(words.t, content)]
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid
    // biome-ignore lint/a11y/useSemanticElements: rows are laid out by hand
    // biome-ignore lint/a11y/useKeyWithClickEvents: clicks are only kept from the row
    <div
      role="gridcell"
      aria-colspan={columns.length + 1}
      className={styles.detail}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <blockquote className={`${styles.quote} db-selectable`}>
        {row.orphan
          ? words.t('matters.grid.orphanHint')
          : material && <Marked sentence={sentenceOf(row, material)} role={content.role} whole />}
      </blockquote>
      <p className={styles.where}>{about.filter((part) => part !== '').join(' · ')}</p>
    </div>
  )
}

/** One matter of the table; drawn again only when something in it has changed. */
export const MatterLine = memo(function MatterLine(props: RowProps) {
  const { id, top, current, measure, line, row, material, same, columns, words, index, chosen, expanded } = props
  const { onGo, onToggle, onFold, onExpand, onOpen } = props
  const { t } = words
  const shown: Shown = { row, material, same }
  const folds = !line.item && line.entry.items.length > 0
  const open = folds ? !line.folded : expanded
  const Arrow = open ? ChevronDown : ChevronRight
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid, which handles the keys
    // biome-ignore lint/a11y/useSemanticElements: of a <table> all rows would have to exist
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div
      ref={measure}
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={chosen}
      data-index={index}
      data-current={current}
      data-status={row.status}
      data-type={row.content.type}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => onGo(index, event)}
      onDoubleClick={() => onOpen(index)}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="gridcell" className={styles.check}>
        <input
          type="checkbox"
          tabIndex={-1}
          checked={chosen}
          aria-label={t('matters.grid.choose')}
          onClick={(event) => event.stopPropagation()}
          onChange={() => onToggle(index)}
        />
        <button
          type="button"
          tabIndex={-1}
          className={styles.unfold}
          aria-expanded={open}
          aria-label={t(open ? 'matters.grid.collapse' : 'matters.grid.expand')}
          onClick={(event) => {
            event.stopPropagation()
            if (folds) onFold(line.key, !line.folded)
            else onExpand(line.key)
          }}
        >
          <Arrow size={14} aria-hidden />
        </button>
      </div>
      {columns.map((column) => (
        // biome-ignore lint/a11y/useFocusableInteractive: as above
        // biome-ignore lint/a11y/useSemanticElements: as above
        <div
          key={column}
          role="gridcell"
          className={columnOf(column).figures ? `${styles.figure} db-figures` : styles.cell}
          data-column={column}
          title={titleOf(column, shown, words)}
        >
          {cellOf(column, shown, words)}
        </div>
      ))}
      {expanded && <Detail row={row} material={material} words={words} columns={columns} />}
    </div>
  )
})
