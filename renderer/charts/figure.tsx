import { Table2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Chart, type ChartProps } from './chart'
import styles from './figure.module.css'
import { DataTable } from './table'

/** More marks than this are put into the page only when the table is asked for. */
const ALWAYS = 600

interface ChartFigureProps<T> extends ChartProps<T> {
  /** Controls of the chart, above it. */
  children?: React.ReactNode
  /** The view has a table of its own that the user can change to; this one is for screen readers then. */
  tabled?: boolean
}

/**
 * A chart with what stands beside it: its controls, its footnotes, and the same marks as a table. The table is there
 * for screen readers at all times (of very large charts when asked for); a switch shows it in place of the chart.
 */
export function ChartFigure<T>({ children, tabled = false, ...chart }: ChartFigureProps<T>) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(false)
  const { plan, label, onOpen, lit, onHover } = chart
  return (
    <figure className={styles.figure} aria-label={label}>
      {!tabled && (
        <div className={styles.controls}>
          {children}
          <button
            type="button"
            className={styles.toggle}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
            title={t('charts.table.hint')}
          >
            <Table2 size={14} aria-hidden />
            {t('charts.table.show')}
          </button>
        </div>
      )}
      <div className={styles.body}>
        <div className={shown ? styles.gone : styles.chart}>
          <Chart {...chart} />
        </div>
        {shown ? (
          <DataTable plan={plan} label={label} onOpen={onOpen} lit={lit} onHover={onHover} />
        ) : (
          plan.marks.length <= ALWAYS && (
            <div className={styles.unseen}>
              <DataTable plan={plan} label={label} onOpen={onOpen} unseen />
            </div>
          )
        )}
      </div>
      {plan.notes.length > 0 && (
        <figcaption className={styles.notes}>
          {plan.notes.map((note) => (
            <span key={note}>{note}</span>
          ))}
        </figcaption>
      )}
    </figure>
  )
}
