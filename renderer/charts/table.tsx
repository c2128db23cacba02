import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './figure.module.css'
import type { ChartMark, ChartPlan } from './plan'

interface DataTableProps<T> {
  plan: ChartPlan<T>
  label: string
  onOpen: (subject: T) => void
  /** Marks to be set off, as in the chart. */
  lit?: ((subject: T) => boolean) | undefined
  /** The pointer or the focus came to a mark, or left it. */
  onHover?: ((subject: T | null) => void) | undefined
  /** For screen readers only: nothing in it takes the focus by Tab. */
  unseen?: boolean
}

const ROW = 28

/** The marks of a chart in their rows and columns; the longer side runs downwards. */
function turned<T>({ rows, columns, marks }: ChartPlan<T>) {
  const across = columns.length > rows.length && columns.length > 8
  const cells = new Map<string, ChartMark<T>>()
  for (const mark of marks) {
    const [row, column] = across ? [mark.column, mark.row] : [mark.row, mark.column]
    cells.set(`${row}|${column}`, mark)
  }
  return across ? { rows: columns, columns: rows, cells } : { rows, columns, cells }
}

const Gap = ({ height }: { height: number }) => (height > 0 ? <tr aria-hidden style={{ height }} /> : null)

/** The marks of a chart as a table: what it draws, in words, each a button to what it stands for. */
export function DataTable<T>({ plan, label, onOpen, lit, onHover, unseen = false }: DataTableProps<T>) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const { rows, columns, cells } = useMemo(() => turned(plan), [plan])
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    enabled: !unseen,
  })
  const items = unseen ? rows.map((_, index) => ({ index, start: index * ROW, end: 0 })) : virtual.getVirtualItems()
  return (
    <div ref={scroller} {...(unseen ? {} : { className: styles.scroller, tabIndex: 0 })}>
      <table className={styles.table} aria-rowcount={rows.length + 1}>
        <caption>{t('charts.table.caption', { label })}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name
              <th key={index} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {!unseen && <Gap height={items[0]?.start ?? 0} />}
          {items.map(({ index }) => (
            <tr key={index} aria-rowindex={index + 2}>
              <th scope="row">{rows[index]}</th>
              {columns.map((_, column) => {
                const mark = cells.get(`${index}|${column}`)
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                  <td key={column} data-lit={(mark && lit?.(mark.subject)) || undefined}>
                    {mark ? (
                      <button
                        type="button"
                        {...(unseen ? { tabIndex: -1 } : {})}
                        onClick={() => onOpen(mark.subject)}
                        onPointerEnter={() => onHover?.(mark.subject)}
                        onPointerLeave={() => onHover?.(null)}
                        onFocus={() => onHover?.(mark.subject)}
                        onBlur={() => onHover?.(null)}
                      >
                        {mark.text}
                      </button>
                    ) : (
                      '—'
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
          {!unseen && <Gap height={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)} />}
        </tbody>
      </table>
    </div>
  )
}
