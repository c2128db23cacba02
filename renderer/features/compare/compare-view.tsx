import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { layOut, withoutEmptyLines } from '#shared/compare/layout'
import { buildMatrix, type MatrixCell } from '#shared/compare/matrix'
import { message } from '#shared/model/identity'
import { useSession } from '../../storage'
import { Splitter } from '../../ui/splitter'
import { notify, setViewTitle, type ViewProps } from '../../workbench'
import { actionsOf, activate } from './active'
import { useAdding } from './adding'
import { ChartPane, type ChartPaneHandle } from './chart-pane'
import styles from './compare.module.css'
import { DropZone } from './drop-zone'
import { useEmptiesHidden, withoutEmpties } from './empties'
import { EmptyLibrary, NothingHere } from './empty'
import { exportCsv, exportXlsx } from './exports'
import { Legend } from './legend'
import { MatrixTable } from './matrix-table'
import { openEvidence } from './navigate'
import { Notes } from './notes'
import { Pickers } from './pickers'
import { Toolbar } from './toolbar'
import { useComparison, type WorkingComparison } from './use-comparison'
import { useWords } from './words'
import { isWordView, WordsBody } from './words/index'

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
  const chart = useRef<ChartPaneHandle>(null)
  const [chartBox, setChartBox] = useState<HTMLDivElement | null>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  const height = useHeight(chartBox)
  const { comparison, records } = working
  const matrix = useMemo(() => buildMatrix(records, comparison), [records, comparison])
  const laid = useMemo(() => layOut(matrix, comparison, words.chinese), [matrix, comparison, words])
  const trimmed = useMemo(() => withoutEmptyLines(laid), [laid])
  const hidden = useEmptiesHidden()
  const filled =
    trimmed.laid.rows.length > 0 && matrix.rows.some((row) => matrix.columns.some((_, at) => row.holds(at)))
  const charted = filled && comparison.view !== 'table'
  const drawn = useMemo(() => (charted && hidden ? withoutEmpties(matrix).matrix : matrix), [matrix, hidden, charted])
  const open = useCallback((cell: MatrixCell) => {
    if (cell.chosen) openEvidence(cell.chosen)
  }, [])
  const actions = actionsOf(working, {
    exportCsv: () => exportCsv(session.db, comparison.name, matrix, words),
    exportXlsx: () => exportXlsx(session.db, comparison.name, laid, words),
    exportPng: async () => {
      if (!chart.current?.picture()) notify('warning', message('compare.export.nothing'))
    },
  })
  useEffect(() => (visible ? activate(actions) : undefined))
  useEffect(() => setViewTitle('compare', viewKey, comparison.name), [viewKey, comparison.name])
  return (
    <div className={styles.view} data-key-scope="compare">
      <Toolbar working={working} actions={actions} charted={charted} empty={trimmed} />
      <Pickers working={working} words={words} />
      {filled ? (
        <MatrixTable
          key={comparison.id}
          laid={hidden ? trimmed.laid : laid}
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
              comparison={comparison}
              matrix={drawn}
              places={matrix.places}
              words={words}
              visible={visible}
              handle={chart}
              onOpen={open}
              onChange={working.change}
            />
          </div>
        </>
      )}
      <footer className={styles.foot}>
        <Notes matrix={matrix} words={words} />
        {filled && <Legend words={words} />}
      </footer>
    </div>
  )
}

/** A comparison: what stands beside what, as a table and as a chart, with the sentence behind every number. */
export function CompareView(props: ViewProps) {
  const working = useComparison(props.viewKey)
  const { t } = useTranslation()
  useAdding(working, props.visible)
  if (!working) return <div className={styles.view} aria-busy="true" />
  if (!working.records.some((record) => record.place !== null)) return <EmptyLibrary />
  const { view } = working.comparison
  return (
    <DropZone working={working} hint={t('compare.add.drop')}>
      {isWordView(view) ? (
        <WordsBody {...props} working={working} view={view} />
      ) : (
        <Body {...props} working={working} />
      )}
    </DropZone>
  )
}
