import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { buildMatrix, type MatrixCell } from '#shared/compare/matrix'
import type { ChartHandle } from '../../charts'
import { useSession } from '../../storage'
import { Splitter } from '../../ui/splitter'
import { setViewTitle, type ViewProps } from '../../workbench'
import { activate } from './active'
import { ChartPane } from './chart-pane'
import styles from './compare.module.css'
import { useEmptiesHidden, withoutEmpties } from './empties'
import { EmptyLibrary, NothingHere } from './empty'
import { exportCsv, exportPng, exportXlsx } from './exports'
import { MatrixTable } from './matrix-table'
import { openEvidence } from './navigate'
import { Notes } from './notes'
import { Pickers } from './pickers'
import { Toolbar } from './toolbar'
import { useComparison, type WorkingComparison } from './use-comparison'
import { useWords } from './words'

/** Heights that the chart under the table can be dragged to, in CSS pixels. */
const CHART = { min: 160, max: 900 }

/** The height of an element, followed. */
function useHeight(element: HTMLElement | null): number {
  const [height, setHeight] = useState(CHART.min)
  useEffect(() => {
    if (!element) return
    const observer = new ResizeObserver(() => setHeight(element.clientHeight))
    observer.observe(element)
    return () => observer.disconnect()
  }, [element])
  return height
}

interface BodyProps extends ViewProps {
  working: WorkingComparison
}

function Body({ working, viewKey, visible }: BodyProps) {
  const session = useSession()
  const words = useWords()
  const chart = useRef<ChartHandle>(null)
  const [chartBox, setChartBox] = useState<HTMLDivElement | null>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  const height = useHeight(chartBox)
  const { comparison, records } = working
  const matrix = useMemo(() => buildMatrix(records, comparison), [records, comparison])
  const trimmed = useMemo(() => withoutEmpties(matrix), [matrix])
  const shown = useEmptiesHidden() ? trimmed.matrix : matrix
  const filled = matrix.rows.some((row) => row.cells.some((cell) => cell.state === 'value'))
  const open = useCallback((cell: MatrixCell) => {
    if (cell.chosen) openEvidence(cell.chosen)
  }, [])
  const actions = {
    exportCsv: () => exportCsv(session.db, comparison.name, matrix, words),
    exportXlsx: () => exportXlsx(session.db, comparison.name, matrix, words),
    exportPng: () => exportPng(comparison.name, chart.current?.png() ?? null),
    save: working.save,
    create: working.create,
  }
  useEffect(() => (visible ? activate(actions) : undefined))
  useEffect(() => setViewTitle('compare', viewKey, comparison.name), [viewKey, comparison.name])
  const charted = filled && comparison.view !== 'table'

  return (
    <div className={styles.view} data-key-scope="compare">
      <Toolbar working={working} actions={actions} charted={charted} empty={trimmed} />
      <Pickers working={working} words={words} />
      {filled ? (
        <MatrixTable
          key={comparison.id}
          matrix={shown}
          comparison={comparison.id}
          words={words}
          visible={visible}
          onOpen={open}
        />
      ) : (
        <NothingHere comparison={comparison} />
      )}
      {charted && (
        <>
          <Splitter
            label={words.t('compare.view.label')}
            pane="bottom"
            size={dragged ?? height}
            min={CHART.min}
            max={CHART.max}
            onResize={setDragged}
          />
          <div
            ref={setChartBox}
            className={dragged === null ? styles.chart : styles.chartFixed}
            style={dragged === null ? {} : { height: dragged }}
          >
            <ChartPane
              matrix={shown}
              places={matrix.places}
              view={comparison.view}
              name={comparison.name}
              words={words}
              handle={chart}
              onOpen={open}
            />
          </div>
        </>
      )}
      <Notes matrix={matrix} words={words} />
    </div>
  )
}

/** A comparison: what stands beside what, as a table and as a chart, with the sentence behind every number. */
export function CompareView(props: ViewProps) {
  const working = useComparison(props.viewKey)
  if (!working) return <div className={styles.view} aria-busy="true" />
  if (!working.records.some((record) => record.place !== null)) return <EmptyLibrary />
  return <Body {...props} working={working} />
}
