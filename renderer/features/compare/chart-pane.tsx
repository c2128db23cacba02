import { Button } from 'antd'
import { type Ref, useCallback, useImperativeHandle, useMemo, useRef } from 'react'
import type { Matrix, MatrixCell } from '#shared/compare/matrix'
import type { Comparison } from '#shared/model/comparison'
import { ChartFigure, type ChartHandle, type LabelTarget } from '../../charts'
import { listSeriesBreaks, useLive } from '../../storage'
import { useDictionary } from '../indicators'
import { openSideBySide } from './beside'
import styles from './chart-pane.module.css'
import { chartOf } from './chart-plans'
import { ChartSettings } from './chart-settings'
import { chartWords } from './chart-words'
import { leaveFrom } from './navigate'
import { askPicture } from './picture'
import { markOfCell, useChartBrush } from './use-brushing'
import { useChartReturn } from './use-chart-return'
import type { Words } from './words'

/** What can be asked of the chart of a comparison. */
export interface ChartPaneHandle {
  /** Asks for a picture of it; false while there is no chart. */
  picture: () => boolean
}

interface ChartPaneProps {
  comparison: Comparison
  matrix: Matrix
  /** All places of the comparison, drawn or not, so that hiding one changes no colour. */
  places: Matrix['places']
  words: Words
  visible: boolean
  handle: Ref<ChartPaneHandle>
  onOpen: (cell: MatrixCell) => void
  onChange: (patch: Partial<Comparison>) => void
}

const NO_BREAKS: readonly never[] = []

/** Opens what a label names: passages on the indicator, else the first sentence of the place in the chart. */
function follow({ place, indicator }: LabelTarget, matrix: Matrix, open: (cell: MatrixCell) => void): void {
  if (place === undefined) {
    if (indicator !== undefined) openSideBySide(indicator, matrix)
    return
  }
  const cells = matrix.rows
    .filter((row) => row.place.code === place)
    .flatMap((row) => row.cells.filter((cell) => cell.chosen !== null))
  const first = cells.find((cell) => cell.indicator === indicator) ?? cells[0]
  if (first) open(first)
}

/** The chart of a comparison with its few controls; hovering a mark marks the same number in the table. */
export function ChartPane(props: ChartPaneProps) {
  const { comparison, matrix, places, words, visible, handle, onOpen, onChange } = props
  const { view, chart: settings, name, id } = comparison
  const dictionary = useDictionary()
  const breaks = useLive(listSeriesBreaks, []) ?? NO_BREAKS
  const chart = useRef<ChartHandle>(null)
  const spoken = useMemo(() => chartWords(words, name), [words, name])
  const brush = useChartBrush(markOfCell)
  const found = useMemo(
    () =>
      chartOf(view, {
        matrix,
        places,
        settings,
        breaks,
        directionOf: ({ indicator }) => dictionary.byId(indicator)?.direction ?? 'none',
        words: spoken,
      }),
    [view, matrix, places, settings, breaks, dictionary, spoken],
  )
  useImperativeHandle(handle, () => ({
    picture: () => {
      const screen = chart.current?.size()
      if (!found.plan || !screen) return false
      askPicture({ plan: found.plan, name, screen })
      return true
    },
  }))
  const describe = useCallback(
    (cell: MatrixCell) =>
      words.describe(
        cell,
        places.find((place) => place.code === cell.place),
      ),
    [words, places],
  )
  const left = `${id} chart`
  const open = useCallback(
    (cell: MatrixCell) => {
      if (cell.chosen) leaveFrom(left)
      onOpen(cell)
    },
    [left, onOpen],
  )
  useChartReturn(chart, left, visible)

  const controls = (
    <ChartSettings
      view={view}
      settings={settings}
      matrix={matrix}
      words={words}
      far={found.plan?.far ?? 0}
      onChange={(patch) => onChange({ chart: { ...settings, ...patch } })}
    />
  )
  if (!found.plan)
    return (
      <div className={styles.none}>
        {controls}
        <p>{words.phrase(found.why)}</p>
        {found.remedy === 'roles' && (
          <Button onClick={() => onChange({ role: 'both' })}>{words.t('charts.dumbbell.show')}</Button>
        )}
      </div>
    )
  return (
    <ChartFigure
      // Another view begins at its top, with nothing of the last one.
      key={view}
      ref={chart}
      plan={found.plan}
      label={spoken.label}
      describe={describe}
      onOpen={open}
      onLabel={(target) => follow(target, matrix, open)}
      {...brush}
    >
      {controls}
    </ChartFigure>
  )
}
