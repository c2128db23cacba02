import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { openView } from '../../workbench'
import { type CellPlace, type CountCell, type CountLine, type CountsTable, columnSums } from './counts'
import styles from './counts.module.css'

/** What is counted: annotations, or the characters that they mark. */
export type Measure = 'annotations' | 'characters'

/** Height of a line in pixels. */
const LINE = 28

interface CountsGridProps {
  table: CountsTable
  measure: Measure
  /** True where the columns can be summed up: each annotation stands in one line. */
  summed: boolean
}

/** Opens the passages that a cell counts; of a place or year that is not known the list can ask for nothing. */
function openQuotes({ code, place, year }: CellPlace): void {
  const params = { code, ...(place ? { place } : {}), ...(year ? { year } : {}) }
  openView({ type: 'quotes', key: '', params })
}

/** The counts; arrows go from cell to cell, Enter or a click opens the passages of one. */
export function CountsGrid({ table, measure, summed }: CountsGridProps) {
  const { t } = useTranslation()
  const { columns, lines } = table
  const frame = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState({ line: 0, column: 0 })
  const moved = useRef(false)
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => LINE,
    overscan: 10,
    initialRect: { width: 800, height: 600 },
  })
  const items = rows.getVirtualItems()
  const sums = useMemo(() => (summed ? columnSums(table) : []), [table, summed])
  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    rows.scrollToIndex(at.line)
    frame.current?.querySelector<HTMLElement>(`[data-cell="${at.line}:${at.column}"]`)?.focus()
  }, [at, rows])
  const keydown = (event: KeyboardEvent) => {
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key]
    if (!step || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    moved.current = true
    const line = Math.max(0, Math.min(lines.length - 1, at.line + (step[0] ?? 0)))
    const column = Math.max(0, Math.min(columns.length, at.column + (step[1] ?? 0)))
    setAt({ line, column })
  }
  const above = items[0]?.start ?? 0
  const under = rows.getTotalSize() - (items.at(-1)?.end ?? 0)
  const named = (name: string | null) => name ?? t('codebook.counts.unknown')
  return (
    <div ref={frame} className={styles.frame}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are gone through by arrows */}
      <table role="grid" className={styles.table} aria-rowcount={lines.length + 1} onKeyDown={keydown}>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {t(`codebook.counts.${measure}`)}
            </th>
            {columns.map(({ key, name }) => (
              <th key={key} scope="col">
                {named(name)}
              </th>
            ))}
            <th scope="col">{t('codebook.counts.total')}</th>
          </tr>
        </thead>
        <tbody>
          {above > 0 && <tr style={{ height: above }} />}
          {items.map(({ index }) => {
            const line = lines[index]
            if (!line) return null
            return (
              <tr key={line.key} aria-rowindex={index + 2}>
                <LineHead line={line} name={named(line.name)} />
                {[...line.cells, line.total].map((cell, column) => (
                  <Cell
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                    key={column}
                    cell={cell}
                    measure={measure}
                    place={`${index}:${column}`}
                    label={`${named(line.name)} ${named(columns[column]?.name ?? t('codebook.counts.total'))}`}
                    current={at.line === index && at.column === column}
                    onFocus={() => setAt({ line: index, column })}
                  />
                ))}
              </tr>
            )
          })}
          {under > 0 && <tr style={{ height: under }} />}
        </tbody>
        {summed && (
          <tfoot>
            <tr>
              <th scope="row">{t('codebook.counts.total')}</th>
              {sums.map((sum, at) => (
                <td key={columns[at]?.key ?? at}>{sum[measure].toLocaleString()}</td>
              ))}
              <td>{lines.reduce((sum, { total }) => sum + total.count[measure], 0).toLocaleString()}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

function LineHead({ line: { depth, color }, name }: { line: CountLine; name: string }) {
  return (
    <th scope="row" style={{ paddingInlineStart: 8 + depth * 14 }} title={name}>
      {color && <i className="db-swatch" style={{ backgroundColor: color }} />}
      {name}
    </th>
  )
}

interface CellProps {
  cell: CountCell
  measure: Measure
  place: string
  /** Line and column that it stands in. */
  label: string
  current: boolean
  onFocus: () => void
}

/** A number; missing is told from zero, and a digest or a torso is marked. */
function Cell({ cell: { count, cover, at }, measure, place, label, current, onFocus }: CellProps) {
  const { t } = useTranslation()
  const none = count.annotations === 0
  const text = none ? (cover === 'none' ? '–' : '0') : count[measure].toLocaleString()
  const told = cover === 'full' ? '' : t(`codebook.counts.cover.${cover}`)
  return (
    <td data-cover={cover} data-none={none}>
      <button
        type="button"
        data-cell={place}
        tabIndex={current ? 0 : -1}
        aria-label={[label, none && cover === 'none' ? '' : text, told].filter(Boolean).join('，')}
        aria-disabled={none}
        title={told || undefined}
        onFocus={onFocus}
        onClick={() => !none && openQuotes(at)}
      >
        {text}
        {cover === 'part' && <sup aria-hidden>*</sup>}
      </button>
    </td>
  )
}
