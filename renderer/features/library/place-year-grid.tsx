import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { openLine } from './commands'
import styles from './place-year-grid.module.css'
import { coverageOf, type PlaceYears } from './place-years'
import type { LibraryLine } from './rows'

/** Height of a row in pixels, as `--db-row`. */
const ROW = 28

function Cell({ row, year }: { row: PlaceYears; year: number }) {
  const { t } = useTranslation()
  const lines = row.years.get(year)
  const first = lines?.[0]
  if (!first?.report)
    return (
      <td className={styles.missing} title={t('library.grid.missing', { place: row.place.name, year })}>
        {t('library.grid.none')}
      </td>
    )
  const kind = t(`library.kind.${first.report.kind}`)
  const label = t('library.grid.open', { place: row.place.name, year, kind })
  return (
    <td className={styles.there}>
      <button
        type="button"
        data-kind={first.report.kind}
        className={styles.open}
        title={label}
        onClick={() => openLine(first)}
      >
        {kind}
        <span className="db-hidden">{` ${row.place.name} ${year}`}</span>
        {(lines?.length ?? 0) > 1 && <span className="db-figures"> ×{lines?.length}</span>}
      </button>
    </td>
  )
}

/** 地区 × 年度: what there is of each place and year, and what is missing. */
export function PlaceYearGrid({ lines }: { lines: readonly LibraryLine[] }) {
  const { t } = useTranslation()
  const coverage = useMemo(() => coverageOf(lines), [lines])
  const scroller = useRef<HTMLElement>(null)
  const rows = useVirtualizer({
    count: coverage.places.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
  })
  const items = rows.getVirtualItems()
  const before = items[0]?.start ?? 0
  const after = rows.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section ref={scroller} className={styles.grid} tabIndex={0} data-focus-first aria-label={t('library.grid.label')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {t('library.column.place')}
            </th>
            {coverage.years.map((year) => (
              <th key={year} scope="col" className="db-figures">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr aria-hidden style={{ height: before }} />}
          {items.map(({ index }) => {
            const row = coverage.places[index]
            if (!row) return null
            return (
              <tr key={row.place.code} style={{ height: ROW }}>
                <th scope="row" className={styles.place}>
                  {row.place.name}
                </th>
                {coverage.years.map((year) => (
                  <Cell key={year} row={row} year={year} />
                ))}
              </tr>
            )
          })}
          {after > 0 && <tr aria-hidden style={{ height: after }} />}
        </tbody>
      </table>
      {coverage.unplaced > 0 && (
        <p className={styles.note}>{t('library.grid.unplaced', { count: coverage.unplaced })}</p>
      )}
    </section>
  )
}
